"""Files as somebody breaks them: torn, retyped, swapped, filled with what attacks. The same lots give the same file."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

Mutation = Callable[[bytes, Random], bytes]

HOSTILE = (
    "",
    " ",
    "\0",
    "\r\n",
    "\u202e112\u202c",
    "\u200b997",
    "\u200f\u2067serniki",
    "\ud800",
    "e\u0301" * 40,
    "\u0301" * 200,
    "٩٩٧",
    "１１２",
    "47 812 00 01",
    "800-702-222",
    "evil.example",
    "https://evil.example\\@policja.pl",
    "https:///evil.example",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "\\\\evil\\share\\a.png",
    "../../../../etc/passwd",
    "/dev/zero",
    "CON",
    "nul.txt",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    '=HYPERLINK("https://evil.example";"x")',
    "+1|cmd",
    "@SUM(1)",
    "\tx",
    "a\r\nBcc: zly@evil.example",
    "a\nATTENDEE:mailto:zly@evil.example",
    "{{number:112}}",
    "{{number:nikt}}",
    "{{place}}",
    "{{" * 300,
    "*" * 500,
    "[a](lang:en)",
    "[" * 500,
    "%s%s%n",
    "{0.__class__}",
    "{what}",
    "{{ 7*7 }}",
    "{% for x in x %}",
    "'; DROP TABLE entry; --",
    "\x1b]52;c;YQ==\x07",
    "żółć " * 60,
    "W" * 190,
    "W" * 5_000,
    "a " * 20_000,
    "𝟏𝟏𝟐",
    "👮",
    "Привет",
    "مرحبا",
    "na-wnuczka",
    "bank",
    "2024-02-30",
    "-1",
    "1e400",
    "99999999999999999999",
)
"""What stands in place of a text."""

BARE = (
    *("true", "0", "-1", "1", "1.5", "inf", "nan", "99999999999999999999", "2024-02-29", "0001-01-01", "9999-12-31"),
    *("2024-08-01T10:00:00Z", "10:00:00", "[]", "{}", "[[]]", '[""]', '{ "" = 1 }', "112", "+48800702222", "0o160"),
    *('"""\n"""', "''", '"bank"', '["bank", "bank"]', '["*"]', "[1, 'a']"),
)
"""What stands in place of a value, as TOML."""

PLAIN: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**30, 1.5, float("nan"), float("inf"), [], {}, [[]], {"": {}}, "2024-02-29", [None]),
    *({"schema": "x"}, ["bank"], "0" * 64),
)
"""What stands in place of a value, in JSON."""

VALUE = re.compile(r"""(?<==)[ ]*("[^"\n]*"|[^\s"\[{#][^\n#]*)""")
TEXT = re.compile(r'"([^"\n\\]*)"')


# Any file


def cut(data: bytes, lots: Random) -> bytes:
    return data[: lots.randrange(len(data) + 1)]


def beheaded(data: bytes, lots: Random) -> bytes:
    return data[lots.randrange(len(data) + 1) :]


def flipped(data: bytes, lots: Random) -> bytes:
    made = bytearray(data)
    for _ in range(lots.choice((1, 1, 2, 8, 60))):
        if made:
            made[lots.randrange(len(made))] ^= 1 << lots.randrange(8)
    return bytes(made)


def holed(data: bytes, lots: Random) -> bytes:
    start = lots.randrange(len(data) + 1)
    return data[:start] + data[start + lots.choice((1, 4, 64, 512)) :]


def stuffed(data: bytes, lots: Random) -> bytes:
    start = lots.randrange(len(data) + 1)
    what = lots.choice((b"\0", b"\xed\xa0\x80", b"\xff", b"\xc0\xaf", b"\xe2\x80\xae", b"\r", b"\x1a", bytes(4096)))
    return data[:start] + what * lots.choice((1, 1, 3)) + data[start:]


def doubled(data: bytes, lots: Random) -> bytes:
    start, end = sorted(lots.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:end] * lots.choice((1, 1, 2)) + data[end:]


def replaced(data: bytes, lots: Random) -> bytes:
    return lots.choice(
        (
            b"",
            b"\0" * 64,
            b"\xef\xbb\xbf",
            b"PK\x03\x04",
            b"%PDF-1.7\n",
            b"SQLite format 3\0",
            b"[" * 9000,
            b"a" * 300_000,
        )
    )


ANY: tuple[Mutation, ...] = (cut, beheaded, flipped, holed, stuffed, doubled, replaced)


# Text


def recoded(data: bytes, lots: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    code = lots.choice(("utf-16", "utf-16-le", "utf-32", "cp1250", "iso-8859-2", "utf-8-sig", "utf-7", "cp037"))
    return text.encode(code, "replace")


def line_ends(data: bytes, lots: Random) -> bytes:
    return data.replace(b"\n", lots.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", "\u2028".encode(), b"")))


def lines(data: bytes, lots: Random) -> bytes:
    """A line twice, gone, moved, joined with the next, or out of another place."""
    rows = data.splitlines(keepends=True) or [b""]
    one, other = lots.randrange(len(rows)), lots.randrange(len(rows))
    match lots.randrange(5):
        case 0:
            rows.insert(other, rows[one])
        case 1:
            del rows[one]
        case 2:
            rows[one], rows[other] = rows[other], rows[one]
        case 3:
            rows[one] = rows[one].rstrip(b"\r\n")
        case _:
            rows[one] = rows[one].partition(b"=")[0] + b"=" + rows[other].partition(b"=")[2]
    return b"".join(rows)


def exchanged(data: bytes, lots: Random) -> bytes:
    """Two texts in quotes, each in place of the other."""
    text = data.decode("utf-8", "surrogateescape")
    found = list(TEXT.finditer(text))
    if len(found) < 2:
        return data
    one, other = sorted(lots.sample(found, 2), key=lambda match: match.start())
    made = text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]
    return made.encode("utf-8", "surrogateescape")


def hostile(data: bytes, lots: Random) -> bytes:
    """What attacks, in place of a text or a part of it, escaped as it must be or as it is."""
    text = data.decode("utf-8", "surrogateescape")
    found = list(TEXT.finditer(text))
    if not found:
        return data
    match, what = lots.choice(found), lots.choice(HOSTILE)
    what = lots.choice((what, match[1] + what, what + match[1], f"{match[1][:5]}{what}{match[1][5:]}"))
    quoted = json.dumps(what, ensure_ascii=lots.random() < 0.3) if lots.random() < 0.85 else f'"{what}"'
    return (text[: match.start()] + quoted + text[match.end() :]).encode(
        "utf-8", "surrogatepass" if "\ud800" in what else "surrogateescape"
    )


def retyped(data: bytes, lots: Random) -> bytes:
    """A value of another type."""
    text = data.decode("utf-8", "surrogateescape")
    found = list(VALUE.finditer(text))
    if not found:
        return data
    match = lots.choice(found)
    return (text[: match.start()] + " " + lots.choice(BARE) + text[match.end() :]).encode("utf-8", "surrogateescape")


def renamed(data: bytes, lots: Random) -> bytes:
    """A key or a table with another name."""
    text = data.decode("utf-8", "surrogateescape")
    found = list(re.finditer(r"(?m)^\[*([\w.-]+)", text))
    if not found:
        return data
    match = lots.choice(found)
    name = lots.choice((*(one[1] for one in found), "a", '""', '"ż ó"', "at", "id", "__class__", ".".join("a" * 40)))
    return (text[: match.start(1)] + name + text[match.end(1) :]).encode("utf-8", "surrogateescape")


def grown(data: bytes, lots: Random) -> bytes:
    """A file with far too much of one thing."""
    rows = [row for row in data.splitlines(keepends=True) if row.strip()] or [b"a = 1\n"]
    one = lots.choice(rows)
    return lots.choice(
        (data + one * 600, data.replace(one, one.rstrip() + b"x" * 70_000 + b"\n", 1), data + data * 3, one * 3_000)
    )


TEXTS: tuple[Mutation, ...] = (
    recoded,
    line_ends,
    lines,
    lines,
    exchanged,
    exchanged,
    *[hostile] * 8,
    *[retyped] * 4,
    renamed,
    grown,
)


# JSON, archives, databases


def json_values(data: bytes, lots: Random) -> bytes:
    """A document with one value that is another, or gone."""
    with suppress(ValueError, RecursionError):
        document = json.loads(data)
        spots = list(_spots(document))
        if spots:
            holder, key = lots.choice(spots)
            match lots.randrange(4):
                case 0 if isinstance(holder, dict):
                    del holder[key]
                case 1:
                    holder[key] = lots.choice(HOSTILE)
                case 2:
                    other, name = lots.choice(spots)
                    holder[key] = other[name] if other is not holder else lots.choice(PLAIN)
                case _:
                    holder[key] = lots.choice(PLAIN)
            with suppress(ValueError):  # a value that was put into itself
                return json.dumps(document, ensure_ascii=lots.random() < 0.5).encode("utf-8", "surrogatepass")
    return flipped(data, lots)


def _spots(document: Any) -> Any:
    if isinstance(document, (dict, list)):
        for key in document if isinstance(document, dict) else range(len(document)):
            yield document, key
            yield from _spots(document[key])


UNREAD = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for an archive that was broken once already."""


def archive(data: bytes, lots: Random) -> bytes:
    """A zip that is whole, and has one part that is not, another name, or twice as many."""
    out = io.BytesIO()
    with suppress(*UNREAD):
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            parts = source.infolist()
            chosen = lots.randrange(len(parts))
            for number, part in enumerate(parts):
                name, content = part.filename, source.read(part)
                if number == chosen:
                    match lots.randrange(6):
                        case 0:
                            continue
                        case 1:
                            name = lots.choice(
                                ("../a.toml", "/etc/x", "C:\\a", "a\0b", "out/../../x", "a/" * 300, "NUL", name.upper())
                            )
                        case 2:
                            target.writestr(name.swapcase(), content)
                        case 3:
                            content = bytes(3_000_000)
                        case _:
                            content = mutant(name, content, lots)
                target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()
    return flipped(data, lots)


STATEMENTS = (
    "UPDATE {table} SET {column} = ?2 WHERE rowid = ?1",
    "DELETE FROM {table} WHERE rowid = ?1 AND ?2 IS NOT NULL",
    "UPDATE {table} SET rowid = rowid + 1000000 WHERE rowid = ?1 AND ?2 IS NOT NULL",
)
SCHEMAS = (
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME COLUMN {column} TO inna",
    "ALTER TABLE {table} ADD COLUMN wiecej",
    "CREATE TRIGGER zly AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = -1",
    "PRAGMA application_id = 1",
    "PRAGMA journal_mode = WAL",
)


def database(data: bytes, lots: Random) -> bytes:
    """An SQLite file with another value, without a row, with another schema; its own guards taken away first."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.sqlite"
        file.write_bytes(data)
        with (
            suppress(sqlite3.Error, UnicodeError, OverflowError, IndexError),
            closing(sqlite3.connect(file, isolation_level=None)) as book,
        ):
            for (name,) in book.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                book.execute(f'DROP TRIGGER "{name}"')
            table = lots.choice(
                [name for (name,) in book.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            )
            column = lots.choice([row[1] for row in book.execute(f'PRAGMA table_info("{table}")')])
            rows = [row for (row,) in book.execute(f'SELECT rowid FROM "{table}"')] or [1]
            if lots.random() < 0.7:
                book.execute(
                    lots.choice(STATEMENTS).format(table=table, column=column),
                    (
                        lots.choice(rows),
                        lots.choice((*HOSTILE, None, 1, -1, 1.5, b"\xff\0", '{"day": "2024-13-01"}', "{}", "[]")),
                    ),
                )
            else:
                book.execute(lots.choice(SCHEMAS).format(table=table, column=column))
        return file.read_bytes()


def cells(data: bytes, lots: Random) -> bytes:
    """A table with what attacks in one cell."""
    text = data.decode("utf-8", "replace")
    found = list(re.finditer(r"[^;\r\n]+", text))
    if not found:
        return data
    match = lots.choice(found)
    return (text[: match.start()] + lots.choice(HOSTILE) + text[match.end() :]).encode("utf-8", "surrogatepass")


INSIDE: dict[str, tuple[Mutation, ...]] = {
    ".toml": TEXTS * 2 + ANY,
    ".csv": (recoded, line_ends, lines, lines, hostile, cells, grown, *ANY),
    ".json": (*[json_values] * 20, *ANY),
    ".xml": (*TEXTS, *ANY),
    ".zip": (*[archive] * 8, *ANY),
    ".xlsx": (*[archive] * 8, *ANY),
    ".sqlite": (*[database] * 10, *ANY),
}
"""How files are broken, by the ending of their name."""


def mutant(name: str, data: bytes, lots: Random) -> bytes:
    """The file *name* with contents *data*, broken once, seldom more often."""
    for _ in range(lots.choice((1, 1, 1, 1, 2, 3))):
        data = lots.choice(INSIDE.get(name[name.rfind(".") :], ANY))(data, lots)
    return data
