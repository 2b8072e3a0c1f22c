"""A document as a file: PDF to print, or its words as text and as HTML to paste into a word processor or into mail."""

from __future__ import annotations

from ulotki.content.typography import HOME
from ulotki.documents.paper import Paper, endless, pages, printed
from ulotki.page import twin

ENDINGS = (".pdf", ".txt", ".html")
"""The kinds of file that every document can be."""


def document(paper: Paper, ending: str) -> bytes:
    """*paper* as the kind of file that *ending* says.

    Raises Refused and Overflow as `pages` does: what cannot be printed is not pasted either.
    """
    laid = pages(paper)
    match ending.lower():
        case ".txt":
            return text(paper).encode()
        case ".html":
            return twin.markup((endless(paper),), paper.title, HOME, {}).encode()
        case _:
            return printed(paper, laid)


def text(paper: Paper) -> str:
    """The words of *paper*, as they follow one another on one endless page: no head stands twice."""
    return twin.text((endless(paper),))
