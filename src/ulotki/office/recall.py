"""Which places have something out of date, what to take down there, what to bring, whom to call."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ulotki.content.order import targets
from ulotki.content.place_search import find_place
from ulotki.content.typography import HOME
from ulotki.documents.formats import document_file
from ulotki.documents.paper import Paper
from ulotki.documents.recall_list import PICTURE, PaperNames, recall_list
from ulotki.errors import Finding, Say, misused, nearest, say
from ulotki.frozen import dataclass
from ulotki.handout.recall import (
    RecallQuestion,
    awaiting,
    in_route_order,
    known_standings,
    plan_recall,
    recallable_refs,
)
from ulotki.handout.spelling import normalize_code
from ulotki.office import Outcome
from ulotki.office.facts import Facts, gather_facts
from ulotki.office.recalled import RecallAnswer, sheet
from ulotki.workspace import Workspace, editions, route


@dataclass(frozen=True, slots=True)
class RecallRequest:
    """What is recalled. words: values, editions or days, none for all that is wrong.  day: None for today.

    order: words that mean places, to be remembered as the beginning of the round trip.
    people: whether the data may name hosts and their telephones.
    """

    words: tuple[str, ...] = ()
    day: datetime.date | None = None
    order: tuple[str, ...] = ()
    people: bool = False


def recall(workspace: Workspace, request: RecallRequest, today: datetime.date) -> Outcome[RecallAnswer]:
    """What must come down and what may stay. Pending while there is anything to do."""
    if request.order:
        reorder(workspace, request.order)
    known = gather_facts(workspace, request.day or today, today)
    ask = parse_question(request.words, known)
    order = route.read(workspace.folder)
    kept, doubts = ((), (order,)) if isinstance(order, Finding) else (order.places, ())
    way = (*kept, *known.library.places)
    orders = (order for one in known.library.campaigns.values() for order in one.order)
    ordered = (id for order in orders for id in targets(order, known.library.places))
    found = in_route_order(plan_recall(known.entries, known.judge, ask, ordered), way)
    names = known.place_names
    hosts = known.hosts({*names, *(one.place for one in known_standings(known.entries) or ())})
    torn = hosts.faults({visit.place for visit in (*found.down, *found.unwritten)})
    answer = RecallAnswer(known.judge.day, ask, found, names, hosts, known, request.words, request.people)
    answer = replace(answer, recall=awaiting(found, answer.to_build))
    if known_standings(known.entries) is None:  # so the orders of campaigns are all that is known
        torn = (*torn, *known.library.campaigns.faults())
    return Outcome(answer, (*known.findings, *torn, *doubts), tuple(_asides(answer)), pending=found.pending)


def reorder(workspace: Workspace, words: Sequence[str]) -> tuple[str, ...]:
    """Remember the places that *words* mean as the beginning of the round trip; the others follow as they did before.

    The whole order. Raises Misused for a word that means no place, or more than one.
    """
    with workspace.alone("recall"):
        places = workspace.library().places
        meant = [find_place(places, word) for word in words]
        before = route.read(workspace.folder)
        kept = () if isinstance(before, Finding) else before.places
        order = tuple(dict.fromkeys((*meant, *(id for id in kept if id in places), *places)))
        route.keep(workspace.folder, order)
    return order


SHOWN = 4
"""Places in one line at most."""


def _asides(answer: RecallAnswer) -> Iterator[Say]:
    """What is to be built before anything can be brought, and of which places alone nothing was written down."""
    for id in answer.to_build:
        yield say("to have something to bring, make the edition anew: ulotki build {id}; then ask again", id=id)
    if silent := answer.recall.silent:
        names = ", ".join(answer.names[id] for id in silent[:SHOWN])
        yield say("nothing was ever written down of {count} places, such as: {names}", count=len(silent), names=names)


def recall_paper(answer: RecallAnswer, *, pictures: bool) -> Paper:
    """The list for who goes round. pictures: of each piece, at its end."""
    library = answer.facts.library
    codes = {one.standing.code for visit in answer.recall.down for one in visit.wrong}
    shown = answer.facts.pictures(codes, PICTURE) if pictures else None
    desk = library.readings[HOME].desk
    scams = {id: scam.name.source for id, scam in library.scams.items()}
    known = PaperNames(answer.names, desk.template, desk.format, answer.hosts, shown, scams, desk.language)
    return recall_list(library.paperwork[HOME].recall, answer.recall, known, answer.day, answer.facts.author)


def recall_file(answer: RecallAnswer, ending: str, tell: Callable[[Say], str]) -> bytes:
    """The recall as a file of the kind *ending*: the list, with pictures on paper; or a .csv table in the words of *tell*."""
    if ending == ".csv":
        return sheet(answer, tell)
    return document_file(recall_paper(answer, pictures=ending == ".pdf"), ending)


def parse_question(words: Sequence[str], known: Facts) -> RecallQuestion:
    """What *words* mean: days, editions by code or folder, values by id or ref. Raises Misused for anything else."""
    judge, library = known.judge, known.library
    codes = {edition.record.edition for edition in judge.editions}
    codes |= {one.edition for one in known_standings(known.entries) or ()}
    names = {Path(one.where).name: one.record.edition for one in judge.editions if not one.draft}
    names = {code: code for code in codes} | names
    refs: dict[str, set[str]] = {}
    for ref in recallable_refs(judge.editions, library.register):
        refs.setdefault(ref, set()).add(ref)
        refs.setdefault(ref.partition(":")[2], set()).add(ref)
    stale: set[str] = set()
    meant: set[str] = set()
    days: list[datetime.date] = []
    for word in words:
        if word in refs:
            stale |= refs[word]
        elif code := _edition(word, names, codes):
            meant.add(code)
        elif (limit := _day(word)) is not None:
            days.append(limit)
        else:
            hint = nearest(word, [*refs, *names]) or say(
                "name a value such as {value}, the code or the folder of an edition, or a day such as 2024-08-01",
                value=next(iter(sorted(refs)), "112"),
            )
            raise misused(say('there is no value, edition or day "{word}"', word=word), hint)
    return RecallQuestion(frozenset(stale), frozenset(meant), max(days, default=None))


def _edition(word: str, names: Mapping[str, str], codes: Collection[str]) -> str:
    """The code of the edition that *word* means, "" for none."""
    name = Path(word).name
    match = editions.FOLDER.fullmatch(name)
    code = normalize_code(match[3] if match else word)
    return names.get(name, code if code in codes else "")


def _day(word: str) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(word)
    return None
