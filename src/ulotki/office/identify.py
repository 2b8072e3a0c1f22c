"""Identifies a code, a file or a folder: which pieces of which editions it means, by the records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal

from ulotki import files
from ulotki.edition import record as records
from ulotki.edition.record import Edition, Record, RecordEntry, Unreadable
from ulotki.errors import Finding, Where, say
from ulotki.frozen import dataclass
from ulotki.handout import spelling, unknown_codes
from ulotki.handout import verify as judging
from ulotki.office.uncoded import identify_uncoded
from ulotki.workspace import editions

AskedKind = Literal["code", "file", "folder"]

LARGEST = 50_000_000
"""Bytes of a file that is looked into: ours are a hundredth of that."""

UNTRUSTED = say("do not print it; print the one in the edition")


@dataclass(frozen=True, slots=True)
class Match:
    """What was asked about, and what the records say. state: of a file, "" for anything else."""

    kind: AskedKind
    pieces: tuple[RecordEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class KnownRecords:
    """What is known of all that was made. known: the editions and drafts.  unread: what cannot be read of them.

    given: codes that the ledger knows → the entry; see `unknown_codes.codes_handed_over`.  lost: what was here and
    might know more: editions, the ledger.
    """

    known: Sequence[Edition]
    unread: Sequence[Unreadable]
    given: Mapping[str, int]
    lost: Sequence[str] = ()

    def strange(self, code: str) -> tuple[Finding, ...]:
        """Why *code* means nothing here, () when a record knows it."""
        return unknown_codes.explain_unknown(code, self.known, self.unread, self.given, self.lost)


def identify(what: str, base: Path, kept: KnownRecords) -> Match:
    """What *what* is, and the pieces it means. base: where the known editions lie."""
    known = kept.known
    path = Path(what)
    if path.is_dir():
        return _folder(path, known)
    if path.exists():
        return _file(path, base, kept)
    if path.suffix.lower() == ".pdf" or path.name != what:
        where = Where(str(path))
        return Match("file", findings=(Finding("file", say("there is no such file"), say("look at its name"), where),))
    code = spelling.normalize_code(what)
    return Match("code", judging.find_pieces(code, known), kept.strange(code))


def _file(path: Path, base: Path, kept: KnownRecords) -> Match:
    """The file, compared with the records byte for byte."""
    known = kept.known
    at = Where(str(path))
    try:
        data = files.contents(path, LARGEST)
    except OSError as error:
        what = say("this file cannot be read: {why}", why=files.why(error))
        return Match("file", findings=(Finding("file", what, say("name a PDF, or a folder"), at),), state="unknown")
    made = judging.entries_of_file(hashlib.sha256(data).hexdigest(), known)
    if made:
        return Match("file", made[-1:], state="made")
    if not data.startswith(b"%PDF-"):
        what = say("this is no PDF of ours")
        return Match("file", findings=(Finding("file", what, say("name a PDF, or a folder"), at),), state="unknown")
    from ulotki.readback import fits  # most questions need no look into a PDF

    if not fits(data):
        what = say("this PDF unpacks to more than any of ours, so it was not opened; nobody can tell what it shows")
        return Match("file", findings=(Finding("file", what, UNTRUSTED, at),), state="unknown")
    borne = sorted(code for code in spelling.embedded_codes(data) if code)
    if not borne:
        pieces, findings = identify_uncoded(data, known, kept.unread, at, kept.given, kept.lost)
        return Match("file", pieces, findings, "pack" if pieces else "unknown")
    if len(borne) > 1:
        what = say("this file bears several codes: {codes}", codes=", ".join(borne))
        return Match("file", findings=(Finding("file", what, UNTRUSTED, at),), state="altered")
    code = spelling.normalize_code(borne[0])
    if unknown := kept.strange(code):
        return Match("file", findings=tuple(replace(one, at=at) for one in unknown), state="unknown")
    meant = [base / one.where / file.path for one in known for file in one.record.files if file.code == code]
    if any(_alike(data, original) for original in meant):
        what = say(
            "this is not the file that was made, but it shows the same: another version drew it, or saved it anew"
        )
        return Match("file", judging.find_pieces(code, known), (Finding("file", what, UNTRUSTED, at),), "redrawn")
    what = say("this is not the file that was made with the code {code}: something in it was altered", code=code)
    return Match("file", judging.find_pieces(code, known), (Finding("file", what, UNTRUSTED, at),), "altered")


def _alike(data: bytes, original: Path) -> bool:
    """Whether a reader and a camera get the same of *data* as of the file *original*."""
    from ulotki.readback import Readback, failures

    with suppress(OSError, *failures()), Readback(files.contents(original)) as ours, Readback(data) as theirs:
        if ours.sizes != theirs.sizes:
            return False
        drawn = zip(ours.pages, theirs.pages, strict=True)
        if any(replace(one, fonts=other.fonts, heard=other.heard) != other for one, other in drawn):
            return False
        pictures = zip(ours.pictures(), theirs.pictures(), strict=True)
        return all(one.tobytes() == other.tobytes() for one, other in pictures)
    return False


def _folder(path: Path, known: Sequence[Edition]) -> Match:
    """Every file of an edition or a draft, compared with its record, and the record with those of the workspace."""
    found = editions.record(path)
    if isinstance(found, Unreadable):
        what = say("the record of this folder cannot be read, so nobody can say what it is: {why}", why=found.why)
        hint = say(
            "name an edition, such as out/<campaign>/<day>-<number>-<code>; the record is its {name}", name=records.NAME
        )
        return Match("folder", findings=(Finding("folder", what, hint, Where(str(path))),))
    match = editions.FOLDER.fullmatch(path.resolve().name)
    at, odd = Where(str(path / records.NAME)), judging.record_contradictions(found, match[3] if match else "")
    findings = [replace(one, at=at) for one in odd]
    if not found.bound:
        what = say("an older version wrote this record: a change of its places or copies would not be seen")
        findings.append(Finding("record", what, at=at, grave=False))
    if not judging.has_same_files(found, known):
        what = say("nobody made this edition in this workspace; only its own record says what is in it")
        hint = say("compare it with the one in out/, or make it anew: ulotki build")
        findings.append(Finding("folder", what, hint, Where(str(path))))
    return Match("folder", found.pieces, (*findings, *_files(path, found)))


def _files(folder: Path, found: Record) -> Iterator[Finding]:
    """Files of an edition that are not as recorded, are missing, or do not belong there."""
    for file in found.files:
        at = Where(str(folder / file.path))
        if not (folder / file.path).is_file():
            yield Finding("file", say("this file is missing"), say("make the edition anew: ulotki build"), at)
        elif editions.digest(folder / file.path) != file.sha256:
            what = say("this file is not as it was made")
            yield Finding("file", what, say("make the edition anew: ulotki build"), at)
    named = (*(file.path for file in found.files), *(records.picture_path(one.name) for one in found.pieces))
    ours = {records.NAME, "index.html", *named}
    for path in files.below(folder):
        if path.relative_to(folder).as_posix() not in ours:
            hint = say("nobody can say what it is; take it out of the folder")
            yield Finding("file", say("this file is not part of the edition"), hint, Where(str(path)))
