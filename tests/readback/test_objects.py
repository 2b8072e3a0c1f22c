"""The objects of a file: what is written as before in this run is not read again, and is what it was."""

import re
from contextlib import suppress
from dataclasses import replace

import pikepdf
import pytest

from ulotki.page.purposes import PURPOSES
from ulotki.press import printed
from ulotki.readback import objects
from ulotki.readback.file import OpenPdf
from ulotki.recent import Recent

TWICE = b"<< /S /URI /S /Launch >>"
"""A dictionary with two entries of one name: each reader takes another one."""


@pytest.fixture(scope="module")
def data(proof):
    """A leaflet for the web, which holds the most."""
    return printed(proof(template="leaflet"), PURPOSES["web"])


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """A run that has read nothing yet."""
    monkeypatch.setattr(objects, "KNOWN", Recent(10_000))


def read(data):
    """Its objects, without streams: these are open for as long as the file alone."""
    with OpenPdf(data) as file:
        return replace(file.objects, streams=dict.fromkeys(file.objects.streams))


def test_objects_that_are_known_are_what_qpdf_reads(data, monkeypatch):
    """
    The second time as the first, and as all objects together, in a file that is not told apart in bodies.
    """
    first, second = read(data), read(data)
    monkeypatch.setattr(objects, "bodies", lambda _: {})
    plain = read(data)

    assert (True, first) == (first.whole, second)
    assert (False, first.told) == (plain.whole, plain.told)


def test_what_is_written_as_before_is_not_read(data, monkeypatch):
    """
    Of the same file once more qpdf is asked for the streams alone.
    """
    first, asked = read(data), []
    tell = objects._told
    monkeypatch.setattr(objects, "_told", lambda one: asked.append(one) or tell(one))
    read(data)

    assert len(first.streams) == len(asked) < len(first.told)


def _written(data, number, body):
    """*data* with another object in the place of one, no longer than that."""
    (found,) = re.finditer(rb"\n(%d 0 obj\n)(.*?)(\nendobj\n)" % number, data, re.DOTALL)
    assert len(body) <= len(found[2])
    return data[: found.start(2)] + body.ljust(len(found[2])) + data[found.end(2) :]


@pytest.fixture
def longest(data):
    """The number of the longest object that is no stream."""
    found = read(data)
    return max(found.written, key=lambda number: len(found.written[number]))


def test_of_what_a_reader_warns_of_nothing_is_known(data, longest):
    """
    An object with two entries of one name makes no whole file, the second time neither.
    """
    wrong = _written(data, longest, TWICE)

    assert [True, False, False] == [read(one).whole for one in (data, wrong, wrong)]


def test_an_object_in_another_object_is_not_known(data, longest):
    """
    Nor is what stands beside it.
    """
    wrong = _written(data, longest, b"<< >>\nendobj\n999 0 obj\n<< >>")

    assert [False, False] == [read(wrong).whole, read(wrong).whole]


def test_another_generation_makes_no_whole_file(data):
    """
    References of ours are to generation 0: the object of a table that says 7 is what no reference of ours names, though an
    object that is written so is known.
    """
    wrong = re.sub(rb"(\d{10}) 00000 n( *\r?\n)(?=trailer)", rb"\1 00007 n\2", data, count=1)
    read(data)

    assert data != wrong
    with suppress(AttributeError):  # qpdf finds no such object
        assert not read(wrong).whole


def test_known_objects_that_changed_numbers_make_no_whole_file(data):
    """
    The table names each of two objects by the number of the other: what is written so is known, and is not what it names.
    """
    numbers = [*read(data).written][:2]
    one, other = (b"%010d" % (data.index(b"\n%d 0 obj" % number) + 1) for number in numbers)
    head, table, rest = data.rpartition(b"\nxref\n")
    wrong = head + table + rest.replace(one, b"-").replace(other, one).replace(b"-", other)

    assert (len(data), True) == (len(wrong), data != wrong)
    with suppress(AttributeError, pikepdf.PdfError):
        assert not read(wrong).whole
