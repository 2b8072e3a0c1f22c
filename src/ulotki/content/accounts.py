"""Fixed words of the final account of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The final account of a plan, under the headings of the plan itself.

    district: "{{district}}" or a line to write it on.  gmina: after it.  running: before the day, while the plan goes on.
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
