"""PDF objects and the file that they make: another reader finds each where the table says, and no byte beside them."""

import io

import pikepdf
import pytest

from ulotki.drawing.objects import File
from ulotki.drawing.syntax import listed, number, packed, string, table
from ulotki.readback.file import OpenPdf


@pytest.fixture
def file():
    """A file with a page of nothing, which is put after what refers to it."""
    made = File((1, 6))
    pages, page = made.ahead(), made.ahead()
    made.put(page, table({"Type": b"/Page", "Parent": pages, "MediaBox": b"[0 0 9 9]", "Resources": b"<< >>"}))
    made.put(pages, table({"Type": b"/Pages", "Count": b"1", "Kids": listed([page])}))
    return made, pages


def saved(made, pages, **more):
    catalog = made.add(table({"Type": b"/Catalog", "Pages": pages, **more}))
    return made.saved(catalog, made.add(table({"Title": string("Gęś")})))


def test_another_reader_reads_it(file):
    """
    Version, page, information, and an end of the file.
    """
    data = saved(*file)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert ("1.6", 1, "Gęś") == (pdf.pdf_version, len(pdf.pages), str(pdf.docinfo.Title))
        assert not pdf.get_warnings()

    assert data.endswith(b"%%EOF\n")


def test_every_byte_belongs_to_an_object(file):
    """
    The table has each object where it stands, with streams of any bytes.
    """
    made, pages = file
    data = saved(made, pages, Metadata=made.add(packed(bytes(range(256)) * 3)))
    with OpenPdf(data) as opened:
        assert opened.objects.whole
        assert opened.pdf.Root.Metadata.read_bytes() == bytes(range(256)) * 3


def test_equal_objects_have_one_reference(file):
    """
    Where that is asked for; else each has its own.
    """
    made, _ = file

    assert made.once(b"[1]") == made.once(b"[1]") != made.once(b"[2]")
    assert made.add(b"[1]") != made.add(b"[1]")


def test_the_name_of_a_file_follows_from_its_objects():
    """
    Equal objects have the same ID, and others another.
    """

    def named(body):
        made = File((1, 7))
        return made.saved(made.add(body), made.add(b"<< >>")).partition(b"/ID")[2][:70]

    assert named(b"<< /A 1 >>") == named(b"<< /A 1 >>") != named(b"<< /A 2 >>")


def test_empty_entries_are_left_out():
    """
    Of a dictionary.
    """
    assert b"<< /A 1 >>" == table({"A": b"1", "B": b""})


@pytest.mark.parametrize("text", ["Gęś (młoda)", "a\\b", "(", "Ą\r", "plain", ""])
def test_strings_are_read_as_they_were_written(file, text):
    """
    With brackets, backslashes, letters of any language.
    """
    made, pages = file
    with pikepdf.open(io.BytesIO(saved(made, pages, Lang=string(text)))) as pdf:
        assert text == str(pdf.Root.Lang)


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (-0.0001, "0"), (0.12349, "0.123"), (-2.5, "-2.5"), (1e-9, "0")]
)
def test_numbers_are_short(value, text):
    """
    Without an exponent, zeros at their end, or a zero below nothing.
    """
    assert text == number(value)
