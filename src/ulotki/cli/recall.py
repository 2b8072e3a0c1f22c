"""`ulotki recall`: which places have something wrong, what to take down there, what to bring, whom to call."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import desk, handing, ledger, options
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, as_data, near, plain, told
from ulotki.content.typography import HOME
from ulotki.edition.record import divided
from ulotki.errors import Finding, Misused, nearest, say
from ulotki.handout import ledger as book
from ulotki.handout.ledger import Standing
from ulotki.office import PENDING
from ulotki.workspace import editions, read, writing

if TYPE_CHECKING:
    from ulotki.content.people import Person
    from ulotki.edition.record import Edition
    from ulotki.handout.chain import Entry
    from ulotki.handout.recall import Ask, Reason, Visit, Wrong
    from ulotki.library import Library

ENDINGS = (".pdf", ".txt", ".csv")


@click.argument("what", nargs=-1, metavar=_("[VALUE|EDITION|DAY]…"))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=_("FILE.pdf, .txt or .csv, to take along.")
)
@click.option("--people", "with_people", is_flag=True, help=_("Hosts and telephones in JSON too."))
@options.on
@handing.lying
def recall(
    talk: Talk,
    workspace: Path | None,
    what: tuple[str, ...],
    output: Path | None,
    with_people: bool,
    day: datetime.date | None,
    out: Path | None,
) -> None:
    """Say where something wrong is. Exit 4 while there is any."""
    workspace = needed(workspace)
    if output:
        written_as(output, ENDINGS)
    library, today, base = read(workspace), day or options.today(), out or workspace / "out"
    entries = handing.entries(workspace)
    known, unread = divided(editions.lying(base))
    talk.complain(one.finding for one in unread)
    from ulotki.handout.recall import recalled
    from ulotki.library import people

    hosts = people(workspace, {*library.places, *(one.place for one in book.hanging(entries))})
    visits = recalled(entries, known, library.register, today, asked(what, entries, known, library))
    if output:
        writing.write(output, _document(output, visits, known, hosts, library, base, today))
        talk.result(near(output))
        if any(visit.place in hosts for visit in visits):
            talk.aside(say("this file holds names and telephones: keep it where the ledger would be safe"))
    else:
        for line in _lines(visits, hosts, library, base, today):
            talk.result(line)
    if not visits:
        nothing = say("nothing to recall, as far as the records can be read") if unread else say("nothing to recall")
        talk.result(told(nothing))
    talk.data(
        "recall",
        day=today.isoformat(),
        asked=list(what),
        file=str(output) if output else None,
        places=[_visit(visit, library, today, hosts if with_people else {}) for visit in visits],
        copies=sum(visit.copies for visit in visits),
        hung=sum(visit.hung for visit in visits),
        findings=[as_data(one.finding) for one in unread],
    )
    if unread:
        raise click.exceptions.Exit(1)
    if visits:
        raise click.exceptions.Exit(PENDING)


command(recall, name="recall", help=_("Say which boards carry something out of date, and what to bring."))


def written_as(output: Path, endings: Sequence[str]) -> None:
    """See that *output* can be written. Raises Misused for another kind of file."""
    options.writable(output)
    if output.suffix.lower() not in endings:
        what = say('"{name}" is no kind of file that we write', name=output.name)
        raise Misused([Finding("use", what, say("let its name end in one of: {endings}", endings=", ".join(endings)))])


def asked(words: Sequence[str], entries: Sequence[Entry], known: Sequence[Edition], library: Library) -> Ask:
    """What *words* mean: days, editions by code or folder, values by id or ref. Raises Misused for anything else."""
    from ulotki.handout.recall import Ask, values
    from ulotki.handout.verify import spelled

    handed = {one.edition for one in book.hanging(entries)}
    codes = handed | {edition.record.edition for edition in known}
    names = {code: code for code in codes} | {
        Path(one.where).name: one.record.edition for one in known if not one.draft
    }
    refs: dict[str, set[str]] = {}
    for ref in values(known, library.register):
        refs.setdefault(ref, set()).add(ref)
        refs.setdefault(ref.partition(":")[2], set()).add(ref)
    chosen: set[str] = set()
    meant: set[str] = set()
    days: list[datetime.date] = []
    for word in words:
        name = Path(word).name
        match = editions.FOLDER.fullmatch(name)
        if word in refs:
            chosen |= refs[word]
        elif name in names:
            meant.add(names[name])
        elif (code := spelled(match[3] if match else word)) in codes:
            meant.add(code)
        elif (limit := _day(word)) is not None:
            days.append(limit)
        else:
            hint = nearest(word, [*refs, *names]) or say(
                "name a value such as {value}, the code or the folder of an edition, or a day such as 2024-08-01",
                value=next(iter(sorted(refs)), "112"),
            )
            raise Misused([Finding("use", say('there is no value, edition or day "{word}"', word=word), hint)])
    return Ask(frozenset(chosen), frozenset(meant), max(days, default=None))


def _day(word: str) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(word)
    return None


def _lines(
    visits: Sequence[Visit], hosts: Mapping[str, Person], library: Library, base: Path, day: datetime.date
) -> Iterator[str]:
    """What a terminal shows."""
    for visit in visits:
        sums = say(
            "{place} ({id}): copies {copies}, on boards {hung}",
            place=handing.named(visit.place, library.places),
            id=visit.place,
            copies=visit.copies,
            hung=visit.hung,
        )
        yield told(sums)
        by_reason: dict[tuple[str, ...], list[Wrong]] = {}
        for one in visit.wrong:
            by_reason.setdefault(tuple(_why(reason, day) for reason in one.reasons), []).append(one)
        for reasons, wrong in by_reason.items():
            yield from (f"  {reason}" for reason in reasons)
            yield from (f"    {_piece(one)}; {_brought(one)}" for one in wrong)
        if any(one.bring and one.bring.copies for one in visit.wrong):
            yield "  " + told(say("the new ones: {command}", command=f"ulotki pack {visit.place}"))
        yield "  " + told(say("once they are gone: {command}", command=_down(visit, base, day)))
    if any(visit.place in hosts for visit in visits):
        yield told(say("telephones"))
    for visit in visits:
        if host := hosts.get(visit.place):
            place = plain(handing.named(visit.place, library.places))
            yield f"  {place}: " + ", ".join(plain(text) for text in (host.name, host.phone) if text)


def _piece(one: Wrong) -> str:
    standing = one.standing
    what = say(
        "take down {code}: {title} – {name}, copies {copies}, on boards {hung}",
        code=standing.code,
        title=standing.title,
        name=standing.name,
        copies=standing.there,
        hung=standing.hanging,
    )
    return told(what)


def _why(reason: Reason, day: datetime.date) -> str:
    from ulotki.handout.recall import why

    return told(why(reason, day))


def _brought(one: Wrong) -> str:
    if one.bring is None:
        return told(say("nothing replaces it"))
    if not one.bring.copies:
        return told(say("its replacement is there: {code}", code=one.bring.code))
    return told(say("bring {code}, copies {copies}", code=one.bring.code, copies=one.bring.copies))


def _down(visit: Visit, base: Path, day: datetime.date) -> str:
    """The command that writes down that all of it is gone: short when it finds by itself what is meant."""
    current = handing.fresh(base)
    itself = bool(current) and all(handing.stale(one.standing, current, day) for one in visit.wrong)
    codes = ",".join(dict.fromkeys(one.standing.code for one in visit.wrong))
    return f"ulotki taken-down {visit.place}" + ("" if itself else f" --piece {codes}")


def _document(
    output: Path,
    visits: Sequence[Visit],
    known: Sequence[Edition],
    hosts: Mapping[str, Person],
    library: Library,
    base: Path,
    day: datetime.date,
) -> bytes:
    ending = output.suffix.lower()
    if ending == ".csv":
        return _table(visits, hosts, library, day)
    from ulotki.documents.paper import pages, printed, written
    from ulotki.documents.recall_list import Known, recall_list

    publisher, words = library.publisher, library.readings[HOME].desk
    pictures = _pictures(visits, known, base) if ending == ".pdf" else None
    names = {id: place.name for id, place in library.places.items()}
    author = publisher.issuer.source if publisher and publisher.issuer else "ulotki"
    beside = Known(names, words.template, words.format, hosts, pictures)
    paper = recall_list(library.paperwork[HOME].recall, visits, beside, day, author)
    laid = pages(paper)
    return printed(paper, laid) if ending == ".pdf" else written(laid).encode()


def _pictures(visits: Sequence[Visit], known: Sequence[Edition], base: Path) -> dict[str, tuple[int, int, bytes]]:
    """Code → a picture of the piece, of its file where that still is as it was made."""
    from ulotki.documents.paper import DOTS
    from ulotki.documents.recall_list import PICTURE
    from ulotki.drawing.preview import grey
    from ulotki.readback import Readback

    found: dict[str, tuple[int, int, bytes]] = {}
    wanted = {one.standing.code for visit in visits for one in visit.wrong}
    for edition in known:
        for entry in () if edition.draft else edition.record.pieces:
            path = base / edition.where / entry.path
            if entry.code in wanted - set(found) and editions.digest(path) == entry.sha256:
                with Readback(path.read_bytes()) as back:
                    found[entry.code] = grey(back.pictures(desk.DPI)[0], round(PICTURE * DOTS))
    return found


def _table(visits: Sequence[Visit], hosts: Mapping[str, Person], library: Library, day: datetime.date) -> bytes:
    """A line for each piece at each place."""
    heads = (
        *(say("place id"), say("place name"), say("code"), say("piece"), say("copies"), say("on boards")),
        *(
            say("edition"),
            say("until"),
            say("why"),
            say("bring"),
            say("copies to bring"),
            say("host"),
            say("telephone"),
        ),
    )
    rows = []
    for visit in visits:
        host = hosts.get(visit.place)
        who = (host.name, host.phone) if host else ("", "")
        for one in visit.wrong:
            standing, bring = one.standing, one.bring
            why = "; ".join(_why(reason, day) for reason in one.reasons)
            place = (visit.place, handing.named(visit.place, library.places))
            piece = (standing.code, standing.title, standing.there, standing.hanging, standing.edition, standing.until)
            rows.append((*place, *piece, why, *((bring.code, bring.copies) if bring else ("", "")), *who))
    return ledger.spreadsheet(heads, rows)


def _visit(visit: Visit, library: Library, day: datetime.date, hosts: Mapping[str, Person]) -> dict[str, object]:
    host = hosts.get(visit.place)
    row: dict[str, object] = {
        "id": visit.place,
        "name": handing.named(visit.place, library.places),
        "known": visit.place in library.places,
        "copies": visit.copies,
        "hung": visit.hung,
        "pieces": [_row(one, day) for one in visit.wrong],
    }
    return {**row, "host": host.name, "phone": host.phone} if host else row


def _row(one: Wrong, day: datetime.date) -> dict[str, object]:
    standing: Standing = one.standing
    return {
        "code": standing.code,
        "name": standing.name,
        "title": standing.title,
        "campaign": standing.campaign,
        "edition": standing.edition,
        "copies": standing.there,
        "hung": standing.hanging,
        "known": one.entry is not None,
        "reasons": [
            {
                "cause": reason.cause,
                "ref": reason.value.ref if reason.value else None,
                "stood": reason.value.stood if reason.value else None,
                "now": (reason.value.says or None) if reason.value else None,
                "state": reason.value.state if reason.value else None,
                "until": reason.until,
                "code": reason.code or None,
                "what": _why(reason, day),
            }
            for reason in one.reasons
        ],
        "bring": {"code": one.bring.code, "copies": one.bring.copies} if one.bring else None,
    }
