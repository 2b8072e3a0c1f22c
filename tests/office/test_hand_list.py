"""Eighteen places at once: a list goes out, comes back ticked in whatever a spreadsheet made of it, or not at all."""

import csv
import datetime
import io

import pytest
from books import TODAY

from ulotki.documents.table import csv_table
from ulotki.documents.workbook import workbook
from ulotki.errors import Misused, Refused
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_list import blank_list
from ulotki.office.hand_list_rows import COLUMNS
from ulotki.office.hand_over import write_plan
from ulotki.office.ticked_list import read_plan
from ulotki.workspace import book

AT = "2024-08-20T10:00:00Z"
POLISH = ("Wydane?", "Id", "Miejsce", "Dzień", "Odebrał", "Zgoda", "Notatka", "Druki", "Egzemplarze", "Wydanie")
HEADS = dict(zip(map(str, COLUMNS.values()), POLISH, strict=True))


@pytest.fixture
def table(office, edition):
    """The list as it goes out: its rows below the heads."""
    edition()
    (office.folder / "people.toml").write_text('[person.bank]\nname = "Żaneta Łoś"\nform = "pani"\nphone = "600"\n')
    return [list(map(str, row)) for row in blank_list(office, HandOverRequest(AT), TODAY).value.rows]


@pytest.fixture
def back(office, tmp_path):
    """back(rows): these rows as a file that comes back, and what it says."""

    def read(lines, data=None, **said):
        file = tmp_path / "lista.csv"
        file.write_bytes(data if data is not None else csv_table(POLISH, lines))
        return read_plan(office, HandOverRequest(AT, **said), file, lambda head: HEADS[str(head)], TODAY)

    return read


def text(lines, sign=";"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows([POLISH, *lines])
    return out.getvalue()


def test_the_list_names_every_place_that_something_is_for(table):
    """
    Nothing is ticked; the host stands there, how many pieces and copies, and the edition.
    """
    assert [
        ["", "bank", "Bank Spółdzielczy", "", "Żaneta Łoś", "", "", "1", "5", "EEEE1-EEEE1"],
        ["", "ops", "OPS", "", "", "", "", "1", "2", "EEEE1-EEEE1"],
    ] == table


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_whatever_a_spreadsheet_makes_of_it(table, back, sign, encoding):
    """
    Semicolons, commas, tabs; UTF-8 with or without a mark, the Polish code page, UTF-16: the same is meant.
    """
    table[0][:7] = ["x", "bank", "Bank", "5.08.2024", "Łucja Żak", "tak", "u sąsiada"]
    table[1][:7] = ["TAK", "OPS", "", "", "", "nie", ""]
    plan = back(None, text(table, sign).encode(encoding))

    assert [("bank", "2024-08-05", True, "Łucja Żak"), ("ops", "2024-08-20", False, "")] == [
        (one.deed.place, str(one.deed.day), one.deed.consent, one.personal.who) for one in plan.bundles
    ]
    assert "u sąsiada" == plan.bundles[0].personal.note


def test_a_workbook(table, back):
    """
    Saved as a workbook of Excel it says the same, a cell with a day too.
    """
    table[0][0], table[0][3] = "x", datetime.date(2024, 8, 5)
    plan = back(None, workbook("lista", POLISH, table))

    assert [("bank", "2024-08-05")] == [(one.deed.place, str(one.deed.day)) for one in plan.bundles]


def test_only_what_is_ticked(office, table, back):
    """
    The host of the list keeps the telephone; what is not ticked is not written, and then all is in the ledger.
    """
    table[0][0] = "✓"
    plan = back(table)
    write_plan(office, plan, AT, anyway=False)
    (entry,) = book.read(office.folder).entries

    assert "bank" == entry.deed.place
    assert "600" == book.read(office.folder).people[1].phone


@pytest.mark.parametrize(
    ("cells", "row", "field", "why"),
    [
        ({0: "może"}, 3, "tick", "neither yes nor no"),
        ({1: "bnak"}, 3, "", "bnak"),
        ({1: "school"}, 3, "", "nothing is ordered for school"),
        ({3: "31.02.2024"}, 3, "day", "not a day"),
        ({3: "2024-08-21"}, 3, "", "has not come yet"),
        ({4: "t"}, 3, "who", "nobody's name"),
        ({5: "chyba"}, 3, "consent", "neither yes nor no"),
        ({1: "bank"}, 3, "place", "ticked twice"),
        ({9: "EEEE9-EEEE9"}, 3, "edition", "different editions"),
    ],
)
def test_a_fault_is_named_by_its_row(office, table, back, cells, row, field, why):
    """
    The row as the spreadsheet counts, the column, and what is wrong; nothing is written.
    """
    table[0][0] = table[1][0] = "x"
    for column, cell in cells.items():
        table[1][column] = cell
    with pytest.raises(Refused, match=why) as caught:
        back(table)

    assert (row, field) == (caught.value.findings[0].at.line, caught.value.findings[0].at.field)
    assert () == book.read(office.folder).entries


def test_every_fault_is_named(table, back):
    """
    Two bad rows are two findings.
    """
    table[0][0] = table[1][0] = "x"
    table[0][3] = table[1][3] = "jutro"
    with pytest.raises(Refused) as caught:
        back(table)

    assert [2, 3] == [one.at.line for one in caught.value.findings]


def test_an_error_of_the_spreadsheet(table, back):
    """
    It is named with its row and column; in a column that is none of ours it does no harm.
    """
    table[0][0], table[0][6], table[1][8] = "x", "#REF!", "x"
    with pytest.raises(Refused) as caught:
        back(table)

    assert [(2, "note")] == [(one.at.line, one.at.field) for one in caught.value.findings]
    assert back(None, b"Wydane?;Id;Inne\r\nx;bank;#REF!\r\n").bundles


def test_nothing_ticked(table, back):
    """
    It says where to write what.
    """
    with pytest.raises(Misused, match="no row is ticked"):
        back(table)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"abc", b'"' * 9, bytes(range(256)), b"Id;Miejsce\r\nbank;x\r\n"])
def test_another_file_is_no_list(table, back, data):
    """
    What has not our columns is refused, never anything else.
    """
    with pytest.raises(Refused):
        back(None, data)


def test_columns_may_be_moved_and_left_out(table, back):
    """
    The heads say what a column is; without a day and a name the usual holds.
    """
    plan = back(None, b"Notatka;Wydane?;Cokolwiek;Id\r\n;;1;ops\r\n'=1+1;x;2;bank\r\n")

    assert ["bank"] == [one.deed.place for one in plan.bundles]
    assert ("=1+1", "Żaneta Łoś") == (plan.bundles[0].personal.note, plan.bundles[0].personal.who)
