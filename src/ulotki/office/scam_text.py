"""The text of a scam, field by field, as it is typed."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.errors import Finding, Say
from ulotki.frozen import dataclass
from ulotki.library.scam_fields import FieldKind


@dataclass(frozen=True, slots=True)
class TextField:
    """A field. value: as it is typed, a line for each entry.  library: the same in the library, None for none."""

    key: str
    kind: FieldKind
    value: str
    library: str | None


@dataclass(frozen=True, slots=True)
class ScamText:
    """A text as it is, or as it would be. own: the workspace has its own.  seen: the digest of its file.

    tried: the templates it was tried in.  findings: what the rules say and what does not fit, by field, "" for no field.
    change: the number of the change, 0 when nothing was written.
    """

    id: str
    own: bool
    note: Say | None
    fields: tuple[TextField, ...]
    seen: str
    tried: tuple[tuple[str, str], ...]
    findings: tuple[tuple[str, Finding], ...]
    change: int = 0

    @property
    def at(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by field."""
        found: dict[str, tuple[Finding, ...]] = {}
        for key, one in self.findings:
            found[key] = (*found.get(key, ()), one)
        return found


@dataclass(frozen=True, slots=True)
class TextRequest:
    """A text and its new values by field. seen: the digest that a form was made from, "" for none."""

    id: str
    values: Mapping[str, str]
    seen: str = ""
