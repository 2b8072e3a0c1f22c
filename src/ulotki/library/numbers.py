"""Reads the register: the national numbers.toml and the local one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ulotki.content.dates import shifted
from ulotki.content.gate import complaints
from ulotki.content.kinds import KINDS, Address, Name
from ulotki.content.labels import contradiction
from ulotki.content.policies import PLAIN
from ulotki.content.unread import Unread
from ulotki.content.value import Value, split_ref
from ulotki.errors import Finding, nearest_or_all, say
from ulotki.library import overrides
from ulotki.library.document import Document
from ulotki.library.ids import id_fault
from ulotki.library.shape import FieldFault, Reader
from ulotki.library.source import Source

ReadValues = dict[str, Value | Unread]
"""The values of a register, by ref."""

MOST = 500
"""Values of one register: each is read by two people."""

ALWAYS = "number:112"
"""The value that no local file can stop or replace."""


def numbers(
    source: Source, file: Path, before: Mapping[str, Value | Unread] | None
) -> tuple[ReadValues, tuple[Finding, ...]]:
    """(values by ref, why the whole file cannot be read).

    before: the national values, None when *file* is the national register itself. A local entry with the id of a
    national value overrides it; while that entry cannot be read, the national value is not used either.
    """
    document = source.document(file)
    if isinstance(document, Finding):
        return {}, (document,)
    if (count := sum(len(ids) for ids in document.values.values() if isinstance(ids, Mapping))) > MOST:
        what = say("{count} values are in this file", count=count)
        return {}, (Finding("read", what, say("write {most} at most", most=MOST), document.where(())),)
    found: ReadValues = {}
    lost: list[Finding] = []
    for key, tables in document.values.items():
        if key not in KINDS:  # nobody knows which kind was meant
            ids = tables if isinstance(tables, Mapping) else (key,)
            found |= {f"{kind}:{id}": Unread(kind, id, (_unknown(document, key),)) for kind in KINDS for id in ids}
        elif not isinstance(tables, Mapping):
            lost.append(_unknown(document, key))
        else:
            for id, table in tables.items():
                ref = f"{key}:{id}"
                national = (before or {}).get(ref)
                known = [
                    value
                    for other, value in {**(before or {}), **found}.items()
                    if other != ref and not isinstance(value, Unread)
                ]
                found[ref] = _entry(document, (key, id), table, before is None, national, known)
    return found, tuple(lost)


def doubted(values: ReadValues, lost: tuple[Finding, ...]) -> ReadValues:
    """The national *values* while the local register cannot be read. It may stop any of them, so all but 112 are unread."""
    if not lost:
        return values
    return {ref: value if ref == ALWAYS else Unread(*split_ref(ref), lost) for ref, value in values.items()}


def _unknown(document: Document, key: str) -> Finding:
    return Finding("read", say('unknown key "{key}"', key=key), nearest_or_all(key, KINDS), document.where((key,)))


def _entry(
    document: Document,
    path: tuple[str, str],
    table: object,
    national: bool,
    over: Value | Unread | None,
    known: Collection[Value],
) -> Value | Unread:
    """The value of an entry, or an `Unread` with its faults. over: the national value that it overrides.

    known: the values that were read before it.
    """
    kind, id = path
    reader = Reader(document)
    if complaint := id_fault(id):
        reader.fault(path, *complaint)
    if isinstance(over, Unread):
        return over
    if over is not None:
        value = overrides.read(reader, over, table, path)
    else:
        value = reader.read(KINDS[kind], table, path, id=id, national=national)
    for field, what, hint in (*_gates(value, known), *_words(value), *_days(value)) if value is not None else ():
        reader.fault((*path, *field.split(".")), what, hint)
    return Unread(kind, id, tuple(reader.findings)) if value is None or reader.findings else value


def _gates(value: Value, known: Collection[Value]) -> Iterator[FieldFault]:
    """Faults of a value that must not be printed, or that contradicts the national register."""
    if complaint := value.fault():
        yield FieldFault("value", *complaint)
    elif not value.national and (complaint := contradiction(value, known)):
        yield FieldFault("value" if value.instead_of else "label", *complaint)
    elif not value.national and value.former and (complaint := contradiction(value.former, known)):
        yield FieldFault("before", *complaint)


def _words(value: Value) -> Iterator[FieldFault]:
    """Faults of signatures that are not names, and of printed words that are not valid prose."""
    signed = {
        "set_by": value.set_by,
        "confirmed.by": value.confirmed.by if value.confirmed else "",
        "before.set_by": value.before.set_by if value.before else "",
        "before.confirmed.by": value.before.confirmed.by if value.before and value.before.confirmed else "",
        "withdrawn.by": value.withdrawn.by if value.withdrawn else "",
    }
    for name, who in signed.items():
        if "…" in who or "..." in who:
            yield FieldFault(name, say('"{value}" is nobody\'s name', value=who), say("write who it was"))
    if isinstance(value, Name):
        printed = {"value": value.value, "before.value": value.before.value if value.before else ""}
        yield from (FieldFault(name, *fault) for name, words in printed.items() for fault in complaints(words, PLAIN))


def _days(value: Value) -> Iterator[FieldFault]:
    """Faults of days that contradict one another, and of a mask that does not exist."""
    if value.valid_from and value.valid_until and value.valid_until < value.valid_from:
        what = say("valid_until is earlier than valid_from")
        yield FieldFault("valid_until", what, say("correct one of the two days"))
    if value.before and value.valid_from and value.before.until < shifted(value.valid_from, -1):
        what = say("between the old value and the new one there are days on which none holds")
        yield FieldFault("before.until", what, say("let the old one hold until the day before the new one at least"))
    if isinstance(value, Address) and value.mask is not None and not 0 <= value.mask <= 7:
        yield FieldFault("mask", say("a mask is 0 to 7"), say("leave it out and the best is found"))
