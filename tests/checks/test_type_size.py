"""Type size: large enough for the distance it is read from."""

import pytest

from ulotki.checks.type_size import find
from ulotki.page.items import Line
from ulotki.page.walking import walk


@pytest.mark.parametrize(
    ("size", "floor", "findings"), [(12, 12, 0), (11.995, 12, 0), (11.5, 12, 1), (47, 48, 1), (48, 48, 0)]
)
def test_the_floor(piece, line, size, floor, findings):
    """
    A line has at least the size its reader needs; a rounding of a hundredth is forgiven.
    """
    assert findings == len(list(find(piece(line("Pogania", size=size, floor=floor)))))


def test_the_finding_says_how_small(piece, line):
    """
    It says the words, their size, the size they need, and where they come from.
    """
    (finding,) = find(piece(line("Pogania", size=9, floor=12)))

    assert '"Pogania" is set in 9 pt and needs 12.0 pt' == str(finding.what)
    assert "story" == finding.at.field


def test_templates_stay_above_their_tiers(proof):
    """
    Every line of a poster and a leaflet has a floor, and stands on it or above.
    """
    for template in ("poster", "leaflet"):
        for page in proof(template=template).pages:
            for item, _ in walk(page.items):
                if isinstance(item, Line):
                    assert 9.5 <= item.floor <= item.size
