"""What --json gives: for each kind of document the dataclass of its data. `tools/schemas.py` makes JSON schemas of it.

A document has `schema`, its kind and version; `findings`; `file` where the command wrote one; and the fields of its data.
"""

from __future__ import annotations

from collections.abc import Mapping

VERSION = 2
"""Of every document; docs/commands.md lists what changed with it."""

DATA: Mapping[str, str | Mapping[str, str]] = {
    "approve": "office.approve:Approved",
    "build": "office.built:BuiltData",
    "check": "office.checking:CheckedData",
    "clean": "office.clean:CleanedData",
    "copy.compare": "office.copy:CopyComparison",
    "copy.restore": "office.copy:Restored",
    "copy.save": "office.copy:Saved",
    "desk": "office.desk:DeskData",
    "doctor": "office.doctor:ExaminedData",
    "error": {"exit": "builtins:int"},
    "gallery": "office.gallery:Gallery",
    "hand-over": "office.hand_over:HandOverData",
    "hand-over.list": "office.hand_list:ListedPlaces",
    "history": "office.undo:History",
    "init": "office.starting:Begun",
    "ledger.accept": "handout.lines:EntriesData",
    "ledger.backup": "office.ledger:LedgerEnd",
    "ledger.cancel": "office.correct:CancelledData",
    "ledger.correct": "office.correct:CorrectedData",
    "ledger.export": "office.export:Exported",
    "ledger.forget": "office.ledger:ForgottenEntries",
    "ledger.hanging": "office.hanging:HangingData",
    "ledger.list": "handout.lines:EntriesData",
    "ledger.restore": "office.ledger:RestoredLedger",
    "ledger.verify": "office.ledger:LedgerEnd",
    "list.campaigns": {"campaigns": "office.listing:CampaignRow"},
    "list.checks": {"checks": "office.listing:CheckRow"},
    "list.icons": {"icons": "office.listing:IconRow"},
    "list.numbers": {"numbers": "office.listing:ValueRow"},
    "list.places": {"places": "office.listing:PlaceRow"},
    "list.scams": {"scams": "office.listing:ScamRow"},
    "list.templates": {"templates": "office.listing:TemplateRow"},
    "meeting": "handout.lines:EntriesData",
    "meetings.calendar": {},
    "meetings.cancel": "office.meetings:MeetingData",
    "meetings.change": "office.meetings:MeetingData",
    "meetings.invite": "office.meeting_papers:InvitationData",
    "meetings.letter": "office.meeting_papers:Letters",
    "meetings.list": "office.meetings:Meetings",
    "meetings.plan": "office.meetings:MeetingData",
    "new": "office.starting:Started",
    "numbers.confirm": "office.numbers.change:ChangedRow",
    "numbers.due": "office.due:DuesData",
    "numbers.list": {"numbers": "office.listing:ValueRow"},
    "numbers.set": "office.numbers.change:ChangedRow",
    "numbers.stop": "office.numbers.change:ChangedRow",
    "numbers.where": "office.numbers.where:WhereData",
    "numbers.withdraw": "office.numbers.change:ChangedRow",
    "orders.add": "office.orders:ChangedOrder",
    "orders.change": "office.orders:ChangedOrder",
    "orders.list": "office.orders:OrdersData",
    "orders.remove": "office.orders:ChangedOrder",
    "pack": "office.pack:PackedData",
    "pack.together": "office.stack:JoinedData",
    "paper": {},
    "places.export": "office.places.giving:PlaceTableData",
    "places.import": "office.places.taking:TakenIn",
    "places.retire": "office.places.keeping:Retired",
    "places.set": "office.places.keeping:SavedPlaceData",
    "plan": "office.plan:PlannedData",
    "lesson": "office.outline:OutlineData",
    "press-note": "office.press_note:PressNoteData",
    "recall": "office.recalled:RecallData",
    "report": "office.report:Figures",
    "settings": "office.settings:Settings",
    "serve": {"address": "builtins:str"},
    "show": "office.show:ShownPiece",
    "site": "office.site:WrittenSite",
    "summary": "office.summary:Period",
    "talk": "office.outline:OutlineData",
    "taken-down": "office.taken_down:TakenDownData",
    "test-sheet": {},
    "text": "office.texts:ScamText",
    "text.list": {"texts": "office.texts:TextRow"},
    "trial-sheet": {},
    "undo": "office.undo:UndoResult",
    "verify": "office.verify:VerifiedData",
}
"""Kind → its dataclass, or the names of its lists with the dataclass of their rows."""

WRITTEN = frozenset(
    """desk hand-over.list ledger.backup lesson meetings.calendar meetings.list numbers.due paper places.export press-note recall summary report talk test-sheet
    trial-sheet""".split()
)
"""Kinds whose command writes a file; null when it did not."""
