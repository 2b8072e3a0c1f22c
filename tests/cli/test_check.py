"""`ulotki check`: every fault in one run, on stdout, and nothing written."""

from __future__ import annotations

import itertools

import pytest

from ulotki import press, stock
from ulotki.cli import options
from ulotki.page import piece_code, seal

NUMBER = "47 812 00 00"
ON = ("--on", "2024-08-01")
LONG = "Proszę pana, ja z komendy " * 20


@pytest.fixture
def poster(workspace, monkeypatch) -> None:
    """All there is to check is the poster „na wnuczka” in colour."""
    offered = stock.offered
    monkeypatch.setattr(stock, "offered", lambda scams: [next(p for p in offered(scams) if p[0].id == "na-wnuczka")])


def test_a_good_workspace_has_no_findings(run, poster, workspace, tree):
    """
    Exit 0, the number of pieces that were laid out, and no file more than before.
    """
    before = tree(workspace)
    ran = run("check", *ON)

    assert (0, "pieces checked: 1, findings: 0\n") == (ran.code, ran.out)
    assert before == tree(workspace)


def test_every_scam_is_laid_out_in_every_template(run, workspace, monkeypatch):
    """
    In every palette, once each; progress tells of it on stderr.
    """
    judged = press.proof
    seen = []

    def watched(library, scam, template, paper, palette, *more):
        seen.append((scam.id, template.id, paper.name, palette.name))
        return judged(library, scam, template, paper, palette, *more)

    monkeypatch.setattr(press, "proof", watched)
    ran = run("check", *ON)
    scams = [row["id"] for row in run("list", "scams", "--json").data["scams"]]
    papers = [("poster", "A4"), ("leaflet", "A5")]

    assert {(scam, *paper, inks) for scam in scams for paper in papers for inks in ("colour", "mono", "eco")} <= set(
        seen
    )
    assert len(seen) == len(set(seen))
    assert ran.out.endswith(f"pieces checked: {len(seen)}, findings: 0\n")
    assert f"checking {len(seen)}/{len(seen)} " in ran.err
    assert "checking" not in ran.out


def test_each_palette_is_judged_with_its_own_code(run, workspace, monkeypatch):
    """
    What build refuses in one palette alone is found in that one: the piece has another code there.
    """
    offered, code_of, codes = stock.offered, piece_code.code_of, itertools.count()
    posters = ("na-wnuczka", "poster", "A4")
    chosen = lambda scams: [one for one in offered(scams) if (one[0].id, one[1].id, one[2].name) == posters]  # noqa: E731
    monkeypatch.setattr(stock, "offered", chosen)
    monkeypatch.setattr(seal, "code_of", lambda text: code_of(text) if next(codes) == 0 else "997AA-AAAAA")
    ran = run("check", *ON)

    assert (1, 3) == (ran.code, next(codes))
    assert '"997AA-AAAAA" is not in the register (poster A4 mono, poster A4 eco)' in ran.out


@pytest.mark.parametrize(("code", "flags"), [(0, []), (1, ["--strict"])])
def test_a_warning_counts_when_it_is_strict(run, poster, dzielnicowy, code, flags):
    """
    A number nobody confirmed is a warning here: no paper is spent yet.
    """
    dzielnicowy(NUMBER)
    ran = run("check", *ON, *flags)

    assert code == ran.code
    assert 'numbers.toml:2: warning: number:dzielnicowy = "47 812 00 00" is unconfirmed (' in ran.out


def test_a_confirmed_number_passes_the_strict_check(run, poster, dzielnicowy):
    """
    No finding is left.
    """
    dzielnicowy(NUMBER, NUMBER)

    assert 0 == run("check", *ON, "--strict").code


def test_a_finding_is_told_once(run, dzielnicowy):
    """
    However many pieces carry the number.
    """
    dzielnicowy(NUMBER)

    assert 1 == run("check", *ON).out.count("is unconfirmed")


@pytest.mark.parametrize(("code", "day"), [(0, "2024-08-31"), (1, "2024-09-01")])
def test_the_day_decides(run, poster, dzielnicowy, monkeypatch, code, day):
    """
    Named, or that of the clock.
    """
    dzielnicowy(NUMBER, NUMBER, more="valid_until = 2024-08-31")
    monkeypatch.setattr(options, "today", lambda: options.Day().convert(day, None, None))

    assert code == run("check", "--strict").code
    assert code == run("check", "--strict", "--on", day).code


def test_words_that_do_not_fit_are_found(run, poster, scam):
    """
    The file, the line of the words, and what to do, without a piece being made.
    """
    file = scam("na-wnuczka", quote=[LONG])
    line = next(n for n, text in enumerate(file.read_text().split("\n"), 1) if text.startswith("quote ="))
    ran = run("check", *ON)

    assert 1 == ran.code
    assert f"scams/pl/na-wnuczka.toml:{line}: " in ran.out
    assert "\n  hint: " in ran.out


def test_only_one_scam_in_one_template(run, workspace):
    """
    Nothing else is laid out; a word that is nothing is wrong use.
    """
    ran = run("check", *ON, "--only", "na-wnuczka,poster")
    names = [line.split(" ", 2)[2] for line in ran.err.splitlines() if line.startswith("checking")]

    assert names
    assert all(name.startswith("na-wnuczka ") and " poster " in name for name in names)
    assert 2 == run("check", "--only", "nope").code


BROKEN = {
    "ulotki.toml": 'gmina = "Serniki"\nissuer = "Komisariat"\nissuer2 = "x"\n',
    "numbers.toml": '[number.a]\nvalue = 478120000\nlabel = "a"\n\n[number.b]\nvalue = "997"\nlabel = "b"\n',
    "places.toml": '[place.bank]\nname = "Bank"\nkind = "banc"\n',
    "campaigns/maj.toml": 'title = "Maj"\nday = "2024-08-01"\norder = []\n',
    "campaigns/czerwiec.toml": 'title = "Czerwiec\n',
    "scams/pl/nowe.toml": 'name = "Nowe"\n',
    "words/pl.toml": "kicker = 1\n",
}
"""A fault in each file, and two in one."""


def test_all_faults_come_in_one_run(run, workspace):
    """
    Of all files, on stdout, where one can pipe them; with a line, and with a hint for each.
    """
    for name, text in BROKEN.items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text(text)
    ran = run("check", *ON)
    places = [line.partition(": ")[0] for line in ran.out.splitlines() if not line.startswith("  ")]

    assert 1 == ran.code
    assert set(BROKEN) <= {place.rpartition(":")[0] for place in places}
    assert {"numbers.toml:2", "numbers.toml:6", "places.toml:3", "ulotki.toml:3", "campaigns/maj.toml:2"} <= set(places)
    assert ran.out.count("\n  hint: ") == len(places) - 1
    assert "Traceback" not in ran.said


def test_the_result_as_json(run, workspace):
    """
    One document with every finding, by file, line and field; nothing on stderr.
    """
    (workspace / "numbers.toml").write_text(BROKEN["numbers.toml"])
    ran = run("check", *ON, "--json")

    assert (1, "") == (ran.code, ran.err)
    assert "ulotki.check/2" == ran.data["schema"]
    assert {("number.a.value", 2), ("number.b.value", 6)} == {
        (finding["field"], finding["line"]) for finding in ran.data["findings"]
    }
    assert all(finding["grave"] and finding["what"] and finding["hint"] for finding in ran.data["findings"])


def test_the_national_library_alone_is_good(run, empty):
    """
    Without a workspace there is still something to check.
    """
    ran = run("check", *ON)

    assert 0 == ran.code
    assert ran.out.endswith("findings: 0\n")
