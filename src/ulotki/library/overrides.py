"""Reads an override: an entry of a workspace with the id of a national value."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content import override_faults as faults
from ulotki.content.overrides import OWN, with_national_fields
from ulotki.content.value import Value
from ulotki.errors import say
from ulotki.library.locate import KeyPath
from ulotki.library.shape import Reader


def read(reader: Reader, national: Value, table: object, path: KeyPath) -> Value | None:
    """The override of *national* in *table*, None when it has faults; the reader notes them."""
    if not isinstance(table, Mapping):
        what = say("{field} must be a table", field=".".join(map(str, path)))
        reader.fault(path, what, say("give it keys of its own"))
        return None
    if national.ref in faults.FIXED:
        reader.fault(path, *faults.fixed_complaint(national))
        return None
    for key in sorted(OWN & table.keys()):
        what = say("{ref} comes with the program and keeps its {key}", ref=national.ref, key=key)
        hint = say("delete this line; or give the entry another id, if it is about something else")
        reader.fault((*path, key), what, hint)
    if OWN & table.keys():
        return None
    value = reader.read(type(national), {"label": national.label, **table}, path, id=national.id, national=False)
    if value is None:
        return None
    own = with_national_fields(value, national)
    if complaint := faults.override_fault(own):
        reader.fault((*path, "value"), *complaint)
    return own
