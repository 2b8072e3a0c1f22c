"""Whether all is there and in order, and what needs attention soon. Reads, and changes nothing."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Iterator
from pathlib import Path

from ulotki import __version__, files
from ulotki.edition.days import turned_values
from ulotki.edition.record import Unreadable, divided
from ulotki.errors import Broken, Finding, Say, Trouble, contact, figure, say, system_words
from ulotki.frozen import dataclass
from ulotki.installed import altered, digest, home, pinned, shipped
from ulotki.library import Library, copies, people
from ulotki.look.vendored import SHA256, genuine
from ulotki.office import Outcome
from ulotki.office.doctor import folder, ledger, values
from ulotki.office.doctor.lines import Diagnosis, fault
from ulotki.pins import SHA256 as PINS
from ulotki.workspace import Workspace, editions, writing

ROOM = 200_000_000
"""Bytes on the disk below which an edition may not find room."""


@dataclass(frozen=True, slots=True)
class ExaminedData:
    """good: whether nothing stops work."""

    good: bool
    lines: tuple[Diagnosis, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """All that was looked at."""

    lines: tuple[Diagnosis, ...]

    @property
    def data(self) -> ExaminedData:
        """All of it."""
        return ExaminedData(not self.wrong, self.lines)

    @property
    def wrong(self) -> int:
        """How many things stop work."""
        return sum(line.state == "wrong" for line in self.lines)

    @property
    def conclusion(self) -> Say:
        """The whole in a sentence."""
        if self.wrong:
            return say("wrong: {count}; begin with the first", count=self.wrong)
        if any(line.state == "look" for line in self.lines):
            return say("all works; some things are worth a look")
        return say("all is well")


def doctor(workspace: Workspace | None, day: datetime.date, today: datetime.date) -> Outcome[Examined]:
    """Look at everything as it is on *day*. workspace: None looks at the program alone."""
    found = Examined(tuple(examine(workspace, day, today)))
    return Outcome(found, final=not found.wrong)


def examine(workspace: Workspace | None, day: datetime.date, today: datetime.date) -> Iterator[Diagnosis]:
    """Everything that is looked at, in the order of how much depends on it. workspace: None looks at the program alone."""
    yield Diagnosis(
        "program",
        "good",
        say(
            "ulotki {version}, Python {python}, {system}",
            version=__version__,
            python=platform.python_version(),
            system=platform.system(),
        ),
    )
    yield from _shipped()
    yield Diagnosis("contact", "good", say("a wrong number, or a fault of the program: {contact}", contact=contact()))
    if workspace is None:
        yield Diagnosis(
            "workspace",
            "look",
            say("there is no workspace here: no ulotki.toml in this folder or above"),
            say("go to the folder that holds ulotki.toml, name it with --workspace, or make one with ulotki init"),
        )
        return
    try:
        library = workspace.library().believed(today)
    except Trouble as trouble:
        yield from (fault("workspace", finding) for finding in trouble.findings)
        return
    hosts = people(workspace.folder, library.places)
    yield from (fault("workspace", finding) for finding in (*library.findings, *hosts.faults()))
    yield folder.contents(workspace.folder, library)
    yield from folder.publisher(library)
    yield _writable(workspace.base)
    yield from folder.synchronised(workspace.folder)
    yield from folder.ended_campaigns(library, day)
    yield from _campaign_folders(workspace.base, library, day)
    yield from ledger.holds(workspace.folder, today)
    yield from ledger.names_kept_too_long(workspace.folder, library, day)
    yield from folder.last_copy(workspace.folder, day)
    told = dict(values.marked_values(library, day))
    yield from told.values()
    yield from values.own_values(library)
    yield from _own_texts(workspace.folder, library)
    yield from values.due_values(library, day, told)


def _shipped() -> Iterator[Diagnosis]:
    """Whether faces, pictograms and profiles are those that were looked at, and the library is there."""
    broken: list[Finding] = []
    for name in SHA256:
        try:
            genuine(name, shipped(name))
        except Broken as trouble:
            broken += trouble.findings
    yield from (fault("shipped", finding) for finding in broken)
    if not broken:
        yield Diagnosis(
            "shipped", "good", say("faces, pictograms and profiles are genuine: {count} files", count=len(SHA256))
        )
    yield from _library_files()
    scams = len(files.matching(home() / "leaflets/library/scams", "*/*.toml"))
    if scams:
        yield Diagnosis("shipped", "good", say("the national library: {path}, {count} texts", path=home(), count=scams))
    else:
        what = say("the national library is not there: {path}", path=home())
        yield Diagnosis("shipped", "wrong", what, say("install ulotki again"))


GUARDED = frozenset(f"leaflets/library/{name}.toml" for name in ("numbers", "forms", "bodies", "names"))
"""Files without which nothing is printed; pieces with the words of any other altered file say PROJEKT."""


def _library_files() -> Iterator[Diagnosis]:
    """Whether the files of the national library are those that were reviewed; and files that nobody has reviewed."""
    there = {
        file.relative_to(home()).as_posix()
        for file in files.below(home() / "leaflets/library")
        if file.suffix == ".toml"
    }
    for name in sorted({*PINS, *there}):
        try:
            sum = digest(shipped(name))
        except Broken as trouble:
            yield from (fault("shipped", finding) for finding in trouble.findings)
            continue
        if not pinned(name, sum):
            finding = altered(str(home() / name))
            end = say("nothing is printed") if name in GUARDED else say("pieces with its words say PROJEKT")
            yield Diagnosis(
                "shipped", "wrong", say("{file}: {what}: {end}", file=name, what=finding.what, end=end), finding.hint
            )


def _own_texts(workspace: Path, library: Library) -> Iterator[Diagnosis]:
    """Texts of the library of which this workspace prints its own version, and whether the library's has changed."""
    remarks = {scam.at.file: copies.remark(scam) for scam in library.editions if library.own(scam)}
    for pattern in ("scams/*/*.toml", "words/*.toml", "readings/*.toml", "papers/*.toml", "pages/*.toml"):
        for file in files.matching(workspace, pattern):
            original = home() / "leaflets/library" / file.relative_to(workspace)
            remark = remarks.get(str(file)) or (copies.WORDS[copies.Since.UNKNOWN] if original.is_file() else None)
            if remark:
                hint = say("a correction of {file} does not reach it: compare the two now and then", file=original)
                yield Diagnosis("words", "look", say("{file}: {what}", file=file, what=remark), hint)


def _writable(base: Path) -> Diagnosis:
    """Whether editions can be written, tried with a file that goes at once."""
    hint = say("check the free space on the disk, and whether you may write there")
    try:
        free = writing.room(base)
    except OSError as error:
        what = say("nothing can be written to {path}: {why}", path=base, why=system_words(error))
        return Diagnosis("write", "wrong", what, hint)
    room = say("{size} GB", size=figure(free / 1_000_000_000, ".1f"))
    if free < ROOM:
        return Diagnosis(
            "write", "look", say("there is little space left for {path}: {room}", path=base, room=room), hint
        )
    return Diagnosis("write", "good", say("editions can be written to {path}, {room} are free", path=base, room=room))


def _campaign_folders(base: Path, library: Library, day: datetime.date) -> Iterator[Diagnosis]:
    """What lies there of each campaign: the newest edition, a draft, a lock, leftovers."""
    there = {path.name for path in files.matching(base, "*") if path.is_dir() and not path.name.startswith(".")} - {
        "gallery"
    }
    unread: dict[str, list[Unreadable]] = {name: [] for name in there}
    for one in divided(editions.lying(base))[1]:
        unread.setdefault(one.where.partition("/")[0], []).append(one)
    for name in sorted(there | set(library.campaigns)):
        target = base / name
        number, newest = editions.newest(target)
        yield _edition(name, number, newest)
        yield from _turned(name, newest, library, day)
        yield from (_unread(one, base / one.where) for one in unread.get(name, ()) if base / one.where != newest)
        if (target / editions.DRAFT).is_dir():
            what = say("campaign {id}: a draft lies there; nothing in it may hang", id=name)
            yield Diagnosis(
                "draft", "look", what, say("it goes with the next whole edition: ulotki build {id}", id=name)
            )
        if (target / ".lock").exists() and not _free(target):
            yield Diagnosis(
                "lock", "look", say("campaign {id}: a build is at work", id=name), say("wait until it is done")
            )
        if files.matching(target, f"{writing.PART}*"):
            what = say("campaign {id}: an interrupted run left something behind", id=name)
            yield Diagnosis("leftover", "look", what, say("ulotki clean removes it"))


def _edition(name: str, number: int, folder: Path | None) -> Diagnosis:
    if folder is None:
        what = say("campaign {id}: no edition yet", id=name)
        return Diagnosis("edition", "look", what, say("make it: ulotki build {id}", id=name))
    found = editions.record(folder)
    anew = say("make it anew: ulotki build {id}", id=name)
    if isinstance(found, Unreadable):
        return _unread(found, folder)
    damaged = [file.path for file in found.files if editions.digest(folder / file.path) != file.sha256]
    if damaged:
        what = say("{path}: missing or altered: {files}", path=folder, files=", ".join(damaged))
        return Diagnosis("edition", "wrong", what, anew)
    what = say("{path}: the newest edition, whole, {count} files", path=folder, count=len(found.files))
    return Diagnosis("edition", "good", what)


def _turned(name: str, folder: Path | None, library: Library, day: datetime.date) -> Iterator[Diagnosis]:
    """What the newest edition of a campaign says otherwise than it is on *day*."""
    record, campaign = editions.readable(folder), library.campaigns.get(name)
    for one in turned_values(record, campaign, library, day) if record and campaign else ():
        what = say("campaign {id}: {ref}: {what}", id=name, ref=one.value.ref, what=one.what)
        anew = say("make it anew: ulotki build {id}; then ulotki recall says what must come down", id=name)
        first = say("give the value that holds first, then make it anew: ulotki build {id}", id=name)
        yield Diagnosis("edition", "look", what, anew if one.holds else first)


def _unread(found: Unreadable, folder: Path) -> Diagnosis:
    what = say("{path}: its record cannot be read: {why}", path=folder, why=found.why)
    return Diagnosis("edition", "wrong", what, found.finding.hint)


def _free(target: Path) -> bool:
    try:
        with writing.Alone(target):
            return True
    except Broken:
        return False
    except OSError:  # nobody can write there, which has a line of its own
        return True
