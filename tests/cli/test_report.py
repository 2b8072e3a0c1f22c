"""`ulotki report`: the account of a period, as text, paper and table. It names nobody."""

import csv
import datetime
import hashlib
import re
from dataclasses import replace

import pytest
from books import piece

from ulotki.cli import options
from ulotki.edition.record import Record, record_bytes

pytestmark = pytest.mark.days

PERIOD = ("--from", "2024-08-01", "--to", "2024-08-31")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: datetime.date(2024, 8, 20))


@pytest.fixture
def done(run, workspace):
    """An edition that was handed over to two places, spoken of at a meeting, and partly taken down."""
    folder = workspace / "out/maj/2024-08-01-1-EEEE1-EEEE1"
    folder.mkdir(parents=True)
    data = b"%PDF"
    file = replace(piece(places=(("bank", 2), ("ops", 2))), sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    (folder / file.path).parent.mkdir()
    (folder / file.path).write_bytes(data)
    kept = Record("maj", "Maj", datetime.date(2024, 8, 1), None, "EEEE1-EEEE1", (file,))
    (folder / "manifest.json").write_bytes(record_bytes(kept))
    assert 0 == run("hand-over", "bank", "--consent", "--to", "Anna Nowak", "--on", "2024-08-05").code
    assert 0 == run("hand-over", "ops", "--on", "2024-08-06").code
    meeting = ("--group", "klub seniora", "--people", "23", "--topic", "na-wnuczka", "--note", "pani Nowak")
    assert 0 == run("meeting", "--day", "2024-08-07", *meeting).code
    assert 0 == run("taken-down", "ops", "--all", "--on", "2024-08-08").code


def test_a_campaign_is_named_as_for_a_build(run, workspace):
    """
    The account begins on its day; one that there is not is named, whatever else is asked.
    """
    (workspace / "campaigns/lato.toml").write_text(
        (workspace / "campaigns/maj.toml").read_text("utf-8").replace("2024-08-01", "2024-08-11"), "utf-8"
    )
    days = [run("report", *words, "--json").data["first"] for words in ((), ("lato",), ("maj",))]

    assert ["2024-08-11", "2024-08-11", "2024-08-01"] == days
    assert 2 == run("report", "zima").code == run("report", "zima", *PERIOD).code


def test_the_account(run, done):
    """
    By default from the day of the campaign to today: every figure, and nobody's name.
    """
    ran = run("report")

    assert 0 == ran.code
    for line in (
        "Okres: 1 sierpnia 2024 r. – 20 sierpnia 2024 r.",
        "Zamówione egzemplarze: 4",
        "Przekazane egzemplarze: 4",
        "Wywieszone na tablicach: 2",
        "Zgody na wywieszenie: 1",
        "Miejsca, w których nie pytano o zgodę: 1",
        "Osoby na spotkaniach: 23",
        "Zabrane egzemplarze: 2",
        "W tym zdjęte z tablic: 1",
        "Oszustwo „na wnuczka”: 4",
    ):
        assert line in ran.out.splitlines()
    assert "Nowak" not in ran.out


def test_a_topic_is_told_as_a_noun(run, campaign, scam):
    """
    In lists a swindle is called by its topic, and one that has none by its name.
    """
    campaign({})
    scam("handel-obnosny")
    own = scam("fachowiec", name="Fałszywy hydraulik z osiedla")
    own.write_text(re.sub("(?m)^topic = .*\n", "", own.read_text("utf-8")), "utf-8")
    topics = ("--topic", "handel-obnosny,fachowiec")
    assert 0 == run("meeting", "--day", "2024-08-07", "--group", "klub", "--people", "9", *topics).code

    assert "Kradzież pod pozorem handlu; Fałszywy hydraulik z osiedla" in run("report", *PERIOD).out


def test_as_data(run, done):
    """
    The same figures as JSON.
    """
    data = run("report", *PERIOD, "--json").data

    assert ("ulotki.report/2", "2024-08-01", "2024-08-31") == (data["schema"], data["first"], data["last"])
    assert (4, 4, 2, 2, 1) == (data["ordered"], data["copies"], data["hung"], data["taken"], data["down"])
    assert {"yes": 1, "no": 0, "not_asked": 1} == data["consents"]
    assert "Nowak" not in str(data)


def test_files(run, done, workspace, texts):
    """
    A PDF, a text and a table; none names anybody, and the same account is the same bytes.
    """
    for name in ("a.pdf", "b.pdf", "a.txt", "a.csv"):
        assert (0, f"{name}\n") == (run("report", *PERIOD, "-o", name).code, f"{name}\n")
    words = " ".join(texts(workspace / "a.pdf"))
    rows = list(csv.reader((workspace / "a.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert (workspace / "a.pdf").read_bytes() == (workspace / "b.pdf").read_bytes()
    assert "klub seniora" in words and "dzielnicowy rejonu służbowego nr 7 (gmina Serniki)" in words
    assert ["Wszystkie liczby", "", "Przekazane egzemplarze", "4"] in rows
    assert ["Spotkania z mieszkańcami", "2024-08-07, klub seniora, Oszustwo „na wnuczka”", "Osoby", "23"] in rows
    assert {4} == {len(row) for row in rows}
    for found in (words, (workspace / "a.txt").read_text(), (workspace / "a.csv").read_text("utf-8-sig")):
        assert "Nowak" not in found


def test_a_group_that_a_spreadsheet_would_run(run, workspace):
    """
    No cell of the table is a formula.
    """
    run("meeting", "--day", "2024-08-07", "--group", "=1+1", "--people", "3")
    run("report", "--from", "2024-08-01", "-o", "a.csv")

    assert not any(
        cell.startswith("=") for cell in (workspace / "a.csv").read_text("utf-8-sig").replace("\n", ";").split(";")
    )


def test_an_empty_period(run, workspace):
    """
    Where nothing happened the account says so, with zeros, and makes no ledger.
    """
    ran = run("report")

    assert 0 == ran.code and "Przekazane egzemplarze: 0" in ran.out and "Spotkań nie było." in ran.out
    assert not (workspace / "ledger.sqlite").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "2024-08-02", "--to", "2024-08-01"),
        ("--to", "2024-07-01"),
        ("--from", "2024-09-01"),
        ("--from", "wczoraj"),
        ("-o", "a.doc"),
    ],
)
def test_wrong_use(run, workspace, arguments):
    """
    A period that ends before it begins, a day that is none, and another kind of file are wrong use.
    """
    ran = run("report", *arguments)

    assert 2 == ran.code and ran.err


def test_a_campaign_that_is_still_to_come(run, workspace, campaign):
    """
    Before the first day of the only campaign the period is today.
    """
    campaign({}, day="2024-09-15")

    assert "Okres: 20 sierpnia 2024 r. – 20 sierpnia 2024 r." in run("report").out


def test_the_final_account(run, done, workspace, texts):
    """
    Days, a file by its ending, and what is left to fill in; another kind of file is wrong use.
    """
    ran = run("summary", *PERIOD)
    words = " ".join(texts(workspace / "informacja.pdf"))

    assert (0, "informacja.pdf\n") == (ran.code, ran.out) and "filled in by hand" in ran.err
    assert "klub seniora" in words and "Nowak" not in words
    data = run("summary", *PERIOD, "-o", "a.html", "--json").data
    assert ("ulotki.summary/2", "2024-08-01", "2024-08-31") == (data["schema"], data["first"], data["last"])
    assert "<table>" in (workspace / "a.html").read_text("utf-8")
    assert 2 == run("summary", *PERIOD, "-o", "a.doc").code
