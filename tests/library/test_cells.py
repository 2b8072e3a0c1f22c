"""Cells of a spreadsheet: every code page and separator of Polish Excel, values alone, and nothing that is too much."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest
from openpyxl.styles import numbers

from ulotki.errors import Refused
from ulotki.library import cell_grid
from ulotki.library.cells import grid, pasted

TEXT = "nazwa;tablice\r\nŁąka „Źdźbło”;2\r\n"
WANTED = ((1, ("nazwa", "tablice")), (2, ("Łąka „Źdźbło”", "2")))


def book(*rows, change=None) -> bytes:
    """A workbook with these rows; change(sheet): what else is done to it."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    if change:
        change(made.active)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(data, name, content) -> bytes:
    """The archive *data* with other contents of a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, content if part == name else source.read(part))
        if name not in source.namelist():
            target.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1250", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_of_any_spreadsheet_is_read(code, separator):
    """
    Whatever the code page and the sign between cells, also without a mark at the beginning.
    """
    assert WANTED == grid(TEXT.replace(";", separator).encode(code)).rows


def test_the_other_polish_code_page_is_read():
    """
    ISO 8859-2 differs from Windows-1250 in six letters.
    """
    assert "ąśźĄŚŹ" == grid("nazwa\nąśźĄŚŹ\n".encode("iso-8859-2")).rows[1][1][0]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a;b\n"x;y";"z ""q"""\n', ((1, ("a", "b")), (2, ("x;y", 'z "q"')))),
        ('a,b\n"line\nbreak",2\n\n3,4\n', ((1, ("a", "b")), (2, ("line break", "2")), (4, ("3", "4")))),
        ("sep=,\na,b\n", ((1, ("a", "b")),)),
        ("a;b\n'=1+1;'''+48\n", ((1, ("a", "b")), (2, ("=1+1", "''+48")))),
        ("a;b\n'quoted';-\n", ((1, ("a", "b")), (2, ("'quoted'", "-")))),
    ],
)
def test_quotes_breaks_and_marks_of_text(text, rows):
    """
    A line break in a cell is a space; empty rows count and hold nothing; the mark of text goes.
    """
    assert rows == grid(text.encode()).rows == grid(text.encode("utf-16")).rows


def test_values_of_a_workbook_are_what_people_see():
    """
    Whole numbers without a point, codes with their zeros, days as days, yes and no.
    """

    def formats(sheet):
        sheet.cell(2, 3).number_format = "00-000"
        sheet.cell(2, 4).number_format = numbers.FORMAT_DATE_DDMMYY

    day = datetime.datetime(2024, 8, 1)
    data = book(["a", "b", "c", "d", "e", "f"], [12345.0, 2.5, 1234, day, True, " x\ny "], change=formats)

    assert ("12345", "2.5", "01-234", "2024-08-01", "tak", "x y") == grid(data).rows[1][1]


def test_a_formula_is_its_value_or_a_fault():
    """
    Nothing is computed: what Excel has computed last is taken, what nobody has computed is said by row and column.
    """
    fresh = book(["a", "b"], ["x", "=1+1"])
    computed = with_part(
        fresh,
        "xl/worksheets/sheet1.xml",
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="e"><v>#REF!</v></c></row></sheetData></worksheet>',
    )

    assert [(2, 1)] == [(row, column) for row, column, _ in grid(fresh).faults]
    assert (3, ("2", "#REF!")) == grid(computed).rows[1]
    assert [(3, 1)] == [(row, column) for row, column, _ in grid(computed).faults]


def test_merged_cells_and_other_sheets_are_known():
    """
    So that whoever finds a row without a name can be told why.
    """
    data = book(
        ["a"], ["x"], [None], change=lambda sheet: (sheet.merge_cells("A2:A3"), sheet.parent.create_sheet("zwykły"))
    )

    assert grid(data).merged
    assert ("zwykły",) == grid(data).more
    assert not grid(book(["a"])).merged


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\n;;\n", id="nothing in it"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, id="old excel"),
        pytest.param(b"nazwa;rodzaj\nA\0B;sala\n", id="a zero in a text"),
        pytest.param(b"PK\x03\x04 torn", id="torn archive"),
        pytest.param(book(["a"])[:900], id="cut archive"),
        pytest.param(with_part(book(["a"]), "xl/worksheets/sheet1.xml", b"<a"), id="torn sheet"),
        pytest.param(with_part(book(["a"]), "xl/worksheets/sheet1.xml", LAUGHS), id="entities"),
        pytest.param(with_part(book(["a"]), "xl/workbook.xml", LAUGHS), id="entities in the workbook"),
        pytest.param(with_part(book(["a"]), "xl/media/bomb", b"\0" * 45_000_000), id="bomb"),
        pytest.param(b"x" * 5_000_001, id="too large"),
        pytest.param(b"a;b\n" * 2_002, id="too many rows"),
        pytest.param(b"a" + b";b" * 60, id="too many columns"),
        pytest.param(b'a;b\n"x;y\n', id="open quote"),
        pytest.param(b"a;b\n" + b"x" * 200_000, id="endless cell"),
        pytest.param(bytes(range(1, 256)), id="no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data):
    """
    By its bytes, whatever it is called; at once, and never with a traceback.
    """
    with pytest.raises(Refused) as trouble:
        found = grid(data, "plik")
        raise Refused([]) if not found.faults else Refused([_fault(found)])

    assert all(one.what for one in trouble.value.findings)
    assert trouble.value.findings


def _fault(found):
    from ulotki.errors import Finding

    return Finding("cells", found.faults[0][2])


def test_a_hundred_thousand_rows_are_not_read():
    """
    Reading stops where there is too much, in a workbook, too.
    """
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet()
    for number in range(20_000):
        sheet.append([f"Sołectwo {number}"])
    out = io.BytesIO()
    made.save(out)
    with pytest.raises(Refused, match="more than 2000 rows"):
        grid(out.getvalue())


def test_a_cell_far_away_is_neither_lost_nor_waited_for():
    """
    Far down it is a row; far to the right it is too much.
    """
    far = book(["a", "b"], ["x", "1"], change=lambda sheet: sheet.cell(1_000_000, 2, "far"))
    wide = book(["a", "b"], ["x", "1"], change=lambda sheet: sheet.cell(3, 16_384, "wide"))

    assert (1_000_000, ("", "far")) == grid(far).rows[-1]
    with pytest.raises(Refused, match="row 3 has more than 40 columns"):
        grid(wide)


def test_xml_is_read_by_what_refuses_entities():
    """
    defusedxml is there and openpyxl uses it.
    """
    from openpyxl.xml import DEFUSEDXML

    assert DEFUSEDXML


def test_pasted_cells_are_cells():
    """
    As they come from a spreadsheet: tabs, and nothing else that parts them.
    """
    assert ((1, ("nazwa", "tablice")), (2, ("Bank; oddział, 1", "1"))) == pasted(
        "nazwa\ttablice\nBank; oddział, 1\t1\n"
    ).rows
    assert cell_grid.ROWS >= 2_000
