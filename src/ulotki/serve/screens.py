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


def _all(words: str) -> tuple[str, ...]:
    """The commands of "build; plan; orders add change": after the first word of a group all that it has."""
    found = (part.split() for part in words.split(";"))
    return tuple(name for head, *rest in found for name in ([f"{head} {one}" for one in rest] or [head]))


SCREENS = (
    Screen("start", "/", say("Start"), DAILY, _all("numbers due")),
    Screen("campaign", "/akcja", say("Campaign"), DAILY, _all("approve; build; plan; orders add change list remove")),
    Screen("numbers", "/numery", say("Numbers"), DAILY, _all("numbers confirm list set stop where withdraw")),
    Screen("places", "/miejsca", say("Places"), READY, _all("places export import retire set")),
    Screen("texts", "/teksty", say("Texts"), READY, _all("new; text")),
    Screen("bundles", "/paczki", say("Bundles"), DAILY, _all("hand-over; pack; paper")),
    Screen(
        *("boards", "/co-gdzie-wisi", say("What hangs where"), DAILY),
        _all("desk; recall; taken-down; verify; ledger cancel correct hanging list"),
    ),
    Screen(
        *("meetings", "/spotkania", say("Meetings"), DAILY),
        _all("meeting; meetings calendar cancel change invite letter list plan"),
    ),
    Screen("outlines", "/konspekty", say("Talks and lessons"), READY, _all("lesson; talk")),
    Screen("accounts", "/sprawozdanie", say("Account"), ACCOUNT, _all("press-note; report; summary")),
    Screen("website", "/strona", say("Web site"), ACCOUNT, _all("site")),
    Screen("prints", "/druki", say("Pieces"), READY, _all("list; show")),
    Screen(
        *("ledger", "/dziennik", say("Ledger"), PROGRAM),
        _all("clean; ledger accept backup export forget restore verify"),
    ),
    Screen(
        *("settings", "/ustawienia", say("Settings"), PROGRAM),
        _all("copy restore save; doctor; history; settings; test-sheet; trial-sheet; undo"),
    ),
)
"""In the order of the menu."""

TERMINAL = frozenset({"serve", "init", "check", "gallery"})
"""Commands that are for the terminal alone."""
