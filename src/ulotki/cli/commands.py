"""Every command: its name, where its function lies, and its one line of help. A command is imported when it is called."""

from __future__ import annotations

import click

from ulotki import __version__
from ulotki.cli.language import _
from ulotki.cli.lazy import LazyCommand, LazyGroup

LEDGER = LazyGroup(
    "ledger",
    _("The ledger: what was given to whom, and what hangs where."),
    LazyCommand("accept", "corrections", _("Go on with this ledger, although a longer one is known.")),
    LazyCommand("backup", "ledger", _("A copy of the ledger, checked, in one file.")),
    LazyCommand("cancel", "corrections", _("Write down that an entry says what did not happen.")),
    LazyCommand("correct", "corrections", _("Write down what an entry should have said; it stays, another counts.")),
    LazyCommand("export", "ledger", _("The ledger as a table for a spreadsheet, or as JSON.")),
    LazyCommand("forget", "corrections", _("Delete names, telephones and notes for good.")),
    LazyCommand("hanging", "ledger", _("What is still where, as far as we know.")),
    LazyCommand("list", "ledger:entries", _("What was written down.")),
    LazyCommand("restore", "ledger", _("Go back to a copy; what was there is kept beside it.")),
    LazyCommand("verify", "ledger:verify_ledger", _("See that no entry was changed or lost.")),
)

MEETINGS = LazyGroup(
    "meetings",
    _("Plan meetings: letters that ask for them, invitations, a list, a calendar."),
    LazyCommand("calendar", "meetings", _("Write planned meetings into a calendar file, with an alarm.")),
    LazyCommand("cancel", "meetings", _("Say that a meeting will not take place.")),
    LazyCommand("change", "meetings", _("Change the day, the hour or the place of a meeting.")),
    LazyCommand("invite", "meetings", _("Make the poster that invites to a meeting.")),
    LazyCommand("letter", "meetings", _("Write the letter that asks a place for meetings, with a table to fill in.")),
    LazyCommand("list", "meetings:listing", _("List the meetings, and what became of them.")),
    LazyCommand("plan", "meetings", _("Write down a meeting that is agreed on.")),
)

NUMBERS = LazyGroup(
    "numbers",
    _("Set, confirm and withdraw numbers; see where they stand and what is due."),
    LazyCommand("confirm", "numbers", _("Type a value again from its source: the second of two people.")),
    LazyCommand("due", "pieces", _("Name what is due, and write it into a calendar.")),
    LazyCommand("list", "listing:list_values", _("List all values, and who set and confirmed each.")),
    LazyCommand("set", "numbers:set_value", _("Write a value down: the first of two people.")),
    LazyCommand("stop", "numbers", _("Say that a value of the program must not be printed here.")),
    LazyCommand("where", "numbers", _("Say on which pieces a value stands, where they are and how many.")),
    LazyCommand("withdraw", "numbers", _("Say that a value must not be printed any more.")),
)

ORDERS = LazyGroup(
    "orders",
    _("What a campaign orders: of what, for whom, how many."),
    LazyCommand("add", "entries", _("Order something more.")),
    LazyCommand("change", "entries", _("Change an order: its pieces, places, copies or days.")),
    LazyCommand("list", "entries:listing", _("List the orders of a campaign.")),
    LazyCommand("remove", "entries", _("Take an order out.")),
)

COPY = LazyGroup(
    "copy",
    _("The whole workspace as one file, and back."),
    LazyCommand("restore", "workspace_files", _("Bring a copy back; what is replaced is kept.")),
    LazyCommand("save", "workspace_files", _("Write a copy of the workspace; names only when asked.")),
)

PLACES = LazyGroup(
    "places",
    _("Places and their hosts: from a spreadsheet, into one, or one at a time."),
    LazyCommand("export", "entries:give", _("Write all places as a spreadsheet, to be changed and taken in again.")),
    LazyCommand("import", "places_import:take", _("Take places in from a spreadsheet; first says what would change.")),
    LazyCommand("retire", "entries", _("Take a place out, with its host.")),
    LazyCommand("set", "entries:keep", _("Write a place down, or change it.")),
)

ULOTKI = LazyGroup(
    "ulotki",
    _("Print leaflets and posters that warn people of swindlers."),
    LazyCommand("approve", "editions", _("Say that the pieces of an edition may hang.")),
    LazyCommand("build", "editions", _("Make everything that a campaign orders.")),
    LazyCommand("check", "pieces", _("Read everything and say what is wrong; write nothing.")),
    LazyCommand("clean", "editions", _("Remove old editions that nobody needs; first says which.")),
    LazyCommand("desk", "papers", _("Make the list by which the duty desk knows your leaflets.")),
    LazyCommand("doctor", "verify", _("Check that everything is there and in order, and what will soon be due.")),
    LazyCommand("gallery", "pieces", _("Make a page with a picture of every scam in every template.")),
    LazyCommand("hand-over", "hand_over", _("Write down which leaflets a place was given.")),
    LazyCommand("history", "workspace_files", _("List what was changed in the workspace's files, and what differs.")),
    LazyCommand("init", "texts", _("Make a workspace for a gmina, with files that explain themselves.")),
    LazyCommand("lesson", "papers", _("Make the outline of a lesson, with its letter and a quiz.")),
    LazyCommand("list", "listing:listing", _("List scams, templates, places, numbers, campaigns, checks or icons.")),
    LazyCommand("meeting", "ledger", _("Write down a meeting that was held.")),
    LazyCommand("new", "texts", _("Write a commented starter for a scam, a place or a campaign; or copy a campaign.")),
    LazyCommand("pack", "pack", _("Make what a place gets as one file to print.")),
    LazyCommand("paper", "pack", _("Make one paper of a bundle: the letter, the page for the host, the receipt.")),
    LazyCommand("plan", "editions", _("Say what build would change, and why; write nothing.")),
    LazyCommand("press-note", "papers", _("Make a note for the unit's page, with its picture.")),
    LazyCommand("recall", "recall", _("Say which boards carry something out of date, and what to bring.")),
    LazyCommand("report", "papers", _("Make the account of a campaign: ordered, given, hung, meetings, topics.")),
    LazyCommand("serve", "texts:open_page", _("Open the local page: everything without a terminal.")),
    LazyCommand("settings", "workspace_files", _("Show who publishes, unit, printer and plan, or change them.")),
    LazyCommand("show", "pieces", _("Make one piece now: a PDF, a picture, or its words.")),
    LazyCommand("site", "pieces", _("Make pages for the unit's web site, with the pieces to download.")),
    LazyCommand("summary", "papers", _("Make the final account of a plan, to sign.")),
    LazyCommand("taken-down", "hand_over", _("Write down which leaflets are gone from a place.")),
    LazyCommand("talk", "papers", _("Make the outline of a talk for seniors, with a quiz.")),
    LazyCommand("test-sheet", "papers", _("Make a sheet that shows where a printer misses.")),
    LazyCommand("trial-sheet", "papers", _("Make a sheet to fill in after a first try, and to send back.")),
    LazyCommand("text", "texts", _("Show a scam's words, change them in a copy of this workspace, or go back.")),
    LazyCommand("undo", "workspace_files", _("Take a change of the workspace's files back; an undo can be undone.")),
    LazyCommand("verify", "verify", _("Say which piece a code, a file or a folder is, and whether it still holds.")),
    COPY,
    LEDGER,
    MEETINGS,
    NUMBERS,
    ORDERS,
    PLACES,
)

click.version_option(__version__, prog_name="ulotki", help=_("Show the version and stop."))(ULOTKI)
