"""What a recall says of a place, and the commands that come next."""

from __future__ import annotations

from ulotki.errors import Say, say
from ulotki.handout.recall import RecallQuestion, Visit
from ulotki.office.recalled import RecallAnswer


def visit_sums(visit: Visit, answer: RecallAnswer) -> Say:
    """A place and how much is meant there."""
    name, counts = answer.names[visit.place], {"copies": visit.copies, "hung": visit.hung}
    return say("{place} ({id}): copies {copies}, on boards {hung}", place=name, id=visit.place, **counts)


def unwritten_notes(answer: RecallAnswer) -> tuple[tuple[Say, ...], tuple[Say, ...]]:
    """What to say before and after the places that something was ordered for while nothing was written down."""
    if not (places := answer.recall.unwritten):
        return (), ()
    if not answer.built:
        what = say("nothing was built yet: no edition lies in {folder}", folder=answer.facts.workspace.base)
        count = say("something is ordered for these places: {count}", count=len(places))
        return (what, count), (say("build it: ulotki build; if it lies elsewhere, name the folder: --out"),)
    what = say("nobody has written down yet what was handed over, so nobody knows what hangs where")
    count = say("something was ordered for these places: {count}", count=len(places))
    return (what, count), (say("write down what was given: ulotki hand-over PLACE; then ask again"),)


def pack_command(visit: Visit) -> str:
    """The command that packs what must be replaced at a place."""
    return f"ulotki pack {visit.place} --new"


def taken_down_command(visit: Visit, ask: RecallQuestion) -> str:
    """The command that writes down that all of it is gone: short when it finds by itself what is meant."""
    certain = all(one.certain for one in visit.wrong)
    codes = ",".join(dict.fromkeys(one.standing.code for one in visit.wrong))
    return f"ulotki taken-down {visit.place}" + ("" if ask.all and certain else f" --piece {codes}")
