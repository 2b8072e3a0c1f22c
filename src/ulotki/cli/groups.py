"""The groups of commands; see `commands`."""

from __future__ import annotations

from ulotki.cli.language import translated as _
from ulotki.cli.lazy import Command, Group

LEDGER = Group(
    "ledger",
    _("The ledger: what was given to whom, and what hangs where."),
    (
        Command("accept", "ledger.changes:accept", _("Go on with this ledger, although a longer one is known.")),
        Command("backup", "ledger.files:backup", _("A copy of the ledger, checked, in one file.")),
        Command("cancel", "ledger.changes:cancel", _("Write down that an entry says what did not happen.")),
        Command(
            "correct",
            "ledger.changes:correct",
            _("Write down what an entry should have said; it stays, another counts."),
        ),
        Command("export", "ledger.files:export", _("The ledger as a table for a spreadsheet, or as JSON.")),
        Command("forget", "ledger.files:forget", _("Delete names, telephones and notes for good.")),
        Command("hanging", "ledger.shown:hanging", _("What is still where, as far as we know.")),
        Command("list", "ledger.shown:entries", _("What was written down.")),
        Command("restore", "ledger.files:restore", _("Go back to a copy; what was there is kept beside it.")),
        Command("verify", "ledger.shown:verify", _("See that no entry was changed or lost.")),
    ),
)

MEETINGS = Group(
    "meetings",
    _("Plan meetings: letters that ask for them, invitations, a list, a calendar."),
    (
        Command(
            "calendar", "meetings.papers:calendar", _("Write planned meetings into a calendar file, with an alarm.")
        ),
        Command("cancel", "meetings.plans:cancel", _("Say that a meeting will not take place.")),
        Command("change", "meetings.plans:change", _("Change the day, the hour or the place of a meeting.")),
        Command("invite", "meetings.papers:invite", _("Make the poster that invites to a meeting.")),
        Command(
            "letter",
            "meetings.papers:letter",
            _("Write the letter that asks a place for meetings, with a table to fill in."),
        ),
        Command("list", "meetings.plans:listing", _("List the meetings, and what became of them.")),
        Command("plan", "meetings.plans:plan", _("Write down a meeting that is agreed on.")),
    ),
)

NUMBERS = Group(
    "numbers",
    _("Set, confirm and withdraw numbers; see where they stand and what is due."),
    (
        Command(
            "confirm", "numbers.change:confirm", _("Type a value again from its source: the second of two people.")
        ),
        Command("due", "numbers.due:due", _("Name what is due, and write it into a calendar.")),
        Command("list", "listing:list_values", _("List all values, and who set and confirmed each.")),
        Command("set", "numbers.change:set_value", _("Write a value down: the first of two people.")),
        Command("stop", "numbers.change:stop", _("Say that a value of the program must not be printed here.")),
        Command("where", "numbers.where:where", _("Say on which pieces a value stands, where they are and how many.")),
        Command("withdraw", "numbers.change:withdraw", _("Say that a value must not be printed any more.")),
    ),
)

ORDERS = Group(
    "orders",
    _("What a campaign orders: of what, for whom, how many."),
    (
        Command("add", "orders:add", _("Order something more.")),
        Command("change", "orders:change", _("Change an order: its pieces, places, copies or days.")),
        Command("list", "orders:listing", _("List the orders of a campaign.")),
        Command("remove", "orders:remove", _("Take an order out.")),
    ),
)

COPY = Group(
    "copy",
    _("The whole workspace as one file, and back."),
    (
        Command("restore", "copying:restore", _("Bring a copy back; what is replaced is kept.")),
        Command("save", "copying:save", _("Write a copy of the workspace; names only when asked.")),
    ),
)

PLACES = Group(
    "places",
    _("Places and their hosts: from a spreadsheet, as one, or one at a time."),
    (
        Command(
            "export", "places.sheets:give", _("Write all places as a spreadsheet, to be changed and taken in again.")
        ),
        Command("import", "places.sheets:take", _("Take places in from a spreadsheet; first says what would change.")),
        Command("retire", "places.one:retire", _("Take a place out, with its host.")),
        Command("set", "places.one:keep", _("Write a place down, or change it.")),
    ),
)
