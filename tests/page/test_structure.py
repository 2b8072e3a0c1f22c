"""The structure of a page: what is read, in which order, as what; and that nothing on paper is lost between."""

from collections import Counter
from dataclasses import replace
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki import press, stock
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.look import PALETTES
from ulotki.page import gist
from ulotki.page.called import links
from ulotki.page.gist import opening
from ulotki.page.heard import spoken
from ulotki.page.items import Group, Line, Role
from ulotki.page.structure import TYPES, Element, TaggedRun, elements, runs, structure
from ulotki.page.walking import walk
from ulotki.templates import templates

KINDS = [*TYPES, "heading", "artifact"]


@pytest.fixture(scope="module")
def told(line):
    """told(group, …) on a page, as nested tuples: ("P", …), a text that is read, or [text] for decoration."""

    def shown(kids):
        return [
            (kid.type, *shown(kid.kids)) if isinstance(kid, Element) else said(kid) if kid.read else [said(kid)]
            for kid in kids
        ]

    def said(run):
        return "".join(trace.text if isinstance(trace, Line) else "#" for trace in run.traces)

    return lambda page: shown(structure(page))


def group(kind, *items, **role):
    return Group(Role(kind, **role), items)


@pytest.fixture(scope="module")
def pieces(library, day, until, proof):
    """Every scam in every template, in colour on its first paper, laid out: "pl/blik/poster" → its pages."""
    found = {}
    for scam, template, paper, palette in stock.offered(library.editions):
        if palette.name == "colour" and paper == template.formats[0]:
            made = (
                proof(scam.id, template.id)
                if scam.lang == HOME
                else press.proof(library, scam, template, paper, palette, Occasion(day, until))
            )
            found[f"{scam.lang}/{scam.id}/{template.id}"] = made.pages
    return found


def test_every_template_is_tried(pieces):
    """
    What follows is said of fourteen templates, and of three languages.
    """
    assert set(templates()) == {name.split("/")[2] for name in pieces}
    assert {"pl", "uk", "en"} == {name.split("/")[0] for name in pieces}


def test_types(told, page, line):
    """
    A group is the standard element of its kind; a heading that of its level.
    """
    table = group("table", group("row", group("head", line("Kto")), group("cell", line("Ja"))))

    assert [("H1", "Uwaga"), ("H3", "Mała"), ("P", "To ja"), ("Table", ("TR", ("TH", "Kto"), ("TD", "Ja")))] == told(
        page(
            group("heading", line("Uwaga"), level=1),
            group("heading", line("Mała"), level=3),
            group("paragraph", line("To ja")),
            table,
        )
    )


def test_what_is_in_no_group_is_decoration(told, page, line, panel):
    """
    Whatever stands in no group is not read, letters neither; panels are read nowhere.
    """
    assert [["#PIN#"], ("P", ["#"], "To ja")] == told(
        page(panel(1, 1, 2, 2), line("PIN"), panel(1, 1, 2, 2), group("paragraph", panel(1, 1, 2, 2), line("To ja")))
    )


def test_neighbours_are_one(told, page, line, panel):
    """
    Lines after one another are one run; a panel between them parts them.
    """
    assert [("P", "To ja", ["#"], "dalej")] == told(
        page(group("paragraph", line("To "), line("ja"), panel(1, 1, 2, 2), line("dalej")))
    )


def test_an_artifact_is_not_heard(told, page, line):
    """
    Whatever stands in an artifact is decoration, be it a heading.
    """
    assert [("P", "tak", ["nie"])] == told(
        page(group("paragraph", line("tak"), group("artifact", group("heading", line("nie"), level=1))))
    )


def test_a_figure_is_whole(told, page, line, panel):
    """
    A figure holds all that stands in it in one run that is read, and its text is the words instead of it.
    """
    made = page(group("figure", panel(1, 1, 2, 2), group("paragraph", line("QR")), alt="Kod"))
    (figure,) = structure(made)

    assert [("Figure", "#QR")] == told(made)
    assert ("Kod", "Kod") == (figure.alt, figure.text)


def test_an_item_has_labels_and_a_body(told, page, line, panel):
    """
    A list has items alone, and an item labels and one body; decoration before the last label stays where it is.
    """
    item = group("item", panel(1, 1, 2, 2), group("label", line("1")), group("paragraph", line("Rozłącz się")))

    assert [("L", ("LI", ["#"], ("Lbl", "1"), ("LBody", ("P", "Rozłącz się"))))] == told(page(group("list", item)))


def test_bodies_are_one(told, page, line):
    """
    Two bodies of an item are one, and what stands beside them is in it.
    """
    item = group("item", group("body", line("raz ")), line("dwa "), group("body", line("trzy")))

    assert [("L", ("LI", ("LBody", "raz dwa trzy")))] == told(page(group("list", item)))


def test_an_item_without_a_body_has_one(told, page, line):
    """
    An item of a label alone has an empty body.
    """
    assert [("L", ("LI", ("Lbl", "1"), ("LBody",)))] == told(
        page(group("list", group("item", group("label", line("1")))))
    )


def test_a_label_outside_an_item_is_a_paragraph(told, page, line):
    """
    A label or a body that is in no item is a paragraph, or what is in it when that holds paragraphs.
    """
    assert [("P", "1"), ("P", "tak"), ("P", "nie")] == told(
        page(group("label", line("1")), group("body", group("paragraph", line("tak"))), group("body", line("nie")))
    )


@pytest.mark.parametrize(
    ("ref", "type"),
    [("number:112", "Link"), ("address:gov", "Link"), ("name:dzielnicowy", None), ("code", None), ("", None)],
)
def test_a_link_leads_somewhere(told, page, line, ref, type):
    """
    Numbers and addresses are links; a name, the code of the piece and what has no ref are words like any.
    """
    made = page(group("paragraph", line("pod "), group("link", line("112"), ref=ref), line(".")))
    linked = [element for element in elements(structure(made)) if element.type == "Link"]

    assert [("P", "pod ", ("Link", "112"), ".")] == told(made) if type else [("P", "pod 112.")] == told(made)
    assert ([ref] if type else []) == [element.ref for element in linked]


def test_a_span_is_of_a_language(told, page, line):
    """
    A span that says no language dissolves; one that does keeps it.
    """
    made = page(group("paragraph", group("span", line("PIN ")), group("span", line("AnyDesk"), lang="en")))

    assert [("P", "PIN ", ("Span", "AnyDesk"))] == told(made)
    assert ["", "en"] == [element.lang for element in elements(structure(made))]


def test_a_page_in_another_language_is_a_section(told, page, line):
    """
    All of a page lies in a section of its language, and what is decoration stays decoration.
    """
    (section,) = structure(spoken(page(line("§"), group("paragraph", line("a"))), "uk"))

    assert ("Sect", "uk") == (section.type, section.lang)
    assert ("a", [False, True]) == (section.text, [run.read for run in section.runs])


def test_a_box_covers_its_traces(page, line, panel):
    """
    The box of an element is around all that stands in it.
    """
    (paragraph,) = structure(page(group("paragraph", panel(10, 20, 5, 5), group("paragraph", panel(30, 10, 5, 40)))))

    assert (10, 10, 35, 50) == (paragraph.box.x, paragraph.box.y, paragraph.box.right, paragraph.box.bottom)


def test_elements_come_outer_first(page, line):
    """
    All elements come in the order of reading, an outer one before what it holds.
    """
    made = page(group("list", group("item", group("label", line("1")), group("body", line("tak")))), group("paragraph"))

    assert ["L", "LI", "Lbl", "LBody", "P"] == [element.type for element in elements(structure(made))]


@st.composite
def groups(draw, lines, depth=3):
    """Any items, however odd their nesting; *lines* gives a new line each time."""
    made = []
    for _ in range(draw(st.integers(0, 3))):
        if depth and draw(st.booleans()):
            kind = draw(st.sampled_from(KINDS))
            role = Role(
                kind,
                level=1,
                alt="x",
                ref=draw(st.sampled_from(("", "number:112"))),
                lang=draw(st.sampled_from(("", "en"))),
            )
            made.append(Group(role, draw(groups(lines, depth - 1))))
        else:
            made.append(next(lines))
    return tuple(made)


@given(data=st.data())
def test_nothing_is_lost_or_doubled(data, page, line):
    """
    However groups are nested, every trace is in exactly one run, in the order it is painted.
    """
    plain = line("x")
    lines = (replace(plain, text=str(number)) for number in range(10_000))
    made = page(*data.draw(groups(lines)))

    painted = [item.text for item, _ in walk(made.items)]
    assert painted == [trace.text for run in runs(structure(made)) for trace in run.traces]


@given(data=st.data())
def test_lists_are_well_formed(data, page, line):
    """
    However groups are nested, an item holds labels and then one body, and nothing else that is read.
    """
    lines = (line("x") for _ in range(10_000))
    for element in elements(structure(page(*data.draw(groups(lines))))):
        if element.type == "LI":
            inner = [kid.type if isinstance(kid, Element) else "read" for kid in element.kids if _heard(kid)]
            assert inner[-1:] == ["LBody"] and set(inner[:-1]) <= {"Lbl"}
        if element.type == "Figure":
            assert not any(isinstance(kid, Element) for kid in element.kids)


def _heard(kid):
    return isinstance(kid, Element) or kid.read


@given(data=st.data())
def test_runs_are_as_long_as_they_can_be(data, page, line):
    """
    However groups are nested, no two runs of a kind stand beside one another.
    """
    lines = (line("x") for _ in range(10_000))
    kids = structure(page(*data.draw(groups(lines))))
    for found in (kids, *(element.kids for element in elements(kids) if element.type != "Figure")):
        for one, other in pairwise(found):
            assert not (isinstance(one, TaggedRun) and isinstance(other, TaggedRun) and one.read == other.read)


def test_every_line_is_read_or_decoration(pieces):
    """
    On every page of every piece each trace is in exactly one run, in the order it is painted.
    """
    for name, pages in pieces.items():
        for page in pages:
            painted = [id(item) for item, _ in walk(page.items)]
            assert painted == [id(trace) for run in runs(structure(page)) for trace in run.traces], name


def test_words_that_nobody_hears_stand_in_artifacts(pieces):
    """
    Of all pieces only letters in an artifact, a blank or a figure are not read as words.
    """
    for name, pages in pieces.items():
        for page in pages:
            heard = {id(trace) for run in runs(structure(page)) if run.read for trace in run.traces}
            for item, roles in walk(page.items):
                if isinstance(item, Line) and id(item) not in heard:
                    assert {"artifact", "blank"} & {role.kind for role in roles}, (name, item.text)


def headings(pages):
    return [
        int(element.type[1])
        for page in pages
        for element in elements(structure(page))
        if element.type in ("H1", "H2", "H3")
    ]


def test_one_first_heading(pieces):
    """
    Every piece has exactly one H1, which is its first heading, and no level is skipped on the way down.
    """
    for name, pages in pieces.items():
        levels = headings(pages)
        assert 1 == levels.count(1) and 1 == levels[0], (name, levels)
        assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), (name, levels)


def test_lists_of_every_piece(pieces):
    """
    In every piece a list holds items and decoration, an item labels and a body, a table rows, a row cells.
    """
    within = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"TR"}, "TR": {"TH", "TD"}}
    seen = Counter()
    for name, pages in pieces.items():
        for element in chain.from_iterable(elements(structure(page)) for page in pages):
            seen[element.type] += 1
            if element.type in within:
                inner = {kid.type if isinstance(kid, Element) else "words" for kid in element.kids if _heard(kid)}
                assert inner <= within[element.type], (name, element.type, inner)
            for kid in element.kids:
                if isinstance(kid, Element):
                    outer = {inner: outer for outer, inners in within.items() for inner in inners}
                    assert outer.get(kid.type, element.type) == element.type, (name, element.type, kid.type)

    assert {"L", "LI", "Lbl", "LBody", "Figure", "Link", "Span"} <= set(seen)


def test_every_figure_has_words(pieces):
    """
    Every figure of every piece has words instead of it, and every picture that is read is in one.
    """
    for name, pages in pieces.items():
        for element in chain.from_iterable(elements(structure(page)) for page in pages):
            if element.type == "Figure":
                assert element.alt.strip(), name
            elif any(run.read for run in element.kids if isinstance(run, TaggedRun)):
                read = [
                    trace for run in element.kids if isinstance(run, TaggedRun) and run.read for trace in run.traces
                ]
                assert all(isinstance(trace, Line) for trace in read), name


def test_a_palette_changes_no_structure(proof):
    """
    Who listens hears the same in every palette.
    """
    made = [proof(template="leaflet", palette=palette) for palette in PALETTES]
    heard = {
        tuple(
            (element.type, element.text.replace(piece.code, "code"))
            for page in piece.pages
            for element in elements(structure(page))
        )
        for piece in made
    }

    assert 1 == len(heard)


def test_a_link_is_called_after_its_sentence(page, line, words):
    """
    „112” alone says neither whom one calls nor why: the name of a link is the sentence around it, up to its end. Where a
    link has a line to itself, the line before says what it is.
    """
    said = Group(
        Role("paragraph"),
        (
            line("Oszust? Zadzwoń pod ", 10, 20),
            Group(Role("link", ref="number:112"), (line("112", 40, 20),)),
            line(". Powiedz bliskim.", 50, 20),
        ),
    )
    alone = Group(Role("paragraph"), (Group(Role("link", ref="number:112"), (line("112", 10, 40),)),))

    label = Group(Role("paragraph"), (line("Zadzwoń od razu", 10, 60),))
    both = Group(
        Role("paragraph"),
        (
            line("Dzwoń: ", 10, 80),
            Group(Role("link", ref="number:112"), (line("112", 30, 80),)),
            line(" albo ", 40, 80),
            Group(Role("link", ref="number:116111"), (line("116 111", 50, 80),)),
        ),
    )

    assert ["Zadzwoń pod 112", "112"] == [name for _, name in links(structure(page(said, alone)))]
    assert ["Zadzwoń od razu 112"] == [name for _, name in links(structure(page(label, alone)))]
    assert ["Dzwoń: 112", "Dzwoń: 112 albo 116 111"] == [name for _, name in links(structure(page(both)))]


def test_what_a_file_is_about(page, line):
    """
    What follows the first heading, up to the first list; of several pieces their first headings, each once.
    """
    one = page(
        Group(Role("heading", level=1), (line("Uwaga!", 10, 20),)),
        Group(Role("paragraph"), (line("Oszust dzwoni.", 10, 30),)),
        Group(Role("paragraph"), (line("Kod: AAAAA", 10, 35),)),
        Group(Role("list"), (Group(Role("item"), (Group(Role("body"), (line("Rozłącz się.", 10, 40),)),)),)),
        Group(Role("paragraph"), (line("Koniec.", 10, 50),)),
    )
    other = page(Group(Role("heading", level=1), (line("Pismo", 10, 20),)))

    assert "Oszust dzwoni." == opening(one, "AAAAA")
    assert "" == opening(other)
    assert "Uwaga!; Pismo" == gist.headings((one, other, one))
    assert (
        len(headings([page(Group(Role("heading", level=1), (line(f"{n} " * 30, 10, 20),))) for n in range(9)])) <= 200
    )
