"""Entries are only ever added: nothing is changed, nothing is lost, and people can be forgotten."""

import json
from dataclasses import fields, replace

import pytest
from books import AT, DAY, book, books, deeds, hand, personals
from hypothesis import given
from hypothesis import strategies as st

from ulotki.handout import chain
from ulotki.handout.chain import START
from ulotki.handout.deeds import KINDS, Forgotten, Newer, Personal
from ulotki.handout.integrity import verify


@given(books)
def test_any_entries_hold(made):
    """
    Whatever is written down verifies, and reads as what was done.
    """
    entries, secrets = made

    assert verify(entries, secrets) is None
    assert list(range(1, len(entries) + 1)) == [entry.seq for entry in entries]
    assert START == entries[0].previous


@given(st.lists(st.tuples(deeds, personals), min_size=1, max_size=4))
def test_a_deed_comes_back(done):
    """
    An entry gives back the very deed and the very personal fields.
    """
    entries, secrets = book(*done)

    assert [deed for deed, _ in done] == [entry.deed for entry in entries]
    assert [personal for _, personal in done if personal] == [secret.personal for secret in secrets]


@given(books, st.data())
def test_a_changed_entry_is_named(made, data):
    """
    Any character of any column that is another: that entry is the first that does not hold.
    """
    entries, secrets = made
    at = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from([item.name for item in fields(chain.LedgerEntry)]))
    value = getattr(entries[at], name)
    if value is None:
        changed = "0" * 64
    elif isinstance(value, int):
        changed = data.draw(st.integers(0, 99).filter(lambda number: number != value))
    else:
        place = data.draw(st.integers(0, len(value) - 1))
        sign = data.draw(st.characters().filter(lambda sign: sign != value[place]))
        changed = value[:place] + sign + value[place + 1 :]
    entries[at] = replace(entries[at], **{name: changed})

    assert at + 1 == verify(entries, secrets).seq


@given(books, st.data())
def test_a_missing_entry_is_named(made, data):
    """
    Without one of them, but the last, the chain breaks there.
    """
    entries, secrets = made
    at = data.draw(st.integers(0, len(entries) - 1))
    del entries[at]
    fault = verify(entries, [secret for secret in secrets if secret.seq != at + 1])

    assert (fault.seq if fault else None) == (at + 1 if at < len(entries) else None)


@given(books.filter(lambda made: made[1]), st.data())
def test_changed_personal_fields_are_named(made, data):
    """
    Another name beside an entry than the one that was written is found.
    """
    entries, secrets = made
    at = data.draw(st.integers(0, len(secrets) - 1))
    secrets[at] = replace(secrets[at], value=secrets[at].value + " ")

    assert secrets[at].seq == verify(entries, secrets).seq


@given(books, st.data())
def test_forgotten_people_leave_the_chain_whole(made, data):
    """
    With an entry that says whose fields were deleted all holds; without one it is named.
    """
    entries, secrets = made
    gone = data.draw(st.sets(st.sampled_from(secrets))) if secrets else set()
    numbers = tuple(sorted(secret.seq for secret in gone))
    kept = [secret for secret in secrets if secret not in gone]
    said = [*entries, chain.make_entry(Forgotten(DAY, numbers), AT, entries[-1])]

    assert verify(said, kept) is None
    assert (numbers[0] if numbers else None) == getattr(verify(entries, kept), "seq", None)


def test_the_body_names_nobody():
    """
    The entry holds a digest of who took the bundle, salted: the same person twice is two digests.
    """
    jan = Personal("Jan Kowalski", "600 000 000", "u sąsiada")
    entries, _ = book((hand(), jan), (hand(), jan))

    assert not any(word in entry.body for entry in entries for word in ("Kowalski", "600", "sąsiada"))
    assert entries[0].person != entries[1].person


@pytest.mark.parametrize("kind", KINDS)
def test_another_shape_is_refused(kind):
    """
    A body that is none of ours raises ValueError, never anything else.
    """
    good, _ = book((hand(), Personal()))
    for body in (
        "",
        "{}",
        "[]",
        "null",
        '{"day":1}',
        good[0].body.replace("2024", "x"),
        good[0].body.replace("2,", '"2",'),
    ):
        with pytest.raises(ValueError):
            _ = replace(good[0], kind=kind, body=body).deed


# Other versions


def rewritten(entries, at, kind=None, **fields):
    """The chain as another program would have written it: fields of one body set, or left out when None."""
    made = []
    for seq, one in enumerate(entries, 1):
        body = json.loads(one.body)
        if seq == at:
            body = {name: value for name, value in (body | fields).items() if value is not None}
        other = (kind if seq == at else None) or one.kind
        new = replace(one, kind=other, body=json.dumps(body), previous=made[-1].hash if made else START)
        made.append(replace(new, hash=new.digest))
    return made


def test_a_field_less_has_its_default():
    """
    An entry from before a field was there is read, and the chain holds.
    """
    entries = rewritten(
        book((hand(), Personal()))[0],
        1,
        corrects=None,
        digest=None,
        consent=None,
        pieces=[{"code": "A", "name": "a", "title": "A", "copies": 3}],
    )

    assert verify(entries, ()) is None
    assert (None, "", None) == (entries[0].deed.consent, entries[0].deed.digest, entries[0].deed.corrects)
    assert (3, 0, None) == (*(getattr(entries[0].deed.pieces[0], name) for name in ("copies", "hung", "until")),)


def test_a_field_more_is_of_a_newer_program():
    """
    The entry is in the chain, the rest of it is read, and the field is named.
    """
    entries = rewritten(book((hand(), Personal()), (hand(), Personal()))[0], 1, weather="rain")
    entries = rewritten(entries, 2, pieces=[{"code": "A", "name": "a", "title": "A", "copies": 3, "size": 1}])

    assert verify(entries, ()) is None
    assert [("weather",), ("pieces.size",)] == [one.unknown for one in entries]
    assert [2, 3] == [one.deed.pieces[0].copies for one in entries]


def test_a_kind_more_is_of_a_newer_program():
    """
    A deed that this program does not know keeps its place in the chain, and says its day.
    """
    entries = rewritten(book((hand(), Personal()), (hand(), Personal()))[0], 1, kind="photographed")

    assert verify(entries, ()) is None
    assert Newer(DAY, "photographed") == entries[0].deed
    assert ("photographed",) == entries[0].unknown


@pytest.mark.parametrize("body", ["", "[]", "null", "[" * 100_000, '{"day": "x"}', '{"day": "2024-08-01", "place": 3}'])
def test_what_no_program_writes_is_a_fault(body):
    """
    Bytes of another shape under a good hash: the entry is named.
    """
    (one,) = book((hand(), Personal()))[0]
    one = replace(one, body=body)

    assert 1 == verify([replace(one, hash=one.digest)], ()).seq


def test_an_entry_that_follows_another_is_named():
    """
    Each hash is right by itself, and yet the second entry is of another chain: the link is what gives it away.
    """
    ours, theirs = (
        book((hand(), Personal()), (hand(), Personal()))[0],
        book((hand("ops"), Personal()), (hand("ops"), Personal()))[0],
    )

    assert 2 == verify([ours[0], theirs[1]], ()).seq
