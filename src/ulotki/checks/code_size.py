"""A QR code is large enough for an old telephone, and its quiet zone is empty."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.errors import Finding, figure, say
from ulotki.page.items import Code, Page, named
from ulotki.page.walking import walk
from ulotki.paper import A3, A4, A5

LEAST = {A5.name: 1.0, A4.name: 1.44, A3.name: 2.0}
"""Smallest side of a module by paper, mm: measured with simulated captures, 4 pixels of a 1080-line camera a module."""


def least_module(page: Page) -> float:
    """The smallest allowed module on a page of this size, mm."""
    long = max(page.width, page.height)
    return next((LEAST[paper.name] for paper in (A5, A4) if long <= paper.height + 0.01), LEAST[A3.name])


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Codes that are too small, and items in a quiet zone."""
    for page in piece.pages:
        items = [item for item, _ in walk(page.items)]
        for code in items:
            if not isinstance(code, Code):
                continue
            if code.module < least_module(page) - 0.001:
                said = {"module": figure(code.module, ".2f"), "least": figure(least_module(page), ".2f")}
                what = say("the code's module is {module} mm and needs {least} mm", **said)
                yield Finding("code_size", what, say("give the code more room in the template"), piece.at("address"))
            quiet = code.quiet
            for item in items:
                if item is not code and item.box.meets(quiet, 0.01):
                    what = say("{what} stands in the quiet zone of the code", what=named(item))
                    hint = say("keep four modules around the code empty")
                    yield Finding("code_size", what, hint, piece.at("address"))


CHECK = Check("code_size", say("A camera does not read a small or crowded code, and people try another one."), find)
