"""Every scam in every template, format and palette: composed, fitted, checked; some drawn and read back."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from ulotki import press, stock
from ulotki.checks import checks
from ulotki.content.leaflet import CODE_REF
from ulotki.content.telling import Occasion
from ulotki.errors import Refused
from ulotki.look import PALETTES, Look
from ulotki.look.inks import BLACK, WHITE
from ulotki.page.blocks import Block
from ulotki.page.fit import fit
from ulotki.page.items import Box, Code, Fill, Group, Line, Picture, Stroke
from ulotki.page.piece_code import well_formed
from ulotki.page.script import script
from ulotki.page.walking import refs, walk
from ulotki.press import printed
from ulotki.readback import Readback
from ulotki.templates import Template, templates
from ulotki.templates import _parts as parts

TEMPLATES = templates()
USUAL = ("poster", "leaflet")
"""What every scam is made in."""

FEW = ("bank", "na-wnuczka", "phishing", "handel-obnosny")
"""Of every channel one: by telephone, by message, at the door."""

LARGE, STAMP = 0.65, 20


@pytest.fixture(scope="session")
def tried(library, request, day, until):
    """Every scam in every template, laid out, sealed and checked, or why it was refused.

    A palette never moves anything and larger paper is the same enlarged, as tests below hold; so mono, eco and larger
    paper are tried with FEW scams, and with all of them when pytest is given --all.
    """
    made = {}
    everything = request.config.getoption("--all")
    for scam, template, paper, palette in stock.offered(library.editions):
        plain = palette.name == "colour" and paper == template.formats[0]
        if plain or scam.id in FEW or everything:
            try:
                found = press.proof(library, scam, template, paper, palette, Occasion(day, until))
            except Refused as trouble:
                found = trouble
            made[f"{scam.lang}/{scam.id}", template.id, paper.name, palette.name] = found
    return made


@pytest.fixture(scope="session")
def proofs(tried):
    """Those that were made."""
    return {key: found for key, found in tried.items() if not isinstance(found, Refused)}


@pytest.fixture(scope="session")
def pages(proofs):
    """Their pages, numbered."""
    return {(*key, number): page for key, proof in proofs.items() for number, page in enumerate(proof.pages, 1)}


def lines(page):
    return [(item, roles) for item, roles in walk(page.items) if isinstance(item, Line)]


def test_every_combination_is_made(tried, library):
    """
    Every scam in every language is told, composed and fitted in every template that takes it, on its paper.
    """
    poster = [key for key in tried if key[1:] == ("poster", "A4", "colour")]

    assert {} == {key: str(found) for key, found in tried.items() if isinstance(found, Refused)}
    assert len(library.editions) == len(poster)
    assert set(TEMPLATES) == {key[1] for key in tried}


def test_no_check_finds_anything(proofs):
    """
    No check has anything to say about any of them.
    """
    assert checks()
    assert {} == {
        key: [str(finding.what) for finding in proof.findings] for key, proof in proofs.items() if proof.findings
    }


def test_nothing_is_marked(proofs):
    """
    With the values that ship, nothing is a specimen.
    """
    assert [] == [key for key, proof in proofs.items() if proof.mark]


def test_a_piece_has_as_many_pages_as_its_template_says(proofs):
    """
    A piece has a page for each limit of words that its template has; a template that flows may take more.
    """
    assert all(len(TEMPLATES[key[1]].words) <= len(proof.pages) for key, proof in proofs.items())
    assert {("poster", 1), ("leaflet", 2)} == {
        (key[1], len(made.pages)) for key, made in proofs.items() if key[1] in USUAL
    }


def test_a_code_is_of_one_piece(proofs):
    """
    Codes are well formed, and two pieces share one only when nothing on them differs.
    """
    scripts = {}
    for proof in proofs.values():
        scripts.setdefault(proof.code, set()).add(script(proof.pages))

    assert all(map(well_formed, scripts))
    assert {1} == {len(found) for found in scripts.values()}


def test_the_code_stands_once(proofs):
    """
    The code of a piece is printed once; on a poster and a leaflet on the last page.
    """
    for key, proof in proofs.items():
        found = [
            number
            for number, page in enumerate(proof.pages, 1)
            for _, roles in lines(page)
            if any(role.ref == CODE_REF for role in roles)
        ]
        assert 1 == len(found), key
        assert key[1] not in USUAL or [len(proof.pages)] == found, key


def test_the_number_that_helps_is_the_largest(pages, proofs):
    """
    It stands on every piece and so does 112, which is no larger; no other has more than 65 % of its size.
    """
    for key, proof in proofs.items():
        sizes = Counter()
        for line, roles in (pair for page in proof.pages for pair in lines(page)):
            for ref in (role.ref for role in roles if role.ref.startswith("number:")):
                sizes[ref] = max(sizes[ref], line.size)
        helps = proof.leaflet.help.number.runs[0].ref if proof.leaflet.help.number else "number:112"
        largest, emergency = sizes.pop(helps, 0), sizes.pop("number:112", 0)
        assert emergency <= largest and (emergency or helps == "number:112"), key
        assert largest >= (40 if key[1] in USUAL else 0.1), key
        assert all(size <= LARGE * largest for size in sizes.values()), key


def test_everything_stands_inside(pages):
    """
    Nothing but bare paper around a code lies outside the margins.
    """
    for key, page in pages.items():
        inside = Box(0, 0, page.width, page.height).inset(page.margin, page.margin)
        assert all(inside.holds(item.box, 0.05) for item, _ in walk(page.items)), key


def test_a_heading_leads(pages):
    """
    Headings stand in order: the title first, and no level is skipped.
    """
    for key, page in pages.items():
        levels = [item.role.level for item in groups(page.items) if item.role.kind == "heading"]
        assert levels or key[1] not in USUAL
        assert key[1] not in USUAL or key[-1] > 1 or 1 == levels[0]
        assert all(later - former <= 1 for former, later in pairwise(levels))


def groups(items):
    """Every group among items, in order."""
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.items)


def test_steps_and_signs_are_lists(proofs):
    """
    The three steps are a list of three items, the four signs a list of four, and two things to do afterwards one of two.
    """
    for key, proof in proofs.items():
        after = [2] if len(proof.leaflet.help.gone.rows) > 1 else []
        counts = {"poster": [3], "leaflet": [3, 4, *after]}
        lists = [group for page in proof.pages for group in groups(page.items) if group.role.kind == "list"]
        found = [sum(1 for group in groups(one.items) if group.role.kind == "item") for one in lists]
        assert counts.get(key[1], found) == found, key


def test_every_word_is_in_a_group(pages):
    """
    No word is decoration: who listens hears them all.
    """
    assert all(roles for page in pages.values() for _, roles in lines(page))


def test_a_code_is_a_figure_and_its_host_is_printed(pages):
    """
    A code has words for who cannot see it, and what it gives stands beside it in print.
    """
    for key, page in pages.items():
        for item, roles in walk(page.items):
            if isinstance(item, Code):
                assert "figure" == roles[-1].kind and roles[-1].alt, key
                host = item.payload.removeprefix("https://")
                assert host in [line.text.strip() for line, _ in lines(page)], key


def test_palettes_never_move_anything(proofs):
    """
    A palette changes inks and outlines: words and codes stand in the same places in all of them, but for what stands
    flush right with the code of the piece.
    """
    for key, proof in proofs.items():
        assert key[1] not in USUAL or places(proofs[*key[:3], "colour"]) == places(proof), key


def places(proof):
    return [
        (item.x, item.baseline, item.size, item.text) if isinstance(item, Line) else (item.x, item.y, item.module)
        for page in proof.pages
        for item, roles in walk(page.items)
        if isinstance(item, Line | Code)
        and not any(role.ref == CODE_REF for role in roles)
        and not (isinstance(item, Line) and item.flush and item.field in ("words.until", "words.code"))
    ]


def test_mono_and_eco_are_black(pages):
    """
    Everything in mono and eco is pure black or the white of the paper.
    """
    for (*_, palette, _), page in pages.items():
        if palette != "colour":
            inks = {item.ink for item, _ in walk(page.items) if not isinstance(item, Code)}
            assert inks <= {BLACK, WHITE}


def test_eco_spares_ink(pages):
    """
    Eco fills at most six tenths of the area that colour fills.
    """
    for key, page in pages.items():
        if key[3] == "eco" and key[1] in USUAL:
            assert area(page) <= 0.6 * area(pages[*key[:3], "colour", key[4]])


def area(page):
    return sum(item.box.width * item.box.height for item, _ in walk(page.items) if isinstance(item, Fill))


def test_an_unknown_officer_leaves_room(proofs):
    """
    Where nobody has given the officer's number, a framed box waits for a stamp, unless another number takes its room.
    """
    for key, proof in proofs.items():
        if key[1] not in USUAL or parts.helper(proof.leaflet):
            continue
        (stamp,) = [item for page in proof.pages for item, _ in lines(page) if item.field == "words.stamp"]
        frames = [item for page in proof.pages for item, _ in walk(page.items) if isinstance(item, Stroke)]
        assert any(frame.box.holds(stamp.box) and frame.box.height > STAMP for frame in frames), key


@pytest.mark.parametrize("template", USUAL)
@pytest.mark.parametrize(
    "contact",
    [
        {},
        {"hours": "w dni robocze, godz. 8–15"},
        {"number": "600 700 800", "name": "mł. asp. Anna Nowak"},
        {"name": "młodszy aspirant Jan Kowalski-Nowakowski"},
    ],
    ids=["number", "hours", "mobile", "a long name"],
)
def test_an_officer_stands_there(library, officer, proof, template, contact):
    """
    A confirmed officer takes the place of the box: number, name and hours, from the register and without a fault.
    """
    made = proof("na-wnuczka", template, of=officer(**contact))

    assert () == made.findings
    assert made.mark is None
    assert {"number:dzielnicowy", "name:dzielnicowy"} <= {ref for page in made.pages for ref in refs(page.items)}
    assert not any(item.field == "words.stamp" for page in made.pages for item, _ in lines(page))
    assert printed(made)


@pytest.mark.parametrize("template", USUAL)
def test_without_a_day_nothing_hangs_until(proof, template):
    """
    A piece ordered without a last day says none, and fits.
    """
    words = " ".join(line.text for page in proof("na-wnuczka", template, until=None).pages for line, _ in lines(page))

    assert "Wisi do" not in words
    assert () == proof("na-wnuczka", template, until=None).findings


@pytest.mark.parametrize("template", USUAL)
def test_without_a_workspace(library, look, template, day):
    """
    With the national library alone a piece has no issuer, and fits.
    """
    chosen = TEMPLATES[template]
    made = press.proof(
        replace(library, settings=None), library.scam("bank"), chosen, chosen.formats[0], look.palette, Occasion(day)
    )

    assert () == made.findings
    assert "Wydaje" not in " ".join(line.text for page in made.pages for line, _ in lines(page))


@pytest.mark.parametrize("template", USUAL)
def test_without_an_address_there_is_no_code(leaflet, look, template, family):
    """
    A scam whose address leads nowhere has no code and no host, and still fits.
    """
    chosen = TEMPLATES[template]
    for paper in chosen.formats:
        for block in chosen.compose(replace(leaflet, target=None), look, paper):
            page = fit(block, paper, family)
            assert not [item for item, _ in walk(page.items) if isinstance(item, Code)]
            assert not any(ref.startswith("address:") for ref in refs(page.items))


@pytest.mark.parametrize("template", USUAL)
def test_composing_is_pure(leaflet, family, icons, template):
    """
    Composing twice gives the same pages, and a template only gives blocks.
    """
    chosen = TEMPLATES[template]
    look, paper = Look(family, icons, PALETTES["colour"]), chosen.formats[0]
    one, other = chosen.compose(leaflet, look, paper), chosen.compose(leaflet, look, paper)

    assert all(isinstance(block, Block) for block in one)
    assert [fit(block, paper, family) for block in one] == [fit(block, paper, family) for block in other]


def test_templates_know_themselves():
    """
    A template is known by the name of its module, says where it is used, and fits on some paper.
    """
    for id, template in TEMPLATES.items():
        assert isinstance(template, Template)
        assert f"ulotki.templates.{id.replace('-', '_')}" == template.compose.__module__
        assert template.what and template.formats and template.words


@pytest.mark.parametrize("template", USUAL)
@pytest.mark.parametrize("scam", ["na-wnuczka", "handel-obnosny"])
def test_larger_paper(proof, scam, template):
    """
    On larger paper a piece is the same words and codes, larger, drawn and read back.
    """
    small, large = proof(scam, template), proof(scam, template, paper=-1)

    assert small.paper != large.paper
    assert [item.text for page in small.pages for item, _ in plain(page)] == [
        item.text for page in large.pages for item, _ in plain(page)
    ]
    assert small.code != large.code
    assert printed(large)


def plain(page):
    """The lines of a page but for its code."""
    return [(item, roles) for item, roles in lines(page) if not any(role.ref == CODE_REF for role in roles)]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", USUAL)
@pytest.mark.parametrize("scam", ["na-wnuczka", "phishing"])
def test_drawn_and_read_back(proof, on_sheets, camera, scam, template, palette):
    """
    What is drawn says what was ordered: words, codes, sizes; alone and on sheets.
    """
    made = proof(scam, template, palette)

    with Readback(printed(made)) as back:
        seen = camera(back)

    assert [{item.payload for item, _ in walk(page.items) if isinstance(item, Code)} for page in made.pages] == seen
    assert template == "poster" or on_sheets(made)


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_may_save_a_life_stands_on_every_piece(library, day, until, template):
    """
    Every piece about blackmail with a picture carries the children's line and the line about death, or is not made.
    """
    scam, chosen = library.scam("sexting"), TEMPLATES[template]
    if chosen.refuses(scam):
        return
    made = press.proof(library, scam, chosen, chosen.formats[-1], PALETTES["colour"], Occasion(day, until))
    text = "".join("".join(line.text for line, _ in lines(page)) for page in made.pages)

    assert () == made.findings
    assert "".join(str(scam.always.source).split("{{")[0].split()) in "".join(text.split())
    assert "number:dzieci" in {ref for page in made.pages for ref in refs(page.items)}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_drawn(proofs, on_sheets, template):
    """
    A piece of every template is drawn, read back, and put on its sheets.
    """
    made = next(proof for key, proof in proofs.items() if key[1] == template and not proof.grave)

    assert printed(made)
    assert (on_sheets(made) is None) == (made.paper.name not in made.template.sheets)


@pytest.mark.parametrize("template", TEMPLATES)
def test_golden(proof, template, request, root):
    """
    A piece of every template stands where it stood when somebody last looked at it: „na wnuczka”, for schools „konto”.

    After a change that is meant: pytest --update-golden, and read the diff like a move with a ruler.
    """
    scam = "konto" if template == "youth" else "na-wnuczka"
    file = root / f"tests/golden/{scam}-{template}-colour.txt"
    now = script(proof(scam, template).pages)
    if request.config.getoption("--update-golden"):
        file.write_text(now, "utf-8")

    assert file.read_text("utf-8") == now


@pytest.mark.parametrize(("scam", "accuses"), [("konto", True), ("pesel", False)])
def test_only_a_swindler_is_masked_in_the_chat(proof, scam, accuses):
    """
    Who reminds of a good deed wears no mask, and nobody is told to block and report.
    """
    (page,) = proof(scam=scam, template="youth").pages
    names = {item.name for item, _ in walk(page.items) if isinstance(item, Picture)}
    said = " ".join(item.text for item, _ in walk(page.items) if isinstance(item, Line))

    assert (accuses, accuses) == ("domino_mask" in names, "Zablokuj" in said)
