"""What is checked, and how what was found is told: each thing once, with the pieces it was found on."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from ulotki import stock
from ulotki.content.text import Prose
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Misused, Where, say
from ulotki.office import checking, silent
from ulotki.office.checking import check, merge_findings
from ulotki.office.wanted_pieces import Wanted

DAY = datetime.date(2026, 12, 1)


def asked(library, *only, monkeypatch=None):
    """(scams, templates) that are laid out for *only*."""
    wanted = Wanted.of(library, only)
    pieces = [piece for piece in stock.offered(library.editions) if wanted.piece(piece)]
    return {piece[0].id for piece in pieces}, {piece[1].id for piece in pieces}


def test_nothing_named_is_everything(library):
    """
    Every scam in every template.
    """
    scams, templates = asked(library)

    assert set(library.scams) == scams
    assert {"poster", "leaflet", "sticker"} < templates


def test_a_scam_and_a_template_narrow_one_another_down(library):
    """
    And words of one kind are alternatives.
    """
    assert {"bank"} == asked(library, "bank")[0]
    assert ({"bank", "blik"}, {"poster"}) == asked(library, "bank", "blik", "poster")


@pytest.mark.parametrize("word", ["nowa-wies", "Nowa Wieś"])
def test_a_place_is_what_is_ordered_for_it(library, word):
    """
    By its id or its name.
    """
    scams, templates = asked(library, word)

    assert "umowa-dom" in scams
    assert "phishing" not in scams - {"na-wnuczka"}
    assert {"poster", "leaflet", "overview"} == templates


def test_an_unknown_word_is_wrong_use(library):
    """
    With the nearest one.
    """
    with pytest.raises(Misused) as misused:
        Wanted.of(library, ["na-wnuczke"])

    assert 'did you mean "na-wnuczka"?' == str(misused.value.findings[0].hint)


def test_only_the_faults_of_what_is_asked_for(library):
    """
    A broken place is no matter of a scam, and a broken scam is one when it is named.
    """
    torn = Finding("read", say("torn"), None, Where("a.toml", 1))
    broken = replace(
        library,
        scams=Entries({**library.scams, "x": Unread("scam", "x", (torn,), "pl")}),
        places=Entries({**library.places, "y": Unread("place", "y", (replace(torn, check="y"),))}),
    )

    assert {"read", "y"} == {one.check for one in Wanted.of(broken, ()).faults(broken)}
    assert () == Wanted.of(broken, ["bank"]).faults(broken)
    assert (torn,) == Wanted.of(broken, ["x"]).faults(broken)


def test_each_finding_once_with_its_pieces():
    """
    In the order in which they were found.
    """
    one = Finding("fit", say("no room"))
    found = [
        replace(one, pieces=("poster A4 colour",)),
        replace(one, pieces=("poster A4 mono",)),
        Finding("x", say("y")),
    ]

    assert (replace(one, pieces=("poster A4 colour", "poster A4 mono")), Finding("x", say("y"))) == merge_findings(
        found
    )


def test_own_words_too_long_are_blamed_where_they_stand(library, monkeypatch):
    """
    On the pieces where they have no room, in the file of the workspace, never in the fixed words of the program.
    """
    file = str(Path(library.workspace) / "scams/pl/bank.toml")
    scam = library.scam("bank")
    lines = ("Nie wpuszczaj nikogo tu.", "Konto zagrożone teraz!", "Proszę przelać szybko", "wszystko. Szybko, już!")
    quote = tuple(Prose(line, Where(file, 8, f"quote.{number}")) for number, line in enumerate(lines, 1))
    own = replace(scam, quote=quote, short=replace(scam.short, quote=None), at=Where(file, 1))
    broken = replace(library, scams=Entries({**library.scams, "bank": own}))
    monkeypatch.setattr(stock, "offered", lambda scams: [p for p in _posters(broken) if p[0].id == "bank"])
    outcome = check(broken, ["bank"], DAY, silent)
    fits = [one for one in outcome.findings if one.check == "fit"]

    assert [quote[0].at] == [one.at for one in fits]
    assert {"poster A4 colour"} == {piece for one in fits for piece in one.pieces}
    assert 1 == outcome.code


def _posters(library):
    return [p for p in OFFERED(library.scams.values()) if (p[1].id, p[2].name, p[3].name) == ("poster", "A4", "colour")]


OFFERED = stock.offered


def test_a_long_line_of_ones_own_is_named(library):
    """
    The limit that the starter gives.
    """
    scam = replace(library.scam("bank"), quote=(Prose("Nie wpuszczaj nikogo tu", Where("a", 2, "quote.1")),))
    (finding,) = checking.long_lines(scam)

    assert ("quote.1", False) == (finding.at.field, finding.grave)
    assert "23" in str(finding.what)
