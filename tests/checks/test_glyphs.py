"""Glyphs: every sign that a page carries can be drawn."""

from dataclasses import replace

import pytest

from ulotki.checks.glyphs import find


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń", "„To ja!”", "112", "a\u00a0b – c…"])
def test_polish_is_drawn(piece, line, text):
    """
    Polish words have all their signs.
    """
    assert [] == list(find(piece(line(text))))


@pytest.mark.parametrize("sign", ["中", "ﬁ", "\u200b", "🙂", "\u202e", "\t"])
def test_a_missing_glyph_is_found(piece, line, sign):
    """
    A sign without a glyph is found by its code point, face and field.
    """
    (finding,) = find(piece(replace(line("Pogania"), text=f"Poga{sign}ia")))

    assert f"U+{ord(sign):04X}" in str(finding.what)
    assert "UlotkiPlain-Regular" in str(finding.what)
    assert "story" == finding.at.field


def test_each_sign_once(piece, line):
    """
    A line complains of each missing sign once, in their order.
    """
    found = [dict(finding.what.values)["code"] for finding in find(piece(replace(line("Pogania"), text="中Po中ﬁia")))]

    assert ["4E2D", "FB01"] == found
