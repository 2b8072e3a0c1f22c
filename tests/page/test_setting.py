"""Words into lines: nothing lost, nothing too wide, as few lines as possible, and no ugly ends."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ulotki.content.marks import typeset
from ulotki.content.text import NBSP, Prose, Run, Words
from ulotki.content.typography import POLISH
from ulotki.errors import Refused
from ulotki.look.styles import Style
from ulotki.page import setting as setting_module
from ulotki.page.setting import Overflow, Setting
from ulotki.paper import HAND, POINT

STYLE = Style("Regular", 14, 17.5, HAND)
WORD = st.text("aąbcćdeęfghijklłmnńoóprsśtuwyzźżAIOUWZTVY0123.,!?„”–", min_size=1, max_size=12)
TEXT = st.lists(WORD, min_size=1, max_size=14).map(" ".join)
WIDTH = st.floats(min_value=20, max_value=200)
ROUNDING = 1e-6


def letters(line):
    return "".join(part.run.text for part in line.slices)


def lines_or_none(setting, words, width, style=STYLE):
    try:
        return setting.lines(words, style, width)
    except Overflow:
        return None


@pytest.fixture
def setting(family):
    return Setting(family)


@pytest.fixture(scope="session")
def setter(family):
    """set(words, width): lines, or None when a word alone is too wide; a new setting each time."""
    return lambda words, width, style=STYLE: lines_or_none(Setting(family), words, width, style)


@given(text=TEXT, width=WIDTH)
@example(text="Ktoś dzwoni i mówi, że pilnie potrzebuje pieniędzy.", width=60.0)
def test_no_word_is_lost(setter, words, text, width):
    """
    Lines joined are the text itself: each but the last ends in the blank it was broken at.
    """
    lines = setter(words(text), width)

    assert lines is None or text == "".join(map(letters, lines))


@given(text=TEXT, width=WIDTH)
def test_no_line_is_too_wide(setter, words, text, width):
    """
    No line is wider than it may be, and its width is what its letters advance.
    """
    for line in setter(words(text), width) or ():
        trailing = len(letters(line)) - len(letters(line).rstrip(" "))
        advances = [advance for part in line.slices for advance in part.advances]
        assert line.width <= width + ROUNDING
        assert pytest.approx(line.width) == sum(advances[: len(advances) - trailing]) * 14 * POINT / 1000


@given(text=TEXT, width=WIDTH)
def test_a_set_line_stays_set(setter, words, text, width):
    """
    Setting a line again, in its own width and with the blank that ended it, gives that one line.
    """
    for line in setter(words(text), width) or ():
        again = setter(words(letters(line)), width)
        assert [letters(line)] == [letters(one) for one in again]


@given(text=TEXT, width=WIDTH)
def test_fewest_lines(setter, words, family, text, width):
    """
    No other way to break takes fewer lines: filling each line greedily, which is optimal, takes as many.
    """
    lines = setter(words(text), width)
    assume(lines is not None)

    assert greedy(text, width, family) == len(lines)


def greedy(text, width, family):
    """How many lines a text takes when each is filled as far as it goes."""
    advances = family["Regular"].advances(text)
    ends = list(itertools.accumulate((len(word) + 1 for word in text.split(" ")), initial=0))
    count, start = 1, 0
    for begin, stop in itertools.pairwise(ends):
        if begin > start and sum(advances[start : stop - 1]) * 14 * POINT / 1000 > width + ROUNDING:
            count, start = count + 1, begin
    return count


@given(
    text=st.lists(st.one_of(WORD, st.sampled_from("aiouwzAIOUWZ")), min_size=1, max_size=14).map(" ".join), width=WIDTH
)
@example(text="Zadzwoń i powiedz o tym w domu", width=25.0)
def test_one_letter_never_ends_a_line(setter, text, width):
    """
    After typography no line but the last ends with a word of one letter, and no letter is alone on it.
    """
    told = typeset(Prose(text), lambda kind, id: ("", ""), POLISH)
    lines = setter(told, width)

    for line in (lines or ())[:-1]:
        last = letters(line).rstrip(" ").split(" ")[-1]
        assert last.split(NBSP)[-1].lower() not in tuple(POLISH.bound)


@given(paragraphs=st.lists(TEXT, min_size=1, max_size=4), width=WIDTH)
def test_author_breaks_are_kept(setter, words, paragraphs, width):
    """
    A line break of the author ends a line, and words never cross it.
    """
    lines = setter(words("\n".join(paragraphs)), width)
    assume(lines is not None)
    alone = [line for part in paragraphs for line in setter(words(part), width)]

    assert [letters(line).strip() for line in alone] == [letters(line).strip() for line in lines]


@given(text=TEXT, width=WIDTH, cut=st.integers(min_value=0, max_value=100))
def test_runs_do_not_move_breaks(setter, words, text, width, cut):
    """
    Where a run ends has no say in where a line ends, and each piece keeps its own run.
    """
    cut %= len(text) + 1
    split = Words(tuple(run for run in (Run(text[:cut]), Run(text[cut:], ref="number:112")) if run.text))
    one, two = setter(words(text), width), setter(split, width)

    assert (one is None) == (two is None)
    if one is not None:
        assert [letters(line) for line in one] == [letters(line) for line in two]
        spoken = "".join(part.run.text for line in two for part in line.slices if part.run.ref)
        assert text[cut:] == spoken


def test_kerning_crosses_runs(setting, words):
    """
    A value in the middle of a word is set as tightly as the word without it: kerning knows no runs.
    """
    (whole,) = setting.lines(words("AVAVA"), STYLE, 100)
    (cut,) = setting.lines(Words((Run("AV"), Run("AVA", ref="name:x"))), STYLE, 100)

    assert whole.width == cut.width


def test_strong_words_are_measured_in_their_face(setting, words, family):
    """
    Strong letters take the heavier face's room.
    """
    (plain,) = setting.lines(words("Nie dawaj"), STYLE, 100)
    (strong,) = setting.lines(words("Nie dawaj", strong=True), STYLE, 100)

    assert plain.width < strong.width
    assert family["Bold"] is strong.slices[0].face


@given(text=TEXT, spare=st.floats(min_value=1, max_value=30))
def test_overflow_names_field_and_characters(family, words, text, spare):
    """
    A word that alone is too wide is an error that says the field, by how many mm, and about how many characters.
    """
    widest = max(sum(family["Regular"].advances(word)) * 14 * POINT / 1000 for word in text.split(" "))
    width = widest - spare
    assume(width > 1)

    with pytest.raises(Overflow) as trouble:
        Setting(family).lines(words(text, field="step.2.lead"), STYLE, width)

    (finding,) = trouble.value.findings
    assert "step.2.lead" == trouble.value.field == finding.at.field
    assert 7 == finding.at.line
    assert trouble.value.over > 0
    assert "step.2.lead" in str(finding.hint)
    assert int(dict(finding.hint.values)["count"]) >= 1


def test_overflow_counts_what_to_cut(family, words):
    """
    Cutting as many letters as the error says is enough.
    """
    text = "Konstantynopolitańczykowianeczka"
    with pytest.raises(Overflow) as trouble:
        Setting(family).lines(words(text), STYLE, 60)
    count = int(dict(trouble.value.findings[0].hint.values)["count"])

    assert 1 == len(Setting(family).lines(words(text[:-count]), STYLE, 60))


def test_shown_in_one_line(family, words):
    """
    The error quotes the author's words with plain blanks and strokes for line breaks.
    """
    with pytest.raises(Overflow) as trouble:
        Setting(family).lines(words(f"w{NBSP}domu\npieniądze"), STYLE, 10)

    assert '"w domu / pieniądze"' in str(trouble.value.findings[0].what)


@pytest.mark.parametrize("sign", ["中", "ﬁ", "\u2028", "🙂", "\u202e", "\u200b", "\u2011", "٣"])
def test_a_missing_glyph_is_refused(setting, words, sign):
    """
    A sign that the face cannot draw is refused by its code point, wherever it stands.
    """
    with pytest.raises(Refused) as trouble:
        setting.lines(words(f"Zadzwoń {sign} teraz"), STYLE, 100)

    (finding,) = trouble.value.findings
    assert "glyphs" == finding.check
    assert f"U+{ord(sign):04X}" in str(finding.what)
    assert "story" == finding.at.field


def test_without_the_gate_a_missing_glyph_would_pass(setting, words, family, monkeypatch):
    """
    The list of signs is the only thing that stops it: with every sign allowed, it is set like any other.
    """
    face = family["Regular"]
    monkeypatch.setitem(family.weights, "Regular", replace(face, signs=frozenset("中")))

    (line,) = setting.lines(words("中"), STYLE, 100)

    assert "中" == letters(line)


def test_lines_are_alike(setting, words):
    """
    Of all ways to break into two lines, the one is taken whose lines are most alike.
    """
    lines = setting.lines(words("aaaa bbbb cccc dddd"), STYLE, 39)

    assert ["aaaa bbbb ", "cccc dddd"] == [letters(line) for line in lines]


def test_running_text_fills_its_lines(setting, words):
    """
    In a letter every line but the last is as full as it gets; elsewhere the same words make lines of similar length.
    """
    text = words("Proszę o podpisanie dwóch pokwitowań. Jeden egzemplarz zostaje tu.")
    even, full = (setting.lines(text, style, 140.0) for style in (STYLE, replace(STYLE, full=True)))

    assert 2 == len(even) == len(full)
    assert full[0].width > even[0].width
    assert full[0].width + setting.lines(words(letters(full[1]).split()[0]), STYLE, 140.0)[0].width > 139.0


def test_no_lonely_last_word(setting, words):
    """
    A short word is not left alone on the last line when a break earlier takes no more lines.
    """
    lines = setting.lines(words("dom dom Każe"), STYLE, 30)

    assert ["dom ", "dom Każe"] == [letters(line) for line in lines]


def test_a_leaning_word_moves_down(setting, words):
    """
    A short word such as "to" opens the next line rather than end one, where that costs no line.
    """
    lines = setting.lines(words("dawaj to Każe im"), STYLE, 30)

    assert ["dawaj ", "to Każe im"] == [letters(line) for line in lines]


def test_beauty_never_costs_a_line(setting, words):
    """
    A short word ends a line rather than that the text takes a line more.
    """
    lines = setting.lines(words("milczeć pod dom Zadzwoń"), STYLE, 31)

    assert ["milczeć pod ", "dom Zadzwoń"] == [letters(line) for line in lines]


def test_a_quote_hangs(setting, words):
    """
    An opening quote hangs outside by its own advance, and the words it opens get that much more room.
    """
    text = "„To ja!”"
    (line,) = setting.lines(words(text), STYLE, 100, True)
    room = line.width - line.hang

    assert pytest.approx(setting.face(STYLE).advances(text)[0] * 14 * POINT / 1000) == line.hang
    assert 1 == len(setting.lines(words(text), STYLE, room + 0.001, True))
    assert 2 == len(setting.lines(words(text), STYLE, room + 0.001))


def test_only_the_first_line_hangs(setting, words):
    """
    Later lines start at the edge.
    """
    first, second = setting.lines(words("„To ja!\n„Poznajesz?”"), STYLE, 100, True)

    assert first.hang > 0 == second.hang


def test_nothing_hangs_without_a_quote(setting, words):
    """
    Words that open without a quote start at the edge too.
    """
    (line,) = setting.lines(words("To ja!"), STYLE, 100, True)

    assert 0 == line.hang


def test_display_steps_down(family, words):
    """
    On a smaller scale display type takes less room, and body type as much as ever.
    """
    large = Style("ExtraBold", 40, 44, HAND, 36)
    small = Setting(family, 0.9)

    assert pytest.approx(0.9) == small.lines(words("Stop"), large, 100)[0].width / (
        Setting(family).lines(words("Stop"), large, 100)[0].width
    )
    assert Setting(family).lines(words("Stop"), STYLE, 100)[0].width == small.lines(words("Stop"), STYLE, 100)[0].width


@pytest.mark.parametrize(
    "text, width, expected",
    [
        ("Pękosławski-Świętochowski", 40, ["Pękosławski-", "Świętochowski"]),
        ("m.brzeczyszczykiewicz@policja.gov.pl", 55, ["m.brzeczyszczykiewicz@", "policja.gov.pl"]),
        ("Starachowicach,", 34.5, ["Starachowicac", "h,"]),
        ("Pan Wawrzyniec Ó", 60, ["Pan Wawrzyniec Ó"]),
        ("do Kunowa-Boru", 60, ["do Kunowa-Boru"]),
    ],
)
def test_cut_where_two_names_meet(family, words, text, width, expected):
    """
    In a paper a word wider than its column goes on in the next line, after a hyphen or in an address; others stay whole.
    """
    assert expected == [letters(line) for line in Setting(family, cut=True).lines(words(text), STYLE, width)]


@given(text=TEXT, width=st.floats(min_value=8, max_value=60))
def test_cut_without_loss(family, words, text, width):
    """
    Any words in any column: no letter is lost or added, and no line is wider than its column.
    """
    lines = Setting(family, cut=True).lines(words(text), STYLE, width)

    assert text == "".join(letters(line) for line in lines)
    assert all(line.width <= width + ROUNDING for line in lines)


def test_equal_words_are_set_once(family, words, monkeypatch):
    """
    What stands on many pieces is broken into lines once, in each size and width; an error names the words that were asked for.
    """
    asked = []
    lines = setting_module._lines
    monkeypatch.setattr(setting_module, "_lines", lambda *about: asked.append(about) or lines(*about))
    one, other = words("Nie podawaj kodu.", "order"), words("Nie podawaj kodu.", "rule")
    first = Setting(family).lines(one, STYLE, 31.75)

    assert first is Setting(family).lines(other, STYLE, 31.75)
    assert 1 == len(asked)
    Setting(family).lines(other, STYLE, 32.75)
    assert 2 == len(asked)
    for text, field in ((one, "order"), (other, "rule")):
        with pytest.raises(Overflow) as refused:
            Setting(family).lines(text, STYLE, 1.0)
        assert field == refused.value.field
