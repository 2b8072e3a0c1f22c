"""The final account as a use case: its period, its figures, what is named instead of made up."""

import datetime

import pytest

from ulotki.documents import formats
from ulotki.errors import Misused, Refused, Trouble
from ulotki.handout.deeds import GivenPiece, HandOver, HeldMeeting, Personal
from ulotki.office.summary import make_final_account
from ulotki.workspace import book

TODAY = datetime.date(2025, 1, 7)
FIRST, LAST = datetime.date(2024, 7, 1), datetime.date(2024, 12, 31)
PLAN = '[unit]\nname = "Komenda Powiatowa Policji w Lubartowie"\ndistrict = "7"\n[plan]\nbegins = 2024-07-01\nends = 2024-12-31\n'


@pytest.fixture
def planned(office):
    """The workspace with its unit and the period of its plan."""
    with (office.folder / "ulotki.toml").open("a") as file:
        file.write(f'gmina = "Serniki"\n{PLAN}')
    return office


def write(office, *deeds):
    book.append(office.folder, lambda _entries: [(deed, Personal()) for deed in deeds], "2024-09-02T10:00:00Z")


def given(place, day, copies=5, hung=2, consent=True):
    return HandOver(day, place, "maj", "EEEE1-EEEE1", (GivenPiece("AAAAA-AAAAA", "a", "A", copies, hung),), consent)


def text(office, *period, today=TODAY):
    return formats.document_text(make_final_account(office, today, *period).value.paper)


def test_the_headings_of_the_plan(planned):
    """
    Unit, district, period, and the six headings in their order, with whom it is signed by.
    """
    said = text(planned)
    headings = (
        *("Informacja dotycząca realizacji planu działania priorytetowego", "1. Zdiagnozowane zagrożenie"),
        *("2. Zakładany cel i stopień jego osiągnięcia", "3. Zrealizowane działania"),
        *("4. Podmioty współpracujące wraz z zadaniami", "5. Informacja dla mieszkańców", "6. Ocena i wnioski"),
    )

    assert list(headings) == sorted(headings, key=lambda one: said.index(f"\n{one}\n"))
    assert "Komenda Powiatowa Policji w Lubartowie" in said
    assert "rejon służbowy nr 7 (gmina Serniki)" in said and "1 lipca 2024 r. – 31 grudnia 2024 r." in said
    assert "Plan jeszcze trwa" not in said


def test_the_figures_are_those_of_the_ledger(planned, edition):
    """
    Month by month, by partner, and in all; what was before and after the period does not count.
    """
    edition()
    write(
        planned,
        given("bank", datetime.date(2024, 6, 30), copies=100),
        given("bank", datetime.date(2024, 8, 5)),
        given("ops", LAST, copies=7, hung=0, consent=None),
        HeldMeeting(datetime.date(2024, 9, 9), "Klub Seniora", 24, ("na-wnuczka",)),
        HeldMeeting(datetime.date(2024, 10, 9), "klasa 7b", 21, (), "school"),
        given("bank", datetime.date(2025, 1, 1), copies=100),
    )
    said = text(planned)

    for line in (
        "lipiec 2024\t–\t–\t–\t–\t–\t–",
        "sierpień 2024\t1\t5\t2\t–\t–\t–",
        "wrzesień 2024\t–\t–\t–\t–\t1\t24",
        "grudzień 2024\t1\t7\t–\t–\t–\t–",
        "Razem\t2\t12\t2\t–\t2\t45",
        "Miejsca z ostrzeżeniem na koniec okresu: 2 z 3.",
        "Przekazane egzemplarze: 12, w tym wywieszone na tablicach: 2.",
        "Zgody na wywieszenie: 1, odmowy: 0, miejsca, w których nie pytano o zgodę: 1.",
        "W tym spotkania w szkołach: 1, osoby: 21.",
        "Spotkania, przy których nie wpisano miejsca: 1, osoby: 24.",
        "9 września 2024 r.\tKlub Seniora\t24\tOszustwo „na wnuczka”",
    ):
        assert line in said.splitlines()
    rows = [line.split("\t") for line in said.splitlines()]
    done = {row[0]: row[2] for row in rows if len(row) == 3}
    assert (
        "materiały przekazane 5 sierpnia 2024 r.; egzemplarze: 5, w tym na tablicach: 2; jest zgoda na wywieszenie"
        == done["Bank Spółdzielczy"]
    )
    assert "o zgodę nie pytano" in done["OPS"] and "spotkania: 1, osoby: 21" == done["Szkoła"]
    assert "spotkania: 1, osoby: 24" == done["Klub Seniora"]
    assert not any(row[0] == "klasa 7b" and "udział" in row[1] for row in rows)


def test_nothing_is_made_up(planned):
    """
    With an empty ledger it says so, names the places of which nothing was written down, and claims no figure.
    """
    said = text(planned)

    assert "W dzienniku nie ma wpisów z tego okresu." in said
    assert "W dzienniku nie ma wpisów o współpracy w tym okresie." in said
    assert "W dzienniku nie ma wpisów o tych miejscach: Bank Spółdzielczy; OPS; Szkoła." in said
    assert "Przekazane egzemplarze: 0, w tym wywieszone na tablicach: 0." in said


def test_what_cannot_be_read_is_named(planned, edition):
    """
    A torn record is named in the account by its file, and the answer is 1; no path of this machine is printed.
    """
    (edition() / "manifest.json").write_bytes(b"{")
    outcome = make_final_account(planned, TODAY)
    said = formats.document_text(outcome.value.paper)

    assert 1 == outcome.code
    assert "Tego nie udało się odczytać" in said and "maj / 2024-08-01-1-EEEE1-EEEE1." in said
    assert str(planned.folder) not in said


def test_a_plan_that_goes_on(planned):
    """
    Before its last day the account says of which day its figures are.
    """
    assert "Plan jeszcze trwa. Liczby są na dzień 1 grudnia 2024 r." in text(planned, today=datetime.date(2024, 12, 1))
    assert "Plan jeszcze trwa" not in text(planned, today=LAST)


def test_two_years(planned):
    """
    A period over the turn of a year has all its months, and a leap day is one of them.
    """
    write(planned, given("bank", datetime.date(2024, 2, 29)))
    said = text(planned, datetime.date(2023, 12, 5), datetime.date(2024, 3, 1))

    assert ["grudzień 2023", "styczeń 2024", "luty 2024", "marzec 2024"] == [
        line.split("\t")[0] for line in said.splitlines() if line.count("\t") == 6 and line[-1] != "y"
    ][:4]
    assert "luty 2024\t1\t5\t2\t–\t–\t–" in said.splitlines()


def test_without_a_plan(office):
    """
    The period is not guessed; days that are said are enough, and a line is left for the number of the district.
    """
    with pytest.raises(Misused, match="from when to when") as trouble:
        make_final_account(office, TODAY)

    assert "[plan]" in str(trouble.value.findings[0].hint)
    assert "rejon służbowy nr ............" in text(office, FIRST, LAST)


@pytest.mark.parametrize("period", [(LAST, FIRST), (datetime.date(2025, 2, 1),)])
def test_days_the_wrong_way_round(planned, period):
    """
    A period that ends before it begins is wrong use.
    """
    with pytest.raises(Misused):
        make_final_account(planned, TODAY, *period)


def test_settings_that_cannot_be_read(planned):
    """
    Nobody signs an account of a unit that cannot be read.
    """
    with (planned.folder / "ulotki.toml").open("a") as file:
        file.write("broken = [")
    with pytest.raises(Refused):
        make_final_account(planned, TODAY)


@pytest.mark.parametrize("count", [1, 18, 200])
def test_many_places(planned, count):
    """
    One place or two hundred with long names: every one has its row, and all of it is read back.
    """
    name = "Zespół Szkół Ogólnokształcących imienia Marii Skłodowskiej-Curie w Woli Sernickiej"
    tables = (f'[place.p{number}]\nname = "{name} {number}"\nkind = "school"\n' for number in range(count))
    (planned.folder / "places.toml").write_text("".join(tables), "utf-8")
    (planned.folder / "campaigns/maj.toml").unlink()
    write(planned, *(given(f"p{number}", datetime.date(2024, 8, 5)) for number in range(count)))
    paper = make_final_account(planned, TODAY).value.paper

    assert count == formats.document_text(paper).count("jest zgoda na wywieszenie")
    assert formats.document_file(paper, ".pdf").startswith(b"%PDF")


PLANNED = '[meeting.{id}]\ngroup = "{id}"\nday = {day}\nhour = "17.00"\n{more}\n'


def test_meetings_that_were_agreed_on(planned):
    """
    Those of the period count, with those that were called off; a file that is torn is named, and the answer is 1.
    """
    file = planned.folder / "meetings.toml"
    file.write_text(
        PLANNED.format(id="a", day="2024-09-10", more="")
        + PLANNED.format(id="b", day="2024-10-10", more="cancelled = true")
        + PLANNED.format(id="c", day="2025-02-01", more=""),
        "utf-8",
    )
    assert "Spotkania umówione w harmonogramie: 2, w tym odwołane: 1." in text(planned)

    file.write_text("[meeting", "utf-8")
    outcome = make_final_account(planned, TODAY)
    said = formats.document_text(outcome.value.paper)
    assert 1 == outcome.code and "umówione" not in said and "meetings.toml" in said


def test_a_damaged_ledger(planned):
    """
    Without a ledger that can be read nobody accounts for anything: it is refused, and says which file.
    """
    write(planned, given("bank", datetime.date(2024, 8, 5)))
    file = planned.folder / "ledger.sqlite"
    file.write_bytes(b"no database" * 99)
    with pytest.raises(Trouble) as trouble:
        make_final_account(planned, TODAY)

    assert any("ledger.sqlite" in finding.at.file for finding in trouble.value.findings)
