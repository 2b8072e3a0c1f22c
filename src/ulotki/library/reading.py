"""Reads a whole library: first the national files, then what a workspace adds to them or puts in their place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from ulotki.content.believed import TypedRegister
from ulotki.content.campaign import Approval, Campaign
from ulotki.content.meetings import Planned
from ulotki.content.overrides import counting_value
from ulotki.content.paperwork import Paperwork
from ulotki.content.phrases import Phrases, Readings, Site
from ulotki.content.places import Place
from ulotki.content.publisher import Publisher
from ulotki.content.scam import Scam
from ulotki.content.text import Prose
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.content.unread import Entries, Unread, value_or_unread
from ulotki.content.value import Value, split_ref
from ulotki.errors import Finding, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.installed import altered, home, pinned
from ulotki.library import campaigns as campaign_files
from ulotki.library import meetings as meeting_files
from ulotki.library import numbers as number_files
from ulotki.library import parity, settings, translations
from ulotki.library import places as place_files
from ulotki.library import scams as scam_files
from ulotki.library.references import SLOTS, Names
from ulotki.library.source import Source, Vocabulary
from ulotki.library.strays import strays
from ulotki.library.texts import texts
from ulotki.library.undated import Undated

V = TypeVar("V")


def national() -> Path:
    """The folder of the national library."""
    return home() / "leaflets/library"


def read(
    workspace: Path | None,
    known: Vocabulary,
    languages: Collection[str] | None = None,
    instead: Mapping[Path, bytes] | None = None,
) -> Undated:
    """The national library and what *workspace* adds to it, including what cannot be read.

    languages: read scams in these languages only, None for all; a single piece needs one, and reading takes time.
    instead: contents to use for some files, to try a change before it is written.
    Raises Misused when there is no such folder.
    """
    root = national()
    reading = Reading(Source(known, tuple(LANGUAGES) if languages is None else languages, instead, root))
    reading.texts(root)
    reading.register(root, None)
    reading.reviewed(root)
    if workspace is not None:
        if not workspace.is_dir():
            what = say("this folder is not there")
            raise misused(what, say("make it first"), Where(str(workspace)))
        reading.strays = tuple(strays(workspace))
        reading.texts(workspace)
        reading.register(workspace, reading.values)
        reading.local(workspace)
    return reading.finished(workspace)


@dataclass(slots=True)
class Reading:
    """Collects what was read: first the national library, then what the workspace adds or overrides."""

    source: Source
    scams: dict[tuple[str, str], Scam | Unread] = field(default_factory=dict)
    phrases: dict[str, Phrases[Prose] | Unread] = field(default_factory=dict)
    readings: dict[str, Readings | Unread] = field(default_factory=dict)
    paperwork: dict[str, Paperwork | Unread] = field(default_factory=dict)
    sites: dict[str, Site | Unread] = field(default_factory=dict)
    values: dict[str, Value | Unread] = field(default_factory=dict)
    own: dict[str, Value] = field(default_factory=dict)
    lost: tuple[Finding, ...] = ()
    places: Entries[str, Place] = field(default_factory=lambda: Entries({}))
    campaigns: dict[str, Campaign | Unread] = field(default_factory=dict)
    settings: Publisher | Unread | None = None
    approved: tuple[Approval, ...] | Unread = ()
    meetings: Entries[str, Planned] = field(default_factory=lambda: Entries({}))
    altered: frozenset[str] = frozenset()
    strays: tuple[Finding, ...] = ()

    def texts(self, root: Path) -> None:
        """Read the scams, fixed words, readings and papers of a folder."""
        self.printed_in(root)
        self.sites |= texts(self.source, root, "pages", Site)
        self.paperwork |= texts(self.source, root, "papers", Paperwork)

    def printed_in(self, root: Path) -> None:
        """Read the texts that stand on pieces: scams, fixed words and readings."""
        self.scams_in(root)
        self.phrases |= texts(self.source, root, "words", Phrases)
        self.readings |= texts(self.source, root, "readings", Readings)

    def scams_in(self, root: Path) -> None:
        """Read the scams of a folder."""
        for file in self.source.found(root, "scams/*/*.toml"):
            lang = file.parent.name
            asked = self.source.scam in ("", file.stem)
            if asked and (lang in self.source.languages or lang not in LANGUAGES):
                self.scams[file.stem, lang] = scam_files.scam(self.source, file)

    def settings_in(self, root: Path) -> None:
        """Read the settings of a workspace."""
        for file in self.source.found(root, "ulotki.toml"):
            self.settings = settings.publisher(self.source, file)

    def places_in(self, root: Path) -> None:
        """Read the places of a workspace."""
        for file in self.source.found(root, "places.toml"):
            self.places = place_files.places(self.source, file)

    def campaigns_in(self, root: Path) -> None:
        """Read the campaigns of a workspace."""
        for file in self.source.found(root, "campaigns/*.toml"):
            self.campaigns[file.stem] = campaign_files.campaign(self.source, file)

    def register(self, root: Path, before: Mapping[str, Value | Unread] | None) -> None:
        """Read the numbers.toml of a folder. before: the national values, None while reading those."""
        for file in self.source.found(root, "numbers.toml"):
            values, lost = number_files.numbers(self.source, file, before)
            self.own = {ref: one for ref, one in values.items() if isinstance(one, Value) and one.instead_of}
            held = {ref: counting_value(one) for ref, one in self.own.items()}
            self.values = {**number_files.doubted(self.values, lost), **values, **held}
            self.lost += lost

    def reviewed(self, root: Path) -> None:
        """Compare the national files with their digests: an altered register is not used at all."""
        self.altered = frozenset(
            file
            for file, digest in self.source.digests.items()
            if not pinned(f"leaflets/library/{Path(file).relative_to(root).as_posix()}", digest)
        )
        register = str(root / "numbers.toml")
        if register in self.altered:
            self.lost = (altered(register),)
            self.values = {ref: Unread(*split_ref(ref), self.lost) for ref in self.values}

    def local(self, root: Path) -> None:
        """Read the files that only a workspace has."""
        source = self.source
        self.settings_in(root)
        self.places_in(root)
        for file in source.found(root, "meetings.toml"):
            self.meetings = meeting_files.meetings(source, file)
        self.campaigns_in(root)
        for file in source.found(root, "approvals.toml"):
            self.approved = campaign_files.approvals(source, file)

    def inherit(self) -> None:
        """Give each translation the fields of its Polish text that are not words."""
        for (id, lang), scam in self.scams.items():
            first = self.scams.get((id, HOME))
            if lang != HOME and isinstance(scam, Scam) and isinstance(first, Scam):
                self.scams[id, lang] = translations.inherited(scam, first)

    def take_back(self, hidden: Mapping[Path, Finding]) -> None:
        """Make texts unreadable that may have another version in one of these folders, which cannot be listed."""
        texts = {"scams": self.scams, "words": self.phrases, "readings": self.readings, "papers": self.paperwork}
        for folder, why in hidden.items():
            for name, shelf in cast(dict[str, dict[Any, Any]], texts).items():
                if name in (folder.name, folder.parent.name):
                    shelf.update({key: Unread(name, str(key), (why,)) for key in shelf})

    def settled(self) -> frozenset[str]:
        """The files whose references need no check: judged before, with the register and the fixed words that they name.

        A workspace replaces values and words of the library, and takes none away.
        """
        whole = not self.lost and not self.altered and self.phrases.keys() >= LANGUAGES.keys()
        return frozenset(self.source.judged) if whole else frozenset()

    def finished(self, workspace: Path | None, settled: frozenset[str] | None = None) -> Undated:
        """The library, with every reference checked. settled: the files that need no check, None to find them out."""
        hidden = self.source.unlisted
        self.take_back(hidden)
        values = Entries(self.values, self.lost)
        words = frozenset(self.phrases)
        self.inherit()
        settled = self.settled() if settled is None else settled
        names = Names(self.source, values, Entries(self.scams), words, self.places, settled)
        scams = {
            key: value_or_unread(scam, "scam", scam.id, names.scam(scam), scam.lang) if isinstance(scam, Scam) else scam
            for key, scam in self.scams.items()
        }
        firsts = {id: scam for (id, lang), scam in scams.items() if lang == HOME}
        others = {
            key: parity.translated(scam, firsts.get(key[0]), settled) for key, scam in scams.items() if key[1] != HOME
        }
        settings = self.settings
        if isinstance(settings, Publisher):
            settings = value_or_unread(settings, "settings", "", names.publisher(settings))
        words_only, with_slots = partial(names.prose, slots=()), partial(names.prose, slots=SLOTS)
        campaigns = _checked(self.campaigns, "campaign", names.campaign)
        meetings = _checked(self.meetings, "meeting", partial(meeting_files.referred, names))
        return Undated(
            scams=Entries(firsts),
            phrases=Entries(_checked(self.phrases, "words", with_slots)),
            typed=TypedRegister(values, self.own),
            readings=Entries(_checked(self.readings, "readings", words_only)),
            sites=Entries(_checked(self.sites, "pages", words_only)),
            paperwork=Entries(_checked(self.paperwork, "papers", with_slots)),
            places=self.places,
            campaigns=Entries(campaigns, tuple(why for folder, why in hidden.items() if folder.name == "campaigns")),
            translations=Entries(others),
            settings=settings,
            approved=self.approved,
            strays=tuple(dict.fromkeys((*self.strays, *hidden.values()))),
            workspace=workspace,
            altered=self.altered,
            meetings=Entries({**self.meetings.unread, **meetings}, self.meetings.lost),
        )


def _checked(
    found: Mapping[str, V | Unread], kind: str, faults: Callable[[V], Iterable[Finding]]
) -> dict[str, V | Unread]:
    """*found* with what it refers to checked."""
    return {
        id: one if isinstance(one, Unread) else value_or_unread(one, kind, id, faults(one)) for id, one in found.items()
    }
