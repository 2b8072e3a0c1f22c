"""A document as a file: PDF to print, or its words as text and as HTML to paste into a word processor or into mail."""

from __future__ import annotations

from ulotki.content.typography import HOME
from ulotki.documents.paper import Paper, endless_page, pages, paper_pdf
from ulotki.page import twin


def document_file(paper: Paper, ending: str) -> bytes:
    """*paper* as the kind of file that *ending* says. Raises Refused and Overflow as `pages` does for every kind."""
    laid = pages(paper)
    match ending.lower():
        case ".txt":
            return document_text(paper).encode()
        case ".html":
            return twin.markup((endless_page(paper),), paper.title, HOME, {}).encode()
        case _:
            return paper_pdf(paper, laid)


def document_text(paper: Paper) -> str:
    """The words of *paper*, as they follow one another on one endless page: no head stands twice."""
    return twin.text((endless_page(paper),))
