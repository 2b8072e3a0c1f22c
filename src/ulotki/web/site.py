"""Pages for the web site of a police unit: the words of the leaflets as HTML, with the pieces to download.

A page is made from the told leaflet, not from printed pages. Anything that is not final stops the whole site, because a web
page shows no WZÓR.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from ulotki.content.phrases import Site
from ulotki.content.typography import HOME
from ulotki.markup import STYLE, rendered, text
from ulotki.web.about import about
from ulotki.web.article import Article, list_path, pdf_path, picture_path, text_path
from ulotki.web.frame import SiteInfo
from ulotki.web.list_page import list_page
from ulotki.web.scam_page import scam_page
from ulotki.web.sign import icon

MARKER = ".ulotki-site"
"""The file that marks a folder as a site of this program."""


def files(
    articles: Sequence[Article], words: Mapping[str, Site], first: Collection[str] = (), given: SiteInfo = SiteInfo()
) -> dict[str, bytes]:
    """Path → contents of every file of the site. words: by language.  first: the ids of scams at the top of the list."""
    found = {
        MARKER: b"ulotki.site/1\n",
        "style.css": rendered("ulotki.web", "style.css", style=Markup(STYLE)).encode(),
        ICON: icon().encode(),
    }
    for lang in dict.fromkeys(one.leaflet.lang for one in articles):
        those = [one for one in articles if one.leaflet.lang == lang]
        found[list_path(lang)] = list_page(those, articles, words[lang], first, given).encode()
    for one in articles:
        told = tuple(about(one.leaflet, words[one.leaflet.lang]))
        found[text_path(one)] = SIGNED + text(told).encode()
        found |= {pdf_path(one, piece): piece.data for piece in one.downloads}
        found |= {picture_path(one): one.picture[2]} if one.picture else {}
        found[one.page] = scam_page(one, told, articles, words, len(found[text_path(one)]), given).encode()
    upload = "".join(f"{line.source}\n" for line in words[HOME].upload)
    return found | {"README.txt": SIGNED + upload.encode()}


SIGNED = b"\xef\xbb\xbf"
"""UTF-8 byte order mark: programs then read the text as UTF-8, whatever the web server says."""

ICON = "icon.svg"
