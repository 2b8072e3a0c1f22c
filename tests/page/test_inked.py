"""Pages in the inks of a palette: the same as if they had been laid out in it."""

from dataclasses import replace

import pytest

from ulotki import press
from ulotki.content.leaflet import tell
from ulotki.content.telling import Occasion
from ulotki.look import PALETTES
from ulotki.look.inks import BLACK, WHITE
from ulotki.look.pattern import PATTERN
from ulotki.page.fit import fit
from ulotki.page.flow import Flow, flow
from ulotki.page.inked import inked
from ulotki.page.items import Box, Fill, Group, Page, Picture, Role, Stroke
from ulotki.page.walking import walk
from ulotki.templates import templates

AREA = Box(0, 0, 10, 10)


def laid(template, leaflet, look, paper):
    """The pages of a leaflet that is composed in the inks of *look*."""
    pages = []
    for block in template.compose(leaflet, look, paper):
        pages += flow(block, paper, look.family) if isinstance(block, Flow) else [fit(block, paper, look.family)]
    return pages


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("id", templates())
def test_a_palette_changes_inks_and_outlines_never_the_layout(coded, day, look, id, name):
    """
    Every template gives the same pages, item by item, whether it is composed in a palette or takes its inks afterwards.
    """
    template, scam, palette = templates()[id], coded.scam("na-wnuczka"), PALETTES[name]
    leaflet = tell(scam, coded.telling("pl", Occasion(day, topics=press.alike(coded, scam))))
    paper = template.formats[0]
    pages = laid(template, leaflet, replace(look, palette=palette), paper)

    assert pages == [inked(page, palette) for page in laid(template, leaflet, replace(look, palette=PATTERN), paper)]


def test_what_a_palette_does_not_draw_is_left_out():
    """
    A panel without a fill, an outline without an ink; what is cut out of a pictogram shows the paper there.
    """
    deed = PATTERN.deed
    items = (
        Fill(AREA, (), deed.fill),
        Stroke(AREA, (), deed.line, 3),
        Group(Role("figure"), (Picture(AREA, "call", (), deed.fill),)),
    )
    page = Page(100, 100, 5, items)
    found = {
        name: [(type(item).__name__, item.ink) for item, _ in walk(inked(page, PALETTES[name]).items)]
        for name in ("mono", "eco")
    }

    assert [("Fill", BLACK), ("Picture", BLACK)] == found["mono"]
    assert [("Stroke", BLACK), ("Picture", WHITE)] == found["eco"]
