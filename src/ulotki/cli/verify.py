"""`ulotki verify`: which piece is this, which numbers stand on it, and does it still hold. Asks the records alone."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ulotki import files
from ulotki.cli import options
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, as_data, plain, told
from ulotki.edition import record as records
from ulotki.edition.record import Unreadable, divided
from ulotki.errors import Finding, Say, Where, say
from ulotki.office.uncoded import uncoded
from ulotki.workspace import Workspace, editions, read

if TYPE_CHECKING:
    from ulotki.edition.record import Edition, Entry, Record
    from ulotki.handout.truth import Judgment, Stood
    from ulotki.library import Library

Kind = Literal["code", "file", "folder"]

LARGEST = 50_000_000
"""Bytes of a file that is looked into: ours are a hundredth of that."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked about, and what the records say. state: of a file, "" for anything else."""

    kind: Kind
    pieces: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    state: str = ""


@click.argument("what", metavar=_("CODE|FILE.pdf|DIR"))
@options.out
@options.on
def verify(talk: Talk, workspace: Path | None, what: str, out: Path | None, day: datetime.date | None) -> None:
    """Say what the records know of it. Exit 1 unless all of it is ours, true and may hang."""
    from ulotki.office.facts import doubts, judged, replaced

    workspace = needed(workspace)
    library, base, today = read(workspace), out or workspace / "out", day or options.today()
    known, unread = divided(editions.lying(base))
    found = asked(what, base, known, unread)
    judge = judged(Workspace.at(workspace, base), library, today)
    answers = [judge.entry(entry) for entry in found.pieces]
    beside = (*(one.finding for one in unread), *doubts(library, judge))
    other = replaced(Workspace(workspace, base), judge, {entry.code for entry in found.pieces})
    found = replace(found, findings=(*beside, *found.findings, *other))
    good = bool(answers) and all(answer.good for answer in answers) and not any(one.grave for one in found.findings)
    _say(talk, found, answers, library, today, beside, good=good)
    talk.data(
        "verify",
        asked=what,
        kind=found.kind,
        day=today.isoformat(),
        good=good,
        state=found.state or None,
        findings=[as_data(finding) for finding in found.findings],
        pieces=[_piece(answer, library, today) for answer in answers],
    )
    if not good:
        raise click.exceptions.Exit(1)


def asked(what: str, base: Path, known: Sequence[Edition], unread: Sequence[Unreadable]) -> Found:
    """What *what* is, and the pieces it means. base: where the *known* editions lie."""
    from ulotki.handout import verify as judging

    path = Path(what)
    if path.is_dir():
        return _folder(path, known)
    if path.exists():
        return _file(path, base, known, unread)
    if path.suffix.lower() == ".pdf" or path.name != what:
        where = Where(str(path))
        return Found("file", findings=(Finding("file", say("there is no such file"), say("look at its name"), where),))
    code = judging.spelled(what)
    return Found("code", judging.pieces(code, known), judging.strange(code, known, unread))


def _file(path: Path, base: Path, known: Sequence[Edition], unread: Sequence[Unreadable]) -> Found:
    """The file, held against the records byte for byte."""
    from ulotki.handout import verify as judging

    at = Where(str(path))
    try:
        data = files.contents(path, LARGEST)
    except OSError as error:
        what = say("this file cannot be read: {why}", why=files.why(error))
        return Found("file", findings=(Finding("file", what, say("name a PDF, or a folder"), at),), state="unknown")
    made = judging.entries(hashlib.sha256(data).hexdigest(), known)
    if made:
        return Found("file", made[-1:], state="made")
    if not data.startswith(b"%PDF-"):
        what = say("this is no PDF of ours")
        return Found("file", findings=(Finding("file", what, say("name a PDF, or a folder"), at),), state="unknown")
    borne = sorted(code for code in judging.borne(data) if code)
    if not borne:
        pieces, findings = uncoded(data, known, at)
        return Found("file", pieces, findings, "pack" if pieces else "unknown")
    if len(borne) > 1:
        what = say("this file bears several codes: {codes}", codes=", ".join(borne))
        return Found("file", findings=(Finding("file", what, UNTRUSTED, at),), state="altered")
    code = judging.spelled(borne[0])
    if unknown := judging.strange(code, known, unread):
        return Found("file", findings=tuple(replace(one, at=at) for one in unknown), state="unknown")
    meant = [
        base / edition.where / file.path for edition in known for file in edition.record.files if file.code == code
    ]
    if any(_alike(data, original) for original in meant):
        what = say(
            "this is not the file that was made, but it shows the same: another version drew it, or saved it anew"
        )
        return Found("file", judging.pieces(code, known), (Finding("file", what, UNTRUSTED, at),), "redrawn")
    what = say("this is not the file that was made with the code {code}: something in it was altered", code=code)
    return Found("file", judging.pieces(code, known), (Finding("file", what, UNTRUSTED, at),), "altered")


def _alike(data: bytes, original: Path) -> bool:
    """Whether a reader and a camera get the same of *data* as of the file *original*."""
    from ulotki.readback import Readback

    with suppress(OSError, RuntimeError), Readback(files.contents(original)) as ours, Readback(data) as theirs:
        if ours.sizes != theirs.sizes:
            return False
        drawn = zip(ours.pages, theirs.pages, strict=True)
        if any(replace(one, fonts=other.fonts, heard=other.heard) != other for one, other in drawn):
            return False
        pictures = zip(ours.pictures(), theirs.pictures(), strict=True)
        return all(one.tobytes() == other.tobytes() for one, other in pictures)
    return False


UNTRUSTED = say("do not print it; print the one in the edition")


def _folder(path: Path, known: Sequence[Edition]) -> Found:
    """Every file of an edition or a draft, held against its record, and the record against those of the workspace."""
    from ulotki.handout import verify as judging

    found = editions.record(path)
    if isinstance(found, Unreadable):
        what = say("the record of this folder cannot be read, so nobody can say what it is: {why}", why=found.why)
        hint = say(
            "name an edition, such as out/<campaign>/<day>-<number>-<code>; the record is its {name}", name=records.NAME
        )
        return Found("folder", findings=(Finding("folder", what, hint, Where(str(path))),))
    match = editions.FOLDER.fullmatch(path.resolve().name)
    findings = [
        replace(one, at=Where(str(path / records.NAME))) for one in judging.faulty(found, match[3] if match else "")
    ]
    if not found.bound:
        what = say("an older version wrote this record: a change of its places or copies would not be seen")
        findings.append(Finding("record", what, at=Where(str(path / records.NAME)), grave=False))
    if not judging.same(found, known):
        what = say("nobody made this edition in this workspace; its record speaks for itself alone")
        findings.append(
            Finding(
                "folder", what, say("compare it with the one in out/, or make it anew: ulotki build"), Where(str(path))
            )
        )
    return Found("folder", found.pieces, (*findings, *_files(path, found)))


def _files(folder: Path, found: Record) -> Iterator[Finding]:
    """Files of an edition that are not as recorded, are missing, or do not belong there."""
    for file in found.files:
        at = Where(str(folder / file.path))
        if not (folder / file.path).is_file():
            yield Finding("file", say("this file is missing"), say("make the edition anew: ulotki build"), at)
        elif editions.digest(folder / file.path) != file.sha256:
            yield Finding(
                "file", say("this file is not as it was made"), say("make the edition anew: ulotki build"), at
            )
    ours = {
        records.NAME,
        "index.html",
        *(file.path for file in found.files),
        *(records.picture(one.name) for one in found.pieces),
    }
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() and path.relative_to(folder).as_posix() not in ours:
            hint = say("nobody can say what it is; take it out of the folder")
            yield Finding("file", say("this file is not part of the edition"), hint, Where(str(path)))


def _say(
    talk: Talk,
    found: Found,
    answers: Sequence[Judgment],
    library: Library,
    day: datetime.date,
    beside: Sequence[Finding],
    *,
    good: bool,
) -> None:
    """Say it all. beside: findings that are not about what was asked."""
    from ulotki.handout.truth import Verdict

    if found.state == "made":
        talk.result(told(say("the file is byte for byte as it was made")))
    talk.complain(found.findings, err=False)
    for answer in answers:
        for line in _in_full(answer, library) if len(answers) == 1 else (_summary(answer),):
            talk.result(line)
    from ulotki.handout.verify import said

    talk.complain(
        {str(finding.what): finding for answer in answers for finding in said(answer, day)}.values(), err=False
    )
    if not answers:
        return
    spoiled = any(one.grave for one in found.findings if one not in beside)
    if good:
        talk.result(told(say("all of it holds on {day}", day=day)))
    elif spoiled or any(one.verdict is Verdict.DOWN for one in answers):
        talk.result(told(say("do not hang it, and take down what hangs: see above")))
    elif all(one.good for one in answers):
        talk.result(told(say("what is known of it holds on {day}; something else cannot be read: see above", day=day)))
    else:
        talk.result(told(say("nobody can tell whether all of it holds: see above")))


def _title(answer: Judgment) -> str:
    entry = _entry(answer)
    what = say(
        "{code}: {title}, {template} {format} {palette}",
        code=entry.code,
        title=entry.title,
        template=entry.template,
        format=entry.format,
        palette=entry.palette,
    )
    return told(what)


def _entry(answer: Judgment) -> Entry:
    """What the record says of a piece that was found in one."""
    assert answer.entry is not None
    return answer.entry


def _summary(answer: Judgment) -> str:
    """One line for a piece of an edition."""
    return f"{_title(answer)}: {told(say('still so') if answer.good else say('no longer so'))}"


def _in_full(answer: Judgment, library: Library) -> Iterator[str]:
    """All that is known of a piece."""
    yield _title(answer)
    for edition in answer.made:
        record = edition.record
        yield "  " + told(
            say("made in {folder}: {title}, {day}", folder=edition.where, title=record.title, day=record.day)
        )
        if edition.draft:
            yield "    " + told(say("a draft, so nothing to hang"))
        places = _places(answer, edition, library)
        names = ", ".join(f"{plain(name)} {count}" for _id, name, count in places)
        copies = sum(count for _id, _name, count in places)
        yield "    " + told(say("copies {copies}, for:", copies=copies)) + f" {names or '–'}"
    if _entry(answer).until:
        yield "  " + told(say("to hang until {until}", until=_entry(answer).until))
    for one in answer.values:
        yield f"  {plain(one.stood)}  {plain(one.label or one.ref)}: {told(_state(one))}"


def _state(one: Stood) -> Say:
    if one.holds and one.until:
        return say("still so, until {until}", until=one.until)
    return say("still so") if one.holds else say("no longer so")


def _places(answer: Judgment, edition: Edition, library: Library) -> list[tuple[str, str, int]]:
    """(id, name, copies) for everybody who got it in *edition*."""
    entry = next(one for one in edition.record.files if one.code == answer.code)
    return [(id, library.places[id].name if id in library.places else id, copies) for id, copies in entry.places]


def _piece(answer: Judgment, library: Library, day: datetime.date) -> Mapping[str, object]:
    from ulotki.handout.verify import said

    entry = _entry(answer)
    return {
        "code": entry.code,
        "name": entry.name,
        "title": entry.title,
        "scam": entry.scam,
        "template": entry.template,
        "format": entry.format,
        "palette": entry.palette,
        "lang": entry.lang,
        "mark": entry.mark,
        "until": entry.until,
        "good": answer.good,
        "editions": [
            {
                "folder": edition.where,
                "edition": edition.record.edition,
                "campaign": edition.record.campaign,
                "title": edition.record.title,
                "day": edition.record.day,
                "draft": edition.draft,
                "places": [
                    {"id": id, "name": name, "copies": copies} for id, name, copies in _places(answer, edition, library)
                ],
            }
            for edition in answer.made
        ],
        "values": [
            {
                "ref": one.ref,
                "label": one.label,
                "stood": one.stood,
                "now": one.says or None,
                "state": one.state,
                "same": one.same,
                "good": one.holds,
                "until": one.until.isoformat() if one.until else None,
            }
            for one in answer.values
        ],
        "findings": [as_data(finding) for finding in said(answer, day)],
    }
