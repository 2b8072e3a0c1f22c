"""Whether all is there and in order, and what needs attention soon. Reads, and changes nothing."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ulotki import __version__
from ulotki.content import due as dues
from ulotki.content.campaign import Publisher, over
from ulotki.content.instead import remark
from ulotki.content.register import State, Value
from ulotki.edition.record import Unreadable, divided
from ulotki.errors import Broken, Finding, Say, Trouble, contact, say
from ulotki.handout import heads
from ulotki.installed import altered, digest, home, pinned, shipped
from ulotki.library import Library, copies, people
from ulotki.look.vendored import SHA256, genuine
from ulotki.office import Outcome, copy
from ulotki.pins import SHA256 as PINS
from ulotki.workspace import Workspace, book, editions, writing
from ulotki.workspace.synchronised import service

ROOM = 200_000_000
"""Bytes on the disk below which an edition may not find room."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was looked at. state: "look" is worth a look, "wrong" stops work.  hint: the way out."""

    about: str
    state: Literal["good", "look", "wrong"]
    what: Say
    hint: Say | None = None


@dataclass(frozen=True, slots=True)
class ExaminedData:
    """good: whether nothing stops work."""

    good: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """All that was looked at."""

    lines: tuple[Line, ...]

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


def doctor(workspace: Workspace | None, day: datetime.date) -> Outcome[Examined]:
    """Look at everything. workspace: None looks at the program alone."""
    found = Examined(tuple(examine(workspace, day)))
    return Outcome(found, final=not found.wrong)


def examine(workspace: Workspace | None, day: datetime.date) -> Iterator[Line]:
    """Everything that is looked at, in the order of how much depends on it. workspace: None looks at the program alone."""
    yield Line(
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
    yield Line("contact", "good", say("a wrong number, or a fault of the program: {contact}", contact=contact()))
    if workspace is None:
        yield Line(
            "workspace",
            "look",
            say("there is no workspace here: no ulotki.toml in this folder or above"),
            say("go to the folder that holds ulotki.toml, name it with --workspace, or make one with ulotki init"),
        )
        return
    try:
        library = workspace.library()
    except Trouble as trouble:
        yield from (_fault("workspace", finding) for finding in trouble.findings)
        return
    hosts = people(workspace.folder, library.places)
    yield from (_fault("workspace", finding) for finding in (*library.findings, *hosts.faults()))
    yield _read(workspace.folder, library)
    yield from _publisher(library)
    yield _writable(workspace.base)
    yield from _synchronised(workspace.folder)
    yield from _over(library, day)
    yield from _lying(workspace.base, library)
    yield from _ledger(workspace.folder)
    yield from _kept(workspace.folder, library, day)
    yield from _copy(workspace.folder, day)
    values = dict(_values(library, day))
    yield from values.values()
    yield from _own_values(library)
    yield from _own_texts(workspace.folder, library)
    yield from _due(library, day, values)


def _fault(about: str, finding: Finding) -> Line:
    what = say("{file}: {what}", file=finding.at, what=finding.what) if finding.at.file else finding.what
    return Line(about, "wrong" if finding.grave else "look", what, finding.hint)


def _synchronised(workspace: Path) -> Iterator[Line]:
    """Whether a service keeps the folder in step with other computers."""
    if name := service(workspace.resolve()):
        what = say('the workspace lies in a folder that is synchronised: "{name}"', name=name)
        hint = say("move it to a folder that is not: a service may bring back older files, and a ledger split in two")
        yield Line("workspace", "look", what, hint)


def _ledger(workspace: Path) -> Iterator[Line]:
    """Whether the ledger holds, and is all that it once said."""
    try:
        known = book.read(workspace)
    except Trouble as trouble:
        yield from (_fault("ledger", finding) for finding in trouble.findings)
        return
    yield from (_fault("ledger", finding) for finding in known.findings)
    head = heads.of(known.entries)
    if head and not known.findings:
        what = say("the ledger holds: entries {count}, the last is {hash}", count=head.length, hash=head.short)
        yield Line("ledger", "good", what)


def _kept(workspace: Path, library: Library, day: datetime.date) -> Iterator[Line]:
    """Whether names are kept longer than the settings say."""
    until = library.settings.names_until if isinstance(library.settings, Publisher) else None
    if until is None or day <= until:
        return
    try:
        known = book.read(workspace)
    except Trouble:  # said already
        return
    past = [one.seq for one in known.entries if one.seq in known.people and one.deed.day <= until]
    if past:
        what = say(
            "names, telephones or notes were to be kept until {day}, and are in entries: {numbers}",
            day=until,
            numbers=", ".join(map(str, past)),
        )
        forget = until + datetime.timedelta(days=1)
        yield Line("names", "look", what, say("delete them for good: ulotki ledger forget --before {day}", day=forget))


def _copy(folder: Path, day: datetime.date) -> Iterator[Line]:
    """Whether a copy of the workspace should be made."""
    if what := copy.due(folder, day):
        yield Line("copy", "look", what, say("make one, on another disk: ulotki copy save FILE.zip"))
    elif (last := copy.last(folder)) is not None:
        yield Line("copy", "good", say("the last copy of this workspace is of {day}", day=last))


def _shipped() -> Iterator[Line]:
    """Whether faces, pictograms and profiles are those that were looked at, and the library is there."""
    broken: list[Finding] = []
    for name in SHA256:
        try:
            genuine(name, shipped(name))
        except Broken as trouble:
            broken += trouble.findings
    yield from (_fault("shipped", finding) for finding in broken)
    if not broken:
        yield Line(
            "shipped", "good", say("faces, pictograms and profiles are genuine: {count} files", count=len(SHA256))
        )
    yield from _library_files()
    scams = len(list((home() / "leaflets/library/scams").glob("*/*.toml")))
    if scams:
        yield Line("shipped", "good", say("the national library: {path}, {count} texts", path=home(), count=scams))
    else:
        what = say("the national library is not there: {path}", path=home())
        yield Line("shipped", "wrong", what, say("install ulotki again"))


GUARDED = frozenset({"leaflets/library/numbers.toml", "leaflets/library/forms.toml", "leaflets/library/bodies.toml"})
"""Files without which nothing is printed; pieces with the words of any other altered file say PROJEKT."""


def _library_files() -> Iterator[Line]:
    """Whether the files of the national library are those that were reviewed; and files that nobody has reviewed."""
    there = {file.relative_to(home()).as_posix() for file in (home() / "leaflets/library").rglob("*.toml")}
    for name in sorted({*PINS, *there}):
        try:
            sum = digest(shipped(name))
        except Broken as trouble:
            yield from (_fault("shipped", finding) for finding in trouble.findings)
            continue
        if not pinned(name, sum):
            finding = altered(str(home() / name))
            end = say("nothing is printed") if name in GUARDED else say("pieces with its words say PROJEKT")
            yield Line(
                "shipped", "wrong", say("{file}: {what}: {end}", file=name, what=finding.what, end=end), finding.hint
            )


def _read(workspace: Path, library: Library) -> Line:
    what = say(
        "workspace {path}: places {places}, campaigns {campaigns}",
        path=workspace,
        places=len(library.places),
        campaigns=", ".join(library.campaigns) or "–",
    )
    if library.campaigns:
        return Line("workspace", "good", what)
    return Line("workspace", "look", what, say("make a campaign: ulotki new campaign ID"))


def _publisher(library: Library) -> Iterator[Line]:
    """Whether somebody stands behind the pieces."""
    if library.settings is None or (isinstance(library.settings, Publisher) and library.settings.issuer is None):
        what = say("no issuer is named in ulotki.toml, so nobody stands behind the pieces")
        yield Line("issuer", "look", what, say('write who publishes: issuer = "…"'))


def _over(library: Library, day: datetime.date) -> Iterator[Line]:
    """Campaigns whose last day is over."""
    for campaign in library.campaigns.values():
        for what in over(campaign.id, campaign.until, day):
            hint = say("make the next one: ulotki new campaign ID --from {id} --day …", id=campaign.id)
            yield Line("over", "look", what, hint)


def _own_texts(workspace: Path, library: Library) -> Iterator[Line]:
    """Texts of the library of which this workspace prints its own version, and whether the library's has changed."""
    remarks = {scam.at.file: copies.remark(scam) for scam in library.editions if library.own(scam)}
    for pattern in ("scams/*/*.toml", "words/*.toml", "readings/*.toml", "papers/*.toml", "pages/*.toml"):
        for file in sorted(workspace.glob(pattern)):
            original = home() / "leaflets/library" / file.relative_to(workspace)
            remark = remarks.get(str(file)) or (copies.WORDS[copies.Since.UNKNOWN] if original.is_file() else None)
            if remark:
                hint = say("a correction of {file} does not reach it: compare the two now and then", file=original)
                yield Line("words", "look", say("{file}: {what}", file=file, what=remark), hint)


def _writable(base: Path) -> Line:
    """Whether editions can be written, tried with a file that goes at once."""
    hint = say("look at the room on the disk, and whether you may write there")
    try:
        free = writing.room(base)
    except OSError as error:
        what = say("nothing can be written to {path}: {why}", path=base, why=error.strerror or error)
        return Line("write", "wrong", what, hint)
    room = f"{free / 1_000_000_000:.1f} GB"
    if free < ROOM:
        return Line("write", "look", say("there is little room left for {path}: {room}", path=base, room=room), hint)
    return Line("write", "good", say("editions can be written to {path}, {room} are free", path=base, room=room))


def _lying(base: Path, library: Library) -> Iterator[Line]:
    """What lies there of each campaign: the newest edition, a draft, a lock, leftovers."""
    there = {path.name for path in base.glob("*") if path.is_dir() and not path.name.startswith(".")} - {"gallery"}
    unread: dict[str, list[Unreadable]] = {name: [] for name in there}
    for one in divided(editions.lying(base))[1]:
        unread.setdefault(one.where.partition("/")[0], []).append(one)
    for name in sorted(there | set(library.campaigns)):
        target = base / name
        number, newest = editions.newest(target)
        yield _edition(name, number, newest)
        yield from (_unread(one, base / one.where) for one in unread.get(name, ()) if base / one.where != newest)
        if (target / editions.DRAFT).is_dir():
            what = say("campaign {id}: a draft lies there; nothing in it may hang", id=name)
            yield Line("draft", "look", what, say("it goes with the next whole edition: ulotki build {id}", id=name))
        if (target / ".lock").exists() and not _free(target):
            yield Line("lock", "look", say("campaign {id}: a build is at work", id=name), say("wait until it is done"))
        if any(target.glob(f"{writing.PART}*")):
            what = say("campaign {id}: an interrupted run left something behind", id=name)
            yield Line("leftover", "look", what, say("ulotki clean removes it"))


def _edition(name: str, number: int, folder: Path | None) -> Line:
    if folder is None:
        what = say("campaign {id}: no edition yet", id=name)
        return Line("edition", "look", what, say("make it: ulotki build {id}", id=name))
    found = editions.record(folder)
    anew = say("make it anew: ulotki build {id}", id=name)
    if isinstance(found, Unreadable):
        return _unread(found, folder)
    damaged = [file.path for file in found.files if editions.digest(folder / file.path) != file.sha256]
    if damaged:
        what = say("{path}: missing or altered: {files}", path=folder, files=", ".join(damaged))
        return Line("edition", "wrong", what, anew)
    what = say("{path}: the newest edition, whole, {count} files", path=folder, count=len(found.files))
    return Line("edition", "good", what)


def _unread(found: Unreadable, folder: Path) -> Line:
    what = say("{path}: its record cannot be read: {why}", path=folder, why=found.why)
    return Line("edition", "wrong", what, found.finding.hint)


def _free(target: Path) -> bool:
    try:
        with writing.Alone(target):
            return True
    except Broken:
        return False


def _values(library: Library, day: datetime.date) -> Iterator[tuple[str, Line]]:
    """(ref, line) of the values that print a mark, or nothing; how many others there are."""
    good = 0
    for value in library.register:
        asked = value.id if value.kind == "number" else value.ref
        now = value.on(day)[0]
        match now.state(day):
            case state if state.holds:
                good += 1
                yield from _weak(now, asked, day)
            case State.MISSING:
                what = say(
                    "{ref} has no value, so a box for a stamp or a pen is printed: {label}",
                    ref=value.ref,
                    label=value.label,
                )
                yield (
                    value.ref,
                    Line(
                        "value", "look", what, say('give it: ulotki numbers set {id} "…" --source … --by …', id=asked)
                    ),
                )
            case State.UNCONFIRMED:
                what = say("{ref}: {value} is confirmed by nobody, so it prints WZÓR", ref=value.ref, value=now.printed)
                hint = say('another person reads it anew: ulotki numbers confirm {id} "…" --by … --source …', id=asked)
                yield value.ref, Line("value", "wrong", what, hint)
            case state:
                what = say(
                    "{ref}: {value} is {state}, so it prints WZÓR",
                    ref=value.ref,
                    value=now.printed,
                    state=say(state.value),
                )
                hint = say('give the one that holds: ulotki numbers set {id} "…" --source … --by …', id=asked)
                yield value.ref, Line("value", "wrong", what, hint)
    yield "", Line("value", "good", say("numbers, addresses and names that hold: {count}", count=good))


def _weak(value: Value, asked: str, day: datetime.date) -> Iterator[tuple[str, Line]]:
    """Confirmations that asked for less than today's, and those of a day that has not come."""
    hint = say('set it anew, and let a second person confirm it with a source: ulotki numbers set {id} "…"', id=asked)
    if value.older:
        what = say(
            "{ref}: confirmed in an older version, without a source; it is good until {day}",
            ref=value.ref,
            day=value.review or value.valid_until or "–",
        )
        yield f"{value.ref} older", Line("value", "look", what, hint)
    if value.confirmed and value.confirmed.on > day:
        what = say("{ref}: confirmed on {day}, which has not come yet", ref=value.ref, day=value.confirmed.on)
        yield f"{value.ref} early", Line("value", "wrong", what, hint)


def _own_values(library: Library) -> Iterator[Line]:
    """Values of the program that this workspace has stopped or replaced."""
    for ref, own in library.register.own.items():
        yield Line("value", "look", say("{ref}: {what}", ref=ref, what=remark(own)))


def _due(library: Library, day: datetime.date, told: Collection[str]) -> Iterator[Line]:
    """What is to be seen to within `due.DAYS`; of values that were *told* already, only what they have ahead."""
    for entry in dues.due(library.register, library.editions, day):
        if entry.why in dues.AHEAD or entry.ref not in told:
            what = say("{ref}, by {day}: {what}", ref=entry.ref, day=entry.day, what=entry.what)
            yield Line("due", "look", what, say("its source: {url}", url=entry.source) if entry.source else None)
