"""Reads leaflets/ into content, and says all that is wrong with a folder at once."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import dataclass, replace

import pytest

from ulotki.content.leaflet import tell
from ulotki.content.order import targets
from ulotki.content.publisher import PrintShop
from ulotki.content.state import State
from ulotki.content.telling import Occasion
from ulotki.errors import Misused, Refused, Where
from ulotki.library import read
from ulotki.library.source import WHOLE

NUMBERS = "numbers.toml"
PLACES = "places.toml"
SETTINGS = "ulotki.toml"
CAMPAIGN = "campaigns/sierpien-2024.toml"
SCAM = "scams/pl/na-wnuczka.toml"
WORDS = "words/pl.toml"

PINNED = {
    "number:112": "112",
    "number:cert-sms": "8080",
    "number:karty": "+48 828 828 828",
    "number:dzieci": "116 111",
    "number:dorosli": "116 123",
    "number:zus": "22 560 16 00",
    "address:incydent-cert": "https://incydent.cert.pl",
}
"""Every national value. Whoever changes one changes it here too, with the source open beside them."""


# The national register


def test_national_values_are_these_and_no_others(known):
    """
    Held letter by letter: this test is the second person of the national register.
    """
    assert PINNED == {value.ref: value.value for value in read(None, known).believed(datetime.date.max).register}


def test_national_values_are_good_with_source_and_day(known):
    """
    Each is marked national, names a page and a day, and needs no mark on the day it was checked.
    """
    for value in read(None, known).believed(datetime.date.max).register:
        assert value.national
        assert value.source.startswith("https://")
        assert State.GOOD == value.state(value.checked)


def test_every_scam_of_the_library_can_be_told(known):
    """
    All its placeholders have a value, in its full and in its short words.
    """
    library = read(None, known).believed(datetime.date.max)

    for scam in library.editions:
        short = frozenset(name for name in ("title", "quote", "order", "rule", "story") if getattr(scam.short, name))
        for words in (frozenset(), short):
            leaflet = tell(scam, library.telling(scam.lang, Occasion(datetime.date(2026, 12, 1))), words)
            assert {State.GOOD} == set(leaflet.states.values())


def test_translations_of_the_library_say_what_helps(known):
    """
    Where the first language has a box of its own for who has been cheated, so has every translation.
    """
    library = read(None, known).believed(datetime.date.max)

    for scam in library.translations.values():
        first = library.scam(scam.id)
        assert (first.gone is None) == (scam.gone is None), (scam.lang, scam.id)
        assert (first.call is None) == (scam.call is None), (scam.lang, scam.id)
        assert first.topic and scam.topic, (scam.lang, scam.id)


# What a workspace adds


def test_the_workspace_of_serniki_is_good(library):
    """
    The real one: somebody publishes, and each order finds a place.
    """
    assert library.publisher is not None
    for campaign in library.campaigns.values():
        assert all(targets(order, library.places) for order in campaign.order)


def test_a_workspace_is_read_whole(reading, workspace):
    """
    Places, a campaign, a publisher, and what nobody has given yet.
    """
    library = reading()

    assert (4, 1, "Serniki") == (len(library.places), len(library.campaigns), library.publisher.gmina)
    assert workspace == library.workspace
    officer = library.register.find("number", "dzielnicowy")
    assert ("", False) == (officer.value, officer.national)


def test_a_print_shop_as_the_starter_has_it(reading, workspace, root):
    """
    The example that every new workspace has can be used as it stands, with its signs # taken away.
    """
    starter = (root / "leaflets/library/starters/ulotki.toml").read_text("utf-8")
    example = starter[starter.index("# [print_shop]") :].replace("# ", "")
    with (workspace / SETTINGS).open("a", encoding="utf-8") as file:
        file.write(example)

    assert PrintShop(stock="kreda matowa 170 g", contact="…, tel. …, e-mail …") == reading().publisher.print_shop


def test_the_unit_as_the_starter_has_it(reading, workspace, root):
    """
    The unit and the plan of every new workspace can be used as they stand, with their signs # taken away and days filled in.
    """
    starter = (root / "leaflets/library/starters/ulotki.toml").read_text("utf-8")
    example = starter[starter.index("# [unit]") : starter.index("# Co ma")].replace("# Plan", "# # Plan")
    example = "\n".join(line.removeprefix("# ") for line in example.splitlines())
    with (workspace / SETTINGS).open("a", encoding="utf-8") as file:
        file.write(example.replace('email = "…"', 'email = "x@example.pl"').format(day="2024-07-01", year="2024-12-31"))
    found = reading().publisher

    assert ("dzielnicowa", "7", "x@example.pl") == (found.unit.post, found.unit.district, found.unit.email)
    assert "2024-07-01 2024-12-31" == f"{found.plan.begins} {found.plan.ends}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('[unit]\nname = "Komenda, tel. 47 812 00 00"', "looks like a number to call"),
        ('[unit]\naddress = "ul. Lubelska 8, 478120000"', "looks like a number to call"),
        ('[unit]\nemail = "Jan Kos"', "is no e-mail address"),
        ('[unit]\nemail = "kos@żółw.pl"', "is no e-mail address"),
        ("[plan]\nbegins = 2024-07-02\nends = 2024-07-01", "before it begins"),
        ("[unit]\ndistrict = 7", "must be text in quotes"),
        ('[unit]\nrejon = "7"', "unknown key"),
    ],
)
def test_a_unit_that_cannot_be(reading, workspace, words, said):
    """
    What must not stand at the head of a letter is refused, with its line.
    """
    with (workspace / SETTINGS).open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")
    with pytest.raises(Refused, match=said) as trouble:
        _ = reading().publisher

    assert trouble.value.findings[0].at.line


def test_a_unit_with_all_that_numbers_have(reading, workspace):
    """
    Postal codes, years and long file numbers are no telephone numbers.
    """
    with (workspace / SETTINGS).open("a", encoding="utf-8") as file:
        file.write(
            '\n[unit]\naddress = "ul. Lubelska 8/12, 21-100 Lubartów"\ncase_number = "L.dz. 0012345678/2024"\n'
            'retention = "do 31 grudnia 2026 r."\n'
        )

    assert "21-100" in reading().publisher.unit.address


def test_the_box_of_the_starter_as_it_stands(reading, workspace, root):
    """
    The example for who has been cheated can be used with its signs # taken away.
    """
    starter = (root / "leaflets/library/starters/scam.toml").read_text("utf-8")
    example = starter[starter.index("# [gone]") : starter.index("# Skąd to wiadomo")]
    example = "\n".join(
        line.removeprefix("# ").removeprefix("#") for line in example.splitlines() if "karty pod" not in line
    )
    edit(workspace, SCAM, "", example)
    gone = reading().scam("na-wnuczka").gone

    assert (["Mój bank", None], [None, "112"]) == (
        [row.write.source if row.write else None for row in gone.row],
        [row.number for row in gone.row],
    )
    assert 2 == len(gone.pair)


def test_without_a_workspace_there_is_the_nation_alone(known):
    """
    Scams, words and numbers; nobody publishes.
    """
    library = read(None, known).believed(datetime.date.max)

    assert (None, None, {}, {}) == (library.workspace, library.publisher, library.places, library.campaigns)
    assert {"na-wnuczka", "bank"} < set(library.scams)


def test_a_scam_of_a_workspace_takes_the_place_of_the_national_one(workspace, reading):
    """
    Other scams stay as they are.
    """
    edit(workspace, SCAM, 'order = "Rozłącz się."', 'order = "Odłóż słuchawkę."')
    library = reading()

    assert "Odłóż słuchawkę." == library.scam("na-wnuczka").order.source
    assert str(workspace / SCAM) == library.scam("na-wnuczka").at.file
    assert 2 == len(library.scams)


def test_a_workspace_may_add_a_scam(workspace, reading):
    """
    One file, one scam; its name is its id.
    """
    shutil.copy(workspace / SCAM, workspace / "scams/pl/na-hydraulika.toml")

    assert ("na-hydraulika", "pl") == (reading().scam("na-hydraulika").id, reading().scam("na-hydraulika").lang)


def test_a_workspace_may_give_words(workspace, reading):
    """
    A fixed word may be said in another way.
    """
    edit(workspace, WORDS, 'verdict = "To oszust!"', 'verdict = "To oszustwo!"')

    assert "To oszustwo!" == reading().phrases["pl"].verdict.source


def test_a_local_number_confirmed_by_a_second_person_is_good(workspace, reading):
    """
    The commented lines of the file, filled in.
    """
    edit(workspace, NUMBERS, 'value = ""', OFFICER)

    assert State.GOOD == reading().register.find("number", "dzielnicowy").state(datetime.date(2024, 8, 1))


@pytest.mark.parametrize("name", [NUMBERS, PLACES, SETTINGS, CAMPAIGN, SCAM, WORDS])
def test_a_file_saved_in_notepad_is_read(workspace, reading, name):
    """
    A BOM and Windows line ends are no fault.
    """
    text = (workspace / name).read_text(encoding="utf-8")
    (workspace / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert 2 == len(reading().scams)


def test_equal_folders_give_equal_libraries(reading):
    """
    Neither clock nor chance nor the order of a disk has a say.
    """
    assert reading() == reading()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (4, ("all",)),
        (2, ("parish",)),
        (1, ("nowa-wies",)),
        (3, ("parish", "bank")),
        (1, ("nowa-wies", "solectwo")),
        (0, ("school",)),
    ],
)
def test_an_order_names_places_by_id_or_kind(reading, count, words):
    """
    A place named twice gets its copies once.
    """
    library = reading()
    order = library.campaign("sierpien-2024").order[0]

    assert count == len(targets(replace(order, places=words), library.places))


@pytest.mark.parametrize(
    ("hint", "ask"),
    [
        ('did you mean "na-wnuczka"?', lambda library: library.scam("na-wnuczke")),
        ("known are: sierpien-2024", lambda library: library.campaign("luty")),
        ("known are: –", lambda library: library.scam("bank", "uk")),
    ],
)
def test_who_asks_for_what_is_not_there_is_told_what_is(reading, hint, ask):
    """
    Wrong use, with the nearest name.
    """
    with pytest.raises(Misused) as misused:
        ask(reading())

    assert hint == str(misused.value.findings[0].hint)


# One fault at a time

OFFICER = """value = "47 812 00 00"
source = "https://lubartow.policja.gov.pl"
checked = 2024-07-15
set_by = "asp. Jan Kowalski"
confirmed = { value = "47 812 00 00", by = "Anna Nowak", on = 2024-07-15 }"""

STEP = '[[step]]\nlead = "Zadzwoń do bliskich"\nsentence = "Wybierz numer, który znasz."\nicon = "call"\n'


def edit(workspace, name: str, old: str, new: str) -> str:
    """The text of a file with *new* in the place of *old*, or at its end when *old* is empty; written back."""
    text = (workspace / name).read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1) if old else f"{text}\n{new}\n"
    (workspace / name).write_text(text, encoding="utf-8")
    return text


@dataclass(frozen=True)
class Fault:
    """In *name*, *new* for *old*; then what is said of *field*, in the line of *mark* (or in the line given)."""

    name: str
    old: str
    new: str
    mark: str | int
    field: str
    what: str
    hint: str


def fault(id: str, *args):
    return pytest.param(Fault(*args), id=id)


DIALABLE = ("looks like a number to call", "put it into numbers.toml and write {{number:id}} here")
WEB_LIKE = ("looks like an internet address", "put it into numbers.toml and write {{address:id}} here")
NO_ID = ("is not an id", "use small letters a–z, digits and hyphens between them, 60 characters at most")
NO_NUMBER = ("is not a telephone number", "write nine digits")
NO_DATE = ("is not a date", "write a day as 2024-08-01, without quotes")
NO_TEXT = ("is not text", "put it in quotes")
EXAMPLE = "see a file of the library for an example"
EMPTY = ("is empty", "write the words, or delete the line")
UNMARKED = ("marks and placeholders are printed as they stand here", "write plain words")


def gone(*rows: str) -> str:
    """A box for who has been cheated."""
    return (
        '[gone]\ntitle = "Już się stało?"\n'
        + ("row = []" if not rows else "")
        + "".join(f'[[gone.row]]\nwords = "Zadzwoń."\n{row}\n' for row in rows)
    )


def number(*lines: str) -> str:
    """One more entry of the local register."""
    return "\n".join(["[number.komisariat]", 'label = "komisariat"', *lines])


FAULTS = [
    # Keys
    fault("number: unknown key", NUMBERS, "label", 'sorce = ""\nlabel', "sorce =", "number.dzielnicowy.sorce", 'unknown key "sorce"', 'did you mean "source"?'),
    fault("number: hours of its own", NUMBERS, "label", 'hours = "godz. 8–15"\nlabel', "hours =", "number.dzielnicowy.hours", 'unknown key "hours"', "known are: value"),
    fault("number: national", NUMBERS, "label", "national = true\nlabel", "national =", "number.dzielnicowy.national", 'unknown key "national"', "known are: value"),
    fault("number: unknown kind", NUMBERS, "", '[numer.x]\nvalue = "112"', "[numer.x]", "numer", 'unknown key "numer"', 'did you mean "number"?'),
    fault("number: a list", NUMBERS, "", "[[address]]\nx = 1", "[[address]]", "address", 'unknown key "address"', 'did you mean "address"?'),
    fault("confirmed: unknown key", NUMBERS, "label", 'confirmed = { value = "", by = "x", on = 2024-07-15, who = "" }\nlabel', "confirmed = { value = \"\"", "number.dzielnicowy.confirmed.who", 'unknown key "who"', "known are: value, by, on"),
    fault("place: unknown key", PLACES, 'kind = "bank"', 'kind = "bank"\nbords = 2', "bords", "place.bank.bords", 'unknown key "bords"', 'did you mean "boards"?'),
    fault("place: unknown table", PLACES, "", '[places.x]\nname = "x"', "[places.x]", "places", 'unknown key "places"', "write [place.some-id]"),
    fault("settings: unknown key", SETTINGS, "gmina", 'isuer = "x"\ngmina', "isuer", "isuer", 'unknown key "isuer"', 'did you mean "issuer"?'),
    fault("print shop: unknown key", SETTINGS, "", '[print_shop]\nstok = "x"', "stok", "print_shop.stok", 'unknown key "stok"', 'did you mean "stock"?'),
    fault("site: no page of ours", SETTINGS, "", '[site]\naddress = "http://oszust.pl"', "address", "site.address", '"http://oszust.pl"', "write it as in https://"),
    fault("print shop: no bleed", SETTINGS, "", "[print_shop]\nbleed = 30", "bleed", "print_shop.bleed", "no print shop asks for a bleed of 30 mm", "write 0 to 10 mm"),
    fault("print shop: a number", SETTINGS, "", "[print_shop]\nstock = 130", "stock", "print_shop.stock", "stock", ""),
    fault("campaign: unknown key", CAMPAIGN, "palette =", 'palete = "eco"\npalette =', "palete =", "palete", 'unknown key "palete"', 'did you mean "palette"?'),
    fault("order: unknown key", CAMPAIGN, "copies = 20", "copies = 20\ncopy = 1", "copy =", "order.2.copy", 'unknown key "copy"', 'did you mean "copies"?'),
    fault("scam: unknown key", SCAM, "channel", 'quot = ["a"]\nchannel', "quot =", "quot", 'unknown key "quot"', 'did you mean "quote"?'),
    fault("step: unknown key", SCAM, 'icon = "call"', 'icon = "call"\nled = "x"', "led =", "step.2.led", 'unknown key "led"', 'did you mean "lead"?'),
    fault("short: unknown key", SCAM, "[short]", '[short]\ntitel = "x"', "titel", "short.titel", 'unknown key "titel"', 'did you mean "title"?'),
    fault("words: unknown key", WORDS, "kicker =", 'kiker = "x"\nkicker =', "kiker", "kiker", 'unknown key "kiker"', 'did you mean "kicker"?'),
    # Types
    fault("copies in quotes", CAMPAIGN, "copies = 20", 'copies = "20"', 'copies = "20"', "order.2.copies", 'copies = "20" must be a whole number', "take the quotation marks away: 20"),
    fault("copies and a half", CAMPAIGN, "copies = 20", "copies = 2.5", "copies = 2.5", "order.2.copies", "copies = 2.5 must be a whole number", EXAMPLE),
    fault("boards: yes", PLACES, 'kind = "bank"', 'kind = "bank"\nboards = true', "boards = true", "place.bank.boards", "boards = true must be a whole number", EXAMPLE),
    fault("quote as one text", SCAM, 'quote = ["To ja! Poznajesz?", "Mam duży kłopot.",', 'quote = "To ja!" # [', 'quote = "To ja!"', "quote", 'quote = "To ja!" must be a list in brackets', EXAMPLE),
    fault("title as a number", SCAM, 'title = "„na wnuczka”"', "title = 1", "title = 1", "title", "title = 1 must be text in quotes", 'put it in quotes: "1"'),
    fault("audience as a number", SCAM, '["senior"]', '["senior", 3]', '["senior", 3]', "audiences.2", "audiences.2 = 3 must be text in quotes", 'put it in quotes: "3"'),
    fault("confirmed as a text", NUMBERS, "label", 'confirmed = "tak"\nlabel', 'confirmed = "tak"', "number.dzielnicowy.confirmed", "must be a table", "give it keys of its own"),
    # Missing
    fault("number without label", NUMBERS, 'label = "dzielnicowy gminy Serniki"', "", "[number.dzielnicowy]", "number.dzielnicowy", 'the field "label" is missing', "write label = …"),
    fault("name without value", NUMBERS, '[name.dzielnicowy]\nvalue = ""', "[name.dzielnicowy]", "[name.dzielnicowy]", "name.dzielnicowy", 'the field "value" is missing', "write value = …"),
    fault("confirmed without by", NUMBERS, "label", 'confirmed = { value = "", on = 2024-07-15 }\nlabel', 'confirmed = { value = "", on', "number.dzielnicowy.confirmed", 'the field "by" is missing', "write by = …"),
    fault("place without kind", PLACES, 'name = "Parafia w Brzostówce"\nkind = "parish"', 'name = "Parafia w Brzostówce"', "[place.parafia-brzostowka]", "place.parafia-brzostowka", 'the field "kind" is missing', "write kind = …"),
    fault("scam without order", SCAM, 'order = "Rozłącz się."', "", 1, "", 'the field "order" is missing', "write order = …"),
    fault("step without lead", SCAM, 'lead = "Zadzwoń do bliskich"\nsentence = "Wybierz', 'sentence = "Wybierz', '[[step]]\nsentence', "step.2", 'the field "lead" is missing', "write lead = …"),
    fault("sign without icon", SCAM, 'icon = "volume_off"', "", '[[sign]]\nlead = "Każe', "sign.3", 'the field "icon" is missing', "write icon = …"),
    fault("campaign without day", CAMPAIGN, "day = 2024-08-01", "", 1, "", 'the field "day" is missing', "write day = …"),
    fault("order without template", CAMPAIGN, 'template = "leaflet"', "", '[[order]]\nscams = ["na-wnuczka"]', "order.2", 'the field "template" is missing', "write template = …"),
    fault("words without free", WORDS, "free = ", "# free = ", 1, "", 'the field "free" is missing', "write free = …"),
    # Days
    fault("a day in quotes", CAMPAIGN, "day = 2024-08-01", 'day = "2024-08-01"', "day = ", "day", '"2024-08-01" ' + NO_DATE[0], NO_DATE[1]),
    fault("a day of no calendar", CAMPAIGN, "day = 2024-08-01", "day = 2024-02-30", "day = 2024-02-30", "", "there is no such day: 2024-02-30", "that month has 29 days"),
    fault("a month of no calendar", CAMPAIGN, "day = 2024-08-01", "day = 2024-13-01", "day = 2024-13-01", "", "there is no such day: 2024-13-01", "a month is 1 to 12"),
    fault("a day with an hour", CAMPAIGN, "until = 2024-12-31", "until = 2024-12-31T10:00:00", "until =", "until", "must be a day such as 2024-08-01", EXAMPLE),
    fault("a day in words", SCAM, "reviewed = 2026-11-23", 'reviewed = "dziś"', "reviewed =", "reviewed", '"dziś" ' + NO_DATE[0], NO_DATE[1]),
    fault("checked in quotes", NUMBERS, "label", 'checked = "15.07.2024"\nlabel', 'checked = "15', "number.dzielnicowy.checked", '"15.07.2024" ' + NO_DATE[0], NO_DATE[1]),
    fault("hung until before the day", CAMPAIGN, "until = 2024-12-31", "until = 2023-12-31", "until =", "until", "until is earlier than the day of the campaign", "correct one of the two"),
    # Numbers and addresses
    fault("a number without quotes", NUMBERS, 'value = ""', "value = 478120000", "value = 478120000", "number.dzielnicowy.value", "the number 478120000 " + NO_TEXT[0], 'as in "478120000"'),
    fault("a number with a plus, without quotes", NUMBERS, 'value = ""', "value = +48478120000", "value = +48478120000", "number.dzielnicowy.value", "the number 48478120000 " + NO_TEXT[0], NO_TEXT[1]),
    fault("a number with a dot, without quotes", NUMBERS, 'value = ""', "value = 47.8", "value = 47.8", "number.dzielnicowy.value", "the number 47.8 " + NO_TEXT[0], NO_TEXT[1]),
    fault("a leading zero without quotes", NUMBERS, 'value = ""', "value = 0112", "value = 0112", "", "a number begins with 0", 'value = "112"'),
    fault("confirmed without quotes", NUMBERS, "label", 'confirmed = { value = 112, by = "x", on = 2024-07-15 }\nlabel', "confirmed = { value = 112", "number.dzielnicowy.confirmed.value", "the number 112 " + NO_TEXT[0], NO_TEXT[1]),
    fault("replaces without quotes", NUMBERS, "label", "replaces = 799448084\nlabel", "replaces = 7", "number.dzielnicowy.replaces", "the number 799448084 " + NO_TEXT[0], NO_TEXT[1]),
    fault("997", NUMBERS, "", number('value = "997"'), 'value = "997"', "number.komisariat.value", "997 is no longer a number to print", "print 112"),
    fault("the dead number", NUMBERS, "", number('value = "799 448 084"'), 'value = "799', "number.komisariat.value", '"799 448 084" no longer works', "it is now 8080"),
    fault("a premium number", NUMBERS, "", number('value = "700 123 456"'), 'value = "700', "number.komisariat.value", '"700 123 456" is a premium number', "costs nothing extra"),
    fault("ten digits", NUMBERS, "", number('value = "47 812 00 000"'), 'value = "47', "number.komisariat.value", '"47 812 00 000" ' + NO_NUMBER[0], NO_NUMBER[1]),
    fault("two numbers", NUMBERS, "", number('value = "47 812 00 00/01"'), 'value = "47', "number.komisariat.value", '"47 812 00 00/01" ' + NO_NUMBER[0], NO_NUMBER[1]),
    fault("an area that is not there", NUMBERS, "", number('value = "10 812 00 00"'), 'value = "10', "number.komisariat.value", "none in Poland begins with 10", "digit by digit"),
    fault("Arabic digits", NUMBERS, "", number('value = "١١٢"'), 'value = "١', "number.komisariat.value", '"١١٢" ' + NO_NUMBER[0], NO_NUMBER[1]),
    fault("one Arabic digit", NUMBERS, "", number('value = "47 812 00 0٠"'), 'value = "47', "number.komisariat.value", '"47 812 00 0٠" ' + NO_NUMBER[0], NO_NUMBER[1]),
    fault("an invisible sign in a number", NUMBERS, "", number('value = "47 812 00\u200b 00"'), 'value = "47', "number.komisariat.value", "the character U+200B (ZERO WIDTH SPACE) cannot be printed", "delete it and type the word anew"),
    fault("an address outside the rule", NUMBERS, "", '[address.x]\nvalue = "https://evil.example"\nlabel = "x"', "evil.example", "address.x.value", "is not an address that may be printed", "allowed are https:// and one of"),
    fault("an address with a path", NUMBERS, "", '[address.x]\nvalue = "https://policja.pl/x"\nlabel = "x"', "policja.pl/x", "address.x.value", "is not an address that may be printed", "allowed are https:// and one of"),
    fault("an address without a scheme", NUMBERS, "", '[address.x]\nvalue = "policja.pl"\nlabel = "x"', '"policja.pl"', "address.x.value", "is not an address that may be printed", "allowed are https:// and one of"),
    fault("a mask that does not exist", NUMBERS, "", '[address.x]\nvalue = "https://policja.pl"\nlabel = "x"\nmask = 8', "mask = 8", "address.x.mask", "a mask is 0 to 7", "leave it out"),
    fault("nobody's name", NUMBERS, "label", 'set_by = "asp. …"\nlabel', "set_by", "number.dzielnicowy.set_by", '"asp. …" is nobody\'s name', "write who it was"),
    fault("nobody's word", NUMBERS, "label", 'confirmed = { value = "", by = "...", on = 2024-07-15 }\nlabel', "confirmed", "number.dzielnicowy.confirmed.by", '"..." is nobody\'s name', "write who it was"),
    fault("the old area of the police", NUMBERS, "", number('value = "81 855 22 33"'), 'label = "komisariat"', "number.komisariat.label", "the police does not answer on 81 855 22 33", "since 24 February 2020"),
    fault("another emergency number", NUMBERS, "", '[number.x]\nvalue = "47 812 00 00"\nlabel = "numer alarmowy"', 'label = "numer alarmowy"', "number.x.label", '"alarmowy" names 112, not 47 812 00 00', "take the national number"),
    # Twice
    fault("a key twice", NUMBERS, 'value = ""', 'value = ""\nvalue = "112"', 'value = "112"', "", "this name is given twice", "delete or rename one of the two"),
    fault("an id twice", NUMBERS, "", '[name.dzielnicowy]\nvalue = "x" # 2', '[name.dzielnicowy]\nvalue = "x" # 2', "", "this name is given twice", "delete or rename one of the two"),
    fault("a national number again", NUMBERS, "", '[number.112]\nvalue = "47 812 00 00"\nlabel = "x"', "[number.112]", "number.112", "112 is neither stopped nor replaced", "is to be deleted"),
    fault("a national address again", NUMBERS, "", '[address.incydent-cert]\nvalue = "https://policja.pl"\nlabel = "x"', 'label = "x"', "address.incydent-cert.label", "address:incydent-cert comes with the program and keeps its label", "give the entry another id"),
    fault("a replacement without a source", NUMBERS, "", '[number.cert-sms]\nvalue = "8090"', 'value = "8090"', "number.cert-sms.value", "nobody has said where this was read", "under source"),
    fault("a replacement that is called", NUMBERS, "", '[number.cert-sms]\nvalue = "47 812 00 00"\nsource = "https://x.pl/a"', 'value = "47', "number.cert-sms.value", "no messages can be sent to 47 812 00 00", "of the same kind"),
    fault("a replacement that takes messages", NUMBERS, "", '[number.karty]\nvalue = "8090"\nsource = "https://x.pl/a"', 'value = "8090"', "number.karty.value", "8090 takes messages alone", "of the same kind"),
    fault("a replacement by another service", NUMBERS, "", '[number.karty]\nvalue = "999"\nsource = "https://x.pl/a"', 'value = "999"', "number.karty.value", "999 is the number of another service", "of the same kind"),
    fault("a replacement by another national number", NUMBERS, "", '[number.karty]\nvalue = "116 111"\nsource = "https://x.pl/a"', 'value = "116', "number.karty.value", "stands in the national register", "by its id: dzieci"),
    fault("an empty replacement", NUMBERS, "", '[number.cert-sms]\nvalue = "" #\nsource = "https://x.pl/a"', 'value = "" #', "number.cert-sms.value", "value is empty", "to stop it: ulotki numbers stop cert-sms"),
    fault("a national value under another id", NUMBERS, "", number('value = "8080"'), 'label = "komisariat"', "number.komisariat.label", '"8080" stands in the national register', "take it from there by its id: cert-sms"),
    # References
    fault("a number that is not there", SCAM, "Opowiedz o tej rozmowie.", "Zadzwoń: {{number:113}}.", "{{number:113}}", "step.3.sentence", 'there is no number "113"', 'did you mean "112"?'),
    fault("an address that is not there", SCAM, "Opowiedz o tej rozmowie.", "Zgłoś: {{address:incydent}}.", "{{address:incydent}}", "step.3.sentence", 'there is no address "incydent"', 'did you mean "incydent-cert"?'),
    fault("a name that is not there", WORDS, 'call = "Zadzwoń"', 'call = "Zadzwoń: {{name:dzielnicowa}}"', "{{name:dzielnicowa}}", "call", 'there is no name "dzielnicowa"', 'did you mean "dzielnicowy"?'),
    fault("a number where an address is meant", SCAM, "Opowiedz o tej rozmowie.", "Zgłoś: {{address:112}}.", "{{address:112}}", "step.3.sentence", 'there is no address "112"', "known are: incydent-cert"),
    fault("a slot that is not there", WORDS, 'call = "Zadzwoń"', 'call = "Zadzwoń do {{untill}}"', "{{untill}}", "call", 'unknown word in braces: "untill"', 'did you mean "until"?'),
    fault("a slot in a scam", SCAM, "Opowiedz o tej rozmowie.", "Wisi do {{until}}.", "{{until}}", "step.3.sentence", 'unknown word in braces: "until"', "a value is {{number:id}}"),
    fault("an unknown number in an issuer", SETTINGS, "dzielnicowy gminy", "{{number:113}}", "{{number:113}}", "issuer", UNMARKED[0], UNMARKED[1]),
    fault("a mark in an issuer", SETTINGS, "dzielnicowy gminy", "*dzielnicowy* gminy", "*dzielnicowy*", "issuer", UNMARKED[0], UNMARKED[1]),
    fault("a slot in an issuer", SETTINGS, "dzielnicowy gminy", "{{until}}", "{{until}}", "issuer", UNMARKED[0], UNMARKED[1]),
    fault("a known number in hours", NUMBERS, '[name.godziny]\nvalue = ""', '[name.godziny]\nvalue = "zob. {{number:112}}"', "zob. {{", "name.godziny.value", UNMARKED[0], UNMARKED[1]),
    fault("a placeholder in a name", NUMBERS, '[name.dzielnicowy]\nvalue = ""', '[name.dzielnicowy]\nvalue = "asp. {{number:112}}"', "asp. {{", "name.dzielnicowy.value", UNMARKED[0], UNMARKED[1]),
    fault("a mark in a name", NUMBERS, '[name.dzielnicowy]\nvalue = ""', '[name.dzielnicowy]\nvalue = "*asp.* Nowak"', "*asp.*", "name.dzielnicowy.value", UNMARKED[0], UNMARKED[1]),
    fault("an unknown number in hours", NUMBERS, '[name.godziny]\nvalue = ""', '[name.godziny]\nvalue = "zob. {{number:113}}"', "zob. {{", "name.godziny.value", UNMARKED[0], UNMARKED[1]),
    fault("an unknown slot in a purpose", NUMBERS, "", '[address.x]\nvalue = "https://policja.pl"\nlabel = "x"\npurpose = { pl = "Do {{untill}}" }', "{{untill}}", "address.x.purpose.pl", UNMARKED[0], UNMARKED[1]),
    fault("the officer's number", SETTINGS, "gmina", 'officer_number = "dzielnicowa"\ngmina', "officer_number", "officer_number", 'there is no number "dzielnicowa"', 'did you mean "dzielnicowy"?'),
    fault("the officer's hours", SETTINGS, "gmina", 'officer_hours = "godzina"\ngmina', "officer_hours", "officer_hours", 'there is no name "godzina"', 'did you mean "godziny"?'),
    fault("the officer's name", SETTINGS, "gmina", 'officer_name = "dzielnicowa"\ngmina', "officer_name", "officer_name", 'there is no name "dzielnicowa"', 'did you mean "dzielnicowy"?'),
    fault("a scam that is not there", CAMPAIGN, '"bank",', '"bank",\n"na-wnuczke",', 'scams = [\n', "order.1.scams", 'there is no scam "na-wnuczke"', 'did you mean "na-wnuczka"?'),
    fault("a template that is not there", CAMPAIGN, 'template = "poster"', 'template = "postre"', 'template = "postre"', "order.1.template", 'template cannot be "postre"', 'did you mean "poster"?'),
    fault("a format the template lacks", CAMPAIGN, 'format = "A4"', 'format = "A0"', 'format = "A0"', "order.1.format", 'there is no format "A0"', "A4"),
    fault("a palette that is not there", CAMPAIGN, 'palette = "mono"', 'palette = "momo"', "palette =", "palette", 'palette cannot be "momo"', 'did you mean "mono"?'),
    fault("a place that is not there", CAMPAIGN, 'places = ["all"]', 'places = ["parafia-sernik"]', 'places = ["parafia-sernik"]', "order.1.places", 'there is no place "parafia-sernik"', 'did you mean "parafia-serniki"?'),
    fault("no school for pupils", CAMPAIGN, 'places = ["all"]', 'places = ["all"]\naudience = "pupils"', 'places = ["all"]', "order.1.places", 'no place is for the audience "pupils"', 'places of the kind "school"'),
    fault("an audience nobody is", CAMPAIGN, 'places = ["all"]', 'places = ["all"]\naudience = "pupil"', "audience =", "order.1.audience", 'audience cannot be "pupil"', 'did you mean "pupils"?'),
    fault("a kind of place nobody has", CAMPAIGN, '"nowa-wies"]', '"school"]', '"school"]', "order.2.places", 'there is no place "school"', "known are: parafia-serniki"),
    fault("a pictogram that is not there", SCAM, 'icon = "timer"', 'icon = "tmier"', 'icon = "tmier"', "step.1.icon", 'icon cannot be "tmier"', 'did you mean "timer"?'),
    fault("a channel that is not there", SCAM, 'channel = "phone"', 'channel = "fone"', 'channel =', "channel", 'channel cannot be "fone"', 'did you mean "phone"?'),
    fault("an audience that is not there", SCAM, '["senior"]', '["adult",\n"seniors"]', '"seniors"', "audiences.2", 'audiences.2 cannot be "seniors"', 'did you mean "senior"?'),
    fault("a kind that is not there", PLACES, 'kind = "bank"', 'kind = "banck"', 'kind = "banck"', "place.bank.kind", 'kind cannot be "banck"', 'did you mean "bank"?'),
    fault("a language nobody can set", CAMPAIGN, 'template = "leaflet"', 'template = "leaflet"\nlanguage = "xx"', 'language = "xx"', "order.2.language", 'there is no language "xx"', "known are: pl"),
    # Prose
    fault("a number in a story", SCAM, "Opowiedz o tej rozmowie.", "Zadzwoń: 47 812 00 00.", "47 812 00 00", "step.3.sentence", '"47 812 00 00" ' + DIALABLE[0], DIALABLE[1]),
    fault("an address in a story", SCAM, "Opowiedz o tej rozmowie.", "Zobacz evil.example.", "evil.example", "step.3.sentence", WEB_LIKE[0], WEB_LIKE[1]),
    fault("an e-mail in a list", SCAM, '"Zapisz wygląd osoby i samochodu.",', '"Napisz: jan@bank",', "jan@bank", "aftermath.2", WEB_LIKE[0], WEB_LIKE[1]),
    fault("an invisible sign", SCAM, '"Bliska osoba"', '"Bliska\u200bosoba"', "write_in", "write_in.1", "the character U+200B (ZERO WIDTH SPACE) cannot be printed", "delete it and type the word anew"),
    fault("a sign that turns the direction", SCAM, "Opowiedz o", "\u202eOpowiedz o", "\u202e", "step.3.sentence", "the character U+202E (RIGHT-TO-LEFT OVERRIDE)", "delete it and type the word anew"),
    fault("an escaped line break", SCAM, "Opowiedz o", "Opowiedz\\no", "Opowiedz\\n", "step.3.sentence", "the character U+000A", "delete it and type the word anew"),
    fault("other digits in prose", SCAM, "Opowiedz o", "Opowiedz ٣", "Opowiedz ٣", "step.3.sentence", "the character U+0663 (ARABIC-INDIC DIGIT THREE)", "delete it and type the word anew"),
    fault("a lone mark", SCAM, "rule = \"*Nie dawaj*", 'rule = "*Nie dawaj', "rule =", "rule", 'a lone "*" means nothing here', "marks are *strong*"),
    fault("a placeholder misspelt", SCAM, "Opowiedz o tej rozmowie.", "Pod {{numer.", "{{numer", "step.3.sentence", 'a lone "{" means nothing here', "marks are *strong*"),
    fault("a number in an issuer", SETTINGS, "dzielnicowy gminy Serniki", "tel. 47 812 00 00", "issuer =", "issuer", DIALABLE[0], DIALABLE[1]),
    fault("a number in a name", NUMBERS, '[name.dzielnicowy]\nvalue = ""', '[name.dzielnicowy]\nvalue = "asp. Nowak 600700800"', "asp. Nowak", "name.dzielnicowy.value", DIALABLE[0], "numbers stand in numbers.toml alone: leave it out here"),
    fault("a number in hours", NUMBERS, '[name.godziny]\nvalue = ""', '[name.godziny]\nvalue = "godz. 8–15, tel. 600 700 800"', "godz. 8–15, tel", "name.godziny.value", DIALABLE[0], "numbers stand in numbers.toml alone: leave it out here"),
    fault("an address in a purpose", NUMBERS, "", '[address.x]\nvalue = "https://policja.pl"\nlabel = "x"\npurpose = { pl = "Zobacz evil.example" }', "evil.example", "address.x.purpose.pl", WEB_LIKE[0], "addresses stand in numbers.toml alone: leave it out here"),
    fault("a number in a fixed word", WORDS, 'call = "Zadzwoń"', 'call = "Zadzwoń: 997"', "997", "call", DIALABLE[0], DIALABLE[1]),
    fault("a number in an hour", CAMPAIGN, "copies = 20", 'copies = 20\nmeeting = { day = 2024-08-10, hour = "tel. 600 700 800", where = "remiza" }', "meeting =", "order.2.meeting.hour", '"tel. 600 700 800" is not an hour', "write it as 17.00"),
    fault("a number in a house", CAMPAIGN, "copies = 20", 'copies = 20\nmeeting = { day = 2024-08-10, hour = "17.00", where = "remiza, 600 700 800" }', "meeting =", "order.2.meeting.where", DIALABLE[0], DIALABLE[1]),
    fault("empty words", SCAM, 'sentence = "Albo weź inny telefon."', 'sentence = ""', 'sentence = ""', "step.1.sentence", EMPTY[0], EMPTY[1]),
    fault("words of blanks", SCAM, 'order = "Rozłącz się."', 'order = "  "', "order =", "order", EMPTY[0], EMPTY[1]),
    fault("a place without a name", PLACES, 'name = "Bank spółdzielczy"', 'name = ""', 'name = ""', "place.bank.name", EMPTY[0], EMPTY[1]),
    fault("a source that is no page", SCAM, 'url = "https://modliborzyce.pl/2095-nie-daj-się-nabrać-apel-policji-4.html"', 'url = "modliborzyce.pl"', 'url = "modliborzyce.pl"', "source.2.url", '"modliborzyce.pl" is not the address of a page', "write it as https://…"),
    fault("a label with an escape", NUMBERS, 'label = "dzielnicowy gminy Serniki"', 'label = "\\u001b2J"', 'label = "\\u001b', "number.dzielnicowy.label", "the character U+001B (unnamed) cannot be printed", "delete it and type the word anew"),
    # How many
    fault("boards below none", PLACES, 'kind = "bank"', 'kind = "bank"\nboards = -1', "boards = -1", "place.bank.boards", "boards cannot be less than 0", "write 0 or more"),
    fault("no copies", CAMPAIGN, "copies = 20", "copies = 0", 'copies = 0', "order.2.copies", "copies must be one or more", "delete the order"),
    fault("a printer far off", SETTINGS, "", "[printer]\nright = -5.1", "[printer]", "printer", "a printer is never 5.0 mm off", "measure again on the test sheet"),
    fault("a printer off by no number", SETTINGS, "", "[printer]\ndown = nan", "[printer]", "printer", "a printer is never 5.0 mm off", "measure again on the test sheet"),
    fault("a printer that reaches nothing", SETTINGS, "", "[printer]\nmargin = 20.5", "[printer]", "printer", "the edge that a printer does not reach is 0 to 20.0 mm", "measure again on the test sheet"),
    fault("a printer that reaches too far", SETTINGS, "", "[printer]\nmargin = -0.5", "[printer]", "printer", "the edge that a printer does not reach is 0 to 20.0 mm", "measure again on the test sheet"),
    fault("a printer whose edge is no number", SETTINGS, "", "[printer]\nmargin = nan", "[printer]", "printer", "the edge that a printer does not reach is 0 to 20.0 mm", "measure again on the test sheet"),
    fault("nothing ordered", CAMPAIGN, 'scams = ["na-wnuczka"]', "scams = []", "scams = []", "order.2.scams", "scams is empty", "name at least one"),
    fault("nowhere to go", CAMPAIGN, 'places = ["all"]', "places = []", "places = []", "order.1.places", "places is empty", "name at least one"),
    fault("no longer valid before it is", NUMBERS, "label", "valid_from = 2024-08-02\nvalid_until = 2024-08-01\nlabel", "valid_until", "number.dzielnicowy.valid_until", "valid_until is earlier than valid_from", "correct one of the two days"),
    fault("a month of no year", SCAM, "audiences =", "season = [13]\naudiences =", "season =", "season", "a month is 1 to 12", "write 12 for December"),
    # Names
    fault("an id in capitals", NUMBERS, "", '[number.Komisariat_1]\nvalue = ""\nlabel = "x"', "[number.Komisariat_1]", "number.Komisariat_1", '"Komisariat_1" ' + NO_ID[0], NO_ID[1]),
    fault("an id that is a path", NUMBERS, "", '[number."../x"]\nvalue = ""\nlabel = "x"', '[number."../x"]', "number.../x", '"../x" ' + NO_ID[0], NO_ID[1]),
    fault("a place with a blank", PLACES, "", '[place."nowy bank"]\nname = "x"\nkind = "bank"', '[place."nowy bank"]', "place.nowy bank", '"nowy bank" ' + NO_ID[0], NO_ID[1]),
    # Syntax
    fault("a quote that is not closed", SCAM, 'order = "Rozłącz się."', 'order = "Rozłącz się.', "order =", "", "a quotation mark is missing", "close the text"),
    fault("a word without quotes", SETTINGS, 'gmina = "Serniki"', "gmina = Serniki", "gmina = Serniki", "", "a text has no quotation marks", "words and numbers stand in quotes"),
    fault("a table that is not closed", NUMBERS, "[name.dzielnicowy]", "[name.dzielnicowy", "[name.dzielnicowy", "", "a heading is not closed", "end it as it begins"),
]  # fmt: skip


OF_THE_WHOLE = [
    fault("review before the last", SCAM, "review_by = 2027-11-23", "review_by = 2026-11-23", "review_by =", "review_by", "review_by is not later than reviewed", "reviewed again"),
    fault("a day without its reason", SCAM, "review_by =", "wrong_before = 2026-11-23\nreview_by =", "wrong_before =", "wrong_before", "or neither", "say both"),
    fault("a reason without its day", SCAM, "review_by =", 'wrong_why = "It forbade too much."\nreview_by =', "wrong_why =", "wrong_why", "or neither", "say both"),
    fault("a text wrong in itself", SCAM, "review_by =", 'wrong_before = 2026-11-24\nwrong_why = "It forbade too much."\nreview_by =', "wrong_before =", "wrong_before", "wrong_before is after reviewed", "the day of the correction"),
    fault("an empty reason", SCAM, "review_by =", 'wrong_before = 2026-11-23\nwrong_why = ""\nreview_by =', "wrong_before =", "wrong_before", "or neither", "say both"),
    fault("the page of a code", SCAM, 'address = "incydent-cert"', 'address = "incydent"', "address =", "address", 'there is no address "incydent"', 'did you mean "incydent-cert"?'),
    fault("two steps", SCAM, STEP, "", '[[step]]\nlead = "Odczekaj', "step", "step has 2 entries", "it takes 3 to 3"),
    fault("four steps", SCAM, STEP, STEP + STEP, '[[step]]\nlead = "Odczekaj', "step", "step has 4 entries", "it takes 3 to 3"),
    fault("a number that helps and is not there", SCAM, 'icon = "elderly_woman"', 'icon = "elderly_woman"\nhelps = "113"', "helps =", "helps", 'there is no number "113"', 'did you mean "112"?'),
    fault("nothing helps", SCAM, 'icon = "elderly_woman"', 'icon = "elderly_woman"\nhelps = "none"', "helps =", "helps", "no number helps, and nothing says what does", "write [gone]"),
    fault("no rows", SCAM, "", gone(), "row = []", "gone.row", "gone.row has 0 entries", "it takes 1 to 2"),
    fault("three rows", SCAM, "", gone(*['slip = "x"'] * 3), "[[gone.row]]", "gone.row", "gone.row has 3 entries", "it takes 1 to 2"),
    fault("a row with nothing large", SCAM, "", gone(""), "[[gone.row]]", "gone.row.1", "gone.row.1 has –", "give it one of number, write, slip and large"),
    fault("a row with two things", SCAM, "", gone('number = "112"\nslip = "x"'), "[[gone.row]]", "gone.row.1", "gone.row.1 has number, slip", "give it one of number, write, slip and large"),
    fault("a row with no known number", SCAM, "", gone('number = "113"'), "number =", "gone.row.1.number", 'there is no number "113"', 'did you mean "112"?'),
    fault("a row with a local number and no field", SCAM, "", gone('number = "bank"'), "number =", "gone.row.1.number", 'there is no number "bank"', "known are: "),
    fault("one small card", SCAM, "", gone('slip = "x"') + '[[gone.pair]]\nlead = "x"\ntext = "x"', "[[gone.pair]]", "gone.pair", "gone.pair has 1 entries", "it takes two or none"),
    fault("no write-in lines", SCAM, '["Bliska osoba", "Mój bank"]', "[]", "write_in =", "write_in", "write_in has 0 entries", "it takes 2 to 3"),
]  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_named_with_place_and_way_out(workspace, faults, case):
    """
    One thing is broken, one finding comes: file, line, field, what is wrong and what to do.
    """
    text = edit(workspace, case.name, case.old, case.new)
    line = case.mark if isinstance(case.mark, int) else text[: text.index(case.mark)].count("\n") + 1

    (finding,) = faults()

    assert Where(str(workspace / case.name), line, case.field) == finding.at
    assert case.what in str(finding.what)
    assert case.hint in str(finding.hint)
    assert finding.hint is not None and finding.grave


@pytest.mark.parametrize("case", OF_THE_WHOLE)
def test_what_one_key_cannot_show_is_named_too(workspace, faults, case):
    """
    A count, two days held against each other, the page of a code: file, field, what is wrong and what to do.
    """
    edit(workspace, case.name, case.old, case.new)

    (finding,) = faults()

    assert str(workspace / case.name) == finding.at.file
    assert case.what in str(finding.what)
    assert case.hint in str(finding.hint)


@pytest.mark.parametrize("case", OF_THE_WHOLE)
def test_and_it_is_placed_where_its_key_stands(workspace, faults, case):
    """
    Nobody looks for a missing step in the first line.
    """
    text = edit(workspace, case.name, case.old, case.new)

    assert [Where(str(workspace / case.name), text[: text.index(case.mark)].count("\n") + 1, case.field)] == [
        finding.at for finding in faults()
    ]


def test_a_file_of_another_encoding_is_refused(workspace, faults):
    """
    As an old editor saves it: the line of the first Polish letter.
    """
    text = (workspace / NUMBERS).read_text(encoding="utf-8")
    (workspace / NUMBERS).write_bytes(text.encode("cp1250"))

    (finding,) = faults()

    assert Where(str(workspace / NUMBERS), text[: text.index("ń")].count("\n") + 1) == finding.at
    assert "the file is not UTF-8 (byte 0xf1)" == str(finding.what)
    assert 'save it as UTF-8: in Notepad "Save as", encoding UTF-8' == str(finding.hint)


@pytest.mark.parametrize("name", [NUMBERS, PLACES, SETTINGS, CAMPAIGN, SCAM, WORDS])
def test_every_file_is_read_as_utf_8(workspace, faults, name):
    """
    UTF-16, as Notepad once called Unicode, is refused in each kind of file.
    """
    text = (workspace / name).read_text(encoding="utf-8")
    (workspace / name).write_bytes(text.encode("utf-16"))

    assert Where(str(workspace / name), 1) in [finding.at for finding in faults()]


def test_a_file_too_large_is_refused(workspace, faults):
    """
    Before it is read as anything.
    """
    edit(workspace, NUMBERS, "", "# " + "x" * 2**18)

    found = {finding.at: str(finding.hint) for finding in faults()}

    assert "split it" == found[Where(str(workspace / NUMBERS))]


@pytest.mark.parametrize("name", ["scams/pl/Na_Wnuczka.toml", "scams/pl/na wnuczka.toml", "scams/pl/-.toml"])
def test_a_file_needs_a_plain_name(workspace, faults, name):
    """
    It becomes an id, and ids become names of files.
    """
    shutil.copy(workspace / SCAM, workspace / name)

    (finding,) = faults()

    assert Where(str(workspace / name)) == finding.at
    assert "is not an id" in str(finding.what)
    assert "use small letters a–z, digits and hyphens between them, 60 characters at most" == str(finding.hint)


def test_a_scam_needs_a_language_that_can_be_set(workspace, faults):
    """
    Quotes, dashes and months of it must be known.
    """
    (workspace / "scams/xx").mkdir()
    shutil.copy(workspace / SCAM, workspace / "scams/xx")

    finding = faults()[0]

    assert str(workspace / "scams/xx/na-wnuczka.toml") == finding.at.file
    assert 'there is no typography for the language "xx"' == str(finding.what)
    assert "known are: pl" in str(finding.hint)


@pytest.mark.parametrize("name", ["scams/na-wnuczka.toml", "scams/pl/nowy.TOML", "numery.toml", "campaigns/maj.yaml"])
def test_a_file_that_nobody_reads_is_named(workspace, faults, name):
    """
    Nothing is skipped in silence: a scam in the wrong folder would be missing on paper.
    """
    shutil.copy(workspace / SCAM, workspace / name)

    (finding,) = faults()

    assert (Where(str(workspace / name)), "this file is not read") == (finding.at, str(finding.what))
    assert "scams/*/*.toml" in str(finding.hint)


def test_a_workspace_that_is_not_there_is_refused(workspace, known):
    """
    A mistyped folder is no workspace without numbers.
    """
    with pytest.raises((Refused, Misused)):
        read(workspace / "nie-ma", known)


def test_faults_of_all_files_come_in_one_run(workspace, faults):
    """
    In the order of files and lines, so that they are mended from top to bottom.
    """
    edit(workspace, PLACES, 'kind = "bank"', 'kind = "banck"')
    edit(workspace, NUMBERS, "label", "hurs = 1\nlabel")
    edit(workspace, SCAM, 'channel = "phone"', 'channel = "fone"')
    edit(workspace, SCAM, 'order = "Rozłącz się."', 'order = ""')

    found = [(finding.at.file, finding.at.field) for finding in faults()]

    assert [
        (str(workspace / NUMBERS), "number.dzielnicowy.hurs"),
        (str(workspace / PLACES), "place.bank.kind"),
        (str(workspace / SCAM), "channel"),
        (str(workspace / SCAM), "order"),
    ] == found


def test_a_broken_file_does_not_hide_the_others(workspace, faults):
    """
    Even when one file is no TOML at all.
    """
    edit(workspace, SETTINGS, 'gmina = "Serniki"', "gmina = Serniki")
    edit(workspace, NUMBERS, "label", "hurs = 1\nlabel")

    assert {str(workspace / SETTINGS), str(workspace / NUMBERS)} == {finding.at.file for finding in faults()}


@pytest.mark.parametrize("text", ["[place.bank\n", "[[place]]\n", '[place.bank]\nname = "x"\n'])
def test_a_broken_list_of_places_invents_no_other_faults(workspace, faults, text):
    """
    While the list cannot be read, nobody is told that its places do not exist.
    """
    edit(workspace, PLACES, "", text)

    assert {str(workspace / PLACES)} == {finding.at.file for finding in faults()}


# Translations


@pytest.fixture
def translated(workspace):
    """The scam of the workspace once more, as if it were English."""
    for name in (SCAM, WORDS):
        copy = workspace / name.replace("pl", "en")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(workspace / name, copy)
    return "scams/en/na-wnuczka.toml"


def test_a_translation_stands_beside_its_original(translated, reading):
    """
    The same id in another language, and one more edition.
    """
    library = reading()

    assert ("en", "pl") == (library.scam("na-wnuczka", "en").lang, library.scam("na-wnuczka").lang)
    assert library.scam("na-wnuczka", "en") in library.editions
    assert len(library.scams) + 1 == len(library.editions)


def test_a_translation_needs_fixed_words(workspace, translated, faults):
    """
    Half a leaflet in another language is none.
    """
    (workspace / "words/en.toml").unlink()

    (finding,) = faults()

    assert str(workspace / translated) == finding.at.file
    assert "write words/en.toml beside the others" == str(finding.hint)


def test_a_translation_needs_an_original(workspace, translated, faults):
    """
    The language of the country comes first.
    """
    (workspace / translated).rename(workspace / "scams/en/na-wnuka.toml")

    assert ["write it there first"] == [str(finding.hint) for finding in faults()]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("step.3", 'Zadzwoń pod {{number:112}}"', 'Zadzwoń"'),
        ("step.3", 'Zadzwoń pod {{number:112}}"', 'Zadzwoń pod {{number:dzieci}}"'),
        ("aftermath.1", "pod {{number:112}}.", "szybko."),
        ("story", 'story = "', 'story = "Zgłoś: {{address:incydent-cert}}. '),
        ("address", 'address = "incydent-cert"', ""),
        ("channel", 'channel = "phone"', 'channel = "door"'),
        ("icon", 'icon = "elderly_woman"', 'icon = "call"'),
        ("step.1.icon", 'icon = "timer"', 'icon = "call"'),
        ("aftermath", '  "Zapisz wygląd osoby i samochodu.",\n', ""),
    ],
)
def test_a_translation_says_the_same(workspace, translated, faults, field, old, new):
    """
    The same numbers, addresses, steps and pictograms: a lost 112 is a fault, whoever reads the language.
    """
    edit(workspace, translated, old, new)

    (finding,) = faults()

    assert (str(workspace / translated), field) == (finding.at.file, finding.at.field)
    assert "say the same, with the same numbers and addresses" == str(finding.hint)


BOX = gone('write = "Mój bank"', 'number = "112"')


@pytest.mark.parametrize(
    ("field", "theirs", "old", "new"),
    [
        ("gone", BOX, "write =", "slip ="),
        ("gone", BOX, 'number = "112"', 'number = "dzieci"'),
        ("gone", BOX, "Zadzwoń.", "Zadzwoń pod {{number:112}}."),
        ("helps", "", "icon =", 'helps = "dzieci"\nicon ='),
        ("mark", "", "icon =", 'mark = "help"\nicon ='),
    ],
)
def test_a_translation_helps_in_the_same_way(workspace, translated, faults, field, theirs, old, new):
    """
    The same rows with the same numbers, the same number that helps, the same mark.
    """
    for name in (SCAM, translated):
        edit(workspace, name, "", theirs)
    edit(workspace, translated, old, new)

    assert [(str(workspace / translated), field)] == [(finding.at.file, finding.at.field) for finding in faults()]


def test_a_translation_takes_over_what_is_no_word(workspace, translated, reading):
    """
    An older one goes on with the box of the fixed words, with the number that helps and the mark of its original.
    """
    edit(workspace, SCAM, "icon =", 'helps = "dzieci"\nmark = "help"\nicon =')
    edit(workspace, SCAM, "", BOX)
    scam = reading().scam("na-wnuczka", "en")

    assert ("dzieci", "help", None) == (scam.helps, scam.mark, scam.gone)


def test_an_older_text_of_ones_own_has_newer_translations(workspace, translated, reading):
    """
    A workspace keeps its own older text, which has no box yet, and the translation of the library has one.
    """
    edit(workspace, translated, "", BOX.replace("Zadzwoń.", "Zadzwoń pod {{number:112}}."))

    assert () == reading().findings


def test_a_line_for_every_piece_is_translated(workspace, translated, faults):
    """
    It may save a life in every language.
    """
    edit(workspace, SCAM, "icon =", 'always = "Zadzwoń pod {{number:112}}."\nicon =')

    assert [(str(workspace / translated), "always")] == [(finding.at.file, finding.at.field) for finding in faults()]


def test_an_order_may_name_a_language(workspace, translated, reading):
    """
    Pieces in a language that the scam is translated into.
    """
    edit(workspace, CAMPAIGN, 'template = "leaflet"', 'template = "leaflet"\nlanguage = "en"')

    assert "en" == reading().campaign("sierpien-2024").order[1].language


# Gates: taken away, the bad value passes, so it is the gate that holds it

BAD_NUMBER = number('value = "700 123 456"')
BAD_ADDRESS = '[address.x]\nvalue = "https://evil.example"\nlabel = "x"'


def test_only_the_number_gate_holds_a_premium_number(workspace, reading, faults, monkeypatch):
    """
    With the gate it is refused; without it, it stands in the register, ready to be printed.
    """
    edit(workspace, NUMBERS, "", BAD_NUMBER)
    assert ["number.komisariat.value"] == [finding.at.field for finding in faults()]

    monkeypatch.setattr("ulotki.content.number.Number.text_fault", staticmethod(lambda text: None))

    assert "700 123 456" == reading().register.find("number", "komisariat").value


def test_only_the_host_gate_holds_a_swindlers_address(workspace, reading, faults, monkeypatch):
    """
    With the gate it is refused; without it, a code would lead there.
    """
    edit(workspace, NUMBERS, "", BAD_ADDRESS)
    assert ["address.x.value"] == [finding.at.field for finding in faults()]

    monkeypatch.setattr("ulotki.content.kinds.Address.text_fault", staticmethod(lambda text: None))

    assert "evil.example" == reading().register.find("address", "x").printed


def test_only_the_prose_gate_holds_a_number_in_a_sentence(workspace, reading, faults, monkeypatch):
    """
    With the gate it is refused; without it, it would be printed as a part of the sentence.
    """
    edit(workspace, SCAM, "Opowiedz o tej rozmowie.", "Zadzwoń: 600 700 800.")
    assert ["step.3.sentence"] == [finding.at.field for finding in faults()]

    monkeypatch.setattr("ulotki.library.shape.complaints", lambda source, policy: ())
    WHOLE.clear()

    assert "Zadzwoń: 600 700 800." == reading().scam("na-wnuczka").step[2].sentence.source


def test_only_the_register_keeps_national_numbers_national(workspace, reading, faults, monkeypatch):
    """
    A workspace cannot put another number under the name of 112, whatever the label says.
    """
    edit(workspace, NUMBERS, "", '[number.112]\nvalue = "47 812 00 00"\nlabel = "numer"')
    assert ["number.112"] == [finding.at.field for finding in faults()]

    edit(workspace, NUMBERS, "[number.112]", "[number.113]")

    assert ("112", True) == (reading().register.find("number", "112").value, True)
    assert not reading().register.find("number", "113").national
