"""A document as a file: PDF to print, or its words as text and as HTML to paste into a word processor or into mail."""

from __future__ import annotations

import math
from textwrap import shorten

from ulotki.content.typography import HOME
from ulotki.documents._page_frame import grouped_rows, head_height, page_head
from ulotki.documents.flowing import NewPage, over_pages
from ulotki.documents.page_layout import pages
from ulotki.documents.paper import Paper
from ulotki.page import twin
from ulotki.page.blocks import Stack
from ulotki.page.gist import MOST_SAID, opening
from ulotki.page.items import Box, Page
from ulotki.page.purposes import PAPER
from ulotki.page.setting import Setting
from ulotki.stock import family as shipped


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


def endless_page(paper: Paper) -> Page:
    """All of *paper* on one page as long as it takes: for its words, which no end of a page breaks."""
    setting, above = Setting(shipped(HOME), cut=True), head_height(paper)
    width, margin = paper.width, paper.format.margin
    parts = [part for part in paper.blocks if not isinstance(part, NewPage)]
    (blocks,) = over_pages(parts, paper.gap, width, math.inf, setting)
    body = Stack(blocks)
    high = body.height(width, setting)
    items = body.place(Box(margin, margin + above, width, high), setting)
    whole = (*page_head(paper, 0, above, setting), *grouped_rows(items))
    return Page(paper.format.width, 2 * margin + above + high, margin, whole)


def paper_pdf(paper: Paper, laid: tuple[Page, ...]) -> bytes:
    """The pages of *paper* as PDF, read back."""
    from ulotki.drawing.about import About  # most commands that make a paper can also say it in words, and draw nothing
    from ulotki.press import finished

    subject = shorten(opening(laid[0]), MOST_SAID, placeholder="…")
    about = About(paper.title, paper.author, HOME, paper.dated, subject=subject)
    return finished(laid, about, shipped(HOME), PAPER)
