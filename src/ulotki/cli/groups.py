"""The groups of commands; see `commands`."""

from __future__ import annotations

from ulotki.cli.language import translated as _
from ulotki.cli.lazy import Command, Group

LEDGER = Group(
    "ledger",
    _("The ledger: what was given to whom, and what hangs where."),
    (
        Command("accept", "corrections", _("Go on with this ledger, although a longer one is known.")),
        Command("backup", "ledger_files", _("A copy of the ledger, checked, in one file.")),
        Command("cancel", "corrections", _("Write down that an entry says what did not happen.")),
        Command("correct", "corrections", _("Write down what an entry should have said; it stays, another counts.")),
        Command("export", "ledger_files", _("The ledger as a table for a spreadsheet, or as JSON.")),
        Command("forget", "ledger_files", _("Delete names, telephones and notes for good.")),
        Command("hanging", "entries", _("What is still where, as far as we know.")),
        Command("list", "entries:entries", _("What was written down.")),
        Command("restore", "ledger_files", _("Go back to a copy; what was there is kept beside it.")),
        Command("verify", "entries:verify_ledger", _("See that no entry was changed or lost.")),
    ),
)

MEETINGS = Group(
    "meetings",
    _("Plan meetings: letters that ask for them, invitations, a list, a calendar."),
    (
        Command("calendar", "meeting_papers", _("Write planned meetings into a calendar file, with an alarm.")),
        Command("cancel", "meetings", _("Say that a meeting will not take place.")),
        Command("change", "meetings", _("Change the day, the hour or the place of a meeting.")),
        Command("invite", "meeting_papers", _("Make the poster that invites to a meeting.")),
        Command(
            "letter", "meeting_papers", _("Write the letter that asks a place for meetings, with a table to fill in.")
        ),
        Command("list", "meetings:listing", _("List the meetings, and what became of them.")),
        Command("plan", "meetings", _("Write down a meeting that is agreed on.")),
    ),
)

NUMBERS = Group(
    "numbers",
    _("Set, confirm and withdraw numbers; see where they stand and what is due."),
    (
        Command("confirm", "numbers", _("Type a value again from its source: the second of two people.")),
        Command("due", "values", _("Name what is due, and write it into a calendar.")),
        Command("list", "listing:list_values", _("List all values, and who set and confirmed each.")),
        Command("set", "numbers:set_value", _("Write a value down: the first of two people.")),
        Command("stop", "numbers", _("Say that a value of the program must not be printed here.")),
        Command("where", "values", _("Say on which pieces a value stands, where they are and how many.")),
        Command("withdraw", "numbers", _("Say that a value must not be printed any more.")),
    ),
)

ORDERS = Group(
    "orders",
    _("What a campaign orders: of what, for whom, how many."),
    (
        Command("add", "orders", _("Order something more.")),
        Command("change", "orders", _("Change an order: its pieces, places, copies or days.")),
        Command("list", "orders:listing", _("List the orders of a campaign.")),
        Command("remove", "orders", _("Take an order out.")),
    ),
)

COPY = Group(
    "copy",
    _("The whole workspace as one file, and back."),
    (
        Command("restore", "workspace_files", _("Bring a copy back; what is replaced is kept.")),
        Command("save", "workspace_files", _("Write a copy of the workspace; names only when asked.")),
    ),
)

PLACES = Group(
    "places",
    _("Places and their hosts: from a spreadsheet, as one, or one at a time."),
    (
        Command("export", "places:give", _("Write all places as a spreadsheet, to be changed and taken in again.")),
        Command("import", "places_import:take", _("Take places in from a spreadsheet; first says what would change.")),
        Command("retire", "places", _("Take a place out, with its host.")),
        Command("set", "places:keep", _("Write a place down, or change it.")),
    ),
)
