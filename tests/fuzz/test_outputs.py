"""What the program writes for other programs, with the gate of texts taken away: nothing that was typed is obeyed there.

The gate refuses most of this at reading. Here it lets everything pass, so that escaping is all that is left.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar
from output import wrong
from pages import PORT, Client

from fuzz.targets import TODAY, run, world
from ulotki.documents.draft import Draft, draft_file
from ulotki.documents.paper import Paper
from ulotki.serve.app import create
from ulotki.serve.desk import Desk
from ulotki.serve.remembering import Remembering
from ulotki.serve.screens import SCREENS

pytestmark = pytest.mark.slow

HTML = """zly'"></title><script>zly()</script><img src=x onerror=zly()><a href="javascript:zly()">{{ 7 * 7 }}"""
FORMULA = "=zly(1)"
LINES = "zly\r\nATTENDEE:mailto:zly@evil.example\nBcc: zly@evil.example"

TEXTS = {
    "ulotki.toml": r'(?m)^(issuer) = "(.*)"$',
    "places.toml": r'(?m)^(name) = "(.*)"$',
    "people.toml": r'(?m)^(name) = "(.*)"$',
    "campaigns/maj.toml": r'(?m)^(title) = "(.*)"$',
    "meetings.toml": r'(?m)^(group|where) = "(.*)"$',
    "numbers.toml": r'(?m)^(label|set_by) = "(.*)"$',
    "scams/pl/na-wnuczka.toml": r'(?m)^(title) = "(.*)"$',
}
"""File → the texts in it that are typed anew."""

TYPED = (
    ("hand-over", "ops", "--anyway", "--consent", "--hung", "1", "--to", "{text}", "--note", "{text}"),
    ("meeting", "--day", "2024-08-19", "--group", "{text}", "--people", "3", "--anyway", "--note", "{text}"),
)

COMMANDS = (
    *(("places", "export", f"out/m.{end}") for end in ("csv", "xlsx")),
    *(("recall", "-o", f"out/odwolanie.{end}") for end in ("csv", "html", "txt")),
    *(("report", "-o", f"out/raport.{end}") for end in ("csv", "html")),
    *(("ledger", "export", f"out/ksiega.{end}") for end in ("csv", "json")),
    ("hand-over", "--list", "out/lista.csv"),
    ("meetings", "calendar", "-o", "out/spotkania.ics"),
    ("numbers", "due", "--days", "4000", "--ics", "out/terminy.ics"),
    ("desk", "-o", "out/dyzurny.html"),
    ("paper", "letter", "bank", "-o", "out/pismo.html"),
    ("summary", "--from", "2024-08-01", "--to", "2024-08-20", "-o", "out/informacja.html"),
    ("show", "na-wnuczka", "-o", "out/a.html"),
    ("build", "--jobs", "1", "--force"),
    ("gallery",),
    ("site",),
    *(
        (*words, "--json")
        for words in (("list", "places"), ("list", "scams"), ("list", "campaigns"), ("numbers", "list"))
    ),
    *((*words, "--json") for words in (("ledger", "list"), ("ledger", "hanging"), ("recall",), ("meetings", "list"))),
    *(
        (*words, "--json")
        for words in (("history",), ("doctor",), ("plan",), ("report",), ("check", "--only", "na-wnuczka"))
    ),
)


class Seen(HTMLParser):
    """What a browser would do with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.obeyed: list[str] = []
        self.script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.script = tag == "script"
        for name, value in attrs:
            runs = name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:text"))
            if runs or "zly" in name or (tag in ("img", "script") and "zly" in (value or "") and name == "src"):
                self.obeyed.append(f"<{tag} {name}={value}>")
        if "zly" in tag:
            self.obeyed.append(f"<{tag}>")

    def handle_data(self, data: str) -> None:
        if self.script and "zly" in data:
            self.obeyed.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.script = False


def obeyed(name: str, data: bytes) -> list[str]:
    """What of it another program would obey, "" for nothing."""
    match name.rpartition(".")[2]:
        case "html":
            seen = Seen()
            seen.feed(data.decode("utf-8"))
            return [*seen.obeyed, *(["49"] if ">49" in data.decode() else [])]
        case "csv":
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
            return [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        case "xlsx":
            parts = zipfile.ZipFile(io.BytesIO(data))
            return re.findall(r"<f[ >].*?</f>", "".join(parts.read(one).decode() for one in parts.namelist()))
        case "ics":
            known = {
                "ACTION",
                "BEGIN",
                "END",
                "UID",
                "DTSTAMP",
                "DTSTART",
                "DTEND",
                "SUMMARY",
                "LOCATION",
                "DESCRIPTION",
            }
            names = {name for one in Calendar.from_ical(data).walk("VEVENT") for name in one}
            long = [line.decode() for line in data.split(b"\r\n") if len(line) > 75 or b"\n" in line or b"\r" in line]
            return [*long, *sorted(names - known - {"SEQUENCE", "STATUS", "TRIGGER", "TRANSP", "CATEGORIES", "URL"})]
        case "json":
            json.loads(data)
    return []


@pytest.fixture
def ungated(tmp_path, monkeypatch):
    """ungated(text): a workspace in which *text* stands in place of what people type, past the gate."""
    with world(tmp_path) as folder:

        def fill(text: str) -> Path:
            for name, module in list(sys.modules.items()):
                if name.startswith("ulotki.") and hasattr(module, "complaints") and name != "ulotki.content.gate":
                    monkeypatch.setattr(module, "complaints", lambda *_, **__: ())
            for words in TYPED:
                ran = run(tuple(word.format(text=text) for word in words))
                assert "mistake in the program" not in ran.out + ran.err
            for path, pattern in TEXTS.items():
                file = folder / path
                typed = json.dumps(text)
                text_of = file.read_text("utf-8")
                made = re.sub(pattern, lambda match, typed=typed: f"{match[1]} = {typed}", text_of)
                assert made != text_of, path
                file.write_text(made, "utf-8")
            return folder

        yield fill


@pytest.mark.parametrize("text", [HTML, FORMULA, LINES], ids=["markup", "formula", "lines"])
def test_nothing_typed_is_obeyed(ungated, text):
    """
    In HTML, tables, workbooks, calendars and JSON; and it stands there, in most of them, as it was typed.
    """
    folder = ungated(text)
    wrongs = []
    for words in COMMANDS:
        ran = run(words)
        assert ran.code in (0, 1, 2, 4), (words, ran)
        assert "mistake in the program" not in ran.out + ran.err, (words, ran.err)
        if "--json" in words:
            wrongs += [f"{words}: {one}" for one in wrong(json.loads(ran.out))]
    made = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("out", "site")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }
    for name, data in made.items():
        wrongs += [f"{name}: {one}" for one in obeyed(name, data)]

    assert [] == wrongs
    bearing = {name.rpartition(".")[2] for name, data in made.items() if b"zly" in data}
    assert {"html", "csv", "ics", "json"} <= bearing | ({"json"} if text == HTML else set())
    assert 8 <= sum(b"zly" in data for data in made.values()), sorted(made)


def test_no_page_obeys(ungated):
    """
    Every screen of the local page.
    """
    folder = ungated(HTML)
    desk = Desk(Remembering.at(folder), lambda: TODAY, lambda: "2024-08-20T10:00:00Z", "pl", PORT)
    app = create(desk)
    app.test_client_class = Client
    client = app.test_client()
    client.get(f"/wejscie/{desk.keys.new()}")
    pages = {screen.id: client.get(screen.path) for screen in SCREENS}

    assert {200} == {page.status_code for page in pages.values()}
    assert {} == {id: found for id, page in pages.items() if (found := obeyed(f"{id}.html", page.data))}
    assert 4 <= sum("zly" in page.text for page in pages.values())


@pytest.mark.parametrize("field", ["subject", "name"])
def test_no_header_is_smuggled_into_a_message(field):
    """
    A line end in a subject or in the name of a file is refused; in the text of a message it begins no header.
    """
    empty = Paper.__new__(Paper)
    fields = {"subject": "Prośba", "text": "a\n.\nBcc: zly@evil.example\n", "name": "pismo"}
    plain = draft_file(Draft(person=None, paper=empty, **fields), b"%PDF-")

    assert b"\nBcc" not in plain.partition(b"\r\n\r\n")[0]
    with pytest.raises(ValueError, match="linefeed"):
        draft_file(Draft(person=None, paper=empty, **fields | {field: LINES}), b"%PDF-")
