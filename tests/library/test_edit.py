"""Changes to a numbers.toml: what was meant changes, and nothing else."""

from __future__ import annotations

import datetime
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ulotki import press, stock
from ulotki.content.names import same_person
from ulotki.content.number import Number
from ulotki.content.state import State
from ulotki.content.telling import Occasion
from ulotki.errors import Misused, Refused, Trouble
from ulotki.library import edit, read, tables
from ulotki.library.shape import Reader
from ulotki.library.toml import parse
from ulotki.look import PALETTES
from ulotki.templates import templates

DAY = datetime.date(2024, 7, 1)
LATER = datetime.date(2024, 9, 1)
NEXT = datetime.date(2025, 7, 1)

PLAIN = """# All that is only ours.

[number.a] # the officer
value = "" # nobody knows it yet
label = "dzielnicowy"
# calls are answered until three

# The school has one too.
[number.b]
value = "47 812 00 01"
label = "szkoła"
"""

WORD = {"value": "47 812 00 00", "by": 'Anna "Ania" Nowak', "on": DAY}


PAGE = "https://policja.pl"


def typed(text, value="47 812 00 00", **more):
    how = {"source": "https://lubartow.policja.gov.pl/x", "by": "Jan Kowalski", "day": DAY, "review_by": NEXT}
    return edit.with_value(text, "number", "a", edit.TypedValue(value=value, **{**how, **more}))


def confirmed(text, value="47 812 00 00", by="Anna Nowak", day=DAY, source=PAGE):
    return edit.with_confirmation(text, "number", "a", {"value": value, "by": by, "on": day, "source": PAGE})[0]


def entry(text):
    return tables.read_entry(text, "number", "a")


# The text


def test_an_entry_is_changed_where_it_stands():
    """
    Values in their lines, new keys behind them, comments where they were: those behind a blank line are of the next.
    """
    changed = tables.edit_entry(PLAIN, "number", "a", {"value": "47 812 00 00", "checked": DAY, "confirmed": WORD})

    assert changed == PLAIN.replace('value = ""', 'value = "47 812 00 00"').replace(
        "until three\n",
        "until three\nchecked = 2024-07-01\n"
        'confirmed = {value = "47 812 00 00", by = "Anna \\"Ania\\" Nowak", on = 2024-07-01}\n',
    )


def test_what_was_added_goes_without_a_trace():
    """
    Taken away again, the text is the one it was.
    """
    more = tables.edit_entry(PLAIN, "number", "a", {"checked": DAY, "confirmed": WORD})

    assert tables.edit_entry(more, "number", "a", {"checked": None, "confirmed": None}) == PLAIN


def test_a_new_entry_comes_last():
    """
    After one blank line, whatever the file ended with.
    """
    for end in ("", "\n", "\n\n"):
        changed = tables.edit_entry(
            PLAIN.rstrip("\n") + end, "name", "c", {"value": "x", "label": "y", "confirmed": None}
        )

        assert changed == PLAIN.rstrip("\n") + '\n\n[name.c]\nvalue = "x"\nlabel = "y"\n'
    assert tables.edit_entry("", "name", "c", {"value": "x"}) == '[name.c]\nvalue = "x"\n'


SPLIT = """[number.a]
value = "1"
label = "x"

# by telephone
[number.a.confirmed]
value = "1"
by = "x"

# another one
[name.b]
value = "1"

[number.c]
value = "2"
"""


def test_a_table_of_its_own_becomes_a_line():
    """
    And comments of others stay with them.
    """
    changed = tables.edit_entry(SPLIT, "number", "a", {"confirmed": WORD})

    assert WORD == entry(changed)["confirmed"]
    assert "[number.a.confirmed]" not in changed
    assert "# by telephone\n" in changed
    assert "\n\n# another one\n[name.b]\n" in changed


SHAPES = {
    "inline": 'number.a = { value = "1", label = "x" } # in a line\n\n[name.b]\nvalue = "1"\n',
    "inline in a table": '[number]\n# above\na = {value = "1", label = "x"}\nb = { value = "2" } # b\n',
    "dotted": '[number]\na.value = "1" # one\na.label = "x"\n\n# b\n[name.b]\nvalue = "1"\n',
    "dotted inside": '[number.a]\nvalue = "1"\nlabel = "x"\nconfirmed.value = "1"\nconfirmed.by = "x"\n# end\n',
    "all dotted": 'number.a.value = "1" # one\nnumber.a.label = "x"\nname.b.value = "z"\n',
    "apart": SPLIT,
    "blanks": '  [ number . "a" ]\n  value="1"\n\tlabel = \'x\'\n',
    "many lines": '[number.a]\nvalue = "1"\nlabel = "x"\ncalled = [\n "[number.a]",\n # c\n]\nset_by = """\n[x]\n"""\n',
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=list(SHAPES))
def test_however_it_is_written(text):
    """
    The change is in it, every other value and every comment is as it was, and once more changes nothing.
    """
    change = {"value": "47", "source": "https://x.pl", "checked": DAY, "confirmed": WORD, "withdrawn": None}
    changed = tables.edit_entry(text, "number", "a", change)
    meant = tomllib.loads(text)
    meant["number"]["a"] |= {key: value for key, value in change.items() if value}

    assert meant == tomllib.loads(changed)
    assert [line for line in text.split("\n") if line.lstrip().startswith("#")] == [
        line for line in changed.split("\n") if line.lstrip().startswith("#")
    ]
    assert changed == tables.edit_entry(changed, "number", "a", change)


def test_what_cannot_be_changed_is_refused():
    """
    A file of another shape is not guessed at.
    """
    for text in ('number = { b = { value = "1" } }\n', "number = 1\n", "[number]\na = 1\n"):
        with pytest.raises(Refused, match="cannot be changed by the program"):
            tables.edit_entry(text, "number", "a", {"value": "47"})


def test_the_ends_of_lines_stay():
    """
    A file from Windows stays one, with its mark at the beginning; in a mixed one each line keeps its own.
    """
    windows = "\ufeff" + PLAIN.replace("\n", "\r\n")
    change = {"value": "47", "checked": DAY}
    mixed = PLAIN.replace("\n", "\r\n", 4)

    assert tables.edit_entry(windows, "number", "a", change) == "\ufeff" + tables.edit_entry(
        PLAIN, "number", "a", change
    ).replace("\n", "\r\n")
    assert mixed.replace('value = ""', 'value = "47"') == tables.edit_entry(mixed, "number", "a", {"value": "47"})


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12)
KEYS = ("value", "label", "source", "set_by", "checked", "valid_from", "confirmed")
VALUES = {
    **dict.fromkeys(("value", "label", "source", "set_by"), WORDS),
    **dict.fromkeys(("checked", "valid_from"), st.dates(datetime.date(2000, 1, 1))),
    "confirmed": st.fixed_dictionaries({"value": WORDS, "by": WORDS, "on": st.dates(datetime.date(2000, 1, 1))}),
}
COMMENT = st.one_of(st.just(""), WORDS.map("# {}".format))


@st.composite
def files(draw):
    """A numbers.toml: some entries, in one of three ways of writing, with comments and blank lines anywhere."""
    lines = draw(st.lists(COMMENT, max_size=2))
    for ref in draw(st.permutations(["number.a", "number.b", "name.a", "name.b"])):
        keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
        values = {key: draw(VALUES[key]) for key in keys}
        lines += draw(st.lists(COMMENT, max_size=2))
        tail = draw(COMMENT)
        lines.append(f"[{ref}] {tail}".rstrip())
        apart = draw(st.booleans())
        for key, value in values.items():
            if not (apart and key == "confirmed"):
                lines.append(f"{key} = {tables._toml(value)} {draw(COMMENT)}".rstrip())
                lines += draw(st.lists(COMMENT, max_size=1))
        if apart and "confirmed" in values:
            lines += [
                f"[{ref}.confirmed]",
                *(f"{key} = {tables._toml(one)}" for key, one in values["confirmed"].items()),
            ]
            lines += draw(st.lists(COMMENT, max_size=2))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end]))


@given(files(), st.dictionaries(st.sampled_from(KEYS), st.none() | WORDS), st.data())
def test_nothing_else_is_touched(text, wish, data):
    """
    Whatever the file looks like: the values are those that were meant, comments and order stay, and so do line ends.
    """
    change = {key: None if value is None else data.draw(VALUES[key]) for key, value in wish.items()}
    changed = tables.edit_entry(text, "number", "a", change)
    meant = tomllib.loads(text)
    meant["number"]["a"] |= change
    meant["number"]["a"] = {key: value for key, value in meant["number"]["a"].items() if value is not None}

    assert meant == tomllib.loads(changed)
    assert own(text) == own(changed)
    assert heads(text) == heads(changed)
    assert changed == tables.edit_entry(changed, "number", "a", change)
    if "\n" in text and changed != text:
        assert ("\r\n" in text) == ("\r\n" in changed)
        assert changed.count("\n") in (changed.count("\r\n"), changed.count("\n") * ("\r\n" not in text))


def own(text):
    """Comments that stand on lines of their own."""
    return [line.strip() for line in text.split("\n") if line.startswith("#")]


def heads(text):
    return [line.split("]")[0] for line in text.split("\n") if line.startswith("[") and ".confirmed" not in line]


# What is meant by setting, confirming and withdrawing


def test_setting_says_who_where_and_when():
    """
    All that the register asks of a first person.
    """
    assert {
        "value": "47 812 00 00",
        "label": "dzielnicowy",
        "source": "https://lubartow.policja.gov.pl/x",
        "checked": DAY,
        "set_by": "Jan Kowalski",
        "set_as": "47 812 00 00",
        "review_by": NEXT,
    } == entry(typed(PLAIN))


def test_the_same_again_changes_nothing():
    """
    Not even a confirmation; but a source, a name, a day or a blank that is another one asks for a second person anew.
    """
    text = confirmed(typed(PLAIN))

    assert text == typed(text)
    for more in (
        {"by": "Ewa Lis"},
        {"source": "https://www.policja.pl/x"},
        {"day": LATER},
        {"value": "478120000"},
        {"label": "x"},
        {"last": LATER},
    ):
        assert "confirmed" not in entry(typed(text, **more))
    assert "replaces" not in entry(typed(text, "478120000"))


def test_another_value_replaces_the_old_one():
    """
    At once, unless a day is said.
    """
    new = entry(typed(confirmed(typed(PLAIN)), "47 812 11 11"))

    assert ("47 812 00 00", False, False) == (new["replaces"], "before" in new, "confirmed" in new)


@pytest.mark.parametrize(
    ("how", "until"),
    [
        ({"first": LATER}, datetime.date(2024, 8, 31)),
        ({"first": LATER, "old_until": datetime.date(2024, 12, 31)}, datetime.date(2024, 12, 31)),
        ({"old_until": datetime.date(2024, 12, 31)}, datetime.date(2024, 12, 31)),
    ],
)
def test_the_old_value_goes_on_while_it_holds(how, until):
    """
    With the word of both who stood for it.
    """
    new = entry(typed(confirmed(typed(PLAIN)), "47 812 11 11", **how))

    assert {
        "value": "47 812 00 00",
        "until": until,
        "set_by": "Jan Kowalski",
        "set_as": "47 812 00 00",
        "confirmed": {"value": "47 812 00 00", "by": "Anna Nowak", "on": DAY, "source": PAGE},
    } == new["before"]


def test_an_old_value_never_holds_longer_than_it_was_said_to():
    """
    The day it ends stays, also when the new one begins later: the reader then says that a gap is left.
    """
    new = entry(typed(typed(PLAIN, last=datetime.date(2024, 7, 31)), "47 812 11 11", first=LATER))

    assert datetime.date(2024, 7, 31) == new["before"]["until"]


def test_a_value_that_never_began_is_never_the_old_one():
    """
    The one that holds today goes on instead.
    """
    waiting = typed(confirmed(typed(PLAIN)), "47 812 11 11", first=LATER)
    new = entry(typed(waiting, "47 812 22 22", first=LATER))

    assert ("47 812 00 00", "47 812 00 00") == (new["replaces"], new["before"]["value"])


def test_a_withdrawn_value_does_not_go_on():
    """
    Not by itself, and not when it is asked for.
    """
    gone = edit.with_withdrawal(confirmed(typed(PLAIN)), "number", "a", by="Ewa Lis", day=DAY)
    new = entry(typed(gone, "47 812 11 11", first=LATER))

    assert not {"before", "withdrawn"} & set(new)
    with pytest.raises(Refused, match="has been withdrawn"):
        typed(gone, "47 812 11 11", old_until=LATER)


def test_there_must_be_an_old_value_to_go_on():
    """
    --old-until for the first value, or for the same one, is a mistake.
    """
    for text in (PLAIN, typed(PLAIN)):
        with pytest.raises(Misused, match="no old value"):
            typed(text, old_until=LATER)


def test_a_second_person_confirms():
    """
    With the value as it was set, however they group it.
    """
    assert {"value": "47 812 00 00", "by": "Anna Nowak", "on": DAY, "source": PAGE} == entry(
        confirmed(typed(PLAIN), "478 120 000")
    )["confirmed"]


@pytest.mark.parametrize("by", ["Jan Kowalski", "jan  kowalski", "JANKOWALSKI", " Jan Kowalski "])
def test_nobody_confirms_their_own(by):
    """
    However they write their name.
    """
    with pytest.raises(Refused, match="nobody can confirm their own"):
        confirmed(typed(PLAIN), by=by)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PLAIN, "no value yet"),
        (edit.with_withdrawal(typed(PLAIN), "number", "a", by="Ewa Lis", day=DAY), "withdrawn"),
        (PLAIN.replace('value = ""', 'value = "47 812 00 00"'), "who set"),
    ],
)
def test_only_what_somebody_set_is_confirmed(text, why):
    """
    Nothing, something withdrawn, or something from nowhere is not.
    """
    with pytest.raises(Refused, match=why):
        confirmed(text)


def test_what_was_set_is_not_said():
    """
    Whoever types something else reads the source again, not our file.
    """
    with pytest.raises(Refused) as refused:
        confirmed(typed(PLAIN), "47 812 00 01")

    assert "47 812 00 00" not in str(refused.value)
    assert not refused.value.findings[0].at.file


def test_the_old_value_is_confirmed_by_its_own_digits():
    """
    While it holds and lacks that word; later it is simply another value.
    """
    text = typed(typed(PLAIN), "47 812 11 11", first=LATER)
    changed, old = edit.with_confirmation(
        text, "number", "a", {"value": "478120000", "by": "Anna Nowak", "on": DAY, "source": PAGE}
    )

    assert old
    assert "Anna Nowak" == entry(changed)["before"]["confirmed"]["by"]
    assert "confirmed" not in entry(changed)
    for refused, day in ((changed, DAY), (text, LATER)):
        with pytest.raises(Refused, match="the two differ"):
            confirmed(refused, day=day)


def test_withdrawing_says_who_and_when():
    """
    Once; setting it again is a new beginning.
    """
    text = confirmed(typed(PLAIN))
    gone = edit.with_withdrawal(text, "number", "a", by="Ewa Lis", day=LATER)

    assert {"by": "Ewa Lis", "on": LATER} == entry(gone)["withdrawn"]
    assert gone == edit.with_withdrawal(gone, "number", "a", by="Jan Kowalski", day=DAY)
    assert not {"confirmed", "withdrawn"} & set(entry(typed(gone)))
    with pytest.raises(Refused, match="no value yet"):
        edit.with_withdrawal(PLAIN, "number", "a", by="Ewa Lis", day=LATER)


def test_an_old_value_that_was_withdrawn_does_not_come_back():
    """
    Withdrawing takes both, and whoever sets the new one again has not set the old one.
    """
    both = confirmed(typed(confirmed(typed(PLAIN)), "47 812 11 11", old_until=LATER), "47 812 11 11")
    gone = edit.with_withdrawal(both, "number", "a", by="Ewa Lis", day=DAY)

    assert "before" not in entry(typed(gone, "47 812 11 11"))


# Whatever happens to a number, one person is never enough


NUMBERS = ("47 812 00 00", "478120000", "47 812 11 11", "600 700 800")
PEOPLE = ("Jan Kowalski", " jan kowalski", "Anna Nowak", "Ewa Lis")
days = st.integers(0, 60).map(lambda days: DAY + datetime.timedelta(days))
maybe = st.none() | days
steps = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.sampled_from(NUMBERS), st.sampled_from(PEOPLE), maybe, maybe, maybe),
        st.tuples(st.just("confirm"), st.sampled_from(NUMBERS), st.sampled_from(PEOPLE)),
        st.tuples(st.just("withdraw"), st.sampled_from(PEOPLE)),
        st.tuples(st.just("by hand"), st.sampled_from(NUMBERS), st.sampled_from(NUMBERS)),
        st.tuples(st.just("wait"), st.integers(1, 40)),
    ),
    max_size=12,
)
BLANK = '[number.dzielnicowy]\nvalue = ""\nlabel = "dzielnicowy gminy Serniki"\n'


def lived(steps):
    """(the text, what happened, the day) after *steps*; those that are refused leave all as it was."""
    text, day = BLANK, DAY
    happened = []
    ref = ("number", "dzielnicowy")
    for step in steps:
        try:
            match step:
                case ("set", value, by, first, last, old_until):
                    how = {"source": "https://x.pl", "by": by, "day": day, "review_by": NEXT, "first": first}
                    new = edit.with_value(
                        text, *ref, edit.TypedValue(value=value, **how, last=last, old_until=old_until)
                    )
                    happened += [("set", value, by)] if new != text else []
                    text = new
                case ("confirm", value, by):
                    text, _ = edit.with_confirmation(text, *ref, {"value": value, "by": by, "on": day, "source": PAGE})
                    happened.append(("confirm", value, by))
                case ("withdraw", by):
                    text = edit.with_withdrawal(text, *ref, by=by, day=day)
                    happened.append(("withdraw", "", by))
                case ("by hand", one, other):
                    new = text.replace(f'\nvalue = "{one}"', f'\nvalue = "{other}"')
                    happened += [("by hand", other, "")] if new != text else []
                    text = new
                case ("wait", more):
                    day += datetime.timedelta(more)
        except Trouble:
            continue
    return text, happened, day


def number(text):
    document = parse("numbers.toml", text.encode())
    reader = Reader(document)
    value = reader.read(Number, document.values["number"]["dzielnicowy"], (), id="dzielnicowy")
    assert not reader.findings
    return value


def two_people(value, happened, *, last):
    """Whether somebody set *value* and somebody else typed the same later, with nothing against it since.

    last: it must be what was set last. A value written by hand has the name of whoever set the one before.
    """
    digits = value.replace(" ", "")
    sets = [index for index, (deed, _, _) in enumerate(happened) if deed == "set"]
    for start in sets[-1:] if last else sets:
        first = happened[start][2]
        typed_here = {digits for deed, _, _ in happened[start:] if deed == "by hand"} | {
            happened[start][1].replace(" ", "")
        }
        for index in range(start + 1, len(happened)):
            deed, again, by = happened[index]
            if (
                deed == "confirm"
                and again.replace(" ", "") == digits
                and not same_person(by, first)
                and digits in typed_here
            ):
                return "withdraw" not in [deed for deed, _, _ in happened[index:]]
    return False


@given(steps, days)
def test_one_person_is_never_enough(steps, asked):
    """
    A value that prints without a mark, on whatever day, was typed by one person and after that by another; so was the
    old one beside it or before it.
    """
    text, happened, _day = lived(steps)
    value = number(text)
    for one in (found for found in value.on(asked) if found):
        if one.state(asked) in (State.GOOD, State.DUE):
            assert two_people(one.value, happened, last=one is value)


def test_two_are_enough():
    """
    The test above does not hold for want of good values.
    """
    both = [("set", NUMBERS[0], PEOPLE[0], None, None, None), ("confirm", NUMBERS[1], PEOPLE[2])]
    text, happened, day = lived(both)

    assert State.GOOD is number(text).state(day)
    assert two_people(NUMBERS[0], happened, last=True)
    assert not two_people(NUMBERS[0], lived([*both, ("withdraw", PEOPLE[0])])[1], last=True)
    assert not two_people(NUMBERS[0], lived([both[0], ("confirm", NUMBERS[0], PEOPLE[1])])[1], last=True)


GOOD = [("set", NUMBERS[0], PEOPLE[0], None, None, None), ("confirm", NUMBERS[0], PEOPLE[2])]
LIVES = {
    "one person": GOOD[:1],
    "two": GOOD,
    "changed by hand": [*GOOD, ("by hand", NUMBERS[0], NUMBERS[2])],
    "changed back": [*GOOD, ("by hand", NUMBERS[0], NUMBERS[2]), ("by hand", NUMBERS[2], NUMBERS[0])],
    "set anew": [*GOOD, ("set", NUMBERS[2], PEOPLE[0], None, None, None)],
    "a new one later": [*GOOD, ("set", NUMBERS[2], PEOPLE[0], LATER, None, None)],
    "both": [*GOOD, ("set", NUMBERS[2], PEOPLE[0], None, None, LATER), ("confirm", NUMBERS[2], PEOPLE[3])],
    "the new one alone": [
        *GOOD[:1],
        ("set", NUMBERS[2], PEOPLE[0], None, None, LATER),
        ("confirm", NUMBERS[2], PEOPLE[3]),
    ],
    "withdrawn": [*GOOD, ("withdraw", PEOPLE[3])],
    "ended": [("set", NUMBERS[0], PEOPLE[0], None, DAY, None), GOOD[1]],
}


def drawn(workspace, text):
    (workspace / "numbers.toml").write_text(text + '\n[name.dzielnicowy]\nvalue = ""\nlabel = "x"\n')
    library = read(workspace, stock.known(), ("pl",)).believed(datetime.date.max)
    poster = templates()["poster"]
    day = DAY + datetime.timedelta(1)
    return press.proof(
        library, library.scam("na-wnuczka"), poster, poster.formats[0], PALETTES["mono"], Occasion(day)
    ), day


@pytest.mark.parametrize(("marked", "name"), list(zip([1, 0, 1, 0, 1, 0, 0, 1, 1, 1], LIVES, strict=True)))
def test_a_poster_bears_the_mark_when_its_number_is_not_good(workspace, marked, name):
    """
    WZÓR stands on whatever carries a number that is not good, and on nothing else.
    """
    proof, _ = drawn(workspace, lived(LIVES[name])[0])

    assert any("dzielnicowy" in ref for ref in proof.values)
    assert bool(marked) == bool(proof.mark)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, root):
    """A workspace of one officer with its numbers to be written."""
    made = tmp_path_factory.mktemp("gmina")
    (made / "ulotki.toml").write_bytes((root / "leaflets/serniki/ulotki.toml").read_bytes())
    return made


@settings(max_examples=15)
@given(steps=steps.filter(lambda steps: {"set", "confirm"} <= {step[0] for step in steps}))
def test_no_poster_with_a_doubtful_number_is_without_the_mark(folder, steps):
    """
    Whatever happened to the number.
    """
    try:
        proof, day = drawn(folder, lived(steps)[0])
    except Refused:
        return
    states = [value.state(day) for ref, value in proof.values.items() if "dzielnicowy" in ref]

    assert bool(proof.mark) == any(state not in (State.GOOD, State.DUE) for state in states)
