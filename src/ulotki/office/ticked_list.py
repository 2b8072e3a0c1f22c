"""Reads a list of hand-overs back: what the rows that are ticked say."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ulotki.content.place_search import find_place
from ulotki.errors import Finding, Refused, Say, Where, misused, refused, say
from ulotki.library import people
from ulotki.office.answers import checked_name, checked_text, past_day
from ulotki.office.bundle import Bundle, HandOverRequest, bundle
from ulotki.office.final import final_edition
from ulotki.office.hand_list_cells import ListRow, cell_meaning, day_of, is_yes
from ulotki.office.hand_list_rows import read_all, read_rows
from ulotki.office.hand_over_plan import HandOverPlan
from ulotki.workspace import Workspace


def read_plan(
    workspace: Workspace, request: HandOverRequest, file: Path, told: Callable[[Say], str], today: datetime.date
) -> HandOverPlan:
    """What the ticked rows of *file* say. told: translates the head of a column. Raises Refused with all faults, by row."""
    library = workspace.library().believed(today)
    ticked = read_all(file, read_rows(file, told), lambda row: cell_meaning(row, "tick", is_yes))
    wanted = [row for row, yes in ticked if yes]
    if not wanted:
        what = say("no row is ticked, so there is nothing to write down")
        raise misused(what, say("write x in the first column of each place that got its bundle"), Where(str(file)))
    code = _edition_code(request, file, wanted)
    found = final_edition(workspace.base, library, today, code, request.campaign)
    hosts = people(workspace.folder, library.places)

    def meant(row: ListRow) -> Bundle:
        place = library.places[find_place(library.places, row.cells["place"])]
        consent = cell_meaning(row, "consent", lambda word: is_yes(word) if word else None)
        own = replace(
            request,
            consent=request.consent if consent is None else consent,
            note=cell_meaning(row, "note", checked_text) or request.note,
            who=cell_meaning(row, "who", checked_name) or request.who,
        )
        day = past_day(cell_meaning(row, "day", day_of) or request.day, today)
        made = bundle(found.record, place, hosts.known(place.id), own, day)
        if made is None:
            raise misused(say("nothing is ordered for {place}", place=place.id))
        return made

    bundles = tuple(made for _row, made in read_all(file, wanted, meant))
    _once(file, wanted, bundles)
    return HandOverPlan(library, found, bundles)


def _edition_code(request: HandOverRequest, file: Path, rows: Sequence[ListRow]) -> str | None:
    """The one edition that the rows are about: named on the command line or in them, None for neither."""
    codes = {code: row.number for row in rows if (code := row.cells.get("edition", ""))}
    if request.edition is None and len(codes) > 1:
        what = say("the rows are of different editions: {codes}", codes=", ".join(codes))
        hint = say("write a list for each: ulotki hand-over --list FILE.csv --edition CODE")
        raise refused("list", what, hint, Where(str(file), max(codes.values()), "edition"))
    return request.edition or next(iter(codes), None)


def _once(file: Path, rows: Sequence[ListRow], bundles: Sequence[Bundle]) -> None:
    """Raises Refused for a place that is ticked twice."""
    first: dict[str, int] = {}
    twice: list[Finding] = []
    for row, one in zip(rows, bundles, strict=True):
        before = first.setdefault(one.deed.place, row.number)
        if before != row.number:
            what = say("{place} is ticked twice, also in row {row}", place=one.deed.place, row=before)
            twice.append(Finding("list", what, say("leave one of them"), Where(str(file), row.number, "place")))
    if twice:
        raise Refused(twice)
