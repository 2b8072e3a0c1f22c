"""Rows of a spreadsheet compared with the places that there are: what is new, changed or the same, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Literal, TypeVar

from ulotki.content.names import same_person
from ulotki.content.people import Person
from ulotki.content.places import Place, PlaceKind
from ulotki.content.unread import Entries
from ulotki.errors import Say, Trouble, Where, absent, refused, say
from ulotki.folding import folded
from ulotki.frozen import dataclass
from ulotki.library.ids import id_fault
from ulotki.office.places import cells, host_cells
from ulotki.office.places.columns import FIELDS, HEADS, HOST, KINDS, PlaceField
from ulotki.office.places.headings import core, guess_kind

RowState = Literal["new", "changed", "same", "skipped", "faulty"]

T = TypeVar("T")

NEW, SKIP = "new", "skip"
"""Answers about a row that is like a place: it is another one, it is left out. Any other answer is the id of that place."""


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a cell. row: its number in the file, 0 for the whole file.  like: the id of a place like it."""

    row: int
    field: str
    what: Say
    hint: Say | None = None
    like: str = ""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A row as it would be taken in. cells: as they are written, by field.  what: what would change, in words."""

    number: int
    state: RowState
    id: str
    cells: Mapping[PlaceField, str]
    what: tuple[Say, ...] = ()
    place: Mapping[str, object] = field(default_factory=dict)
    host: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class RowComparison:
    """The places that there are, and what rows have made of them so far. used: id → the row that it is in.  fresh: the
    rows of new places, with their names.

    usual: the kind of new places of which neither cell nor name says another.  guesses: whether the form of address may be
    told by the name of the host.
    """

    places: Entries[str, Place]
    hosts: Entries[str, Person]
    answers: Mapping[int, str] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    fresh: dict[int, str] = field(default_factory=dict)
    faults: list[CellFault] = field(default_factory=list)
    usual: PlaceKind | None = None
    guesses: bool = False

    def row(self, number: int, given: Mapping[PlaceField, str]) -> PlaceLine:
        """The row with these cells; its faults are noted."""
        if self.answers.get(number) == SKIP:
            return PlaceLine(number, "skipped", "", given)
        before = len(self.faults)
        id = self._try(number, lambda: self._id(number, given)) or ""
        place = self._place(number, id, given)
        host = self._host(number, id, given)
        if len(self.faults) > before:
            return PlaceLine(number, "faulty", id, given)
        self.used[id] = number
        if id not in self.places:
            self.fresh[number] = folded(given.get("name", ""))
        return self._changed(PlaceLine(number, "same", id, given, (), place, host))

    def _try(self, number: int, meaning: Callable[[], T]) -> T | None:
        try:
            return meaning()
        except Trouble as trouble:
            self._note(number, trouble)
            return None

    def _note(self, number: int, trouble: Trouble) -> None:
        for one in trouble.findings:
            name, _, like = one.at.field.partition("=")
            self.faults.append(CellFault(number, name, one.what, one.hint, like=like))

    # Which place a row means

    def _id(self, number: int, given: Mapping[PlaceField, str]) -> str:
        asked = given.get("id", "").strip()
        name = given.get("name", "") or (self.places[asked].name if asked in self.places else "")
        id = self._known(number, asked, name)
        if id in self.places.unread:
            what = say("the place {id} is there, and it cannot be read", id=id)
            raise cells.wrong("id", what, say("correct it in places.toml first: ulotki check says what is wrong"))
        twin = next((row for row, other in self.fresh.items() if not asked and other == folded(name)), 0)
        if id in self.used or twin:
            what = say("the same place as in row {row}", row=twin or self.used[id])
            raise cells.wrong("name", what, say("leave one of the two rows, or tell them apart by name"))
        return id

    def _known(self, number: int, asked: str, name: str) -> str:
        if asked:
            if complaint := id_fault(asked):
                raise cells.wrong("id", *complaint)
            return asked
        answer = self.answers.get(number)
        if answer and answer != NEW:
            if answer not in self.places:
                raise cells.wrong("name", absent("place", answer), say("choose again"))
            return answer
        named = [id for id, place in self.places.items() if folded(place.name) == folded(name)]
        if len(named) > 1:
            what = say("{count} places have this name: {ids}", count=len(named), ids=", ".join(named))
            raise cells.wrong("name", what, say("say which by its id, in a column called id"))
        if named:
            return named[0]
        if not answer and (like := self._like(name)):
            what = say("like {name}: is it the same place?", name=self.places[like].name)
            hint = say("say that it is, or that it is another place")
            raise refused("places", what, hint, Where(field=f"name={like}"))
        return cells.slug(name, {*self.places, *self.places.unread, *self.hosts, *self.hosts.unread, *self.used})

    def _like(self, name: str) -> str:
        """The one place whose name is nearly *name*, "" for none."""
        words, its = core(name), guess_kind(name)
        found = [id for id, place in self.places.items() if core(place.name) == words and its in (None, place.kind)]
        return found[0] if words and len(found) == 1 else ""

    # What it says

    def _place(self, number: int, id: str, given: Mapping[PlaceField, str]) -> dict[str, object]:
        old = self.places.get(id)
        made: dict[str, object] = {}
        name = given.get("name", "")
        found_by_name = old is not None and not given.get("id")  # then it keeps its own spelling
        if (name and not found_by_name) or (id and old is None):
            made["name"] = self._try(number, lambda: cells.name_of(name))
        if given.get("kind") or (id and old is None):
            made["kind"] = self._try(number, lambda: cells.kind_of(given.get("kind", ""), name, self.usual))
        if text := given.get("boards", ""):
            made["boards"] = self._try(number, lambda: cells.boards_of(text))
        return made

    def _host(self, number: int, id: str, given: Mapping[PlaceField, str]) -> dict[str, object]:
        said = {key: given[key] for key in HOST if given.get(key)}
        if not said:
            return {}
        if id in self.hosts.unread:
            what = say("the host of {id} is there, and cannot be read", id=id)
            hint = say("correct it in people.toml first: ulotki doctor says what is wrong")
            self._note(number, cells.wrong("host", what, hint))
            return {}
        if "host" not in said and id not in self.hosts:
            self._note(number, cells.wrong("host", say("there is no name of the host"), say("write who it is")))
        checks: dict[PlaceField, Callable[[str], str]] = {
            "form": lambda text: host_cells.form_of(text, said.get("host", "") if self.guesses else ""),
            "email": lambda text: cells.gated("email", text, "Person.email"),
            "phone": host_cells.phone_of,
            "host": host_cells.host_of,
        }
        old = self.hosts.get(id)
        another = old is not None and "host" in said and not same_person(old.name, said["host"])
        if "form" not in said and (old is None or another):
            said["form"] = ""
        made: dict[str, object] = {}
        for key, text in said.items():
            meaning = checks.get(key, str)
            made["name" if key == "host" else key] = self._try(number, lambda: meaning(text))  # noqa: B023
        theirs = ("role", "greeting", "phone", "email") if another else ()  # of whoever was the host before
        return made | {key: None for key in theirs if key not in said and getattr(old, key)}

    # What would change

    def _changed(self, row: PlaceLine) -> PlaceLine:
        old, host = self.places.get(row.id), self.hosts.get(row.id)
        place = {key: value for key, value in row.place.items() if old is None or not _same(getattr(old, key), value)}
        theirs = {key: value for key, value in row.host.items() if host is None or not _same(getattr(host, key), value)}
        state: RowState = "new" if old is None else "changed" if place or theirs else "same"
        told = (*_words(old, place, "name"), *_words(host, theirs, "host"))
        guessed = (*_guessed(row.cells, place), *_guessed(row.cells, theirs))
        what = told if state == "changed" else guessed if state == "new" else ()
        return PlaceLine(row.number, state, row.id, row.cells, what, place, theirs)


def _same(one: object, other: object) -> bool:
    """Whether two values are the same but for spaces, which a cell does not keep."""
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()) == " ".join(other.split())
    return one == other


def _guessed(given: Mapping[PlaceField, str], made: Mapping[str, object]) -> Iterator[Say]:
    """What was guessed, because no cell says it."""
    for key in ("kind", "form"):
        if key in made and not given.get(_field(key)):
            yield say("{field}: {after}", field=HEADS[_field(key)], after=_shown(made[key]))


def _words(old: Place | Person | None, made: Mapping[str, object], name: PlaceField) -> Iterator[Say]:
    """What changes, field by field. name: what the name is of."""
    for key, value in made.items():
        head = HEADS[name if key == "name" else _field(key)]
        if (was := getattr(old, key, None)) in (None, ""):
            yield say("{field}: {after}", field=head, after=_shown(value))
        else:
            yield say("{field}: {before} → {after}", field=head, before=_shown(was), after=_shown(value))


def _field(key: str) -> PlaceField:
    return next(one for one in FIELDS if one == key)


def _shown(value: object) -> object:
    return "–" if value is None else KINDS.get(value, value)  # type: ignore[call-overload]
