"""Every command: its name, where its function lies, and its one line of help. A command is imported when it is called."""

from __future__ import annotations

import click

from ulotki import __version__
from ulotki.cli.groups import COPY, LEDGER, MEETINGS, NUMBERS, ORDERS, PLACES
from ulotki.cli.language import translated as _
from ulotki.cli.lazy import Command, Group

ULOTKI = Group(
    "ulotki",
    _("Print leaflets and posters that warn people of swindlers."),
    (
        Command("approve", "verify", _("Say that the pieces of an edition may hang.")),
        Command("build", "editions", _("Make everything that a campaign orders.")),
        Command("check", "pieces", _("Read everything and say what is wrong; write nothing.")),
        Command("clean", "editions", _("Remove old editions that nobody needs; first says which.")),
        Command("desk", "papers", _("Make the list by which the duty desk knows your leaflets.")),
        Command("doctor", "doctor", _("Check that everything is there and in order, and what will soon be due.")),
        Command("gallery", "pieces", _("Make a page with a picture of every scam in every template.")),
        Command("hand-over", "hand_over", _("Write down which leaflets a place was given.")),
        Command("history", "workspace_files", _("List what was changed in the workspace's files, and what differs.")),
        Command("init", "texts", _("Make a workspace for a gmina, with files that explain themselves.")),
        Command("lesson", "papers", _("Make the outline of a lesson, with its letter and a quiz.")),
        Command("list", "listing:listing", _("List scams, templates, places, numbers, campaigns, checks or icons.")),
        Command("meeting", "meetings", _("Write down a meeting that was held.")),
        Command(
            "new", "texts", _("Write a commented starter for a scam, a place or a campaign; or a campaign once more.")
        ),
        Command("pack", "pack", _("Make what a place gets as one file to print.")),
        Command("paper", "pack", _("Make one paper of a bundle: the letter, the page for the host, the receipt.")),
        Command("plan", "editions", _("Say what build would change, and why; write nothing.")),
        Command("press-note", "accounts", _("Make a note for the unit's page, with its picture.")),
        Command("recall", "recall", _("Say which boards carry something out of date, and what to bring.")),
        Command("report", "accounts", _("Make the account of a campaign: ordered, given, hung, meetings, topics.")),
        Command("serve", "serve", _("Open the local page: everything without a terminal.")),
        Command("settings", "workspace_files", _("Show who publishes, unit, printer and plan, or change them.")),
        Command("show", "pieces", _("Make one piece now: a PDF, a picture, or its words.")),
        Command("site", "pieces", _("Make pages for the unit's web site, with the pieces to download.")),
        Command("summary", "accounts", _("Make the final account of a plan, to sign.")),
        Command("taken-down", "entries", _("Write down which leaflets are gone from a place.")),
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
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

click.version_option(__version__, prog_name="ulotki", help=_("Show the version and stop."))(ULOTKI)
