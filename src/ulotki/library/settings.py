"""Reads the settings of a workspace."""

from __future__ import annotations

from pathlib import Path

from ulotki.content.bodies import HOST
from ulotki.content.printable import marks_in
from ulotki.content.publisher import Publisher
from ulotki.content.unread import Unread
from ulotki.errors import Finding, say
from ulotki.library.source import Source

FARTHEST = 5.0
"""Largest correction of a printer, mm: more would move words into the margin that the printer does not reach."""

WIDEST = 20.0
"""mm from the edge, to which the rulers of the test sheet go."""


def publisher(source: Source, file: Path) -> Publisher | Unread:
    """The settings in *file*."""
    found, faults = source.whole(file, Publisher)
    if found is not None:
        printer, again = found.printer, say("measure again on the test sheet")
        if not all(abs(one) <= FARTHEST for one in (printer.right, printer.down)):
            what = say("a printer is never {most} mm off", most=FARTHEST)
            faults.append(source.fault(found.at, "printer", what, again))
        if not 0 <= printer.margin <= WIDEST:
            what = say("the edge that a printer does not reach is 0 to {most} mm", most=WIDEST)
            faults.append(source.fault(found.at, "printer", what, again))
        first, last = found.plan.begins, found.plan.ends
        if first and last and last < first:
            what = say("the plan ends on {last}, before it begins on {first}", last=last, first=first)
            faults.append(source.fault(found.at, "plan.ends", what, say("correct one of the two")))
        for one in found.sources:
            if not HOST.fullmatch(one):
                hint = say("write the host alone, as in bip.gmina.pl")
                faults.append(source.fault(found.at, "sources", say('"{value}" is not a host', value=one), hint))
        if found.issuer:
            faults += (Finding("read", what, hint, found.issuer.at) for what, hint in marks_in(found.issuer.source))
    return Unread("settings", file.name, tuple(faults)) if found is None or faults else found
