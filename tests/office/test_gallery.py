"""The gallery on the disk: one file for each kind of piece, a picture of each piece, and small enough to send."""

from __future__ import annotations

import datetime
import io
from contextlib import contextmanager

import pikepdf
import pytest
from lxml import html

from ulotki import stock
from ulotki.edition.voice import PageVoice
from ulotki.office.gallery import GalleryRequest, gallery

pytestmark = pytest.mark.slow

DAY = datetime.date(2024, 8, 1)

MOST = 10_000_000
"""Bytes of the gallery of the whole library."""


@contextmanager
def begin(names):
    yield lambda name: None


@pytest.fixture
def made(office, root):
    """The folder of a gallery of four scams."""
    for id in ("bank", "blik", "umowa-dom"):
        scam = root / f"leaflets/library/scams/pl/{id}.toml"
        (office.folder.parent / "home" / scam.relative_to(root)).symlink_to(scam)
    out = office.folder / "galeria"
    outcome = gallery(office, GalleryRequest("colour", None, out, PageVoice()), DAY, begin)
    assert () == outcome.findings
    return out


def test_every_picture_opens_its_page(made, library):
    """
    Each card leads to a page of the one file of its kind, and no page is led to twice; captions differ; all of it is small.
    """
    page = html.document_fromstring((made / "index.html").read_text("utf-8"))
    links, captions = page.xpath("//li/a/@href"), page.xpath("//li//img/@alt")
    counts = {}
    for file in (made / "pieces").iterdir():
        with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
            counts[f"pieces/{file.name}"] = len(pdf.pages)

    assert len(links) == len(set(links)) == len(set(captions))
    assert set(counts) == {link.partition("#page=")[0] for link in links}
    assert all(1 <= int(link.partition("#page=")[2]) <= counts[link.partition("#")[0]] for link in links)
    assert all((made / picture).is_file() for picture in page.xpath("//img/@src"))
    every = [
        paper
        for _, template, paper, inks in stock.offered(library.scams.values())
        if inks.name == "colour" and (paper == template.formats[0] or not paper.like(template.formats[0]))
    ]
    size = sum(file.stat().st_size for file in made.rglob("*") if file.is_file())
    assert size / len(links) * len(every) < MOST
