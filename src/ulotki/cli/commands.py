"""Every command: its name, where its function lies, and its one line of help. A command is imported when it is called."""

from __future__ import annotations

import click

from ulotki import __version__
from ulotki.cli.language import _
from ulotki.cli.lazy import Command, Group

LEDGER = Group(
    "ledger",
    _("The ledger: what was given to whom, and what hangs where."),
    Command("accept", "corrections", _("Go on with this ledger, although a longer one is known.")),
    Command("backup", "ledger", _("A copy of the ledger, checked, in one file.")),
    Command("cancel", "corrections", _("Write down that an entry says what did not happen.")),
    Command("correct", "corrections", _("Write down what an entry should have said; it stays, another counts.")),
    Command("export", "ledger", _("The ledger as a table for a spreadsheet, or as JSON.")),
    Command("forget", "corrections", _("Delete names, telephones and notes for good.")),
    Command("hanging", "ledger", _("What is still where, as far as we know.")),
    Command("list", "ledger:entries", _("What was written down.")),
    Command("restore", "ledger", _("Go back to a copy; what was there is kept beside it.")),
    Command("verify", "ledger:verify_ledger", _("See that no entry was changed or lost.")),
)

MEETINGS = Group(
    "meetings",
    _("Plan meetings: letters that ask for them, invitations, a list, a calendar."),
    Command("calendar", "meetings", _("Write planned meetings into a calendar file, with an alarm.")),
    Command("cancel", "meetings", _("Say that a meeting will not take place.")),
    Command("change", "meetings", _("Change the day, the hour or the place of a meeting.")),
    Command("invite", "meetings", _("Make the poster that invites to a meeting.")),
    Command("letter", "meetings", _("Write the letter that asks a place for meetings, with a table to fill in.")),
    Command("list", "meetings:listing", _("List the meetings, and what became of them.")),
    Command("plan", "meetings", _("Write down a meeting that is agreed on.")),
)

NUMBERS = Group(
    "numbers",
    _("Set, confirm and withdraw numbers; see where they stand and what is due."),
    Command("confirm", "numbers", _("Type a value again from its source: the second of two people.")),
    Command("due", "pieces", _("Name what is due, and write it into a calendar.")),
    Command("list", "listing:list_values", _("List all values, and who set and confirmed each.")),
    Command("set", "numbers:set_value", _("Write a value down: the first of two people.")),
    Command("stop", "numbers", _("Say that a value of the program must not be printed here.")),
    Command("where", "numbers", _("Say on which pieces a value stands, where they are and how many.")),
    Command("withdraw", "numbers", _("Say that a value must not be printed any more.")),
)

ORDERS = Group(
    "orders",
    _("What a campaign orders: of what, for whom, how many."),
    Command("add", "entries", _("Order something more.")),
    Command("change", "entries", _("Change an order: its pieces, places, copies or days.")),
    Command("list", "entries:listing", _("List the orders of a campaign.")),
    Command("remove", "entries", _("Take an order out.")),
)

COPY = Group(
    "copy",
    _("The whole workspace as one file, and back."),
    Command("restore", "workspace_files", _("Bring a copy back; what is replaced is kept.")),
    Command("save", "workspace_files", _("Write a copy of the workspace; names only when asked.")),
)

PLACES = Group(
    "places",
    _("Places and their hosts: from a spreadsheet, as one, or one at a time."),
    Command("export", "entries:give", _("Write all places as a spreadsheet, to be changed and taken in again.")),
    Command("import", "places_import:take", _("Take places in from a spreadsheet; first says what would change.")),
    Command("retire", "entries", _("Take a place out, with its host.")),
    Command("set", "entries:keep", _("Write a place down, or change it.")),
)

ULOTKI = Group(
    "ulotki",
    _("Print leaflets and posters that warn people of swindlers."),
    Command("approve", "editions", _("Say that the pieces of an edition may hang.")),
    Command("build", "editions", _("Make everything that a campaign orders.")),
    Command("check", "pieces", _("Read everything and say what is wrong; write nothing.")),
    Command("clean", "editions", _("Remove old editions that nobody needs; first says which.")),
    Command("desk", "papers", _("Make the list by which the duty desk knows your leaflets.")),
    Command("doctor", "verify", _("Check that everything is there and in order, and what will soon be due.")),
    Command("gallery", "pieces", _("Make a page with a picture of every scam in every template.")),
    Command("hand-over", "hand_over", _("Write down which leaflets a place was given.")),
    Command("history", "workspace_files", _("List what was changed in the workspace's files, and what differs.")),
    Command("init", "texts", _("Make a workspace for a gmina, with files that explain themselves.")),
    Command("lesson", "papers", _("Make the outline of a lesson, with its letter and a quiz.")),
    Command("list", "listing:listing", _("List scams, templates, places, numbers, campaigns, checks or icons.")),
    Command("meeting", "ledger", _("Write down a meeting that was held.")),
    Command("new", "texts", _("Write a commented starter for a scam, a place or a campaign; or a campaign once more.")),
    Command("pack", "pack", _("Make what a place gets as one file to print.")),
    Command("paper", "pack", _("Make one paper of a bundle: the letter, the page for the host, the receipt.")),
    Command("plan", "editions", _("Say what build would change, and why; write nothing.")),
    Command("press-note", "papers", _("Make a note for the unit's page, with its picture.")),
    Command("recall", "recall", _("Say which boards carry something out of date, and what to bring.")),
    Command("report", "papers", _("Make the account of a campaign: ordered, given, hung, meetings, topics.")),
    Command("serve", "texts:open_page", _("Open the local page: everything without a terminal.")),
    Command("settings", "workspace_files", _("Show who publishes, unit, printer and plan, or change them.")),
    Command("show", "pieces", _("Make one piece now: a PDF, a picture, or its words.")),
    Command("site", "pieces", _("Make pages for the unit's web site, with the pieces to download.")),
    Command("summary", "papers", _("Make the final account of a plan, to sign.")),
    Command("taken-down", "hand_over", _("Write down which leaflets are gone from a place.")),
    Command("talk", "papers", _("Make the outline of a talk for seniors, with a quiz.")),
    Command("test-sheet", "papers", _("Make a sheet that shows where a printer misses.")),
    Command("trial-sheet", "papers", _("Make a sheet to fill in after a first try, and to send back.")),
    Command("text", "texts", _("Show a scam's words, change them in a copy of this workspace, or go back.")),
    Command("undo", "workspace_files", _("Take a change of the workspace's files back; an undo can be undone.")),
    Command("verify", "verify", _("Say which piece a code, a file or a folder is, and whether it still holds.")),
    COPY,
    LEDGER,
    MEETINGS,
    NUMBERS,
    ORDERS,
    PLACES,
)

click.version_option(__version__, prog_name="ulotki", help=_("Show the version and stop."))(ULOTKI)
