"""Everything that can go wrong, with a place and a way out.

There is one type for all of it, `Finding`. The library reader, the fitting of a page, the checks and the read-back all
return it. A message stays an English pattern with its values until `cli` or `serve` translates it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping, Sequence
from posixpath import commonprefix
from typing import ClassVar, TypeVar

from ulotki import CONTACT
from ulotki.folding import hyphened
from ulotki.frozen import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Say:
    """A message that is not translated yet: the English pattern and the values for its {names}."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def told(self, translate: Callable[[str], str], plain: Callable[[str], str] = str) -> str:
        """The sentence, its pattern through *translate* and each value through *plain*."""

        def worded(value: object) -> str:
            if isinstance(value, Say):
                return value.told(translate, plain)
            return plain(value.replace(".", translate(POINT)) if isinstance(value, Figure) else str(value))

        return translate(self.text).format(**{name: worded(value) for name, value in self.values})

    def __str__(self) -> str:
        return self.told(lambda text: text)


def say(text: str, /, **values: object) -> Say:
    """The message *text* with *values* for its {names}. `tools/catalogue.py` collects the catalogue from these calls."""
    return Say(text, tuple(values.items()))


Complaint = tuple[Say, Say]
"""(what is wrong, the way out)."""

POINT = say(".").text
"""The sign between whole and parts of a figure, a sentence of the catalogue like any other."""


class Figure(str):
    """A figure in a message: it gets the decimal sign of the language in which it is told."""

    __slots__ = ()


def figure(value: float, how: str = "g") -> Figure:
    """*value* for a message. how: its format, such as ".1f"."""
    return Figure(f"{value:{how}}")


def contact() -> Say:
    """Where people write about faults of the program and wrong numbers."""
    return say("write to {contact}", contact=CONTACT) if CONTACT else say("tell whoever gave you the program")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: line counts from 1 and is 0 when no single line is meant; field is like "step.2.lead"."""

    file: str = ""
    line: int = 0
    field: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    check: the id of the rule that found it.  grave: True refuses to print, False is a warning.  at: where to look.
    pieces: template, format and palette of each piece on which it was found; () when it was found on none.
    """

    check: str
    what: Say
    hint: Say | None = None
    at: Where = Where()
    grave: bool = True
    pieces: tuple[str, ...] = ()


class Trouble(Exception):
    """An error that ends the work: findings for people, and an exit code for scripts."""

    code: ClassVar[int] = 1

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "; ".join(f"{finding.at}: {finding.what}" for finding in self.findings)


class Refused(Trouble):
    """The content, a check or the read-back refuses to print."""


class Misused(Trouble):
    """The program was asked for something that does not exist."""

    code = 2


class Broken(Trouble):
    """The machine prevents the work: a full disk, missing rights, a font that is missing or altered."""

    code = 3


def misused(what: Say, hint: Say | None = None, at: Where = Where()) -> Misused:
    """The error for somebody who asks for something that does not exist; see `Finding` for the arguments."""
    return Misused([Finding("use", what, hint, at)])


def refused(check: str, what: Say, hint: Say | None = None, at: Where = Where()) -> Refused:
    """The error for content that must not be printed or written; see `Finding` for the arguments."""
    return Refused([Finding(check, what, hint, at)])


SYSTEM: Mapping[int, Say] = {
    errno.EACCES: say("Permission denied"),
    errno.EADDRINUSE: say("Address already in use"),
    errno.EFBIG: say("File too large"),
    errno.EIO: say("Input/output error"),
    errno.EISDIR: say("Is a directory"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ENOENT: say("No such file or directory"),
    errno.ENOSPC: say("No space left on device"),
    errno.ENOTDIR: say("Not a directory"),
    errno.EPERM: say("Operation not permitted"),
    errno.EROFS: say("Read-only file system"),
}
"""What systems say in English, whatever language people read."""


def system_words(error: OSError) -> object:
    """What the system says of *error*; Windows says it in its own language, and more of it."""
    own = error.strerror or error
    return own if getattr(error, "winerror", None) else SYSTEM.get(error.errno or 0, own)


def machine(error: OSError) -> Broken:
    """The error for what the machine refused."""
    what = say("the machine does not let us: {why}", why=system_words(error))
    hint = say("check the free space on the disk, and whether you may write there")
    return Broken([Finding("machine", what, hint, Where(str(error.filename)) if error.filename else Where())])


def mistake(error: BaseException, hint: Say | None = None) -> Finding:
    """A failure that no part of the program expects. hint: how to report it."""
    what = say("this is a mistake in the program: {kind}: {what}", kind=type(error).__name__, what=error)
    return Finding("program", what, hint)


def nearest(word: str, known: Iterable[str], titles: Mapping[str, str] | None = None) -> Say | None:
    """A "did you mean" hint for *word*, or None when no known word is close. titles: what people call the known words."""
    found = alike(word, tuple(known), titles or {})
    if len(found) > 1:
        return say("did you mean one of these: {ids}?", ids=", ".join(found))
    return say('did you mean "{word}"?', word=found[0]) if found else None


def nearest_or_all(word: str, known: Iterable[str], titles: Mapping[str, str] | None = None) -> Say:
    """The hint for *word*, which is none of the *known* words: the nearest of them, else all. titles: see `nearest`."""
    words = tuple(known)
    return nearest(word, words, titles) or say("known are: {ids}", ids=", ".join(words) or "–")


def absent(kind: str, word: str) -> Say:
    """The message that no *kind* is called *word*."""
    return say('there is no {kind} "{id}"', kind=say(kind), id=word)


SHOWN = 5
"""Known words that are offered at once."""


def alike(word: str, known: Sequence[str], titles: Mapping[str, str]) -> list[str]:
    """Those *known* words that somebody may mean who typed *word*.

    The same except for case, accents and blanks; else with one of its parts the same; else a slip of the hand; else with a
    part, or a word of its title, from the same stem: "wnuczek" is in "na-wnuczka".
    """
    asked, parts = hyphened(word), {id: hyphened(id).split("-") for id in known}
    named = {id: hyphened(titles.get(id, "")) for id in known}
    if not asked:
        return []
    for found in (
        [id for id in known if hyphened(id) == asked],
        [id for id in known if asked in parts[id] or f"-{hyphened(id)}-" in f"-{asked}-"],
        [slip] if (slip := closest(word, known)) else [],
        [id for id in known if any(_stems(asked, parts[id]))],
        [id for id in known if f"-{asked}-" in f"-{named[id]}-"],
        [id for id in known if any(hits := _stems(asked, named[id].split("-"))) and all(hits)],
    ):
        if found:
            return found[:SHOWN]
    return []


LONG = 4
"""Letters of a word that is not alike by chance."""


def _stems(asked: str, parts: Sequence[str]) -> list[bool]:
    """Whether each long word of *asked* and one of *parts* begin alike, to three fifths of the longer one."""

    def begin(one: str, other: str) -> bool:
        return len(commonprefix([one, other])) >= max(LONG, 0.6 * max(len(one), len(other)))

    return [any(begin(one, other) for other in parts) for one in asked.split("-") if len(one) >= LONG]


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is close to *word*, "" for none.

    A word is close when at most a third of its letters differ, or when the first half of it is the same.
    """
    import difflib  # most people mistype nothing

    close = difflib.get_close_matches(word, tuple(known), n=1, cutoff=0.6)
    if not close:
        return ""
    alike = len(commonprefix([word, close[0]])) * 2 >= max(len(word), len(close[0]))
    steps = difflib.SequenceMatcher(None, word, close[0]).get_opcodes()
    apart = sum(max(end - start, stop - begin) for kind, start, end, begin, stop in steps if kind != "equal")
    return close[0] if alike or apart <= max(2, len(word) // 3) else ""


def pick(kind: str, known: Mapping[str, T], word: str, titles: Callable[[], Mapping[str, str]] = dict) -> T:
    """The value of *known* under the key *word*; *kind* names it in the message. Raises Misused with the closest key.

    titles: what people call the known values, asked for only when there is no such key.
    """
    try:
        return known[word]  # a mapping of unreadable files raises its own error here
    except KeyError:
        pass
    raise misused(absent(kind, word), nearest_or_all(word, known, titles()))
