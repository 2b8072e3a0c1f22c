"""Ledgers of any kind: what can be done, and the entries of it."""

import datetime
from dataclasses import replace

from hypothesis import strategies as st

from ulotki.edition.record import RecordEntry
from ulotki.handout import chain
from ulotki.handout.deeds import (
    Activity,
    Cancelled,
    Forgotten,
    GivenPiece,
    HandOver,
    HeldMeeting,
    Personal,
    TakenDown,
    TakenPiece,
)
from ulotki.values import canonical

AT = "2024-08-01T10:00:00Z"
DAY = datetime.date(2024, 8, 1)
LATER = datetime.date(2024, 12, 31)

days = st.dates()
words = st.text(max_size=12)
counts = st.integers(0, 10**6)
deeds = st.one_of(
    st.builds(
        HandOver,
        day=days,
        place=words,
        campaign=words,
        edition=words,
        pieces=st.lists(
            st.builds(
                GivenPiece, code=words, name=words, title=words, copies=counts, hung=counts, until=st.none() | days
            ),
            max_size=3,
        ).map(tuple),
        consent=st.none() | st.booleans(),
    ),
    st.builds(
        TakenDown,
        day=days,
        place=words,
        pieces=st.lists(
            st.builds(TakenPiece, code=words, name=words, edition=words, copies=counts, hung=counts), max_size=3
        ).map(tuple),
    ),
    st.builds(
        HeldMeeting, day=days, group=words, people=counts, topics=st.lists(words, max_size=3).map(tuple), place=words
    ),
)
personals = st.builds(Personal, who=words, phone=words, note=words)


def book(*deeds):
    """Entries and secrets of (deed, personal fields)."""
    entries, secrets = [], []
    for seq, (deed, personal) in enumerate(deeds, 1):
        kept = chain.Secret(seq, f"salt {seq}", canonical(personal)) if personal else None
        entries.append(chain.make_entry(deed, AT, entries[-1] if entries else None, kept.digest if kept else None))
        secrets += [kept] if kept else []
    return entries, secrets


books = st.lists(st.tuples(deeds, personals), min_size=1, max_size=6).map(lambda deeds: book(*deeds))


def hand(place="bank", code="AAAAA-AAAAA", copies=2, hung=1, edition="E1", until=LATER, day=DAY):
    piece = GivenPiece(code, f"poster {code}", "Na wnuczka", copies, hung, until)
    return HandOver(day, place, "maj", edition, (piece,), True)


def down(place="bank", code="AAAAA-AAAAA", copies=2, hung=1, edition="E1"):
    return TakenDown(DAY, place, (TakenPiece(code, f"poster {code}", edition, copies, hung),))


places, codes, few = st.sampled_from(["bank", "ops"]), st.sampled_from("AB"), st.integers(0, 6)
done = st.one_of(
    st.builds(hand, places, codes, few, few),
    st.builds(down, places, codes, few, few),
    st.builds(HeldMeeting, day=st.just(DAY), group=st.just("KGW"), people=few),
)


@st.composite
def _histories(draw):
    """Entries as people write them: deeds, corrections of one of the same kind, cancellations, forgetting."""
    happened = []
    for seq in range(1, draw(st.integers(1, 14)) + 1):
        roots = [number for number, deed in enumerate(happened, 1) if isinstance(deed, Activity) and not deed.corrects]
        kind = draw(st.sampled_from(["done", "done", "corrected", "cancelled", "forgotten"]))
        if kind == "corrected" and roots:
            root = draw(st.sampled_from(roots))
            same = done.filter(lambda deed, kind=type(happened[root - 1]): isinstance(deed, kind))
            happened.append(replace(draw(same), corrects=root))
        elif kind == "cancelled" and seq > 1:
            happened.append(Cancelled(DAY, draw(st.integers(1, seq - 1))))
        elif kind == "forgotten":
            happened.append(Forgotten(DAY, ()))
        else:
            happened.append(draw(done))
    return tuple(book(*((deed, Personal()) for deed in happened))[0])


histories = _histories()


TODAY = datetime.date(2024, 8, 20)


def piece(template="poster", code="AAAAA-AAAAA", places=(("bank", 5), ("ops", 2)), **fields):
    """A file of a record."""
    name = f"na-wnuczka-{template}-A4-colour"
    found = {
        "path": f"pieces/{name}.pdf",
        "sha256": "0" * 64,
        "size": 9,
        "name": name,
        "title": "Na wnuczka",
        "scam": "na-wnuczka",
        "template": template,
        "format": "A4",
        "palette": "colour",
        "lang": "pl",
        "purpose": "office",
        "places": places,
        "until": None,
        "pages": 1,
        "ink": 0.1,
        "code": code,
        "values": {"number:112": "112"},
        "mark": None,
    }
    return RecordEntry(**{**found, **fields})
