"""The gate: every text field of every file has a policy, and the exceptions are few and named."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import types
import typing
from collections.abc import Iterator, Mapping

import pytest
from effort import effort

import ulotki.library
from ulotki import stock
from ulotki.content import policies, printable
from ulotki.content.country import NumberForm
from ulotki.content.field_policies import POLICIES, policy
from ulotki.content.gate import complaints
from ulotki.content.kinds import KINDS
from ulotki.content.policies import ANYTHING, PHONE, PLAIN, PROSE, Policy
from ulotki.content.signs import GLYPHS
from ulotki.content.state import Confirmed
from ulotki.content.text import NBSP, Prose, Words
from ulotki.errors import Where
from ulotki.installed import shipped
from ulotki.library.shape import GIVEN, Reader, field_types
from ulotki.library.toml import parse
from ulotki.look import faces

NO_FILES = {"Leaflet", "Occasion", "Telling", "Register", "Unread", "Prose", "Words", "Where", "Doc"}
"""Values that are made by the program, not read from a file."""


def kinds() -> set[type]:
    """Every dataclass that a module of the library reads from a file, and all that are inside of these."""
    found: set[type] = {NumberForm, *KINDS.values()}
    for info in pkgutil.iter_modules(ulotki.library.__path__):
        module = importlib.import_module(f"ulotki.library.{info.name}")
        for one in vars(module).values():
            if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__.startswith("ulotki.content."):
                found.add(one)
    read = {kind for kind in found if kind.__name__ not in NO_FILES}
    return read | {inner for kind in read for inner in within(kind)}


def within(kind: type) -> Iterator[type]:
    """The dataclasses inside of *kind*."""
    for hint in field_types(kind).values():
        for leaf in leaves(hint):
            if dataclasses.is_dataclass(leaf) and leaf not in (Prose, Words, Where, kind):
                yield leaf
                yield from within(leaf)


def leaves(hint: object) -> Iterator[type]:
    """The plain types inside of a type such as Mapping[str, tuple[X, ...]] | None."""
    args = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin is typing.Literal or isinstance(hint, typing.NewType):
        return
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        args = args[1:]
    if args or isinstance(hint, types.UnionType):
        for arg in args:
            yield from leaves(arg)
    elif isinstance(hint, type):
        yield hint


def texts() -> dict[str, type]:
    """Class and field of every text field of the files, with the class."""
    return {
        f"{kind.__name__}.{item.name}": kind
        for kind in kinds()
        for item in dataclasses.fields(kind)
        if item.name not in GIVEN and str in leaves(field_types(kind)[item.name])
    }


def test_every_text_field_has_a_policy():
    """
    Who adds a text field says in POLICIES what it may carry; here the field is named until they do.
    """
    found = texts()

    assert len(found) > 30
    assert [] == [
        name
        for name, kind in found.items()
        if not any(f"{one.__name__}.{name.split('.')[1]}" in POLICIES for one in kind.__mro__)
    ]


def test_no_policy_is_left_over():
    """
    A policy belongs to a field that there is.
    """
    every = {f"{kind.__name__}.{field}" for kind in kinds() for field in field_types(kind)}
    every |= {f"Value.{field}" for field in field_types(KINDS["number"])}

    assert set() == set(POLICIES) - every


def test_a_field_that_nobody_named_has_the_strictest_rule():
    """
    A new field falls under the gate before anybody thinks of it.
    """

    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Guest:
        name: str = ""

    reader = Reader(parse("a.toml", b'name = "Jan 600 700 800"'))
    reader.read(Guest, {"name": "Jan 600 700 800"}, ())

    assert PLAIN is policy(Guest, "name")
    assert ["name"] == [finding.at.field for finding in reader.findings]


def test_the_exceptions_are_few():
    """
    Numbers or hosts may be written out in these alone of all fields with words of people; the rest are ids, links and
    values of the register.
    """
    keys = {policies.KEY, policies.LINK, policies.VALUED}
    free = {name for name, one in POLICIES.items() if (one.numbers or one.hosts) and one not in keys}

    assert {
        "Person.email",
        "Person.phone",
        "PrintShop.contact",
        "PrintShop.stock",
        "Citation.note",
        "Unit.case_number",
        "Unit.email",
    } == free


@pytest.mark.parametrize(
    "number",
    "KPP-P-0511/12/2026|WP-I.541.1.2026.AK|L.dz. 0012345678/2024|l.dz. 123/26|Kd-12/2026|VII Ds 12/26|1234567/26".split(
        "|"
    ),
)
def test_file_numbers_as_offices_have_them(number):
    """
    Whatever their parts are, they look like no telephone.
    """
    assert [] == list(complaints(number, policies.FILE))


@pytest.mark.parametrize(
    "text",
    "997|tel. 601 234 567|TEL 601 234 567|601/234/567|P-601234567|81 855 20 20|oszust.pl|oszust1.pl/12|zadzwoń 1/2|L.dz.".split(
        "|"
    ),
)
def test_what_is_no_file_number_stands_on_no_letter(text):
    """
    The field is no way around the rule of numbers and hosts.
    """
    assert [] != list(complaints(text, policies.FILE))


BAD = {
    "a number": "Szkoła 600 700 800",
    "a host": "Szkoła evil.pl",
    "a mark": "Szkoła *nowa*",
    "a placeholder": "Szkoła {{number:112}}",
    "a sign of no width": "Szko\u200bła",
    "a sign that turns": "Szkoła\u202e",
    "a control sign": "Szkoła\u0007",
    "a look-alike": "Szk\u043eła",
    "an emoji": "Szkoła \U0001f600",
    "a letter that no face has": "Szkoła \u04a0",
    "too much": "a " * 3000,
}

PLACES = (
    ("ulotki.toml", 'issuer = "{}"', "issuer"),
    ("ulotki.toml", 'gmina = "{}"', "gmina"),
    ("campaigns/c.toml", 'title = "{}"\nday = 2024-08-01\norder = []', "title"),
    ("places.toml", '[place.x]\nname = "{}"\nkind = "bank"', "place.x.name"),
    ("numbers.toml", '[number.x]\nvalue = ""\nlabel = "{}"', "number.x.label"),
    ("numbers.toml", '[number.x]\nvalue = ""\nlabel = "x"\nset_by = "{}"', "number.x.set_by"),
    ("numbers.toml", '[name.x]\nvalue = "{}"\nlabel = "x"', "name.x.value"),
)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize(("file", "text", "field"), PLACES, ids=[field for _, _, field in PLACES])
def test_one_gate_for_every_field(file, text, field, bad, tmp_path, monkeypatch):
    """
    The same is refused in each of them, while it is read, with file, line and field.
    """
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path / "nothing")
    if field == "issuer" and bad == BAD["a letter that no face has"]:
        bad = "Szkoła \u4e00"
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace("{}", bad.replace("\u0007", "\\u0007")), encoding="utf-8")
    found = [
        finding
        for finding in ulotki.library.read(tmp_path, stock.known()).findings
        if finding.at.field == field and finding.at.file == str(path)
    ]

    assert [] != found
    assert all(finding.at.line for finding in found)


def test_one_bad_name_blocks_nothing_else(tmp_path):
    """
    The other places are there, and the bad one is named.
    """
    (tmp_path / "places.toml").write_text(
        '[place.a]\nname = "Szkoła evil.pl"\nkind = "bank"\n[place.b]\nname = "Bank"\nkind = "bank"\n', encoding="utf-8"
    )
    library = ulotki.library.read(tmp_path, stock.known())

    assert (["b"], ["a"]) == (list(library.places), list(library.places.unread))


@pytest.mark.parametrize("text", ["48 22 555 01 01", "+48 600 700 800", "81 855 20 36 wew. 12", "(81) 855-20-36", ""])
def test_a_telephone_of_a_person_is_one(text):
    """
    In the forms in which people write one.
    """
    assert [] == list(complaints(text, PHONE))


@pytest.mark.parametrize("text", ["evil.pl", "600 700 800 evil.pl", "tel. 600", "6\u200b00", "zadzwoń"])
def test_and_nothing_else(text):
    """
    No words and no hosts under a telephone.
    """
    assert [] != list(complaints(text, PHONE))


def test_a_job_ticket_may_say_whom_to_call():
    """
    The contact of the print shop is the one text with a number and a host; what nobody sees is refused in it as well.
    """
    assert [] == list(complaints("Anna, 81 855 20 36, druk@drukarnia.pl", ANYTHING))
    assert [] != list(complaints("Anna\u202e", ANYTHING))


def test_our_signs_are_those_of_the_faces():
    """
    What the gate lets pass has a glyph in every weight, and nothing that has one is refused for want of it.
    """
    for name in GLYPHS:
        family = faces.family(name, shipped)
        signs = frozenset.intersection(*(face.signs for face in family.weights.values()))

        assert GLYPHS[name] <= signs
        assert [] == [
            sign for sign in sorted(signs - GLYPHS[name] - {NBSP}) if not list(complaints(sign, Policy(9, signs=signs)))
        ]


def test_ukrainian_needs_its_own_face():
    """
    Prose may be of either script; the reader of a Polish text refuses signs that the Polish face lacks.
    """
    assert [] == list(complaints("Їжак", PROSE))
    assert [] != list(complaints("Їжак", PLAIN))
    assert [] != list(printable.foreign_complaints("Їжак", "plain"))
    assert [] == list(printable.foreign_complaints("Їжак", "fira"))


def test_a_confirmation_is_read_through_the_gate():
    """
    Also a table in a table.
    """
    assert PLAIN is policy(Confirmed, "by")


UNITS = (
    *(
        "9",
        "|",
        "O",
        "1|",
        "|O",
        "0 ",
        "| ",
        "1 ",
        "1-",
        "1.",
        "a",
        "aych ",
        "5złot",
        "5 zł ",
        "1 i ",
        "ul. a ",
        "nr ",
        "B1",
    ),
    *(
        "a.",
        "a@",
        "www.",
        "://",
        "§ 1 ",
        "na 10 osób ",
        "kropka ",
        "a kropka ",
        "jeden ",
        "sto dwa ",
        "1 stycznia ",
        "2024 ",
    ),
    *(
        "(",
        "( ",
        "1(",
        "_",
        "1_",
        "...",
        "a.pl ",
        "(dot)",
        "+ ",
        "1×",
        "{{number:112}} ",
        "*a*",
        "*",
        "[a](lang:en)",
        "[a",
    ),
)


@pytest.mark.parametrize("end", ["", "!", "Zapisz"])
@pytest.mark.parametrize("unit", UNITS)
def test_no_text_takes_long(unit, end):
    """
    The same again and again, in a text that is short or as long as it may be: judged in a moment.
    """
    texts = [(unit * length)[:length] + end for length in (20, PROSE.longest - len(end))]

    assert effort(lambda: [list(complaints(text, PROSE)) for text in texts]) < 1
