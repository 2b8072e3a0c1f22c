"""The orders of a campaign: one added, changed or taken out, or the copies of all; the rest of the file stays as it is.

An order has no name in the file. Its key is made of what it orders, so it is the same whatever else is added or removed.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ulotki.content.typography import HOME
from ulotki.errors import Finding, Refused, Where, refused, say
from ulotki.frozen import dataclass
from ulotki.library import Undated, tables
from ulotki.office import Outcome
from ulotki.office.edits import refuse_changed, refuse_unreadable
from ulotki.office.order_data import OrderData
from ulotki.office.order_fields import DEFAULTS, OrderValues, changed_values, count_faults, default_values
from ulotki.office.order_file import OrderRow, Orders, order_rows, order_tables, orders_path, read_orders
from ulotki.templates import templates
from ulotki.workspace import Workspace
from ulotki.workspace.history import Edit


@dataclass(frozen=True, slots=True)
class OrderRequest:
    """An order as it is typed. key: of the one that is changed, "" for a new one.  seen: see `OrderRow.seen`, "" for none."""

    campaign: str
    values: OrderValues
    key: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class ChangedOrder:
    """What became of an order. order: None when it is gone.  change: the number of the change, 0 when nothing differs."""

    order: OrderData | None
    change: int


def change_order(workspace: Workspace, request: OrderRequest, today: datetime.date) -> Outcome[ChangedOrder]:
    """Write an order. Raises Refused with the fields that are wrong, Overtaken when it is no longer what was shown."""
    with workspace.alone("orders"):
        found = read_orders(workspace, request.campaign)
        row = _find(found, request) if request.key else None
        old = order_tables(found.file)[row.number] if row else {}
        number = row.number if row else len(found.rows)
        given = changed_values({**({} if row else default_values(request.values)), **request.values}, old)
        _refuse_unsuitable(workspace.library(), {**old, **given})
        changed = _write(workspace, found, {number: given}, today)
        order = read_orders(workspace, request.campaign).data.orders[number]
    return Outcome(ChangedOrder(order, changed))


def remove_order(workspace: Workspace, name: str, key: str, seen: str, today: datetime.date) -> Outcome[ChangedOrder]:
    """Take an order out. Raises Refused for the last one, Overtaken when it is no longer what was shown."""
    with workspace.alone("orders"):
        found = read_orders(workspace, name)
        row = _find(found, OrderRequest(name, {}, key, seen))
        if len(found.rows) == 1:
            what = say("nothing would be ordered any more")
            raise refused("orders", what, say("write another order first"))
        return Outcome(ChangedOrder(None, _write(workspace, found, {row.number: None}, today)))


def set_copies(
    workspace: Workspace, name: str, counts: Mapping[str, str], seen: str, today: datetime.date
) -> Outcome[ChangedOrder]:
    """Write how many copies of each order a place gets. counts: by key, as typed.  seen: see `Orders.seen`, "" for none.

    Raises Refused with the keys that are wrong, Overtaken when orders are no longer what was shown.
    """
    with workspace.alone("orders"):
        found = read_orders(workspace, name)
        refuse_changed(seen or None, found.seen)
        faults = [replace(one, at=Where(field=key)) for key, text in counts.items() for one in count_faults(text)]
        if faults:
            raise Refused(faults)
        typed = {key: int(text) for key, text in counts.items()}
        same = {key for key, count in typed.items() if found[key].values["copies"] == (str(count),)}
        wanted = {found[key].number: {"copies": count} for key, count in typed.items() if key not in same}
        return Outcome(ChangedOrder(None, _write(workspace, found, wanted, today)))


def similar_order(found: Orders, values: OrderValues) -> OrderRow | None:
    """The order that *values*, which is no longer there, has become: of the same template, with most of the same scams."""
    kin = [row for row in found.rows if row.values["template"] == values.get("template")]
    shared = {row.key: len(set(row.values["scams"]) & set(values.get("scams", ()))) for row in kin}
    best = max(kin, key=lambda row: shared[row.key], default=None)
    return best if best and shared[best.key] else None


def _find(found: Orders, request: OrderRequest) -> OrderRow:
    """The order that is meant. Raises Overtaken when it has gone or has changed."""
    row = found[request.key]
    refuse_changed(request.seen or None, row.seen)
    return row


def _write(
    workspace: Workspace, found: Orders, wanted: Mapping[int, Mapping[str, object] | None], today: datetime.date
) -> int:
    """Write orders by their numbers; None removes one. Raises Refused for a new one that orders what another does."""
    path, after = orders_path(found.campaign.id), found.file
    if wanted:
        after = tables.edit_list(found.file.decode("utf-8"), "order", wanted).encode()
    if len(found.rows) in wanted:
        key, again, _number = order_rows(order_tables(after))[-1].key.partition("-")
        if again:
            what = say("this is ordered already, by the order {key}", key=key)
            hint = say("change how many of each a place gets: with orders change, or in the table of the campaign")
            raise refused("orders", what, hint)
    if after != found.file:
        try:
            refuse_unreadable(workspace, path, after)
        except Refused as trouble:
            raise Refused(replace(one, at=Where(field=_field(one.at.field))) for one in trouble.findings) from None
    return workspace.change([Edit(path, found.file, after)], "orders", today)


def _field(name: str) -> str:
    """The field of an order in "order.2.scams.1"."""
    return next((part for part in name.split(".") if part in DEFAULTS), "")


def _refuse_unsuitable(library: Undated, table: Mapping[str, Any]) -> None:
    """Raises Refused when the template is not for one of the scams."""
    template = templates().get(str(table.get("template")))
    if template is None or table.get("language", HOME) != HOME:
        return
    known = (library.scams[id] for id in table["scams"] if id in library.scams)
    faults = [say("{title}: {why}", title=one.title.source, why=why) for one in known if (why := template.refuses(one))]
    if faults:
        raise Refused(Finding("orders", what, None, Where(field="template")) for what in faults)
