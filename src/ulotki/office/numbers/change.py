"""Sets a value: the first of two people types it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from ulotki.content import country
from ulotki.content.dates import next_year
from ulotki.content.number import Number
from ulotki.content.override_faults import FIXED, fixed_complaint
from ulotki.content.overrides import override_remark
from ulotki.content.source_letters import letter_fault
from ulotki.content.text import NBSP
from ulotki.content.value import Value, split_ref
from ulotki.errors import Say, Where, misused, nearest, refused, say
from ulotki.frozen import dataclass
from ulotki.library import Library, edit, tables
from ulotki.library.ids import id_fault
from ulotki.office import Outcome, signing
from ulotki.office.edits import refuse_changed
from ulotki.office.numbers.fitting import fit_warnings
from ulotki.office.numbers.ids import unknown_value
from ulotki.office.numbers.sheet import FILE, NumbersFile, open_numbers
from ulotki.office.value_row import ValueRow
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRequest:
    """A value as one person read it. id: as people say it.  source: the page, of a name also a letter.  who: first name and surname.

    label: whose it is, for a new one.  first, last: the days it holds.  old_until: the last day of the value before it.
    review_by: when to read it anew; None for a year after it begins.  seen: the `stamp` of the entry when it was asked
    for, None where it was not shown; with another stamp nothing is written.
    """

    id: str
    value: str
    source: str
    who: str
    label: str = ""
    first: datetime.date | None = None
    last: datetime.date | None = None
    old_until: datetime.date | None = None
    review_by: datetime.date | None = None
    seen: str | None = None


ABSENT = tables.digest(repr({}).encode())
"""The `stamp` of an entry that is not there yet."""


def stamp(workspace: Workspace, ref: str) -> str:
    """A digest of the entry of the value *ref* as it is now, for `SetRequest.seen`; "" while nobody can read the file."""
    text = (workspace.contents(FILE) or b"").decode("utf-8", "replace")
    try:
        return _stamp(text, *split_ref(ref))
    except ValueError:  # no TOML, so nobody changes it either
        return ""


def _stamp(text: str, kind: str, id: str) -> str:
    return tables.digest(repr(tables.read_entry(text, kind, id)).encode())


@dataclass(frozen=True, slots=True)
class ChangedRow(ValueRow):
    """The value as it is now. changed: whether anything was written.  which: "before" when only the old one was confirmed."""

    changed: bool = False
    which: str = "value"


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """What became of a value. value: as the register has it now.  changed: whether anything was written.  which: "before" when only the old value was confirmed."""

    value: Value
    changed: bool
    day: datetime.date
    which: str = "value"

    @property
    def data(self) -> ChangedRow:
        """The value as `list numbers` has it."""
        return replace(ChangedRow.of(self.value, self.day), changed=self.changed, which=self.which)


def set_value(workspace: Workspace, request: SetRequest, today: datetime.date) -> Outcome[ChangedValue]:
    """Write a value down: the first of two people. Raises Misused and Refused with the way out.

    A warning comes for each piece on order that has no room for it.
    """
    with workspace.alone("numbers set"):
        made, asides, library = _set_value(open_numbers(workspace, "numbers set", today), request)
    findings = tuple(fit_warnings(library, made.value, today)) if library and made.changed else ()
    return Outcome(made, findings, asides)


def _set_value(sheet: NumbersFile, request: SetRequest) -> tuple[ChangedValue, tuple[Say, ...], Library | None]:
    """(what became of it, what is worth knowing, everything as it is now; None when nothing was to be done)."""
    value, page, who = signing.together(
        lambda: signing.value(request.value),
        lambda: signing.first_source(request.source),
        lambda: signing.full_name(request.who),
    )
    kind, id = _find_or_begin(sheet, request)
    refuse_changed(request.seen, _stamp(sheet.text, kind, id))
    if fault := letter_fault(kind, page, sheet.day):
        raise refused("numbers", *fault, Where(field="source"))
    national = replaceable_value(sheet, kind, id)
    value = country.grouped(value).replace(NBSP, " ") if kind == Number.kind else value
    old = tables.read_entry(sheet.text, kind, id)
    if national and not old and national.same(value):
        aside = say("nothing changed: the program says {value} itself", value=national.printed)
        return ChangedValue(national, False, sheet.day), (aside,), None
    typed = edit.TypedValue(
        value=value,
        source=page,
        by=who,
        day=sheet.day,
        review_by=request.review_by or next_year(max(sheet.day, request.first or sheet.day)),
        label=" ".join(request.label.split()),
        first=request.first,
        last=request.last,
        old_until=request.old_until,
        over=national.value if national else "",
    )
    text = edit.with_value(sheet.text, kind, id, typed)
    if national:
        # What was confirmed in place of another national value is not confirmed in place of this one.
        anew = {} if national.same(str(old.get("replaces", ""))) else {"confirmed": None}
        text = tables.edit_entry(text, kind, id, {"replaces": national.value, **anew})
    now, library = sheet.keep(text, kind, id)
    changed = text != sheet.text
    asides = _after_setting(now, request.id, voided="confirmed" in old, changed=changed)
    return ChangedValue(now, changed, sheet.day), tuple(asides), library


def _find_or_begin(sheet: NumbersFile, request: SetRequest) -> tuple[str, str]:
    """(kind, id) of what is set, also of a new one with a label. Raises Misused."""
    meant = sheet.refs.find(request.id)
    if meant is not None:
        return meant
    if not request.label:
        hint = nearest(request.id, sheet.refs.names())
        raise unknown_value(request.id, hint or say("for a new number say with --label whose it is"))
    kind, _colon, name = request.id.rpartition(":")
    if kind not in ("", "number", "name"):
        raise unknown_value(request.id, say("the program begins new numbers and names; an address is written by hand"))
    if complaint := id_fault(name):
        raise misused(*complaint)
    return kind or "number", name


def find_changed(sheet: NumbersFile, word: str, seen: str | None) -> tuple[str, str]:
    """(kind, id) of the value that *word* means. seen: see `SetRequest`. Raises Misused and Overtaken."""
    kind, id = sheet.refs.asked(word)
    refuse_changed(seen, _stamp(sheet.text, kind, id))
    return kind, id


def replaceable_value(sheet: NumbersFile, kind: str, id: str) -> Value | None:
    """The national value of that name, None for none. Raises Misused for what nobody stops or replaces."""
    national = sheet.national.find(kind, id)
    if national and national.ref in FIXED:
        raise misused(*fixed_complaint(national))
    return national


def _after_setting(now: Value, asked: str, *, voided: bool, changed: bool) -> Iterator[Say]:
    """What is worth knowing once a value is written down."""
    if not changed:
        yield say("nothing changed: exactly this is written down for {ref} already", ref=now.ref)
        return
    if voided and not now.before:
        yield say("the confirmation of {ref} no longer counts", ref=now.ref)
    if now.before:
        yield say("the old value still holds until {day}: {value}", day=now.before.until, value=now.before.value)
    if now.note:
        yield say("{value}: {note}", value=now.printed, note=now.note)
    if now.instead_of:
        yield override_remark(now)
    yield say(
        'next: somebody else reads it in the source: ulotki numbers confirm {id} "…" --by "…" --source …; until then WZÓR is printed',
        id=asked,
    )
