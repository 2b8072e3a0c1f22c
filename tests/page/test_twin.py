"""The words without the paper: text and HTML say the same as the pages, word for word, and ask nothing of anybody."""

import re
from html.parser import HTMLParser

import pytest
from lxml import etree

from ulotki import press
from ulotki.content.telling import Occasion
from ulotki.content.text import NBSP
from ulotki.look import PALETTES
from ulotki.page.items import Group, Role
from ulotki.page.structure import structure
from ulotki.page.twin import markup, screen_reader_text, text
from ulotki.templates import templates

LINKS = {"number:112": "tel:112", "address:gov": "https://www.gov.pl"}
VOID = {"meta", "br"}
INLINE = {"a", "span", "strong"}


class Reader(HTMLParser):
    """Words, links and tags of a page of HTML; tags must be closed in their order."""

    def __init__(self, page):
        super().__init__()
        self.said, self.links, self.asked, self.open, self.langs, self.counts = [], [], [], [], [], []
        self.feed(page)
        self.close()
        assert not self.open
        self.words = "".join(self.said).split()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.langs += [found["lang"]] if "lang" in found else []
        self.links += [found["href"]] if tag == "a" else []
        self.asked += [value for name, value in attributes if name in ("src", "href", "data", "action") and tag != "a"]
        self.said += [] if tag in INLINE else [" "]
        if tag in ("ol", "ul"):
            self.counts.append(0)
        if tag == "li" and [one for one in self.open if one in ("ol", "ul")][-1] == "ol":
            self.counts[-1] += 1
            self.said.append(f"{self.counts[-1]}. ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "main" in self.open:
            self.said.append(data)
        assert "main" in self.open or self.open[-1:] in (["title"], ["style"]) or data.isspace()


def group(kind, *items, **role):
    return Group(Role(kind, **role), items)


@pytest.fixture(scope="module")
def html():
    """html(page, …): as it is written."""
    return lambda *pages, title="„na wnuczka”", lang="pl": markup(pages, title, lang, LINKS)


def test_a_line_for_each_paragraph(page, line):
    """
    Paragraphs are lines, and pieces of one paragraph one line; a blank line stands before a heading.
    """
    made = page(
        group("heading", line("Uwaga!"), level=1),
        group("paragraph", line("To ja, "), line("babciu.")),
        group("heading", line("Rozłącz się"), level=2),
        group("paragraph", line("Zaraz.")),
    )

    assert "Uwaga!\nTo ja, babciu.\n\nRozłącz się\nZaraz.\n" == text((made,))


def test_pages_follow_one_another(page, line):
    """
    Pages come in their order, and the text ends with one end of line.
    """
    one, other = (page(group("paragraph", line(word))) for word in ("raz", "dwa"))

    assert "raz\ndwa\n" == text((one, other))
    assert "dwa\nraz\n" == text((other, one))


def test_hard_spaces_are_plain(page, line, html):
    """
    Hard spaces, which hold words together on paper, are plain ones in text, and in the title.
    """
    made = page(group("paragraph", line(f"w{NBSP}domu")))

    assert "w domu\n" == text((made,))
    assert "<title>w domu</title>" in html(made, title=f"w{NBSP}domu")


def test_numbers_stand_before_items(page, line):
    """
    The number of an item stands before its first line; a word that is a label has a line of its own.
    """
    one, two, word = [
        group("item", group("label", line(label)), group("body", group("paragraph", line(word))))
        for label, word in (("1", "Rozłącz się."), ("2", "Zadzwoń."), ("BLIK", "kod"))
    ]

    assert "1. Rozłącz się.\n2. Zadzwoń.\n\nBLIK\nkod\n" == text((page(group("list", one, two), group("list", word)),))


def test_a_row_is_a_line(page, line):
    """
    Cells of a row stand beside one another, parted by tabs.
    """
    row = group("row", group("cell", line("Kto")), group("cell"), group("cell", line("kiedy")))

    assert "Kto\t\tkiedy\n" == text((page(group("table", row)),))


def test_a_paragraph_within_words_is_a_line(page, line):
    """
    Words before and after a block within a group are lines too, and nothing of them is lost.
    """
    made = page(group("paragraph", line("przed"), group("paragraph", line("w środku")), line("po")))

    assert "przed\nw środku\npo\n" == text((made,))


def test_links_stay_within_their_line(page, line):
    """
    A number within a sentence does not break its line.
    """
    made = page(group("paragraph", line("pod "), group("link", line("112"), ref="number:112"), line(".")))

    assert "pod 112.\n" == text((made,))


def test_words_stand_instead_of_a_figure(page, line, html):
    """
    Of a figure there are the words instead of it, and not those in it.
    """
    made = page(group("figure", line("QR"), alt="Kod prowadzi do <gov.pl>"))

    assert "Kod prowadzi do <gov.pl>\n" == text((made,))
    assert '<p class="figure">Kod prowadzi do &lt;gov.pl&gt;</p>' in html(made)


def test_decoration_is_not_written(page, line, html):
    """
    What nobody hears nobody reads here either.
    """
    made = page(line("WZÓR"), group("paragraph", line("tak"), group("artifact", line("nie"))))

    assert "tak\n" == text((made,))
    assert ["tak"] == Reader(html(made)).words


def test_signs_of_html_are_letters(page, line, html):
    """
    Angle brackets, ampersands, quotes and braces in words or in the title are letters.
    """
    odd = "<b>&amp; {lang} \"x\" 'y'"
    written = html(page(group("heading", line(odd), level=1), group("paragraph", line(odd))), title=odd)

    assert [*odd.split(), *odd.split()] == Reader(written).words
    assert "<title>&lt;b&gt;&amp;amp; {lang}" in written
    assert "<b>" not in written


def test_links_are_those_given(page, line, html):
    """
    A link leads where the register says; words that lead nowhere are words.
    """
    made = page(
        group(
            "paragraph",
            group("link", line("112"), ref="number:112"),
            group("link", line("997"), ref="number:997"),
            group("link", line("asp."), ref="name:x"),
            group("link", line("gov"), ref="address:gov"),
        )
    )

    assert ["tel:112", "https://www.gov.pl"] == Reader(html(made)).links
    assert '<a href="tel:112" aria-label="112997asp.gov">112</a>997asp.<a' in html(made)
    alone = page(group("paragraph", line("Zadzwoń. "), group("link", line("112"), ref="number:112")))
    assert '<p>Zadzwoń. <a href="tel:112">112</a></p>' in html(alone)


def test_tags(page, line, html):
    """
    Lists, tables and languages are what they are in HTML too.
    """
    table = group("table", group("row", group("head", line("Kto")), group("cell", line("Ja"))))
    items = group("list", group("item", group("label", line("1")), group("body", line("tak"))))
    span = group("paragraph", group("span", line("AnyDesk"), lang="en"))
    written = re.sub(r"\s*\n\s*", "", html(page(table, items, span), lang="uk"))

    assert '<table><tr><th scope="col">Kto</th><td>Ja</td></tr></table>' in written
    assert "<ol><li><div>tak</div></li></ol>" in written
    bare = page(group("list", group("item", group("label", line("Pogania")), group("body", line("tak")))))
    assert "<ul><li><strong>Pogania</strong> <div>tak</div></li></ul>" in re.sub(r"\s*\n\s*", "", html(bare))
    assert '<p><span lang="en">AnyDesk</span></p>' in written
    assert ["uk", "en"] == Reader(written).langs


@pytest.fixture(scope="module", params=sorted(templates()))
def made(request, proof):
    """„na wnuczka” in each template."""
    return proof(template=request.param)


def written(made):
    return markup(made.pages, made.leaflet.name, made.leaflet.lang, made.leaflet.links)


def undashed(said):
    """*said* without the dashes that text sets before the items of a list."""
    return re.sub(r"(?m)^– ", "", said)


def test_both_twins_say_the_same(made):
    """
    Word for word the text says what the HTML says, in every template.
    """
    said = undashed(text(made.pages)).split()

    assert len(said) > 5
    assert said == Reader(written(made)).words


def test_every_word_that_is_read_is_there(made):
    """
    The text is the words of the structure, in its order; only the number of a step has a dot.
    """
    heard = "".join(part for page in made.pages for part in _heard(structure(page)))

    assert "".join(heard.replace(NBSP, " ").split()) == "".join(undashed(text(made.pages)).split())


def _heard(kids):
    for kid in kids:
        if not hasattr(kid, "type"):
            yield "".join(getattr(trace, "text", "") for trace in kid.traces) if kid.read else ""
        elif kid.type == "Figure":
            yield "" if kid.ref == "qr" else kid.alt
        elif kid.type == "Lbl" and kid.text.isdigit():
            yield f"{kid.text}."
        else:
            yield from _heard(kid.kids)


def test_the_page_asks_nothing_of_the_net(made):
    """
    No picture, script, font or style comes from elsewhere; links are those of the register.
    """
    page = written(made)
    read = Reader(page)

    assert [] == read.asked
    assert set(read.links) <= set(made.leaflet.links.values())
    assert "tel:112" in read.links
    assert not re.search(r"<(script|link|img|iframe|object|form)\b|@import|url\(", page)
    assert set(re.findall(r"https?://[^\s\"<]*", page)) <= set(made.leaflet.links.values())


def test_the_page_is_well_formed(made):
    """
    A strict parser has nothing to say of it, and it names its language and its title.
    """
    parser = etree.HTMLParser(recover=False)
    page = etree.fromstring(written(made), parser)
    wrong = [str(error) for error in parser.error_log if "main" not in error.message]

    assert [] == wrong
    assert ("pl", made.leaflet.name.replace(NBSP, " ")) == (page.get("lang"), page.findtext("head/title"))
    assert 1 == len(page.findall(".//h1"))


def test_the_twins_hold_no_hard_space(made):
    """
    No hard space is left in the text: it can be searched and pasted.
    """
    assert NBSP not in text(made.pages)


def test_a_code_is_for_paper(page, line, html):
    """
    Where there is no paper there is no code to scan; who listens to the file is told where it leads.
    """
    code = group("figure", line("x"), alt="Kod QR do strony gov.pl", ref="qr")
    made = page(group("paragraph", line("gov.pl")), code)

    assert "gov.pl\n" == text((made,))
    assert "Kod QR" not in html(made)
    assert "Kod QR do strony gov.pl" in screen_reader_text(made)


def test_nothing_waits_for_a_pen(library, day, until):
    """
    No template without the officer's number says where a stamp or a number belongs, nor to take a strip.
    """
    for template in templates().values():
        scam = next(scam for scam in library.editions if template.refuses(scam) is None)
        made = press.proof(library, scam, template, template.formats[0], PALETTES["mono"], Occasion(day, until))
        said = text(made.pages)
        phrases = made.leaflet.phrases
        for words in (
            phrases.stamp,
            phrases.write_in,
            phrases.strip_take,
            phrases.letter_list,
            phrases.card_neighbours,
        ):
            assert str(words) not in said, (template.id, str(words))
