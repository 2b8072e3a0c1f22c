"""Reads leaflets/ into content: the only reader of files on the way in. All faults of a folder come at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ulotki.content.campaign import Approval, Campaign, PaletteName, Place, Printer, Publisher, TemplateName
from ulotki.content.labels import contradiction
from ulotki.content.paperwork import Paperwork
from ulotki.content.people import Person
from ulotki.content.phrases import Phrases, Readings
from ulotki.content.places import ALL, ordered
from ulotki.content.register import KINDS, Address, Number, Register, Value
from ulotki.content.scam import COUNTS, IconName, Point, Scam
from ulotki.content.text import Prose, complaints, placeholders, proses, unmarked
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.errors import Finding, Misused, Refused, Where, nearest, pick, say
from ulotki.installed import home
from ulotki.library import scams
from ulotki.library.shape import ID, Reader
from ulotki.library.toml import Document, parse


@dataclass(frozen=True, slots=True)
class Known:
    """Names that content may use and that live in the program: templates with their formats, palettes, pictograms."""

    formats: Mapping[str, tuple[str, ...]]
    palettes: tuple[str, ...]
    icons: frozenset[str]

    def names(self) -> dict[Any, Collection[str]]:
        """By the type of name that content gives them."""
        return {TemplateName: self.formats, PaletteName: self.palettes, IconName: self.icons}


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read.

    scams: by id, in the language of the country.  translations: by (id, language).  workspace: its folder, None when
    only the national library is at hand.
    """

    scams: Mapping[str, Scam]
    phrases: Mapping[str, Phrases[Prose]]
    register: Register
    readings: Mapping[str, Readings] = field(default_factory=dict)
    paperwork: Mapping[str, Paperwork] = field(default_factory=dict)
    publisher: Publisher | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    workspace: Path | None = None
    translations: Mapping[tuple[str, str], Scam] = field(default_factory=dict)
    approvals: tuple[Approval, ...] = ()

    def scam(self, id: str, lang: str = HOME) -> Scam:
        """The scam called *id* in *lang*. Raises Misused with the nearest name."""
        scam = pick("scam", self.scams, id)
        if lang == HOME:
            return scam
        return pick(
            "language", {other: found for (name, other), found in self.translations.items() if name == id}, lang
        )

    @property
    def editions(self) -> tuple[Scam, ...]:
        """Every scam in every language there is."""
        return (*self.scams.values(), *self.translations.values())

    def campaign(self, id: str) -> Campaign:
        """The campaign called *id*. Raises Misused with the nearest name."""
        return pick("campaign", self.campaigns, id)


def read(
    workspace: Path | None,
    known: Known,
    languages: Collection[str] = tuple(LANGUAGES),
    instead: Mapping[Path, bytes] | None = None,
) -> Library:
    """The national library, and what *workspace* adds to it. Raises Refused with every fault there is.

    languages: whose scams are read; one piece needs one language, and reading is what it waits for.
    instead: what files hold in place of what lies on the disk, to try a change before it is written.
    """
    reading = _Reading(known, languages, instead or {})
    reading.folder(home() / "leaflets/library", national=True)
    if workspace is not None:
        if not workspace.is_dir():
            raise Misused(
                [Finding("use", say("this folder is not there"), say("make it first"), Where(str(workspace)))]
            )
        reading.folder(workspace, national=False)
    return reading.finished(workspace)


class _Reading:
    """Gathers values and faults from folders."""

    def __init__(self, known: Known, languages: Collection[str], instead: Mapping[Path, bytes]) -> None:
        self.known = known
        self.languages = languages
        self.instead = instead
        self.findings: list[Finding] = []
        self.scams: dict[str, Scam] = {}
        self.translations: dict[tuple[str, str], Scam] = {}
        self.phrases: dict[str, Phrases[Prose]] = {}
        self.readings: dict[str, Readings] = {}
        self.paperwork: dict[str, Paperwork] = {}
        self.values: dict[str, Value] = {}
        self.named: set[str] = set()
        self.documents: dict[str, Document] = {}
        self.slotted: list[Prose] = []
        self.lost_places = False
        self.spoken: set[str] = set()
        self.places: dict[str, Place] = {}
        self.campaigns: dict[str, Campaign] = {}
        self.publisher: Publisher | None = None
        self.prose: list[Prose] = []
        self.approvals: list[Approval] = []

    def folder(self, root: Path, *, national: bool) -> None:
        """Everything of one folder, in the order of names."""
        if not national:
            self.strays(root)
        for file in self.files(root, "scams/*/*.toml"):
            if file.parent.name in self.languages or file.parent.name not in LANGUAGES:
                self.scam(file)
        for file in self.files(root, "words/*.toml"):
            self.words(file)
        for file in self.files(root, "readings/*.toml"):
            self.reading(file)
        for file in self.files(root, "papers/*.toml"):
            self.papers(file)
        for file in self.files(root, "numbers.toml"):
            self.numbers(file, national)
        if national:
            return
        for file in self.files(root, "ulotki.toml"):
            self.settings(file)
        for file in self.files(root, "places.toml"):
            self.place_list(file)
        for file in self.files(root, "campaigns/*.toml"):
            self.campaign(file)
        for file in self.files(root, "approvals.toml"):
            self.approval_list(file)

    def files(self, root: Path, pattern: str) -> list[Path]:
        """The files of *root* that *pattern* names, in the order of names, also those that are not written yet."""
        new = {path for path in self.instead if path.parent == root and path.name == pattern}
        return sorted({*_files(root, pattern), *new})

    def strays(self, root: Path) -> None:
        """Files that look as if they were meant to be read and are not: a wrong folder, name or ending."""
        read = {path for pattern in PATTERNS for path in _files(root, pattern)}
        near = [
            path
            for folder in ("scams", "words", "readings", "papers", "campaigns")
            for path in (root / folder).rglob("*")
        ]
        near += [path for path in root.glob("*") if path.suffix.lower() in (".toml", ".yaml", ".yml")]
        for path in sorted(near):
            if path.is_file() and path not in read and not path.name.startswith(".") and path.name != "people.toml":
                self.note(
                    Where(str(path)),
                    say("this file is not read"),
                    say("files are {patterns}", patterns=", ".join(PATTERNS)),
                )

    def document(self, file: Path) -> Document | None:
        """The file's values and lines, or None with its fault noted."""
        try:
            data = self.instead[file] if file in self.instead else file.read_bytes()
        except OSError as error:
            self.note(Where(str(file)), say("the file cannot be read: {why}", why=error.strerror or error))
            return None
        document = parse(str(file), data)
        if isinstance(document, Finding):
            self.findings.append(document)
            return None
        self.documents[document.file] = document
        return document

    def where(self, at: Where, field: str) -> Where:
        """Where *field* of the value at *at* stands, or the value itself."""
        document = self.documents.get(at.file)
        path = tuple(int(part) - 1 if part.isdigit() else part for part in f"{at.field}.{field}".split(".") if part)
        return document.where(path) if document else replace(at, field=field)

    def note(self, at: Where, what: Any, hint: Any = None) -> None:
        """One more fault."""
        self.findings.append(Finding("read", what, hint, at))

    def whole(self, file: Path, kind: type[Any], **given: object) -> Any:
        """A file that is one value."""
        document = self.document(file)
        if document is None:
            return None
        if not ID.fullmatch(file.stem):
            self.note(
                Where(str(file)),
                say('"{name}" is not a name for a file', name=file.name),
                say("use small letters a–z, digits and hyphens"),
            )
        reader = Reader(document, self.known.names())
        value = reader.read(kind, document.values, (), **given)
        self.findings += reader.findings
        return value

    def scam(self, file: Path) -> None:
        """A scam; one of a workspace takes the place of the national one of that name."""
        lang = file.parent.name
        if lang not in LANGUAGES:
            self.note(
                Where(str(file)),
                say('there is no typography for the language "{lang}"', lang=lang),
                say("known are: {ids}", ids=", ".join(LANGUAGES)),
            )
        scam = self.whole(file, Scam, id=file.stem, lang=lang)
        if scam is None:
            return
        for name, (least, most) in COUNTS.items():
            count = len(getattr(scam, name))
            if not least <= count <= most:
                self.note(
                    self.where(scam.at, name),
                    say("{field} has {count} entries", field=name, count=count),
                    say("it takes {least} to {most}", least=least, most=most),
                )
        if scam.review_by <= scam.reviewed:
            self.note(
                self.where(scam.at, "review_by"),
                say("review_by is not after reviewed"),
                say("a text is reviewed again within a year or two"),
            )
        if bool(scam.wrong_before) != bool(scam.wrong_why):
            self.note(
                self.where(scam.at, "wrong_before" if scam.wrong_before else "wrong_why"),
                say("wrong_before and wrong_why need one another"),
                say("say both: before which day the text was wrong, and what was wrong with it"),
            )
        if any(not 1 <= month <= 12 for month in scam.season):
            self.note(self.where(scam.at, "season"), say("a month is 1 to 12"), say("write 12 for December"))
        if lang == HOME:
            self.scams[scam.id] = scam
        else:
            self.translations[scam.id, lang] = scam
        self.prose += proses(scam)

    def words(self, file: Path) -> None:
        """The fixed words of a language."""
        self.spoken.add(file.stem)
        phrases = self.whole(file, Phrases)
        if phrases is not None:
            self.phrases[file.stem] = phrases
            self.slotted += proses(phrases)

    def reading(self, file: Path) -> None:
        """The appeal and the glossary of a language."""
        readings = self.whole(file, Readings)
        if readings is not None:
            self.readings[file.stem] = readings
            self.prose += proses(readings)

    def papers(self, file: Path) -> None:
        """The letters, receipts and lists of a language."""
        paperwork = self.whole(file, Paperwork)
        if paperwork is not None:
            self.paperwork[file.stem] = paperwork
            self.slotted += proses(paperwork)

    def numbers(self, file: Path, national: bool) -> None:
        """A register. A local entry never takes the place of a national one."""
        document = self.document(file)
        if document is None:
            return
        reader = Reader(document)
        for key, tables in document.values.items():
            kind = KINDS.get(key)
            if kind is None or not isinstance(tables, Mapping):
                reader.fault(
                    (key,),
                    say('unknown key "{key}"', key=key),
                    nearest(key, KINDS) or say("known are: {ids}", ids=", ".join(KINDS)),
                )
                continue
            for id, table in tables.items():
                path = (key, id)
                if not ID.fullmatch(id):
                    reader.fault(
                        path, say('"{name}" is not an id', name=id), say("use small letters a–z, digits and hyphens")
                    )
                self.named.add(f"{key}:{id}")
                value = reader.read(kind, table, path, id=id, national=national)
                if value is None:
                    continue
                if value.ref in self.values:
                    reader.fault(
                        path,
                        say("{ref} is already in the national register", ref=value.ref),
                        say("give the local entry another id"),
                    )
                    continue
                if complaint := value.fault():
                    reader.fault((*path, "value"), *complaint)
                elif not national and (complaint := contradiction(value, self.values.values())):
                    reader.fault((*path, "label"), *complaint)
                elif not national and value.former and (complaint := contradiction(value.former, self.values.values())):
                    reader.fault((*path, "before"), *complaint)
                self.values[value.ref] = value
                self.strings(value, reader, path)
        self.findings += reader.findings

    def strings(self, value: Value, reader: Reader, path: tuple[str, ...]) -> None:
        """Words of an entry that reach paper must be prose like any other."""
        signed = {
            "set_by": value.set_by,
            "confirmed.by": value.confirmed.by if value.confirmed else "",
            "before.set_by": value.before.set_by if value.before else "",
            "before.confirmed.by": value.before.confirmed.by if value.before and value.before.confirmed else "",
            "withdrawn.by": value.withdrawn.by if value.withdrawn else "",
        }
        for name, who in signed.items():
            if "…" in who or "..." in who:
                reader.fault(
                    (*path, *name.split(".")), say('"{value}" is nobody\'s name', value=who), say("write who it was")
                )
        match value:
            case Number():
                printed = {}
            case Address():
                printed = {f"purpose.{lang}": words for lang, words in value.purpose.items()}
            case _:
                printed = {"value": value.value, "before.value": value.before.value if value.before else ""}
        for name, words in printed.items():
            for what, hint in (*complaints(words), *unmarked(words)):
                reader.fault((*path, *name.split(".")), what, hint)
        if value.valid_from and value.valid_until and value.valid_until < value.valid_from:
            reader.fault(
                (*path, "valid_until"), say("valid_until is before valid_from"), say("mend one of the two days")
            )
        if value.before and value.valid_from and value.before.until < value.valid_from - datetime.timedelta(1):
            reader.fault(
                (*path, "before", "until"),
                say("between the old value and the new one there are days on which none holds"),
                say("let the old one hold until the day before the new one at least"),
            )
        if isinstance(value, Address) and value.mask is not None and not 0 <= value.mask <= 7:
            reader.fault((*path, "mask"), say("a mask is 0 to 7"), say("leave it out and the best is found"))

    def settings(self, file: Path) -> None:
        """Who publishes."""
        self.publisher = self.whole(file, Publisher)
        printer = self.publisher.printer if self.publisher else Printer()
        if self.publisher and not all(abs(off) <= FARTHEST for off in (printer.right, printer.down)):
            self.note(
                self.where(self.publisher.at, "printer"),
                say("no printer is {most} mm off", most=FARTHEST),
                say("measure again on the test sheet"),
            )
        if self.publisher and self.publisher.issuer:
            for what, hint in unmarked(self.publisher.issuer.source):
                self.note(self.publisher.issuer.at, what, hint)

    def place_list(self, file: Path) -> None:
        """The places of a workspace."""
        document = self.document(file)
        if document is None:
            self.lost_places = True
            return
        reader = Reader(document)
        for key, tables in document.values.items():
            if key != "place" or not isinstance(tables, Mapping):
                reader.fault((key,), say('unknown key "{key}"', key=key), say("write [place.some-id]"))
                continue
            for id, table in tables.items():
                if not ID.fullmatch(id):
                    reader.fault(
                        (key, id),
                        say('"{name}" is not an id', name=id),
                        say("use small letters a–z, digits and hyphens"),
                    )
                place = reader.read(Place, table, (key, id), id=id)
                self.lost_places |= place is None
                if place is not None:
                    self.places[id] = place
                    if place.boards < 0:
                        reader.fault(
                            (key, id, "boards"), say("boards cannot be less than none"), say("write 0 or more")
                        )
        self.findings += reader.findings

    def approval_list(self, file: Path) -> None:
        """Who has approved what."""
        document = self.document(file)
        if document is None:
            return
        reader = Reader(document)
        for key, tables in document.values.items():
            if key != "approval":
                reader.fault((key,), say('unknown key "{key}"', key=key), say("write [[approval]]"))
                continue
            self.approvals += [one for one in reader.value(tuple[Approval, ...], tables, (key,)) if one is not None]
        self.findings += reader.findings

    def campaign(self, file: Path) -> None:
        """A campaign."""
        campaign = self.whole(file, Campaign, id=file.stem)
        if campaign is None:
            return
        self.campaigns[campaign.id] = campaign
        if campaign.until and campaign.until < campaign.day:
            self.note(
                self.where(campaign.at, "until"),
                say("until is before the day of the campaign"),
                say("mend one of the two"),
            )
        if not campaign.order:
            self.note(
                campaign.at, say("nothing is ordered"), say("write an [[order]] with scams, template, format, places")
            )
        for order in campaign.order:
            if order.until and order.until < campaign.day:
                self.note(
                    self.where(order.at, "until"),
                    say("until is before the day of the campaign"),
                    say("mend one of the two"),
                )
            for name in ("scams", "places"):
                if not getattr(order, name):
                    self.note(self.where(order.at, name), say("{field} is empty", field=name), say("name at least one"))
            if order.meeting and not HOUR.fullmatch(order.meeting.hour):
                self.note(
                    self.where(order.at, "meeting.hour"),
                    say('"{value}" is not an hour', value=order.meeting.hour),
                    say("write it as 17.00"),
                )

    def finished(self, workspace: Path | None) -> Library:
        """The library, once every reference has been followed. Raises Refused with all faults."""
        register = Register(self.values)
        for scam in self.translations.values():
            if scam.lang not in self.spoken:
                self.note(
                    scam.at,
                    say("there are no fixed words in the language {lang}", lang=scam.lang),
                    say("write words/{lang}.toml beside the others", lang=scam.lang),
                )
        for publisher in [self.publisher] if self.publisher else []:
            officer = (
                ("number", publisher.officer_number, "officer_number"),
                ("name", publisher.officer_name, "officer_name"),
                ("name", publisher.officer_hours, "officer_hours"),
            )
            for kind, id, name in officer:
                if id not in (OFFICER, HOURS) and f"{kind}:{id}" not in self.named:
                    at = self.where(publisher.at, name)
                    self.note(at, say('there is no {kind} "{id}"', kind=say(kind), id=id), register.near(kind, id))
        slots = [(prose, ()) for prose in self.prose] + [(prose, SLOTS) for prose in self.slotted]
        for prose, known in slots:
            for kind, id in placeholders(prose.source):
                if kind and f"{kind}:{id}" not in self.named:
                    self.note(
                        prose.at, say('there is no {kind} "{id}"', kind=say(kind), id=id), register.near(kind, id)
                    )
                elif not kind and id not in known:
                    self.note(
                        prose.at,
                        say('unknown word in braces: "{id}"', id=id),
                        nearest(id, known) or say("a value is {example}", example="{{number:id}}"),
                    )
        for scam in (*self.scams.values(), *self.translations.values()):
            if scam.address and f"address:{scam.address}" not in self.named:
                self.note(
                    self.where(scam.at, "address"),
                    say('there is no {kind} "{id}"', kind=say("address"), id=scam.address),
                    register.near("address", scam.address),
                )
        for key, scam in self.translations.items():
            if first := self.scams.get(scam.id):
                self.translations[key] = scams.inherited(scam, first)
        for scam in (*self.scams.values(), *self.translations.values()):
            for wrong in scams.faults(scam):
                self.note(self.where(scam.at, wrong.field), wrong.what, wrong.hint)
            for id, name in scams.numbers(scam):
                if f"number:{id}" not in self.named:
                    what = say('there is no {kind} "{id}"', kind=say("number"), id=id)
                    self.note(self.where(scam.at, name), what, register.near("number", id))
        for scam in self.translations.values():
            self.findings += _parity_faults(scam, self.scams.get(scam.id))
        for campaign in self.campaigns.values():
            self.findings += _campaign_faults(campaign, self, self.known)
        if self.findings:
            raise Refused(sorted(self.findings, key=lambda finding: (finding.at.file, finding.at.line)))
        return Library(
            scams=self.scams,
            phrases=self.phrases,
            register=register,
            readings=self.readings,
            paperwork=self.paperwork,
            publisher=self.publisher,
            places=self.places,
            campaigns=self.campaigns,
            workspace=workspace,
            translations=self.translations,
            approvals=tuple(self.approvals),
        )


FARTHEST = 5.0
"""mm by which a sheet may be moved: more would push words into what the printer does not reach."""

PATTERNS = (
    "ulotki.toml",
    "numbers.toml",
    "places.toml",
    "approvals.toml",
    "campaigns/*.toml",
    "scams/*/*.toml",
    "words/*.toml",
    "readings/*.toml",
    "papers/*.toml",
)
"""What is read of a workspace."""

HOUR = re.compile(r"([01]?[0-9]|2[0-3])[.:][0-5][0-9]")

OFFICER = "dzielnicowy"
"""The id that an officer's number and name have unless a workspace says otherwise."""

HOURS = "godziny"
"""And their hours."""

SLOTS = ("until", "issuer", "day", "number", "place")


def _files(root: Path, pattern: str) -> list[Path]:
    return sorted(path for path in root.glob(pattern) if path.is_file())


def people(workspace: Path, places: Collection[str]) -> dict[str, Person]:
    """Who looks after which of *places*, as people.toml has it; nobody when there is none. Raises Refused."""
    path = workspace / "people.toml"
    if not path.is_file():
        return {}
    document = parse(str(path), path.read_bytes())
    if isinstance(document, Finding):
        raise Refused([document])
    reader = Reader(document)
    found: dict[str, Person] = {}
    for key, tables in document.values.items():
        if key != "person" or not isinstance(tables, Mapping):
            reader.fault((key,), say('unknown key "{key}"', key=key), say("write [person.some-place]"))
            continue
        for id, table in tables.items():
            if id not in places:
                what = say('there is no {kind} "{id}"', kind=say("place"), id=id)
                hint = nearest(id, places) or say("known are: {ids}", ids=", ".join(places) or "–")
                reader.fault((key, id), what, hint)
            person = reader.read(Person, table, (key, id))
            if person is not None:
                found[id] = person
    if reader.findings:
        raise Refused(reader.findings)
    return found


def _parity_faults(scam: Scam, first: Scam | None) -> Iterator[Finding]:
    """Where a translation does not say what the text it was made from says: steps, numbers, addresses, counts."""
    if first is None:
        yield Finding(
            "parity",
            say("this scam does not exist in the language {lang}", lang=HOME),
            say("write it there first"),
            scam.at,
        )
        return
    for name in ("channel", "address", "icon", "season", "audiences", "mark", "helps"):
        if getattr(scam, name) != getattr(first, name):
            yield _unlike(name, scam.at, getattr(scam, name), getattr(first, name))
    for name in ("step", "sign", "aftermath", "write_in"):
        ours, theirs = getattr(scam, name), getattr(first, name)
        if len(ours) != len(theirs):
            yield _unlike(name, scam.at, len(ours), len(theirs))
            continue
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
            if _values(one) != _values(other):
                at = next(iter(proses(one)), Prose("", scam.at)).at
                yield _unlike(f"{name}.{number}", at, ", ".join(_values(one)), ", ".join(_values(other)))
            if isinstance(one, Point) and one.icon != other.icon:
                yield _unlike(f"{name}.{number}.icon", one.lead.at, one.icon, other.icon)
    for name, ours, theirs in scams.unlike(scam, first):
        yield _unlike(name, scam.at, ours, theirs)
    for name in (
        "quote",
        "order",
        "rule",
        "story",
        "title",
        "summary",
        *(name for name in ("always", "gone") if getattr(scam, name)),
    ):
        ours, theirs = getattr(scam, name), getattr(first, name)
        if _values(ours) != _values(theirs):
            yield _unlike(name, scam.at, ", ".join(_values(ours)), ", ".join(_values(theirs)))


def _unlike(field: str, at: Where, ours: object, theirs: object) -> Finding:
    what = say(
        "{field} is {ours} here and {theirs} in the text it was made from",
        field=field,
        ours=_said(ours),
        theirs=_said(theirs),
    )
    return Finding("parity", what, say("say the same, with the same numbers and addresses"), replace(at, field=field))


def _said(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value if value not in (None, "") else "–"


def _values(value: object) -> tuple[str, ...]:
    """The refs of the numbers and addresses in *value*, sorted."""
    return tuple(sorted(f"{kind}:{id}" for prose in proses(value) for kind, id in placeholders(prose.source)))


def _campaign_faults(campaign: Campaign, reading: _Reading, known: Known) -> Iterator[Finding]:
    scams, places = reading.scams, reading.places

    def fault(at: Where, field: str, kind: str, word: str, names: Any) -> Finding:
        names = tuple(names)
        return Finding(
            "read",
            say('there is no {kind} "{id}"', kind=say(kind), id=word),
            nearest(word, names) or say("known are: {ids}", ids=", ".join(names) or "–"),
            reading.where(at, field),
        )

    kinds = {place.kind for place in places.values()}
    for order in campaign.order:
        for word in order.scams:
            if word not in scams:
                yield fault(order.at, "scams", "scam", word, scams)
            elif order.language != HOME and (word, order.language) not in reading.translations:
                yield fault(
                    order.at,
                    "language",
                    "language",
                    order.language,
                    [HOME, *(lang for id, lang in reading.translations if id == word)],
                )
        if order.format not in known.formats[order.template]:
            yield fault(order.at, "format", "format", order.format, known.formats[order.template])
        for word in () if reading.lost_places else order.places:
            if word not in places and word not in kinds and word != ALL:
                yield fault(order.at, "places", "place", word, (*places, *sorted(kinds), ALL))
        if places and not reading.lost_places and order.places == (ALL,) and not ordered(order, places):
            what = say('no place is for the audience "{audience}"', audience=order.audience)
            hint = say('pupils are reached in places of the kind "school", adults in all others')
            yield Finding("read", what, hint, reading.where(order.at, "places"))
        if order.copies < 1:
            yield Finding(
                "read",
                say("copies must be one or more"),
                say("delete the order if nothing is wanted"),
                reading.where(order.at, "copies"),
            )
