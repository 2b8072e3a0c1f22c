"""A TOML file as values, and the line of every key in it."""

from __future__ import annotations

import datetime
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ulotki.errors import Finding, Where
from ulotki.library.document import Document
from ulotki.library.locate import locate
from ulotki.library.toml import MANY, MOST, parse

# tomllib is the judge: a writer makes good TOML of every shape and notes the line of every key on the way


def paths(value, path=()):
    """The path of every key and array element of what tomllib read; () is the file itself."""
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


class Writer:
    """Writes random TOML. lines: the line that each path was first written in."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[tuple, int] = {(): 1}

    def pick(self, *choices):
        return self.draw(st.sampled_from(choices))

    def put(self, text: str) -> None:
        self.text += text

    def note(self, path: tuple) -> None:
        self.lines.setdefault(path, self.text.count("\n") + 1)

    def blank(self) -> str:
        return self.pick("", " ", "\t")

    def gap(self) -> str:
        """What may stand between lines, and between the elements of an array."""
        return self.pick("", "", "\n", "# a [b] = {c} \"\"\" '''\n", "\n\n  # \\ żółw\n\t")

    def key(self, name: str) -> str:
        forms = [
            f'"{name}"',
            f'"{name[:1].encode("unicode_escape").decode() if name.isascii() else name[:1]}{name[1:]}"',
        ]
        if "'" not in name:
            forms.append(f"'{name}'")
        if name and name.isascii() and name.replace("-", "").replace("_", "").isalnum():
            forms += [name, name, name]
        return self.pick(*forms)

    def names(self, most: int) -> list[str]:
        return self.draw(st.lists(st.sampled_from(NAMES), max_size=most, unique=True))

    def pair(self, path: tuple, name: str, depth: int, *, inline: bool) -> None:
        """One key, perhaps dotted, and its value."""
        dotted = self.draw(st.lists(st.sampled_from(NAMES), max_size=2)) if self.pick(0, 0, 1) else []
        keys = [name, *dotted]
        for index, key in enumerate(keys):
            path = (*path, key)
            self.note(path)
            self.put((self.blank() + "." + self.blank() if index else "") + self.key(key))
        self.put(self.blank() + "=" + self.blank())
        self.value(path, depth, inline=inline)

    def value(self, path: tuple, depth: int, *, inline: bool) -> None:
        kind = self.pick("scalar", "scalar", "array", "table") if depth else "scalar"
        if kind == "scalar":
            self.put(self.draw(st.sampled_from(SCALARS if inline else SCALARS + LONG)))
        elif kind == "array":
            self.put("[")
            count = self.draw(st.integers(0, 3))
            for index in range(count):
                self.put(self.gap())
                self.note((*path, index))
                self.value((*path, index), depth - 1, inline=False)
                self.put(self.gap() + ("," if index < count - 1 else self.pick("", ",")))
            self.put(self.gap() + "]")
        else:
            self.put("{" + self.blank())
            for index, name in enumerate(self.names(3)):
                self.put(", " if index else "")
                self.pair(path, name, depth - 1, inline=True)
            self.put(self.blank() + "}")

    def body(self, path: tuple, written: tuple[str, ...], depth: int) -> None:
        """The pairs of a table, then the tables in it."""
        names = self.names(4)
        cut = self.draw(st.integers(0, len(names)))
        for name in names[:cut]:
            self.put(self.gap().rstrip("\t") + self.blank())
            self.pair(path, name, 2, inline=False)
            self.put(self.blank() + self.pick("\n", " # x = 1\n"))
        for name in names[cut:] if depth else ():
            self.table((*path, name), (*written, name), depth - 1, double=bool(self.pick(0, 1)))

    def table(self, path: tuple, written: tuple[str, ...], depth: int, *, double: bool) -> None:
        for index in range(self.draw(st.integers(1, 2)) if double else 1):
            self.put(self.gap().rstrip("\t") + self.blank())
            self.note(path)
            inside = (*path, index) if double else path
            self.note(inside)
            opening, closing = ("[[", "]]") if double else ("[", "]")
            head = (self.blank() + "." + self.blank()).join(self.key(name) for name in written)
            self.put(opening + self.blank() + head + self.blank() + closing + self.pick("\n", " # x\n"))
            self.body(inside, written, depth)


NAMES = ["a", "b", "step", "lead", "1", "2024-08-01", "true", "", "a.b", "ż ó", "#", "[x]", "= {", "it's", "\U0001f600"]
SCALARS = [
    *["1", "-7", "+1_000", "0x1F", "1.5", "1e6", "inf", "nan", "true", "false"],
    *["2024-08-01", "2024-08-01T10:00:00Z", "2024-08-01 10:00:00.5", "10:00:00"],
    *['""', '"a"', '"# ] } , \\" \\\\"', "''", "'a'", "'# ] } , \" \\'", '"żółw"'],
]
LONG = [
    *[
        '""""""',
        '"""a"""',
        '"""\nraz = 1\n[dwa]\n"""',
        '"""a "quoted" b"""',
        '"""a"""""',
        '"""""a"""',
        '"""\\"""\\""""""',
    ],
    *['"""a \\\n   b"""', '"""\\\\"""', '"""# no comment"""'],
    *["''''''", "'''a'''", "'''\nraz = 1\n# dwa\n'''", "'''it's'''", "'''a'''''", "'''\\'''"],
]


@st.composite
def documents(draw):
    """(text, the line of every path in it)."""
    writer = Writer(draw)
    writer.body((), (), 2)
    writer.put(writer.pick("", "\n", "# end", "   "))
    text, newline = writer.text, writer.pick("\n", "\r\n")
    return text.replace("\n", newline), writer.lines


@given(documents())
def test_the_locator_finds_the_keys_that_tomllib_reads(document):
    """
    Every key and array element of any good file, no more and no less, each in the line it was written in.
    """
    text, lines = document
    found = locate(text)

    assert set(paths(tomllib.loads(text))) == set(found)
    assert lines == found


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ({(): 1}, ""),
        ({(): 1}, "# nothing = 1"),
        ({(): 1, ("a",): 2}, "\na = 1"),
        ({(): 1, ("a",): 1, ("a", "b"): 1, ("a", "b", "c"): 1}, "a . b.'c' = 1"),
        ({(): 1, ("a",): 1, ("a", "b"): 1, ("a", "c"): 2}, "a.b = 1\na.c = 2"),
        ({(): 1, ("a",): 1, ("a", 0): 2, ("a", 1): 4}, "a = [\n  1,\n  # two\n  2,\n]"),
        ({(): 1, ("a",): 1, ("a", 0): 1, ("a", 0, 0): 1, ("a", 1): 1}, "a = [[1], []]"),
        ({(): 1, ("a",): 1, ("a", 0): 1, ("a", 0, "b"): 1, ("a", 1): 2, ("a", 1, "b"): 2}, "a = [{b = 1},\n{b = 2}]"),
        ({(): 1, ("a",): 1, ("b",): 4}, 'a = """\nb = 1\n"""\nb = 2'),
        ({(): 1, ("a",): 1, ("b",): 2}, 'a = """x"""""\nb = 2'),
        ({(): 1, ("a",): 1, ("b",): 2}, "a = '''x'''''\nb = 2"),
        ({(): 1, ("a",): 1, ("b",): 2}, 'a = """\\""""""\nb = 2'),
        ({(): 1, ("a",): 1, ("b",): 2}, "a = '\\'\nb = 2"),
        ({(): 1, ("a",): 1, ("b",): 2}, 'a = "# ] \\" ,"\nb = 2'),
        ({(): 1, ("a",): 1, ("b",): 2}, "a = 1979-05-27 07:32:00 # x\nb = 2"),
        (
            {(): 1, ("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 1): 3, ("a", 1, "b"): 4},
            "[[a]]\nb = 1\n[[a]]\nb = 2",
        ),
        (
            {(): 1, ("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 0, "b", 0): 2, ("a", 0, "b", 1): 3},
            "[[a]]\n[[a.b]]\n[[a.b]]",
        ),
        ({(): 1, ("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 0, "b", "c"): 3}, "[[a]]\n[a.b]\nc = 1"),
        ({(): 1, ("a",): 2, ("a", "b"): 1, ("a", "b", "c"): 1}, "[a.b.c]\n[a]"),
        ({(): 1, ("ż",): 1, ('"',): 2}, '"\\u017c" = 1\n\'"\' = 2'),
        ({(): 1, ("a",): 1, ("b",): 2}, "a = 1\r\nb = 2\r\n"),
    ],
)
def test_a_line_is_the_one_where_the_key_stands(lines, text):
    """
    A table stands where its header is; an element of an array where it begins.
    """
    assert lines == locate(text)
    assert set(lines) == set(paths(tomllib.loads(text)))


@given(st.text(alphabet="ab=.[]{},'\"#\\\n\r 1-", max_size=40))
@example("[")
@example('a = """')
@example("a = {")
def test_a_file_is_a_document_or_one_fault(text):
    """
    Whatever stands in a file, reading it neither fails nor hangs.
    """
    result = parse("a.toml", text.encode())

    assert isinstance(result, Document | Finding)
    if isinstance(result, Document):
        assert set(paths(result.values)) == set(result.lines)


def test_a_day_in_an_open_text_is_one_fault():
    """
    A text that is never closed swallows the file to its end, whatever its last line looks like.
    """
    assert isinstance(parse("a.toml", b'a = """\nday = 2024-08-01\n'), Finding)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_document_or_one_fault(data):
    """
    Bytes that are no text are a fault with a place and a way out.
    """
    result = parse("a.toml", data)

    assert isinstance(result, Document) or (result.hint is not None and result.at.line >= 1)


# Where a value stands

PLACED = parse("a.toml", b'a = 1\n[[step]]\nlead = "x"\n[[step]]\n\nlead = "y"\n')


@pytest.mark.parametrize(
    ("where", "path"),
    [
        (Where("a.toml", 1, ""), ()),
        (Where("a.toml", 1, "a"), ("a",)),
        (Where("a.toml", 6, "step.2.lead"), ("step", 1, "lead")),
        (Where("a.toml", 4, "step.2.icon"), ("step", 1, "icon")),
        (Where("a.toml", 4, "step.2"), ("step", 1)),
        (Where("a.toml", 2, "step.3"), ("step", 2)),
        (Where("a.toml", 1, "quote.1"), ("quote", 0)),
    ],
)
def test_what_is_missing_is_placed_at_the_table_around_it(where, path):
    """
    The field is named in full, counted from one; the line is that of the nearest thing that is there.
    """
    assert where == PLACED.where(path)


# The file as a whole


def test_values_come_as_tomllib_reads_them():
    """
    Texts, numbers, days; a BOM, as Notepad writes it, is no part of the text.
    """
    document = parse("a.toml", "\ufeffa = 'ż'\r\nb = 2024-08-01\r\n".encode())

    assert {"a": "ż", "b": datetime.date(2024, 8, 1)} == document.values
    assert {(): 1, ("a",): 1, ("b",): 2} == document.lines


@pytest.mark.parametrize(
    ("line", "what", "data"),
    [
        (2, "the file is not UTF-8 (byte 0xbf)", "a = 1\nb = 'ż'\n".encode("cp1250")),
        (1, "the file is not UTF-8 (byte 0xff)", "a = 'ż'\n".encode("utf-16")),
        (3, "the file is not UTF-8 (byte 0xc3)", b"a = 1\nb = 2\nc = '\xc3"),
        (1, "the file is not UTF-8 (byte 0xed)", b"a = '\xed\xa0\x80'"),
        (1, "the file is not UTF-8 (byte 0xc0)", b"a = '\xc0\xaf'"),
    ],
)
def test_a_file_of_another_encoding_is_refused(line, what, data):
    """
    The line of the first byte that is not UTF-8, and how to save the file.
    """
    fault = parse("a.toml", data)

    assert (Where("a.toml", line), what) == (fault.at, str(fault.what))
    assert 'save it as UTF-8: in Notepad "Save as", encoding UTF-8' == str(fault.hint)


def test_utf_16_without_a_bom_is_refused_too():
    """
    Plain letters in UTF-16 are good UTF-8 full of zeros, and those are no TOML.
    """
    assert isinstance(parse("a.toml", "a = 1".encode("utf-16-le")), Finding)


def test_a_file_may_have_so_many_bytes_and_no_more():
    """
    The limit is the last that passes.
    """
    assert isinstance(parse("a.toml", b"#" * MOST), Document)

    fault = parse("a.toml", b"#" * (MOST + 1))
    assert (Where("a.toml"), "the file is larger than 256 kB", "split it") == (
        fault.at,
        str(fault.what),
        str(fault.hint),
    )


@pytest.mark.parametrize("file", ["places.toml", "/gmina/people.toml", "C:\\gmina\\places.toml"])
def test_places_may_be_many(file):
    """
    A list of 20,000 places from a spreadsheet is read; no end of it is not.
    """
    assert isinstance(parse(file, b"#" * MANY), Document)
    assert "8192 kB" in str(parse(file, b"#" * (MANY + 1)).what)


@pytest.mark.parametrize(
    ("line", "what", "text"),
    [
        (2, "a text has no quotation marks: b = nic", "a = 1\nb = nic\n"),
        (1, "a quotation mark is missing", 'a = "x\nb = 2\n'),
        (3, "there is no name with = here: c", "a = 1\nb = 2\nc\n"),
        (2, "a number begins with 0: ", "a = 1\nb = 0112\n"),
        (3, "a list is not closed, or a comma", "a = [1,\n2\nb = 3\n"),
        (2, "a quotation mark is missing", 'a = """\nx'),
        (2, "a heading is not closed: [b", "a = 1\n[b\n"),
        (2, "a character cannot be printed", "a = 1\nb = 'x\0'\n"),
        (2, "there is no such day: 2024-04-31", "a = 1\nb = 2024-04-31\n"),
        (2, "there is no such day: 2023-02-29", "a = 1\nb = 2023-02-29\n"),
        (2, "this name is given twice: ", "a = 1\na = 2\n"),
        (3, "this name is given twice: ", "[a]\nb = 1\n[a]\n"),
        (2, "this name is given twice: ", "a = {b = 1}\na.c = 2\n"),
    ],
)
def test_a_broken_file_names_its_line(line, what, text):
    """
    Syntax, a day that is not in the calendar, a name given twice; each with a way out.
    """
    fault = parse("a.toml", text.encode())

    assert Where("a.toml", line) == fault.at
    assert str(fault.what).startswith(what)
    assert fault.hint is not None


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "[" * 2000 + "]" * 2000, "a = " + "9" * 5000, "a = " + "{b=" * 2000],
    ids=["open", "nested", "digits", "tables"],
)
def test_a_bomb_is_one_fault(text):
    """
    Depth and length that break a parser are one more thing that is not TOML.
    """
    assert isinstance(parse("a.toml", text.encode()), Finding)


def test_letters_are_composed():
    """
    A letter and a mark over it are read as the one letter they are, in values and in keys; lines stay.
    """
    import unicodedata

    text = 'a = "x"\nissuer = "gmina Łęczna, Świdnik"\n'
    document = parse("x.toml", unicodedata.normalize("NFD", text).encode())

    assert {"a": "x", "issuer": "gmina Łęczna, Świdnik"} == document.values
    assert 2 == document.where(("issuer",)).line
