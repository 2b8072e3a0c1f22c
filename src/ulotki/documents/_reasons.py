"""Why a piece must come down, in the words of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from ulotki.content.paperwork import Causes
from ulotki.content.state import State
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._words import after, join_sentences, plain, typed, worded
from ulotki.handout.reasons import PrintedValue, Reason


def reasons(causes: Causes, found: Iterable[Reason]) -> Iterator[Words]:
    """Why a piece must come down, a sentence each."""
    for reason in found:
        match reason.cause:
            case "value":
                assert reason.value is not None
                yield _value_reason(causes, reason.value)
            case "until":
                assert reason.until is not None
                yield after(causes.over, LANGUAGES[HOME].day(reason.until))
            case "edition":
                yield after(causes.edition, reason.edition)
            case "mark":
                yield after(causes.mark, reason.mark)
            case "wrong":
                assert reason.wrong is not None
                yield join_sentences(worded(causes.wrong), typed(reason.wrong.why))
            case "unknown":
                doubt = causes.doubt if reason.value else causes.torn if reason.folders else causes.unknown
                yield worded(doubt)
            case _:
                assert_never(reason.cause)


def _value_reason(causes: Causes, one: PrintedValue) -> Words:
    """Whose value, what stood there, and what became of it."""
    if one.state is None:
        cause, now = causes.gone, ""
    elif one.state is State.MISSING:
        cause, now = causes.empty, ""
    elif not one.same:
        cause, now = causes.changed if one.state.holds else causes.neither, one.says
    else:
        cause, now = getattr(causes, one.state.value), ""
    whose = plain(f"{one.label or one.ref}: ")
    became = after(cause, now) if now else worded(cause)
    return Words((*whose.runs, Run(one.stood, strong=True), Run(" – "), *became.runs))
