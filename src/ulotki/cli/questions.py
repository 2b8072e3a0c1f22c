"""The questions of a bare `hand-over`: where, who, with whose consent, until when; then what would be written."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki import handout
from ulotki.cli import options, terminal
from ulotki.cli.language import plain, translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.content.place_search import find_places
from ulotki.errors import misused, say
from ulotki.library import Undated
from ulotki.office.answers import checked_name, typed_day
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over_plan import HandOverPlan, plan_doubts, plan_hand_over
from ulotki.workspace import book


def ask_for_rest(talk: Talk, request: HandOverRequest) -> HandOverRequest:
    """*request* with what somebody answers. The command ends when it is not to be written down."""
    workspace, today = talk.ours, options.today()
    library = workspace.library().believed(today)
    request = replace(request, places=_where(library))
    plan = plan_hand_over(workspace, library, request, today)
    found = plan.final.record
    terminal.tell(
        say("the edition {edition} of the campaign {campaign}", edition=found.edition, campaign=found.campaign)
    )
    if request.who is None:
        request = replace(request, who=_who(plan))
    if request.consent is None:
        request = replace(request, consent=terminal.yes(say("Did the host agree to display?")))
    if request.until is None:
        request = replace(request, until=_until(plan))
    plan = plan_hand_over(workspace, library, request, today)
    _show(plan)
    odd = plan_doubts(plan, book.read(workspace.folder).entries)
    terminal.tell(*(f"! {translate(finding.what)}" for finding in odd), indent=2)
    if not terminal.yes(say("Write it down?"), default=not odd):
        terminal.stop(talk, say("nothing was written"))
    return replace(request, anyway=request.anyway or bool(odd))


def _show(plan: HandOverPlan) -> None:
    """Say what would be written, with each piece."""
    for one in plan.bundles:
        bundle = handout.lines.hand_over_line(one.deed, plan.library.places, one.personal)
        terminal.tell(translate_whole(bundle), indent=2)
        for piece in one.deed.pieces:
            named = {"title": piece.title, "name": piece.name, "code": piece.code}
            counts = {"copies": piece.copies, "hung": piece.hung}
            what = say("{title} – {name} ({code}): copies {copies}, on boards {hung}", **named, **counts)
            terminal.tell(what, indent=4)


def _where(library: Undated) -> tuple[str, ...]:
    """The places, by the number in a list or by name."""
    numbers = {str(number): id for number, id in enumerate(library.places, 1)}
    terminal.tell(*(f"{number:>4}  {plain(library.places[id].name)} ({id})" for number, id in numbers.items()))
    question = say("Where to? Number or name")
    return terminal.until_good(question, lambda word: _some(find_places(library.places, [numbers.get(word, word)])))


def _some(places: tuple[str, ...]) -> tuple[str, ...]:
    if not places:
        raise misused(say("no place is named"))
    return places


def _who(plan: HandOverPlan) -> str | None:
    """Who took it: Enter for whom people.toml names, a hyphen for nobody."""
    offered = plan.bundles[0].personal.who
    question = say("Who took it? (Enter: nobody is named)")
    if offered:
        question = say("Who took it? (Enter: {who}; a hyphen: nobody)", who=offered)
    answer = terminal.until_good(question, lambda word: word if word == "-" else checked_name(word))
    return "" if answer == "-" else answer or None


def _until(plan: HandOverPlan) -> datetime.date | None:
    """Until when it may hang; None for what is printed."""
    days = [one.until for bundle in plan.bundles for one in bundle.deed.pieces if one.until]
    last = max(days).isoformat() if days else ""
    question = say("Until when may it hang? (a day such as 2024-12-31)")
    answer = terminal.until_good(question, lambda word: typed_day("" if word == "-" else word), last)
    return answer if answer and answer.isoformat() != last else None
