"""Every command: its name, where its function lies, and its one line of help. A command is imported when it is called."""

from __future__ import annotations

from gettext import gettext as _

import click

from ulotki import __version__
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
        Command("forget", "ledger.forgetting:forget", _("Delete names, telephones and notes for good.")),
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
        Command("list", "numbers.listed:list_values", _("List all values, and who set and confirmed each.")),
        Command("set", "numbers.change:set_value", _("Write a value down: the first of two people.")),
        Command("stop", "numbers.change:stop", _("Say that a value of the program must not be printed here.")),
        Command("where", "numbers.where:where", _("Say on which pieces a value stands, where they are and how many.")),
        Command("withdraw", "numbers.change:withdraw", _("Say that a value must not be printed any more.")),
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

ULOTKI = Group(
    "ulotki",
    _("Print leaflets and posters that warn people of swindlers."),
    (
        Command("approve", "approve:approve", _("Say that the pieces of an edition may hang.")),
        Command("build", "build:build", _("Make everything that a campaign orders.")),
        Command("check", "check:check", _("Read everything and say what is wrong; write nothing.")),
        Command("clean", "clean:clean", _("Remove old editions that nobody needs; first says which.")),
        Command("desk", "desk:desk", _("Make the list by which the duty desk knows your leaflets.")),
        Command("doctor", "doctor:doctor", _("Look whether all is there and in order, and what will soon be due.")),
        Command("gallery", "gallery:gallery", _("Make a page with a picture of every scam in every template.")),
        Command("hand-over", "hand_over:hand_over", _("Write down which leaflets a place was given.")),
        Command("history", "undoing:history", _("List what was changed in the workspace's files, and what differs.")),
        Command("init", "starting:init", _("Make a workspace for a gmina, with files that explain themselves.")),
        Command("lesson", "outlines:lesson", _("Make the outline of a lesson, with its letter and a quiz.")),
        Command("list", "listing:listing", _("List scams, templates, places, numbers, campaigns, checks or icons.")),
        Command("meeting", "meeting:meeting", _("Write down a meeting that was held.")),
        Command(
            "new",
            "starting:new",
            _("Write a commented starter for a scam, a place or a campaign; or a campaign once more."),
        ),
        Command("pack", "pack:pack", _("Make what a place gets as one file to print.")),
        Command(
            "paper", "paper:paper", _("Make one paper of a bundle: the letter, the page for the host, the receipt.")
        ),
        Command("plan", "plan:plan", _("Say what build would change, and why; write nothing.")),
        Command("press-note", "press_note:press_note", _("Make a note for the unit's page, with its picture.")),
        Command("recall", "recall:recall", _("Say which boards carry something out of date, and what to bring.")),
        Command(
            "report", "report:report", _("Make the account of a campaign: ordered, given, hung, meetings, topics.")
        ),
        Command("serve", "serve:serve", _("Open the local page: everything without a terminal.")),
        Command("settings", "settings:settings", _("Show who publishes, unit, printer and plan, or change them.")),
        Command("show", "show:show", _("Make one piece now: a PDF, a picture, or its words.")),
        Command("site", "site:site", _("Make pages for the unit's web site, with the pieces to download.")),
        Command("summary", "summary:summary", _("Make the final account of a plan, to sign.")),
        Command("taken-down", "taken_down:taken_down", _("Write down which leaflets are gone from a place.")),
        Command("talk", "outlines:talk", _("Make the outline of a talk for seniors, with a quiz.")),
        Command("test-sheet", "printer:test_sheet", _("Make a sheet that shows where a printer misses.")),
        Command(
            "trial-sheet", "printer:trial_sheet", _("Make a sheet to fill in after a first try, and to send back.")
        ),
        Command("text", "text:text", _("Show a scam's words, change them in a copy of this workspace, or go back.")),
        Command("undo", "undoing:undo", _("Take a change of the workspace's files back; an undo can be undone.")),
        Command(
            "verify", "verify:verify", _("Say which piece a code, a file or a folder is, and whether it still holds.")
        ),
        COPY,
        LEDGER,
        MEETINGS,
        NUMBERS,
        PLACES,
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

click.version_option(__version__, prog_name="ulotki", help=_("Show the version and stop."))(ULOTKI)
