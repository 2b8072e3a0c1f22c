"""A code is large enough for an old telephone, and has air around it."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.errors import Finding, say
from ulotki.page.items import Code, Page, named, walk
from ulotki.paper import A3, A4, A5

LEAST = {A5.name: 1.0, A4.name: 1.44, A3.name: 2.0}
"""Side of a module in mm by paper: from panels of simulated captures, 4 pixels of a 1080-line camera a module."""


def least_module(page: Page) -> float:
    """The smallest module on a page of this size."""
    long = max(page.width, page.height)
    return next((LEAST[paper.name] for paper in (A5, A4) if long <= paper.height + 0.01), LEAST[A3.name])


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Codes too small, or with something in their quiet zone."""
    for page in piece.pages:
        items = [item for item, _ in walk(page.items)]
        for code in items:
            if not isinstance(code, Code):
                continue
            if code.module < least_module(page) - 0.001:
                yield Finding(
                    "code_size",
                    say(
                        "the code's module is {module} mm and needs {least} mm",
                        module=f"{code.module:.2f}",
                        least=f"{least_module(page):.2f}",
                    ),
                    say("give the code more room in the template"),
                    piece.at("address"),
                )
            for item in items:
                if item is not code and item.box.meets(code.quiet, 0.01):
                    yield Finding(
                        "code_size",
                        say("{what} stands in the quiet zone of the code", what=named(item)),
                        say("keep four modules around the code empty"),
                        piece.at("address"),
                    )


CHECK = Check("code_size", say("A small or crowded code is not read, and people try again with another one."), find)
