"""What --json gives. `tools/schemas.py` makes JSON schemas of it.

A document has `schema`, its kind and version; `findings`; `file` where the command wrote one; and the fields of its data:
those of the value that its command gives, or of the `data` of that. Here are the documents of all other kinds.
"""

from __future__ import annotations

from collections.abc import Mapping

VERSION = 2
"""Of every document; docs/commands.md lists what changed with it."""

DATA: Mapping[str, str | Mapping[str, str]] = {
    "copy.compare": "office.copy:CopyComparison",
    "copy.restore": "office.copy:Restored",
    "error": {"exit": "builtins:int"},
    "hand-over": "office.hand_over:HandOverData",
    "hand-over.list": "office.hand_list:ListedPlaces",
    "list.campaigns": {"campaigns": "office.listing:CampaignRow"},
    "list.checks": {"checks": "office.listing:CheckRow"},
    "list.icons": {"icons": "office.listing:IconRow"},
    "list.numbers": {"numbers": "office.listing:ValueRow"},
    "list.places": {"places": "office.listing:PlaceRow"},
    "list.scams": {"scams": "office.listing:ScamRow"},
    "list.templates": {"templates": "office.listing:TemplateRow"},
    "numbers.list": {"numbers": "office.listing:ValueRow"},
    "pack": "office.pack:PackedData",
    "pack.together": "office.stack:JoinedData",
    "serve": {"address": "builtins:str"},
    "text": "office.texts:ScamText",
    "text.list": {"texts": "office.texts:TextRow"},
}
"""Kind → its dataclass, or the names of its lists with the dataclass of their rows."""

WRITTEN = frozenset(
    """desk hand-over.list ledger.backup lesson meetings.calendar meetings.list numbers.due paper places.export press-note
    recall summary report talk test-sheet trial-sheet""".split()
)
"""Kinds whose command writes a file; null when it did not."""
