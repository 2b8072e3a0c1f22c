"""Every number and host on paper is a value of the register that holds on the day."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._stretches import stretches, touching
from ulotki.content.country import address_fault
from ulotki.content.dialled import dialable
from ulotki.content.hosts import web_like
from ulotki.content.leaflet import CODE_REF
from ulotki.content.state import State
from ulotki.errors import Finding, say
from ulotki.page.items import Code
from ulotki.page.piece_code import well_formed
from ulotki.page.walking import walk

WAYS_OUT = {
    State.UNCONFIRMED: say("a second person types it again under confirmed; until then every page with it says WZÓR"),
    State.EARLY: say("wait for its first day, or say in before what holds until then"),
    State.EXPIRED: say("find the value that holds now; until then every page with it says WZÓR"),
    State.WITHDRAWN: say("set the value that holds now; until then every page with it says WZÓR"),
    State.DUE: say("read it again in its source, and write down the day under checked and a new review_by"),
}


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Numbers and internet addresses that are not values of the register, and values that do not hold."""
    addresses = {value.value for value in piece.leaflet.values.values()}
    for page in piece.pages:
        for item, _ in walk(page.items):
            if isinstance(item, Code) and (item.payload not in addresses or address_fault(item.payload)):
                what = say('the code leads to "{value}", which is not in the register', value=item.payload)
                yield Finding("numbers", what, say("take an address of the register"), piece.at("address"))
        for one, other in touching(page):
            what = say('"{one}" touches "{other}"', one=one.text.strip(), other=other.text.strip())
            hint = say("put a space between a number or an address and other words")
            yield Finding("numbers", what, hint, piece.at(other.field or one.field))
        for ref, text, field in stretches(page):
            value = piece.leaflet.values.get(ref)
            if ref == CODE_REF:
                wrong = not well_formed(text)
            elif value is not None:
                wrong = text != value.told(piece.leaflet.lang) or value.fault() is not None
            else:
                wrong = bool(ref or dialable(text) or web_like(text))
            if wrong:
                hint = say("numbers and addresses reach paper through numbers.toml only")
                yield Finding("numbers", say('"{value}" is not in the register', value=text), hint, piece.at(field))
    for ref, state in piece.leaflet.states.items():
        if state is not State.GOOD:
            value = piece.leaflet.values[ref]
            what = say('{ref} = "{value}" is {state}', ref=ref, value=value.printed, state=say(state.value))
            yield Finding("numbers", what, WAYS_OUT[state], value.at, grave=False)


CHECK = Check("numbers", say("A wrong number in the name of the police is the worst that can happen."), find)
