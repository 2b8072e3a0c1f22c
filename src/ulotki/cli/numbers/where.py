"""`ulotki numbers where`: on which pieces a value stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.main import command, needed
from ulotki.cli.numbers.group import numbers, which
from ulotki.cli.talk import Talk, as_data, told
from ulotki.content.register import SECOND, State, Value
from ulotki.content.typography import HOME
from ulotki.edition.record import divided
from ulotki.errors import Say, say
from ulotki.office.numbers.ids import Known
from ulotki.workspace import editions, read


@which
@options.out
@options.on
def where(talk: Talk, workspace: Path | None, id: str, out: Path | None, day: datetime.date | None) -> None:
    """Say on which pieces of which editions a value stands."""
    workspace = needed(workspace)
    day = day or options.today()
    register = read(workspace, HOME).register
    base = out or workspace / "out"
    made, unread = divided(editions.every(base))
    talk.complain(one.finding for one in unread)
    every = [(base / one.where, one.record) for one in made]
    printed = {ref.removesuffix(SECOND) for _folder, record in every for file in record.files for ref in file.values}
    kind, name = Known(frozenset(printed | {value.ref for value in register})).asked(id)
    value = register.find(kind, name)
    rows = list(_standing(every, f"{kind}:{name}", value, day))
    for row in rows:
        talk.result(told(_stands(row)))
    sums = [
        {
            "campaign": campaign,
            "folder": folder,
            "edition": code,
            "pieces": len(ours),
            "places": len({place["id"] for row in ours for place in row["places"]}),
            "copies": sum(row["copies"] for row in ours),
        }
        for (campaign, folder, code), rows_of in groupby(
            rows, key=lambda row: (row["campaign"], row["folder"], row["edition"])
        )
        for ours in [list(rows_of)]
    ]
    for one in sums:
        talk.result(
            told(
                say(
                    "{campaign} {edition}: pieces {pieces}, places {places}, copies {copies}",
                    campaign=one["campaign"],
                    edition=Path(one["folder"]).name,
                    pieces=one["pieces"],
                    places=one["places"],
                    copies=one["copies"],
                )
            )
        )
    if not rows and unread:
        what = say("{ref} stands on no piece of the editions that can be read", ref=f"{kind}:{name}")
        talk.result(told(what))
    elif not rows:
        talk.result(told(say("{ref} stands on no piece of any edition", ref=f"{kind}:{name}")))
    talk.data(
        "numbers.where",
        ref=f"{kind}:{name}",
        value=value.value if value else None,
        state=value.on(day)[0].state(day) if value else None,
        pieces=rows,
        editions=sums,
        findings=[as_data(one.finding) for one in unread],
    )
    if unread:
        raise click.exceptions.Exit(1)


command(where, of=numbers, name="where", help=_("Say on which pieces a value stands, where they are and how many."))


def _standing(
    every: Iterable[tuple[Path, Any]], ref: str, value: Value | None, day: datetime.date
) -> Iterator[dict[str, Any]]:
    """A row for each piece of an edition that carries *ref*: what stands there, and whether that holds on *day*."""
    holding = [one for one in (value.on(day) if value else ()) if one]
    for folder, record in every:
        for piece in record.pieces:
            stands = [text for name, text in sorted(piece.values.items()) if name.removesuffix(SECOND) == ref]
            if not stands:
                continue
            found = [next((one for one in holding if one.same(text)), None) for text in stands]
            state = next((one.state(day) for one in found if one and not one.state(day).holds), None)
            yield {
                "campaign": record.campaign,
                "folder": str(folder),
                "edition": record.edition,
                "piece": piece.name,
                "values": stands,
                "current": all(found),
                "state": state or (State.GOOD if all(found) else None),
                "now": [one.value for one in holding if one.state(day).holds],
                "places": [{"id": place, "copies": copies} for place, copies in piece.places],
                "copies": piece.copies,
            }


def _stands(row: dict[str, Any]) -> Say:
    """A row in words."""
    state: State | None = row["state"]
    if row["current"] and state in (None, State.GOOD):
        verdict = say("still in the register")
    elif row["current"] and state:
        verdict = say("still in the register, but {state}", state=say(state.value))
    elif row["now"]:
        verdict = say("out of date, now {value}", value=", ".join(row["now"]))
    else:
        verdict = say("out of date, and the register has none that is good now")
    return say(
        "{campaign} {edition} {piece}: {value} ({verdict}), places {places}, copies {copies}",
        campaign=row["campaign"],
        edition=Path(row["folder"]).name,
        piece=row["piece"],
        value=", ".join(row["values"]),
        verdict=verdict,
        places=len(row["places"]),
        copies=row["copies"],
    )
