"""The table of screens: what each is called, where it is, and which commands it stands for.

A screen is a module of this room with the blueprint `pages`. What the commands can do, the page can do: a test compares
this table with that of the commands, and the use cases that both import.
"""

from __future__ import annotations

from ulotki.errors import Say, say
from ulotki.frozen import dataclass

DAILY = say("Every day")
READY = say("Getting ready")
ACCOUNT = say("Accounts")
PROGRAM = say("Program")


@dataclass(frozen=True, slots=True)
class Screen:
    """A part of the page. id: of its module and blueprint.  path: where it begins.  group: the part of the menu.

    commands: what it stands for, such as "numbers set".
    """

    id: str
    path: str
    name: Say
    group: Say
    commands: tuple[str, ...] = ()


SCREENS = (
    Screen("start", "/", say("Start"), DAILY, ("numbers due",)),
    Screen(
        "campaign",
        "/akcja",
        say("Campaign"),
        DAILY,
        ("approve", "build", "plan", *(f"orders {name}" for name in "add change list remove".split())),
    ),
    Screen(
        "numbers",
        "/numery",
        say("Numbers"),
        DAILY,
        ("numbers confirm", "numbers list", "numbers set", "numbers stop", "numbers where", "numbers withdraw"),
    ),
    Screen(
        "places", "/miejsca", say("Places"), READY, ("places export", "places import", "places retire", "places set")
    ),
    Screen("texts", "/teksty", say("Texts"), READY, ("new", "text")),
    Screen("bundles", "/paczki", say("Bundles"), DAILY, ("hand-over", "pack", "paper")),
    Screen(
        "boards",
        "/co-gdzie-wisi",
        say("What hangs where"),
        DAILY,
        (
            *("desk", "recall", "taken-down", "verify"),
            *("ledger cancel", "ledger correct", "ledger hanging", "ledger list"),
        ),
    ),
    Screen(
        "meetings",
        "/spotkania",
        say("Meetings"),
        DAILY,
        ("meeting", *(f"meetings {name}" for name in "calendar cancel change invite letter list plan".split())),
    ),
    Screen("outlines", "/konspekty", say("Talks and lessons"), READY, ("lesson", "talk")),
    Screen("accounts", "/sprawozdanie", say("Account"), ACCOUNT, ("press-note", "report", "summary")),
    Screen("website", "/strona", say("Web site"), ACCOUNT, ("site",)),
    Screen("prints", "/druki", say("Pieces"), READY, ("list", "show")),
    Screen(
        "ledger",
        "/dziennik",
        say("Ledger"),
        PROGRAM,
        ("clean", *(f"ledger {name}" for name in "accept backup export forget restore verify".split())),
    ),
    Screen(
        "settings",
        "/ustawienia",
        say("Settings"),
        PROGRAM,
        ("copy restore", "copy save", "doctor", "history", "settings", "test-sheet", "trial-sheet", "undo"),
    ),
)
"""In the order of the menu."""

TO_DO = frozenset[str]()
"""Commands that have no place on the page yet. It only shrinks: a new command brings its place along."""

TERMINAL = frozenset({"serve", "init", "check", "gallery"})
"""Commands that are for the terminal alone."""
