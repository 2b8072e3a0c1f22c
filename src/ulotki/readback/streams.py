"""Finished bytes as PDF writes them: objects, the streams of pages, the letters of each marked content.

A second reader beside pdfium, for `readback`: it knows no more of PDF than our files use, and takes nothing on trust.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)\bendobj\b", re.DOTALL)
STREAM = re.compile(rb"\bstream\r?\n(.*?)endstream", re.DOTALL)
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|/[^\s/\[\]()<>]+|[^\s/\[\]()<>]+", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4})>")
PART = re.compile(rb"<<|>>|[\[\]]|\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|/[^\s/\[\]()<>]*|[^\s/\[\]()<>]+", re.DOTALL)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def contents(data: bytes) -> Iterator[bytes]:
    """The streams of the file that are drawn: no font, no profile, no metadata."""
    for body in objects(data).values():
        entries = body[: body.find(b"stream")]
        if b"stream" in body and not any(key in entries for key in (b"/Length1", b"/N ", b"/Subtype")):
            stream = _stream(body)
            if not stream.startswith(b"/CIDInit"):
                yield stream


def images(data: bytes) -> list[bytes]:
    """The dots of every picture in the file."""
    bodies = objects(data).values()
    return [_stream(body) for body in bodies if re.search(rb"/Subtype\s*/Image\b", body[: body.find(b"stream")])]


def letters(data: bytes) -> list[dict[int, str]]:
    """For each page the letters of its marked contents, by number; -1 has those of none."""
    known = objects(data)
    found: list[dict[int, str]] = []
    read: dict[bytes, dict[int, str]] = {}
    for page in pages(data):
        if page in read:
            found.append(read[page])
            continue
        content = _followed(page, b"Contents", known)
        fonts = _followed(page, b"Font", known)
        maps = {
            name: dict(_letters(_stream(_followed(known.get(int(font), b""), b"ToUnicode", known))))
            for name, font in re.findall(rb"(/[^\s/]+)\s+(\d+) 0 R", fonts)
        }
        read[page] = _marked(_stream(content), maps)
        found.append(read[page])
    return found


def pages(data: bytes) -> list[bytes]:
    """The object of every page, in order: pages whose objects are the same bytes look the same."""
    known = objects(data)
    tree = next((body for body in known.values() if re.search(rb"/Type\s*/Pages\b", body)), b"")
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", tree)
    return [known.get(int(number), b"") for number in re.findall(rb"(\d+) 0 R", kids[1] if kids else b"")]


def objects(data: bytes) -> dict[int, bytes]:
    """Every object by its number, between obj and endobj."""
    return {int(match[1]): match[2] for match in OBJECT.finditer(data)}


def _followed(body: bytes, key: bytes, known: dict[int, bytes]) -> bytes:
    """The object that the entry *key* of *body* refers to, b"" when there is none."""
    match = re.search(rb"/" + key + rb"\s+(\d+) 0 R", body)
    return known.get(int(match[1]), b"") if match else b""


def _stream(body: bytes) -> bytes:
    """The stream of an object, unpacked where it is packed; b"" when there is none or it is torn.

    Packed bytes say themselves where they end: their last may be an end of line, as may be what follows them.
    """
    match = STREAM.search(body)
    if match and b"/FlateDecode" not in body[: match.start()]:
        return match[1]
    unpacker = zlib.decompressobj()
    try:
        stream = unpacker.decompress(match[1]) if match else b""
    except zlib.error:
        return b""
    return stream if unpacker.eof else b""


def _letters(cmap: bytes) -> Iterator[tuple[int, str]]:
    for code, point in PAIR.findall(cmap):
        yield int(code, 16), chr(int(point, 16))


def _marked(content: bytes, fonts: dict[bytes, dict[int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    mark, font, numbered = -1, {}, -1
    strings: list[bytes] = []
    before = b""
    for token in TOKEN.findall(content):
        if before == b"/MCID":
            numbered = int(token) if token.isdigit() else -1
        elif token.startswith(b"("):
            strings.append(token[1:-1])
        elif token in fonts:
            font = fonts[token]
        elif token in (b"BDC", b"BMC"):
            mark, numbered = numbered, -1
        elif token == b"EMC":
            mark = -1
        elif token in (b"TJ", b"Tj"):
            said = "".join(font.get(code, "\ufffd") for string in strings for code in ESCAPED.sub(_plain, string))
            found[mark] = found.get(mark, "") + said
            strings = []
        before = token
    return found


def _plain(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8)]) if sign.isdigit() else sign


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to another object."""

    number: int


def owned(data: bytes) -> bool:
    """Whether the tree of the structure and the tree of parents say the same, up and down (ISO 32000-1, 14.7.4.4)."""
    try:
        return _owned({number: _parsed(body.partition(b"stream")[0]) for number, body in objects(data).items()})
    except (IndexError, KeyError, TypeError, ValueError):
        return False


def _owned(known: dict[int, Any]) -> bool:
    (root,) = [body for body in known.values() if isinstance(body, dict) and body.get(b"/Type") == b"/StructTreeRoot"]
    parents = known[root[b"/ParentTree"].number][b"/Nums"]
    parents = dict(zip(parents[::2], parents[1::2], strict=True))
    claimed: dict[int, Any] = {}
    waiting = [root[b"/K"]]
    while waiting:
        this = waiting.pop()
        body = known[this.number]
        inner = body.get(b"/K", [])
        for kid in inner if isinstance(inner, list) else [inner]:
            if isinstance(kid, Ref):
                if known[kid.number][b"/P"] != this:
                    return False
                waiting.append(kid)
            elif isinstance(kid, int):
                claimed.setdefault(known[body[b"/Pg"].number][b"/StructParents"], {})[kid] = this
            else:
                claimed[known[kid[b"/Obj"].number][b"/StructParent"]] = this
    found = {key: dict(enumerate(owner)) if isinstance(owner, list) else owner for key, owner in parents.items()}
    return claimed == {key: owner for key, owner in found.items() if owner != {}}


def _parsed(body: bytes) -> Any:
    """An object as Python has it: dictionaries, lists, whole numbers, `Ref`; names, strings and the rest as bytes."""
    stack: list[list[Any]] = [[]]
    for token in PART.findall(body):
        if token in (b"<<", b"["):
            stack.append([])
        elif token in (b">>", b"]"):
            inner = stack.pop()
            stack[-1].append(inner if token == b"]" else dict(zip(inner[::2], inner[1::2], strict=True)))
        elif token == b"R":
            stack[-1][-2:] = [Ref(stack[-1][-2])]
        else:
            stack[-1].append(int(token) if token.isdigit() else token)
    return stack[0][0]
