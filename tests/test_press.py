"""The whole way of one piece, and its gates: what must not be printed is refused, and would pass without its gate."""

import datetime
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflets import changed
from ulotki import checks, layout, press, stock
from ulotki.content.gate import complaints
from ulotki.content.kinds import Address
from ulotki.content.publisher import Printer
from ulotki.content.register import Register
from ulotki.content.telling import Occasion
from ulotki.content.text import Prose
from ulotki.errors import Refused
from ulotki.look import PALETTES
from ulotki.page.items import Line
from ulotki.page.purposes import PURPOSES
from ulotki.page.setting import Overflow
from ulotki.page.walking import moved, walk
from ulotki.readback import Readback, compare
from ulotki.templates import templates

LOOK_ALIKE = "https://incydent-cert.pl"
STRAY = "Zadzwoń 600 700 800"
TEMPLATES = templates()


@pytest.fixture(scope="session")
def make(library, day, until):
    """make(scam, template): its proof in colour, on the day of the campaign."""

    def build(scam, template="leaflet", of=library):
        chosen = TEMPLATES[template]
        return press.proof(of, scam, chosen, chosen.formats[0], PALETTES["colour"], Occasion(day, until))

    return build


@pytest.fixture(scope="session")
def scam(coded):
    return coded.scam("na-wnuczka")


def words_of(proof):
    return " ".join(item.text.strip() for page in proof.pages for item, _ in walk(page.items) if isinstance(item, Line))


def said(scam, field, text):
    """*scam* with that text in that field."""
    prose = Prose(text, replace(scam.at, field=field))
    match field.split("."):
        case [name]:
            return replace(scam, **{name: (prose,) if name in ("quote", "write_in") else prose})
        case [name, _, part]:
            first, *rest = getattr(scam, name)
            return replace(scam, **{name: (replace(first, **{part: prose}), *rest)})


def checks_without(monkeypatch, gone):
    """Take one check away."""
    left = tuple(check for check in checks.checks() if check.id != gone)
    assert len(left) < len(checks.checks())
    monkeypatch.setattr(checks, "checks", lambda: left)


def test_a_piece_is_made(make, scam):
    """
    A scam in a template is words, pages with a code, no findings and no mark.
    """
    proof = make(scam)

    assert ("na-wnuczka", "leaflet", "A5", "colour") == (
        proof.leaflet.id,
        proof.template.id,
        proof.paper.name,
        proof.palette.name,
    )
    assert ((), (), None) == (proof.findings, proof.grave, proof.mark)
    assert proof.code in words_of(proof)


def test_only_a_leaflet_goes_two_up(make, scam):
    """
    A template that prints as it is has no sheets.
    """
    two = press.imposition(make(scam, "leaflet"))

    assert press.imposition(make(scam, "poster")) is None
    assert (2, "short", [(297, 210)] * 2) == (two.pieces, two.duplex, [(page.width, page.height) for page in two.pages])


def test_a_moved_page_is_a_sheet_of_one(make, scam):
    """
    A piece that prints as it is goes on a sheet of its own size, when the printer must be corrected.
    """
    one = press.imposition(make(scam, "poster"), Printer(down=0.5))

    assert (1, None, [(210, 297)]) == (one.pieces, one.duplex, [(page.width, page.height) for page in one.pages])


def test_sheets_move_to_meet_the_printer(make, scam, on_sheets):
    """
    A printer that prints aside is corrected by moving all that stands on a sheet. What then lies in the margin of the
    file lies inside it on paper, so it is no fault.
    """
    leaflet, poster = make(scam, "leaflet"), make(scam, "poster")

    assert on_sheets(leaflet) != on_sheets(leaflet, right=1.0)
    assert on_sheets(leaflet) == on_sheets(leaflet, right=0.0, down=0.0)
    assert on_sheets(poster) is None
    for right, down in ((5.0, 0.0), (-5.0, 0.0), (0.0, 5.0), (0.0, -5.0)):
        assert on_sheets(leaflet, right=right, down=down)
        assert on_sheets(poster, right=right, down=down)


@pytest.mark.parametrize(
    ("template", "turns", "edge", "turned"),
    [
        ("leaflet", "both", "short", [False, False]),
        ("leaflet", "short", "short", [False, False]),
        ("leaflet", "long", "long", [False, True]),
        ("trifold", "long", "long", [False, True]),
        ("large-print", "short", "short", [False, True]),
        ("large-print", "by hand", "long", [False, False]),
        ("leaflet", "by hand", "long", [False, True]),
    ],
)
def test_backs_are_turned_for_the_printer(make, scam, template, turns, edge, turned):
    """
    A printer that turns over the other edge gets backs upside down. By hand a stack is turned over its long side.
    """
    laid = press.imposition(make(scam, template), Printer(turns=turns))

    assert (edge, turned) == (laid.duplex, [page.turned for page in laid.pages])


@pytest.mark.parametrize("template", ["large-print", "trifold", "poster"])
def test_a_printer_that_does_as_told_needs_no_sheets(make, scam, template):
    """
    What is made for the edge over which it turns anyway, or for one side, prints as it is.
    """
    turns = {"large-print": "long", "trifold": "short", "poster": "by hand"}[template]

    assert press.imposition(make(scam, template), Printer(turns=turns)) is None


def test_turned_backs_are_read_back(make, scam, on_sheets):
    """
    The file says of its back that it is turned, and the read-back refuses one that is turned and was not ordered so.
    """
    laid = press.imposition(make(scam, "leaflet"), Printer(turns="long"))
    data = on_sheets(make(scam, "leaflet"), turns="long")
    upright = tuple(replace(page, turned=False) for page in laid.pages)

    with Readback(data) as back:
        assert [0, 180] == [page.turned for page in back.pages]
    assert () == compare(data, laid.pages)
    assert ["page 2 is turned in another way than ordered"] == [str(one.what) for one in compare(data, upright)]


def test_a_sheet_that_cannot_be_printed_is_refused(make, scam, monkeypatch):
    """
    Sheets are checked like pages: one with words in the margin that no printer reaches makes no file.
    """
    leaflet = make(scam, "leaflet")
    n_up = press.n_up

    def aside(*how):
        return tuple(replace(sheet, items=moved(sheet.items, -9.0, 0.0)) for sheet in n_up(*how))

    monkeypatch.setattr(press, "n_up", aside)

    with pytest.raises(Refused) as refused:
        press.imposition(leaflet)
    assert {"margin"} == {finding.check for finding in refused.value.findings}


def test_everything_is_offered(library):
    """
    What can be made is offered once, and every scam as a poster and as a leaflet on each paper and in each palette.
    """
    offered = [
        (scam.lang, scam.id, template.id, paper.name, palette.name)
        for scam, template, paper, palette in stock.offered(library.editions)
    ]
    usual = {
        (scam.lang, scam.id, template, paper.name, palette)
        for scam in library.editions
        for template in ("poster", "leaflet")
        for paper in TEMPLATES[template].formats
        for palette in PALETTES
    }

    assert len(set(offered)) == len(offered)
    assert usual <= set(offered)


def test_what_content_may_name():
    """
    Content knows templates with their formats, palettes and pictograms by name, and nothing else.
    """
    known = stock.known()

    assert {
        name: tuple(paper.name for paper in template.formats) for name, template in TEMPLATES.items()
    } == known.formats
    assert set(PALETTES) == set(known.palettes)
    assert stock.icons().names == known.icons


LONG = " ".join(["pieniądze bliskich"] * 9) + "."
FIELDS = [
    "title",
    "kicker",
    "verdict",
    "order",
    "quote",
    "step.1.lead",
    "step.1.sentence",
    "sign.1.lead",
    "sign.1.sentence",
    "rule",
]


@pytest.mark.parametrize("field", FIELDS)
def test_what_does_not_fit_is_refused(make, scam, field):
    """
    Words far too long for their place are refused with their file, their field, and by how many mm.
    """
    with pytest.raises(Overflow) as trouble:
        make(replace(said(scam, field, f"{LONG} {LONG}"), short=type(scam.short)()))

    (finding,) = trouble.value.findings
    assert (field, scam.at.file) == (finding.at.field, finding.at.file)
    assert " mm too long" in str(finding.what) and f"the field {field} " in str(finding.hint)


@pytest.mark.parametrize("field", [*FIELDS, "voice", "signs_title", "write_in"])
@pytest.mark.parametrize("template", ["poster", "leaflet"])
def test_growing_words_never_overprint(make, scam, template, field):
    """
    However long a field grows, its page is refused or found at fault before one line is printed over another.
    """
    for count in (1, 2, 3, 4, 6, 9):
        text = " ".join(["pieniądze bliskich"] * count) + "."
        try:
            proof = make(replace(said(scam, field, text), short=type(scam.short)()), template)
        except Overflow:
            continue
        if proof.grave:
            continue
        for page in proof.pages:
            boxes = [item.box for item, _ in walk(page.items) if isinstance(item, Line) and item.text.strip()]
            assert not any(one.meets(other, 0.05) for one, other in combinations(boxes, 2))


def test_the_authors_shorter_words(make, scam):
    """
    A field that does not fit is told in the author's shorter variant, and only that field.
    """
    short = replace(
        scam.short, quote=(Prose("To ja, wnuczek!"),), rule=Prose("Krótka zasada."), title=Prose("Krótki tytuł")
    )
    proof = make(replace(said(scam, "quote", LONG), short=short))

    assert "„To ja, wnuczek!”" in words_of(proof).replace("\u00a0", " ")
    assert "Krótk" not in words_of(proof)
    assert () == proof.findings


def test_full_words_where_they_fit(make, scam):
    """
    Where the full words fit, the shorter ones are not used.
    """
    proof = make(replace(scam, short=replace(scam.short, quote=(Prose("To ja, wnuczek!"),))))

    assert "wnuczek!" not in words_of(proof)


def test_shorter_words_too_long(make, scam):
    """
    Shorter words that do not fit either are refused, and the complaint is about them.
    """
    at = replace(scam.at, field="short.quote", line=99)
    with pytest.raises(Overflow) as trouble:
        make(replace(said(scam, "quote", LONG), short=replace(scam.short, quote=(Prose(LONG, at),))))

    assert 99 == trouble.value.findings[0].at.line


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_a_fault_forbids_to_print(make, scam, purpose):
    """
    A piece with a grave finding is not drawn, page by page or on sheets, whatever it is for.
    """
    proof, good = make(said(scam, "step.1.sentence", STRAY)), make(scam)
    laid = press.imposition(good)

    for way in (lambda: press.printed(proof, purpose), lambda: press.imposed(proof, laid, purpose)):
        with pytest.raises(Refused) as trouble:
            way()
        assert proof.grave == trouble.value.findings


def test_a_warning_does_not(make, scam, officer):
    """
    An unconfirmed number is a warning: it is drawn, and marked.
    """
    proof = make(scam, of=officer(confirmed=False))

    assert proof.findings and not proof.grave
    assert press.printed(proof)


# The gates, one by one: the bad thing, the gate that stops it, and that nothing else would.


def test_number_gate_at_the_door():
    """
    A number in prose is refused when it is read.
    """
    assert [] != list(complaints(STRAY))


def test_number_gate_on_paper(make, scam):
    """
    A number that got past the reader is found on the page.
    """
    (finding,) = make(said(scam, "step.1.sentence", STRAY)).grave

    assert ("numbers", "step.1.sentence") == (finding.check, finding.at.field)


def test_without_the_number_gate(make, scam, monkeypatch):
    """
    Without the check the stray number is printed and read back as ordered.
    """
    checks_without(monkeypatch, "numbers")

    with Readback(press.printed(make(said(scam, "step.1.sentence", STRAY)))) as back:
        assert "600" in back.pages[0].words


def with_host(library, scam):
    """A register that somebody got a look-alike host into, and a scam that leads there."""
    real = library.register.find("address", scam.address)
    bad = replace(real, value=LOOK_ALIKE)
    return replace(library, register=Register({**library.register.values, bad.ref: bad}))


def test_host_gate_at_the_door(library, scam):
    """
    A host outside the rule is refused when the register is read.
    """
    real = library.register.find("address", scam.address)

    assert real.fault() is None
    assert replace(real, value=LOOK_ALIKE).fault() is not None
    assert Address(value=LOOK_ALIKE, label="x").fault() is not None


def test_host_gate_on_paper(make, scam, library):
    """
    A host that got past the reader is found on the page.
    """
    proof = make(scam, of=with_host(library, scam))

    assert {"numbers"} == {finding.check for finding in proof.grave}
    assert LOOK_ALIKE in str(proof.grave[0].what)


def test_without_the_host_gate(make, scam, library, camera, monkeypatch):
    """
    Without the check the swindler's address is printed, as words and as a code.
    """
    checks_without(monkeypatch, "numbers")

    with Readback(press.printed(make(scam, of=with_host(library, scam)))) as back:
        assert {LOOK_ALIKE} == camera(back)[1]


@pytest.fixture
def forgetful(library, day, until):
    """forgetful(name=…): the sheet for schools about blackmail, drawn as if its leaflet had these fields."""
    youth = TEMPLATES["youth"]

    def build(**words):
        compose = replace(youth, compose=lambda told, *more: youth.compose(changed(told, **words), *more))
        return press.proof(
            library, library.scam("sexting"), compose, youth.formats[0], PALETTES["colour"], Occasion(day, until)
        )

    return build


def test_a_template_that_forgets_what_helps(forgetful):
    """
    The line that may save a life and the number that helps are looked for on the page, not in the words.
    """
    (line,) = forgetful(always=()).grave
    numbers = forgetful(number=None).grave

    assert ("emergency", "always") == (line.check, line.at.field)
    assert "number:112 is set" in " ".join(str(one.what) for one in numbers)
    with pytest.raises(Refused):
        press.printed(forgetful(always=()))


def test_without_the_emergency_gate(forgetful, monkeypatch):
    """
    Without the check it would leave without the line.
    """
    checks_without(monkeypatch, "emergency")

    with Readback(press.printed(forgetful(always=()))) as back:
        assert "śmierci?" not in back.pages[0].words


def test_without_the_overflow_gate(make, scam, monkeypatch):
    """
    With heights no longer compared, the second gate finds the words that overprint, and forbids to print.
    """
    monkeypatch.setattr("ulotki.page.blocks.excess.TIGHT", 1000.0)

    proof = make(said(scam, "step.1.sentence", LONG))

    assert {"overlap"} <= {finding.check for finding in proof.grave}


def test_without_both_overflow_gates(make, scam, monkeypatch):
    """
    Without the second gate too, what looks at values, signs and sizes has nothing against them.
    """
    monkeypatch.setattr("ulotki.page.blocks.excess.TIGHT", 1000.0)
    left = [
        check for check in checks.checks() if check.id in {"numbers", "glyphs", "code_size", "emergency", "type_size"}
    ]
    monkeypatch.setattr(checks, "checks", lambda: tuple(left))

    assert () == make(said(scam, "step.1.sentence", LONG)).grave


@pytest.fixture
def without_glyph_gate(monkeypatch, family):
    """Every sign passes the setting, as wide as a blank when the face lacks it."""

    def careless(text, face, words):
        return [face.advances(sign if sign in face.signs else " ")[0] for sign in text]

    monkeypatch.setattr("ulotki.page.setting._advances", careless)


def test_glyph_gate(make, scam):
    """
    A sign that the face lacks is refused while lines are set.
    """
    with pytest.raises(Refused) as trouble:
        make(said(scam, "step.1.sentence", "Zadzwoń 電話"))

    assert ["glyphs"] == [finding.check for finding in trouble.value.findings]


def test_without_the_glyph_gate(make, scam, without_glyph_gate):
    """
    Without that gate the check of the page finds it.
    """
    proof = make(said(scam, "step.1.sentence", "Zadzwoń 電話"))

    assert {"glyphs"} == {finding.check for finding in proof.grave}
    with pytest.raises(Refused):
        press.printed(proof)


def test_without_both_glyph_gates(make, scam, without_glyph_gate, monkeypatch):
    """
    Without the check as well the read-back refuses: no face of ours has the sign. Without that it would be drawn as an
    empty box, while the text layer says that it is there.
    """
    checks_without(monkeypatch, "glyphs")
    proof = make(said(scam, "step.1.sentence", "Zadzwoń 電話"))
    with pytest.raises(Refused):
        press.printed(proof)
    monkeypatch.setattr("ulotki.readback.differences.altered", lambda file: ())

    with Readback(press.printed(proof)) as back:
        assert "電話" in back.pages[0].words


# The same code is the same bytes


DAYS = st.dates(datetime.date(2020, 2, 29), datetime.date(2036, 2, 29))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_same_code_is_the_same_bytes(library, data):
    """
    Whoever read the values, and when, whatever values and whatever issuer are told and not printed, on whatever day.
    """
    template = TEMPLATES["sticker"]

    def made():
        values = [
            replace(
                value, checked=data.draw(DAYS), valid_from=data.draw(st.none() | st.just(datetime.date(2020, 1, 1)))
            )
            for value in library.register
        ]
        if data.draw(st.booleans()):
            number = data.draw(st.integers(471_000_000, 479_999_999))
            values = [replace(one, value=str(number)) if one.id == "dzielnicowy" else one for one in values]
        issuer = data.draw(st.sampled_from(["dzielnicowy gminy Serniki", "Komenda Powiatowa Policji w Lubartowie"]))
        publisher = replace(library.publisher, issuer=Prose(issuer, library.publisher.issuer.at))
        told = replace(library, register=Register({one.ref: one for one in values}), settings=publisher)
        scam = told.scam("na-wnuczka")
        name = Prose(data.draw(st.sampled_from(["Na wnuczka", "Na wnuczkę"])), scam.name.at)
        scam = replace(scam, reviewed=data.draw(DAYS), name=name)
        return press.proof(told, scam, template, template.formats[0], PALETTES["mono"], Occasion(data.draw(DAYS)))

    one, other = made(), made()

    assert one.code != other.code or one.mark != other.mark or press.printed(one) == press.printed(other)


def test_a_scam_is_told_once_for_all_its_pieces(library, monkeypatch):
    """
    In every template and palette the words are the same; on another day, for another campaign or library they are told anew.
    """
    told = []
    tell = layout.tell
    monkeypatch.setattr(layout, "tell", lambda *about: told.append(about) or tell(*about))
    scam, other = replace(library.scam("bank")), replace(library)
    first, later = Occasion(datetime.date(2026, 12, 1)), Occasion(datetime.date(2026, 12, 2))
    until = Occasion(first.day, datetime.date(2026, 12, 31))

    def proofs(of, occasion):
        for template in ("poster", "sticker"):
            for paper in TEMPLATES[template].formats:
                for palette in PALETTES.values():
                    press.proof(of, scam, TEMPLATES[template], paper, palette, replace(occasion))
        return len(told)

    assert [1, 1, 2, 3, 4] == [
        proofs(*each)
        for each in ((library, first), (library, first), (library, later), (library, until), (other, first))
    ]


def test_all_papers_and_palettes_are_fitted_once(library, day, monkeypatch):
    """
    A3 is the page of A4 enlarged, and each palette is its inks; what is enlarged is not in the inks of another palette.
    """
    composed = []
    monkeypatch.setattr(layout, "fit", lambda *asked, fit=layout.fit: composed.append(asked) or fit(*asked))
    scam, poster = replace(library.scam("bank")), TEMPLATES["poster"]
    made = [
        press.proof(library, scam, poster, paper, palette, Occasion(day))
        for paper in poster.formats
        for palette in PALETTES.values()
    ]

    assert 1 == len(composed)
    assert 6 == len({one.code for one in made})
    alone = replace(library.scam("bank"))
    assert (
        made[-1].code
        == press.proof(library, alone, poster, poster.formats[-1], list(PALETTES.values())[-1], Occasion(day)).code
    )
