"""Fixed words of the final account of a plan and of the note for the unit's page."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The final account of a plan, under the headings of the plan itself.

    district: "{{district}}" or a line to write it on.  gmina: behind it.  running: before the day, while the plan goes on.
    unread: before the files that cannot be read.  threat … conclusions: headings.  threats: what they are.  about: before
    the topics of the campaigns.  goal: in words.  reached: before the figures.  tried, before, during, written_in: the
    table of reported attempts, which people fill in.  scheduled: meetings that were agreed on.  month … people: heads of
    the table of months, whose names are month_names.  school, nowhere: before two counts each.  partner, task, done: heads.
    tasks: by kind of place.  brought … away: parts of what was done.  silent: before places of which nothing was written
    down.  joined: the task of a group.  published: words above lines to write on.  lessons: before lines to write on.
    """

    title: Prose
    district: Prose
    gmina: Prose
    running: Prose
    unread: Prose
    threat: Prose
    threats: Prose
    about: Prose
    goal: Prose
    goals: Prose
    reached: Prose
    there: Prose
    given: Prose
    met: Prose
    tried: Prose
    before: Prose
    during: Prose
    written_in: Prose
    deeds: Prose
    scheduled: Prose
    nothing: Prose
    month: Prose
    month_names: tuple[Prose, ...]
    places: Prose
    copies: Prose
    hung: Prose
    taken: Prose
    meetings: Prose
    people: Prose
    total: Prose
    consents: Prose
    school: Prose
    nowhere: Prose
    partners: Prose
    partner: Prose
    task: Prose
    done: Prose
    no_partners: Prose
    tasks: Mapping[str, Prose]
    brought: Prose
    boards: Prose
    agreed: Prose
    refused: Prose
    unasked: Prose
    held: Prose
    away: Prose
    silent: Prose
    joined: Prose
    published: Prose
    publications: Prose
    day: Prose
    address: Prose
    conclusions: Prose
    lessons: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class PressNote:
    """The note for the unit's page, sentence by sentence; a sentence whose count is 0 is left out.

    hangs, lies, met, people: three forms each, for 1, for 2 to 4, for 5 and more.  opening: with the name of the gmina;
    alone: without.  advice, gone, pesel: what to do.  free: only when something was given out.  ask: before the telephone
    number.  picture: before what the picture shows.
    """

    title: Prose
    opening: Prose
    alone: Prose
    hangs: tuple[Prose, ...]
    lies: tuple[Prose, ...]
    free: Prose
    met: tuple[Prose, ...]
    people: tuple[Prose, ...]
    advice: Prose
    gone: Prose
    pesel: Prose
    ask: Prose
    picture: Prose
