"""Every number and host on paper comes from the register and is good."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ulotki.checks import Check, Piece
from ulotki.content.register import State, address_fault
from ulotki.content.text import DIALABLE, WEB_LIKE
from ulotki.errors import Finding, say
from ulotki.page.items import Code, Line, walk

CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")


def find(piece: Piece) -> Iterator[Finding]:
    """Anything dialable or web-like that no value of the register stands behind; values that are not good."""
    known = {value.printed for value in piece.leaflet.values.values()}
    addresses = {value.value for value in piece.leaflet.values.values()}
    for page in piece.pages:
        for item, roles in walk(page.items):
            if isinstance(item, Code) and (item.payload not in addresses or address_fault(item.payload)):
                yield Finding(
                    "numbers",
                    say('the code leads to "{value}", which is not in the register', value=item.payload),
                    None,
                    piece.at("address"),
                )
            if not isinstance(item, Line) or item.outline or CODE.fullmatch(item.text):
                continue
            ref = next((role.ref for role in roles if role.ref), "")
            value = piece.leaflet.values.get(ref)
            stray = DIALABLE.search(item.text) or WEB_LIKE.search(item.text)
            if (value and item.text.strip() not in known) or (stray and value is None):
                yield Finding(
                    "numbers",
                    say('"{value}" is not in the register', value=item.text.strip()),
                    say("numbers and addresses reach paper through numbers.toml only"),
                    piece.at(item.field),
                )
    for ref, state in piece.leaflet.states.items():
        if state is not State.GOOD:
            value = piece.leaflet.values[ref]
            yield Finding(
                "numbers",
                say('{ref} = "{value}" is {state}', ref=ref, value=value.printed, state=say(state.value)),
                say("a second person types it again under confirmed; until then every page with it says WZÓR")
                if state is State.UNCONFIRMED
                else say("find the value that holds now"),
                value.at,
                grave=False,
            )


CHECK = Check("numbers", say("A wrong number in the name of the police is the worst that can happen."), find)
