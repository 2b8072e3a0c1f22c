"""Reads the orders of a campaign as its file has them, each by its key."""

from __future__ import annotations

from typing import Any

from ulotki.content.campaign import Campaign
from ulotki.errors import absent, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.library import tables
from ulotki.library.toml import values_of
from ulotki.office.edits import overtaken
from ulotki.office.order_data import OrderData, OrdersData
from ulotki.office.order_fields import DEFAULTS, OrderValues
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order. key: a digest of what it orders; see `orders`.  seen: a digest of all of it.  number: its place in the file, from 0."""

    number: int
    key: str
    seen: str
    values: OrderValues


@dataclass(frozen=True, slots=True)
class Orders:
    """The orders of a campaign, as the file has them. file: its contents.  seen: a digest of all keys with their copies."""

    campaign: Campaign
    rows: tuple[OrderRow, ...]
    file: bytes

    @property
    def data(self) -> OrdersData:
        """The orders as other programs get them."""
        both = zip(self.rows, self.campaign.order, strict=True)
        return OrdersData(self.campaign.id, tuple(OrderData.of(row.key, order) for row, order in both))

    def named(self, word: str) -> OrderRow:
        """The order of that key, or whose key alone begins so. Raises Misused for none, and for several."""
        alike = [row for row in self.rows if word and row.key.startswith(word)]
        found = [row for row in alike if row.key == word] or alike
        if len(found) != 1:
            several = say('"{word}" is the beginning of several orders', word=word)
            what = several if found else absent("order", word)
            command = f"ulotki orders list {self.campaign.id}"
            raise misused(what, say("all are shown by: {command}", command=command))
        return found[0]

    @property
    def copies(self) -> dict[str, str]:
        """How many copies each place gets, by key."""
        return {row.key: row.values["copies"][0] for row in self.rows}

    @property
    def seen(self) -> str:
        """A digest of all keys with their copies."""
        return tables.digest(repr(sorted(self.copies.items())).encode())

    def __getitem__(self, key: str) -> OrderRow:
        """The order of that key. Raises Overtaken when it is gone."""
        for row in self.rows:
            if row.key == key:
                return row
        raise overtaken()


def read_orders(workspace: Workspace, name: str) -> Orders:
    """The orders of the campaign *name*. Raises Misused for none of that name, Refused for one that cannot be read."""
    campaign = pick("campaign", workspace.library().campaigns, name)
    data = workspace.contents(orders_path(campaign.id)) or b""
    return Orders(campaign, order_rows(order_tables(data)), data)


def orders_path(name: str) -> str:
    """Where the orders of the campaign *name* are, from the folder of the workspace."""
    return f"campaigns/{name}.toml"


def order_tables(data: bytes) -> list[dict[str, Any]]:
    """The tables [[order]] of a file."""
    found = values_of(data).get("order")
    return found if isinstance(found, list) else []


def order_rows(found: list[dict[str, Any]]) -> tuple[OrderRow, ...]:
    """A row for each table; of orders that are alike the second and the next ones have a number after their key."""
    seen: dict[str, int] = {}
    rows: list[OrderRow] = []
    for number, table in enumerate(found):
        what = sorted((key, value) for key, value in table.items() if key != "copies")
        key = tables.digest(repr(what).encode())[:12]
        seen[key] = seen.get(key, 0) + 1
        values = {name: _words(table.get(name, default)) for name, default in DEFAULTS.items()}
        digest = tables.digest(repr(sorted(table.items())).encode())
        rows.append(OrderRow(number, key if seen[key] == 1 else f"{key}-{seen[key]}", digest, values))
    return tuple(rows)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    return () if value is None else (str(value),)
