"""Two versions at once: who comes second sees both side by side, field by field, and says what stays.

A form carries the values that it was made from (`was`). So a field that one of the two left alone is no question: the
change of the other stays. When no field is a question, both changes are kept at once; else nothing is written before
somebody has chosen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import cast

from flask import current_app, g, request
from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Answer

from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.serve import kit, words
from ulotki.serve.forms import PICK, SIDES, Form

TRIES = 3
"""How often both changes are written together before somebody is asked: others may go on writing meanwhile."""

OURS = ("token", "seen", "was")
"""Fields of every form, which are made anew."""

Wording = Callable[[tuple[str, ...]], tuple[Say | str, ...]]
"""A function that puts a value into words, line by line."""


def lines(found: tuple[str, ...]) -> tuple[Say | str, ...]:
    """The lines of what is typed."""
    return tuple(line for one in found for line in one.splitlines())


def each(word: Callable[[str], Say | str]) -> Wording:
    """The words of a value that was chosen. word: of one choice."""
    return lambda value: tuple(map(word, value))


@dataclass(frozen=True, slots=True)
class FormField:
    """A field. rows: of the text that may be written anew, 0 where one only chooses.  shown: its value in words."""

    label: Say | str
    rows: int = 1
    shown: Wording = lines


@dataclass(frozen=True, slots=True)
class FieldVersion:
    """One of the two versions of a field: its value, and its words with what differs marked."""

    value: tuple[str, ...]
    words: Markup


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field whose two versions differ. mine: what the form says.  there: what is saved now."""

    name: str
    field: FormField
    mine: FieldVersion
    there: FieldVersion


def page(
    form: Form,
    fields: Mapping[str, FormField],
    there: Mapping[str, tuple[str, ...]],
    seen: str,
    leave: str,
    *,
    whole: bool = False,
    action: str = "",
) -> Answer | tuple[str, int]:
    """Both versions, where they differ, with the choice; or, when no field was changed by both, what the form's own view
    answers to both changes together. there: what is saved now, by field.  seen: its digest.

    leave: the address for who changes nothing.  whole: one version stays as a whole, because parts of both together
    would say what nobody has said.  action: where the choice is sent, "" for the address of the form.
    """
    was = made_from(form)
    mine = {name: _tidy(form.every(name)) for name in fields}
    now = {name: _tidy(there.get(name, ())) for name in fields}
    differ = [name for name in fields if mine[name] != now[name]]
    by_both = [name for name in differ if name not in was or was[name] not in (mine[name], now[name])]
    asked = differ if whole else by_both
    theirs = [name for name in differ if name not in asked and was[name] == mine[name]]
    settled = {name: now[name] if name in theirs else mine[name] for name in fields if whole or name not in asked}
    carried = [*((name, one) for name, values in settled.items() for one in values), *_others(form, fields)]
    emptied = [(name, "") for name, values in settled.items() if not values and name in form.sent]
    if not (whole or asked) and action in ("", request.path) and g.get("tries", 0) < TRIES:
        g.tries = g.get("tries", 0) + 1
        g.sent = MultiDict([*carried, *emptied, ("seen", seen), ("was", json.dumps(now))])
        return cast(Answer, current_app.view_functions[request.endpoint or ""](**(request.view_args or {})))
    return kit.page(
        "conflict.html",
        code=409,
        action=action or request.path,
        both=[_compare(name, fields[name], mine[name], now[name]) for name in asked],
        theirs=[_compare(name, fields[name], mine[name], now[name]) for name in theirs],
        carried=[*carried, *emptied],
        seen=seen,
        was=now,
        leave=leave,
        whole=whole,
    )


def made_from(form: Form) -> dict[str, tuple[str, ...]]:
    """The values that the form was made from; {} when no page of ours says so."""
    try:
        found = json.loads(form.sent.get("was", "{}"))
        return {name: _tidy(tuple(map(str, values))) for name, values in found.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def _tidy(values: tuple[str, ...]) -> tuple[str, ...]:
    """*values* without blanks at the ends, and without what is empty: a field that is empty is one that is not there."""
    plain = (value.replace("\r\n", "\n").strip() for value in values)
    return tuple(value for value in plain if value)


def _others(form: Form, fields: Mapping[str, FormField]) -> Iterator[tuple[str, str]]:
    """What else the form says, such as which button was pressed."""
    heads = (PICK, *(f"{side}." for side in SIDES))
    for name, value in form.sent.items(multi=True):
        if name not in fields and name not in OURS and not name.startswith(heads):
            yield name, value


def _compare(name: str, field: FormField, mine: tuple[str, ...], there: tuple[str, ...]) -> FieldConflict:
    one, other = (
        [words.translate(line, kit.lang()) if isinstance(line, Say) else line for line in field.shown(value)]
        for value in (mine, there)
    )
    return FieldConflict(name, field, FieldVersion(mine, _mark(one, other)), FieldVersion(there, _mark(other, one)))


def _mark(one: list[str], other: list[str]) -> Markup:
    """The lines of *one*, with what *other* does not say marked."""
    here, there = (" \n ".join(each).split(" ") for each in (one, other))
    parts = []
    for kind, start, end, _from, _to in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        text = escape(" ".join(here[start:end]))
        if kind != "equal" and text.strip():
            text = Markup('<mark class="diff">{}</mark>').format(text)
        parts += [text] if start < end else []
    return Markup(" ").join(parts).replace("\n", Markup("<br>"))
