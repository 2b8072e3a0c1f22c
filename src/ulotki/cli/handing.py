"""`ulotki hand-over`, `taken-down`, `meeting`: what goes into the ledger."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import asking, options
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, as_data, plain, told
from ulotki.content import places as calling
from ulotki.edition.record import Record, Unreadable, divided
from ulotki.errors import Finding, Misused, Refused, Say, Where, pick, say
from ulotki.handout import ledger
from ulotki.handout.chain import Entry
from ulotki.handout.deeds import Deed, Given, Gone, HandOver, Meeting, Personal, TakenDown
from ulotki.handout.ledger import Standing
from ulotki.handout.recall import outdated
from ulotki.handout.truth import Judge
from ulotki.office.facts import judged
from ulotki.workspace import Workspace, book, editions, read

if TYPE_CHECKING:
    from ulotki.content.campaign import Place
    from ulotki.content.people import Person
    from ulotki.edition.record import Entry as File
    from ulotki.library import Library

MOST = 1000
"""Characters of a name or a note."""


def ledger_of(workspace: Path) -> Path:
    """Where the ledger of a workspace lies."""
    return book.file(workspace)


def entries(workspace: Path) -> tuple[Entry, ...]:
    """All that is in the ledger, nothing when there is none. Raises Trouble when it does not hold."""
    return book.read(workspace).entries


def written(workspace: Path, deeds: Sequence[tuple[Deed, Personal]]) -> tuple[Entry, ...]:
    """The entries of *deeds*, once they are on the disk."""
    return book.append(workspace, lambda _entries: deeds, now()).entries


def now() -> str:
    """The moment, UTC."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


done_on = click.option("--on", "day", type=options.Day(), metavar="DAY", help=_("The day it happened; else today."))
note = click.option("--note", default="", metavar="TEXT", help=_("A few words; they can be forgotten again."))

lying = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Where the editions lie; else out/ in the workspace."),
)


# Hand-over


@click.argument("place", nargs=-1, metavar=_("[PLACE]…"))
@click.option("--edition", "edition", metavar="CODE", help=_("Of this edition, by code or folder; else the newest."))
@click.option("--campaign", metavar="ID", help=_("Of this campaign; else the only or the newest one."))
@click.option("--piece", multiple=True, metavar="CODE", help=_("Only this piece, by code or name; repeatable."))
@click.option(
    "--copies", type=click.IntRange(1, 100_000), metavar="N", help=_("Copies of each piece; else as ordered.")
)
@click.option(
    "--hung",
    type=click.IntRange(0, 100_000),
    metavar="N",
    help=_("How many of them hang on boards; else one for each board."),
)
@click.option("--until", type=options.Day(), metavar="DAY", help=_("May hang until then; else as printed."))
@click.option("--to", "who", metavar="WHO", help=_("Who took them; else whom people.toml names."))
@click.option("--consent/--no-consent", default=None, help=_("Whether the host agreed to display."))
@note
@done_on
@lying
def hand_over(
    talk: Talk,
    workspace: Path | None,
    place: tuple[str, ...],
    edition: str | None,
    campaign: str | None,
    piece: tuple[str, ...],
    copies: int | None,
    hung: int | None,
    until: datetime.date | None,
    who: str | None,
    consent: bool | None,
    note: str,
    day: datetime.date | None,
    out: Path | None,
) -> None:
    """Write down a bundle that was given."""
    workspace = needed(workspace)
    ask = not place and not talk.as_json and asking.possible()
    if not place and not ask:
        raise Misused(
            [Finding("use", say("no place is named"), say("name who gets the bundle: ulotki hand-over PLACE"))]
        )
    library = read(workspace)
    from ulotki.library import people

    hosts = people(workspace, library.places)
    when, words = past(day), checked(who, note)
    chosen = calling.chosen(library.places, options.several(place))
    folder, found = handed_edition(out or workspace / "out", library, edition, campaign, chosen)
    torn = unread(talk, out or workspace / "out")
    if ask:
        numbered = {str(number): id for number, id in enumerate(library.places, 1)}
        for number, id in numbered.items():
            click.echo(f"{number:>4}  {plain(library.places[id].name)} ({id})", err=True)
        chosen = asking.until_good(
            say("Where to? Number or name"), lambda word: calling.chosen(library.places, [numbered.get(word, word)])
        )
    terms = Terms(options.several(piece), copies, hung, until)
    bundles = {id: bundle(found, library.places[id], terms) for id in chosen}
    given = {id: pieces for id, pieces in bundles.items() if pieces}
    if not given:
        raise Misused(
            [
                Finding(
                    "use",
                    say(
                        "the edition {edition} holds nothing for: {places}",
                        edition=found.edition,
                        places=", ".join(chosen),
                    ),
                    say("name pieces and copies: --piece CODE --copies N"),
                )
            ]
        )
    takers = {id: taker(hosts.get(id), words[0] if who is not None else None, words[1]) for id in given}
    if ask:
        first = next(iter(given))
        if who is None:
            answer = asking.until_good(
                say("Who took it? (Enter: as shown, a hyphen: nobody)"),
                lambda word: checked(word)[0],
                takers[first].who,
            )
            answer = "" if answer == "-" else answer
            takers = {
                id: old if old.who == answer else replace(old, who=answer, phone="") for id, old in takers.items()
            }
        if consent is None:
            consent = asking.yes(say("Did the host agree to display?"))
        if until is None:
            last = max((one.until.isoformat() for pieces in given.values() for one in pieces if one.until), default="")
            limit = asking.until_good(say("Until when may it hang? (a day such as 2024-12-31)"), day_or_none, last)
            if limit and limit.isoformat() != last:
                given = {id: tuple(replace(one, until=limit) for one in pieces) for id, pieces in given.items()}
    deeds = [
        (HandOver(when, id, found.campaign, found.edition, pieces, consent), takers[id]) for id, pieces in given.items()
    ]
    if ask:
        for deed, personal in deeds:
            click.echo(f"  {handed(deed, library.places, personal)}", err=True)
        if not asking.yes(say("Write it down?")):
            talk.aside(say("nothing was written"))
            return
    made = written(workspace, deeds)
    for one, (deed, personal) in zip(made, deeds, strict=True):
        talk.result(numbered_line(one.seq, handed(deed, library.places, personal)))
    for id in (id for id in chosen if id not in given):
        talk.aside(say("nothing is ordered for {place}", place=id))
    over = {one.until for pieces in given.values() for one in pieces if one.until and one.until < when}
    if over:
        talk.aside(say("mind: they may hang until {day} only, and that is over", day=max(over)))
    _stale(talk, workspace, library, made, judged(Workspace.at(workspace, out), library, when))
    talk.data(
        "hand-over",
        folder=str(folder),
        entries=[as_row(one, personal) for one, (_, personal) in zip(made, deeds, strict=True)],
        findings=[as_data(one.finding) for one in torn],
    )
    if torn:
        raise click.exceptions.Exit(1)


command(hand_over, name="hand-over", help=_("Write down which leaflets a place was given."))


class Terms:
    """What was asked of a bundle. None: as ordered."""

    def __init__(self, pieces: list[str], copies: int | None, hung: int | None, until: datetime.date | None) -> None:
        self.pieces = pieces
        self.copies = copies
        self.hung = hung
        self.until = until


def bundle(found: Record, place: Place, terms: Terms) -> tuple[Given, ...]:
    """What of an edition *place* gets. Raises Misused for a piece that is not in it."""
    from ulotki.templates import templates

    known = {name: file for file in found.pieces for name in (file.code, file.name)}
    wanted = {pick("piece", known, word).code for word in terms.pieces}
    given: list[Given] = []
    for file in found.pieces:
        ordered = dict(file.places).get(place.id, 0)
        copies = (terms.copies or ordered) if file.code in wanted or (ordered and not wanted) else 0
        if not copies:
            if file.code in wanted:
                what = say("nothing of {piece} is ordered for {place}", piece=file.name, place=place.id)
                raise Misused([Finding("use", what, say("say how many it got: --copies N"))])
            continue
        template = templates().get(file.template)
        hung = terms.hung if terms.hung is not None else place.boards if template and template.hangs else 0
        if terms.hung is not None and terms.hung > copies:
            what = say("{hung} copies cannot hang of {copies}", hung=terms.hung, copies=copies)
            raise Misused([Finding("use", what, say("mend --hung or --copies"))])
        given.append(
            Given(file.code, file.name, file.title, copies, min(hung, copies), terms.until or _day(file, found))
        )
    return tuple(given)


def _day(file: File, found: Record) -> datetime.date | None:
    until = file.until or found.until
    return datetime.date.fromisoformat(until) if until else None


def taker(host: Person | None, who: str | None, note: str) -> Personal:
    """Who took a bundle: the one who was named, or else the host of the place."""
    if who is not None and not (host and host.name == who):
        return Personal(who, "", note)
    return Personal(host.name, host.phone, note) if host else Personal(note=note)


def handed_edition(
    base: Path, library: Library, name: str | None, campaign: str | None, places: Collection[str]
) -> tuple[Path, Record]:
    """The edition called *name*, by code or folder; else the newest of the campaign, that for *places* unless it is named.

    Raises Refused for a draft.
    """
    if campaign is not None:
        library.campaign(campaign)
    drafts = {base / one.where: one.record for one in divided(editions.drafts(base))[0]}
    if name is not None:
        known: dict[str, tuple[Path, Record]] = {}
        made = {base / one.where: one.record for one in divided(editions.every(base))[0]}
        for path, found in (drafts | made).items():
            if campaign in (None, found.campaign):
                known |= {found.edition: (path, found), path.name: (path, found)}
        asked = Path(name)
        if asked.is_dir() and isinstance(own := editions.record(asked), Record):
            known[name] = asked, own
        path, found = pick("edition", known, name)
    else:
        ordered = editions.campaign(library, campaign, options.today(), places)
        folder = editions.newest(base / ordered.id)[1]
        if folder is None and (draft := drafts.get(base / ordered.id / editions.DRAFT)):
            path, found = base / ordered.id / editions.DRAFT, draft
        elif folder is None:
            what = say("the campaign {campaign} has no edition yet", campaign=ordered.id)
            raise Misused([Finding("use", what, say("make it first: ulotki build {campaign}", campaign=ordered.id))])
        elif isinstance(newest := editions.record(folder), Unreadable):
            raise Refused([newest.finding])
        else:
            path, found = folder, newest
    marks = sorted({file.mark for file in found.files if file.mark})
    if path.name == editions.DRAFT or marks:
        what = (
            say("this is a draft whose pages say {marks}: it is not handed over", marks=", ".join(marks))
            if marks
            else say("this is a draft: it is not handed over")
        )
        hint = say("finish the edition first: ulotki build says what it lacks")
        raise Refused([Finding("ledger", what, hint, Where(str(path)))])
    return path, found


def handed(deed: HandOver, known: Mapping[str, Place], personal: Personal) -> str:
    """A hand-over as one line."""
    until = {one.until for one in deed.pieces}
    day = until.pop() if len(until) == 1 else None
    parts = [
        told(
            say(
                "{place}: pieces {pieces}, copies {copies}, on boards {hung}",
                place=named(deed.place, known),
                **sums(deed),
            )
        ),
        told(say("edition {edition}", edition=deed.edition)),
    ]
    if day:
        parts.append(told(say("until {day}", day=day)))
    if personal.who:
        parts.append(told(say("taken by {who}", who=personal.who)))
    if deed.consent is not None:
        parts.append(told(say("with consent") if deed.consent else say("without consent")))
    return ", ".join(parts)


def sums(deed: HandOver) -> dict[str, int]:
    """Pieces, copies and those on boards."""
    return {
        "pieces": len(deed.pieces),
        "copies": sum(one.copies for one in deed.pieces),
        "hung": sum(one.hung for one in deed.pieces),
    }


def _stale(talk: Talk, workspace: Path, library: Library, made: Sequence[Entry], judge: Judge) -> None:
    """Say where, beside what was just handed over, something out of date still is."""
    known = entries(workspace)
    given = {deed.place for one in made if isinstance(deed := one.deed, HandOver)}
    numbers = {one.seq for one in made}
    old = {one.place for one in outdated(standing(known, given), judge) if not numbers & {*one.entries}}
    for place in sorted(old):
        talk.aside(
            say(
                "older leaflets are still at {place}; once they are gone: ulotki taken-down {id}",
                place=named(place, library.places),
                id=place,
            )
        )


# Taken down


@click.argument("place", nargs=-1, required=True, metavar=_("PLACE…"))
@click.option("--piece", multiple=True, metavar="CODE", help=_("Only this piece, by code or name; repeatable."))
@click.option("--edition", metavar="CODE", help=_("Everything of this edition."))
@click.option("--all", "everything", is_flag=True, help=_("Everything that is there, also what is up to date."))
@note
@done_on
@lying
def taken_down(
    talk: Talk,
    workspace: Path | None,
    place: tuple[str, ...],
    piece: tuple[str, ...],
    edition: str | None,
    everything: bool,
    note: str,
    day: datetime.date | None,
    out: Path | None,
) -> None:
    """Write down what was taken away."""
    workspace = needed(workspace)
    library = read(workspace)
    when, words = past(day), checked(None, note)
    known = entries(workspace)
    chosen = calling.chosen(library.places, options.several(place), {one.place for one in ledger.hanging(known)})
    there = standing(known, chosen)
    judge = judged(Workspace.at(workspace, out), library, when)
    wanted = _wanted(there, options.several(piece), edition, everything=everything, judge=judge)
    if not wanted:
        what = say("nothing to take down is known of: {places}", places=", ".join(chosen))
        hint = (
            say("what still holds stays; name what is gone with --piece or --edition, or say --all") if there else None
        )
        raise Misused([Finding("use", what, hint)])
    deeds: list[tuple[Deed, Personal]] = []
    for id in dict.fromkeys(one.place for one in wanted):
        gone = tuple(Gone(one.code, one.name, one.edition, one.there, one.hanging) for one in wanted if one.place == id)
        deeds.append((TakenDown(when, id, gone), Personal(note=words[1])))
    made = written(workspace, deeds)
    for one, (deed, _personal) in zip(made, deeds, strict=True):
        assert isinstance(deed, TakenDown)
        talk.result(numbered_line(one.seq, gone_line(deed, library.places)))
    left = standing(entries(workspace), chosen)
    for id in chosen:
        mine = [one for one in left if one.place == id]
        if not mine:
            talk.result(told(say("{place}: nothing of ours is left", place=named(id, library.places))))
        for still in mine:
            talk.result("  " + standing_line(still))
    talk.data(
        "taken-down",
        entries=[as_row(one, personal) for one, (_, personal) in zip(made, deeds, strict=True)],
        left=[standing_row(one) for one in left],
    )


command(taken_down, name="taken-down", help=_("Write down which leaflets are gone from a place."))


def _wanted(
    there: Sequence[Standing], words: Sequence[str], edition: str | None, *, everything: bool, judge: Judge
) -> list[Standing]:
    """What of all that is there goes away: what is named, or what is out of date."""
    known = {name: one for one in there for name in (one.code, one.name)}
    codes = {pick("piece", known, word).code for word in words}
    if edition is not None:
        code = edition if edition in {one.edition for one in there} else Path(edition).name.split("-", 4)[-1]
        pick("edition", {one.edition: one for one in there}, code)
        there = [one for one in there if one.edition == code]
    if codes:
        return [one for one in there if one.code in codes]
    if edition is not None or everything:
        return list(there)
    return list(outdated(there, judge))


def unread(talk: Talk, base: Path) -> tuple[Unreadable, ...]:
    """What lies below *base* and cannot be read, said aloud."""
    found = divided(editions.lying(base))[1]
    talk.complain(one.finding for one in found)
    return found


def standing(known: Sequence[Entry], chosen: Collection[str]) -> list[Standing]:
    """What is still at these places."""
    return [one for one in ledger.hanging(known) if one.place in chosen and (one.there or one.hanging)]


# Meeting


@click.option("--day", type=options.Day(), required=True, metavar="DAY", help=_("When it was."))
@click.option("--group", required=True, metavar="TEXT", help=_("With whom, such as a club or a class."))
@click.option(
    "--people", "count", type=click.IntRange(0, 100_000), required=True, metavar="N", help=_("How many came.")
)
@click.option("--topic", multiple=True, metavar="SCAM", help=_("What it was about; repeatable."))
@click.option("--place", metavar="PLACE", help=_("Where, when it is one of our places."))
@note
def meeting(
    talk: Talk,
    workspace: Path | None,
    day: datetime.date,
    group: str,
    count: int,
    topic: tuple[str, ...],
    place: str | None,
    note: str,
) -> None:
    """Write down a meeting that was held."""
    workspace = needed(workspace)
    library = read(workspace)
    topics = tuple(dict.fromkeys(pick("scam", library.scams, word).id for word in options.several(topic)))
    where = calling.one(library.places, place) if place else ""
    group, words = checked(group)[0], checked(None, note)
    if not group:
        raise Misused(
            [Finding("use", say("--group names nobody"), say("say who was there, such as the pensioners' club"))]
        )
    deed, personal = Meeting(past(day), group, count, topics, where), Personal(note=words[1])
    (made,) = written(workspace, [(deed, personal)])
    talk.result(numbered_line(made.seq, met(deed, library.places)))
    talk.data("meeting", entries=[as_row(made, personal)])


command(meeting, name="meeting", help=_("Write down a meeting that was held."))


# Shared


def past(day: datetime.date | None) -> datetime.date:
    """The day of what has happened; today when none is named. Raises Misused for one to come."""
    today = options.today()
    if day is not None and day > today:
        what = say("{day} has not come yet", day=day)
        raise Misused([Finding("use", what, say("write down what has happened, with the day on which it did"))])
    return day or today


def day_or_none(text: str) -> datetime.date | None:
    """A day typed in, None for none. Raises Misused."""
    if text in ("", "-"):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        what = say('"{value}" is not a day', value=text)
        raise Misused([Finding("use", what, say("write a day as 2024-08-01"))]) from None


def checked(who: str | None, note: str = "") -> tuple[str, str]:
    """A name and a note, blanks tidied. Raises Misused for signs that nobody types."""
    texts = " ".join((who or "").split()), " ".join(note.split())
    for text in texts:
        if not text.isprintable() or len(text) > MOST:
            what = say('"{value}" cannot be written down', value=text)
            raise Misused([Finding("use", what, say("write it in plain words, at most {most} signs", most=MOST))])
    return texts


def named(place: str, known: Mapping[str, Place]) -> str:
    """A place as people call it."""
    return known[place].name if place in known else place


def numbered_line(seq: int, line: str) -> str:
    """A line of the result, with the number of its entry."""
    return told(say("entry {number}", number=seq)) + f": {line}"


def gone_line(deed: TakenDown, known: Mapping[str, Place]) -> str:
    """What was taken away, as one line."""
    count = {"pieces": len(deed.pieces), "copies": sum(one.copies for one in deed.pieces)}
    return told(say("{place}: taken away pieces {pieces}, copies {copies}", place=named(deed.place, known), **count))


def met(deed: Meeting, known: Mapping[str, Place]) -> str:
    """A meeting as one line."""
    parts = [told(say("{group}: people {count}", group=deed.group, count=deed.people))]
    if deed.place:
        parts.append(named(deed.place, known))
    return ", ".join([*parts, *deed.topics])


def standing_line(one: Standing) -> str:
    """What is still at a place, as one line."""
    what: Say = say(
        "still there: {title} – {name} ({code}), copies {copies}, on boards {hung}",
        title=one.title,
        name=one.name,
        code=one.code,
        copies=one.there,
        hung=one.hanging,
    )
    return told(what) + (", " + told(say("until {day}", day=one.until)) if one.until else "")


def standing_row(one: Standing) -> dict[str, object]:
    """What is still at a place, for JSON."""
    return {**asdict(one), "there": one.there, "hanging": one.hanging}


def as_row(one: Entry, personal: Personal | None) -> dict[str, object]:
    """An entry for JSON."""
    row: dict[str, object] = {"entry": one.seq, "at": one.at, "kind": one.kind, **asdict(one.deed)}
    return {**row, **asdict(personal or Personal()), "forgotten": bool(one.person) and not personal, "hash": one.hash}
