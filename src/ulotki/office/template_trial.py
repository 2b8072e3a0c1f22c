"""Tries a scam in the templates that campaigns order it in: what the rules say, and what does not fit."""

from __future__ import annotations

import datetime

from ulotki import press
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Trouble
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.templates import templates

USUAL = (("poster", "A4"), ("leaflet", "A5"))
"""Templates that a text is tried in when no campaign orders it."""

MOST = 4
"""Templates that a text is tried in."""


def tried_templates(library: Library, scam: Scam) -> tuple[tuple[str, str], ...]:
    """(template, format): those that campaigns order the scam in, each once; the usual ones when none does."""
    orders = (order for one in reversed(library.campaigns.values()) for order in one.order if order.language == HOME)
    ordered = [
        (one.template, one.format) for one in orders if scam.id in one.scams and not templates()[one.template].whole
    ]
    first: dict[str, str] = {}
    for id, paper in ordered or USUAL:
        first.setdefault(id, paper)
    return tuple((id, paper) for id, paper in first.items() if not templates()[id].refuses(scam))[:MOST]


def try_scam(
    library: Library, scam: Scam, tried: tuple[tuple[str, str], ...], today: datetime.date
) -> tuple[tuple[Finding, ...], dict[str, press.Proof]]:
    """(what the rules say and what does not fit, each once; the pieces that can be made, by template)."""
    told: dict[tuple[str, str], Finding] = {}
    proofs: dict[str, press.Proof] = {}
    for template, paper in tried:
        chosen = templates()[template]
        on = next((one for one in chosen.formats if one.name == paper), chosen.formats[0])
        try:
            proofs[template] = press.proof(library, scam, chosen, on, PALETTES["mono"], Occasion(today))
            found = proofs[template].findings
        except Trouble as trouble:
            found = trouble.findings
        for one in found:
            told.setdefault((one.at.field, str(one.what)), one)
    return tuple(told.values()), proofs
