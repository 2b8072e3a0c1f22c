"""What forms say of what is wrong: in their own words, as sentences, whatever is typed into whatever field."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pages import OURS

import ulotki
from ulotki.errors import Finding, Where, say
from ulotki.serve.screens import SCREENS
from ulotki.serve.spoken import FORMS, at_form

FILES = re.compile(
    r"\.toml|\[\[| = \S|\bTOML\b|\bin quotes\b|delete the line|\bthe field\b|\bunknown key\b|\b\w+\.\d+(\.\w+)?\b(?!\d)|\bshort\.|\breview_by\b|\bulotki [a-z]|(?<!\w)--[a-z]"
)
"""How a fault of a file or of a command line speaks."""

TYPED = (
    "",
    "x" * 400,
    "zzz",
    "-7",
    "2024-13-40",
    "Zadzwoń 500 600 700 albo na http://zly.example",
    "{{number:nic}}",
    "{nic}",
    "Раул",
    "a\u202eb",
)
"""What nobody should type."""

SKIPPED = ("/zamknij", "/wczytaj-kopie", "/przywroc", "/praca", "/druk")
"""Forms that end the program, or whose answer is a file."""


class Forms(HTMLParser):
    """The forms of a page that change something, each with its fields; its links; and what it says is wrong."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.links, self.said, self.open, self.into = [], [], [], None, 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if self.into and tag in ("p", "div", "li", "span", "ul", "h2", "b", "a"):
            self.into += 1
        elif "err" in given.get("class", "").split() or given.get("role") == "alert":
            self.into, self.said = 1, [*self.said, ""]
        if tag == "form" and given.get("method") == "post":
            self.open = (given.get("action") or "", {}, set())
            self.forms.append(self.open)
        elif tag == "a" and given.get("href", "").startswith("/"):
            self.links.append(given["href"].partition("#")[0])
        elif self.open and tag in ("input", "textarea", "select") and given.get("name"):
            name, kind = given["name"], given.get("type", tag)
            if kind in ("hidden", "submit"):
                self.open[1][name] = given.get("value", "")
            elif kind != "file":
                self.open[2].add(name)
        elif self.open and tag == "button" and given.get("name"):
            self.open[1][given["name"]] = given.get("value", "")

    def handle_endtag(self, tag):
        if self.into and tag in ("p", "div", "li", "span", "ul", "h2", "b", "a"):
            self.into -= 1
        if tag == "form":
            self.open = None

    def handle_data(self, data):
        if self.into:
            self.said[-1] += data


def kind(path):
    """An address without what differs from place to place."""
    return re.sub(r"/(?:[0-9a-f]{12}(?:-\d+)?|\d+|[a-z]+:[\w-]+)(?=/|$)", "/*", path)


def every_form(client):
    """(address of the page, form): each kind of form once."""
    seen, known, found = set(), set(), {}
    left = [screen.path for screen in SCREENS]
    while left:
        path = left.pop(0)
        where = kind(path.partition("?")[0])
        folder = where.rpartition("/")[0]
        if (
            where in seen
            or sum(one.startswith(folder + "/") for one in seen) > 12
            or any(one in path for one in SKIPPED)
        ):
            continue
        seen.add(where)
        answer = client.get(path)
        if "html" not in answer.mimetype or answer.status_code != 200:
            continue
        page = Forms(answer.text)
        left += [one for one in page.links if one not in left]
        for action, hidden, fields in page.forms:
            parts = kind(action or path).split("/")
            name = (parts[1], len(parts), *sorted(fields))
            if fields and name not in known and not any(one in (action or path) for one in SKIPPED):
                known.add(name)
                found[path, action or path] = hidden, fields
    return found


@pytest.mark.slow
def test_no_form_speaks_of_a_file(client, built):
    """
    Every form that the page leads to, with what nobody should type in all of its fields: what it says is about its own labels,
    and each sentence begins with a capital or a quotation mark.
    """
    forms, told = every_form(client), set()
    for (path, action), (_hidden, fields) in forms.items():
        for text in TYPED:
            hidden, shown = next((h, f) for a, h, f in Forms(client.get(path).text).forms if (a or path) == action)
            answer = client.post(action, data={**hidden, **dict.fromkeys(fields & shown, text)}, headers=OURS)
            if "html" in answer.mimetype:
                told |= {(kind(action), " ".join(unescape(one).split())) for one in Forms(answer.text).said}

    assert len(forms) > 15
    assert len(told) > 40
    assert not [one for one in sorted(told) if FILES.search(one[1])]
    assert not [one for one in sorted(told) if one[1].removeprefix("Fault: ")[:1].islower()]


def test_a_fault_of_a_file_is_said_as_one_of_a_form():
    """
    Without its line, key and quotes, also within the sentence; what is missing is at its field.
    """
    empty = Finding(
        "read", say("{field} is empty", field="story"), say("write the words, or delete the line"), Where("a")
    )
    wrong = Finding(
        "read", say("{field} = {value} must be {wanted}", field="b", value="1", wanted=say("text in quotes"))
    )
    missing = Finding("read", say('the field "{key}" is missing', key="story"), None, Where("a", 3))

    assert ("nothing is written here", "write the words") == (str(at_form(empty).what), str(at_form(empty).hint))
    assert "a text belongs here, not 1" == str(at_form(wrong).what)
    assert "story" == at_form(missing).at.field


@pytest.mark.parametrize("pattern", FORMS)
def test_what_is_said_otherwise_is_said_somewhere(pattern):
    """
    A sentence that nobody says any more leaves the table.
    """
    home = Path(ulotki.__file__).parent
    sources = (file for file in home.rglob("*.py") if file.name != "spoken.py")

    assert any(pattern in file.read_text("utf-8") for file in sources)
