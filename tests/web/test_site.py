"""Pages for the web site: the leaflets' words, links from the register alone, and HTML that reads well without eyes."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath

import pytest
from lxml import etree, html

from leaflets import changed
from ulotki.content.leaflet import tell
from ulotki.content.publisher import Unit, WebSite
from ulotki.content.register import Register
from ulotki.content.state import Confirmed
from ulotki.content.telling import Occasion
from ulotki.content.typography import plural_form
from ulotki.errors import Refused
from ulotki.look import PALETTES
from ulotki.look.inks import BLACK, MIST, NAVY, WHITE, YELLOW, contrast
from ulotki.page import twin
from ulotki.page.items import QR
from ulotki.page.structure import elements, structure
from ulotki.readback import Readback
from ulotki.web import site
from ulotki.web.article import Article
from ulotki.web.frame import SiteInfo
from ulotki.web.pieces import TEMPLATES, article

SCAMS = ("na-wnuczka", "sms-doplata")
"""One to call about, one with every kind of number and an address."""

VOID = {"meta", "link", "br", "img"}

OFFICER = {
    "number:dzielnicowy": "47 812 00 00",
    "name:dzielnicowy": "asp. Jan Kowalski",
    "name:godziny": "w dni robocze, godz. 8–15",
}


@pytest.fixture(scope="session")
def given(library, day):
    """given(ref, …, number:…): the library with OFFICER, confirmed; *unsure* are the refs of what nobody confirmed."""

    def give(*unsure, **more):
        values = dict(library.register.values)
        for ref, value in OFFICER.items():
            word = None if ref in unsure else Confirmed(value, "Anna Nowak", day)
            values[ref] = replace(values[ref], value=value, set_by="asp. Jan Kowalski", confirmed=word)
        values["number:dzielnicowy"] = replace(values["number:dzielnicowy"], **more)
        return replace(library, register=Register(values))

    return give


@pytest.fixture(scope="session")
def articles(given, day):
    """SCAMS with a confirmed officer, drawn once."""
    library = given()
    return [article(library, library.scam(id), PALETTES["colour"], day) for id in SCAMS]


@pytest.fixture(scope="session")
def words(library):
    return library.sites


@pytest.fixture(scope="session")
def files(articles, words):
    return site.files(articles, words, ["sms-doplata"])


@pytest.fixture(scope="session")
def pages(files):
    """Every page of HTML by its path, parsed."""
    return {path: html.document_fromstring(data.decode()) for path, data in files.items() if path.endswith(".html")}


def heard(element) -> str:
    """What is read of an element: hard blanks are blanks, a line break is one."""
    for end in element.iter("br", "p", "li", "h1", "h2"):
        end.tail = f" {end.tail or ''}"
    return " ".join(element.text_content().split())


def clauses(text: str) -> set[str]:
    """*text* cut after every sign that ends a clause; the number of a step and a dash are none of its words."""
    lines = (re.sub(r"^(\d\.|–) ", "", line) for line in text.splitlines())
    return {part.strip(" ,") for line in lines for part in re.split(r"(?<=[.!?:,]) ", line)} - {""}


# What is there


def test_what_a_site_consists_of(files):
    """
    The list, a page, a text, a picture and three pieces for each scam, one style sheet, a sign, a word to who uploads it.
    """
    pieces = {f"pdf/{id}-{name}.pdf" for id in SCAMS for name in ("poster", "leaflet", "large-print")}
    pieces |= {f"img/{id}.png" for id in SCAMS}
    own = {"index.html", "style.css", "icon.svg", "README.txt", ".ulotki-site"}

    assert own | pieces | {f"{id}.html" for id in SCAMS} | {f"txt/{id}.txt" for id in SCAMS} == set(files)


def test_the_same_is_the_same(articles, words, files, given, day):
    """
    Equal words are equal bytes, PDFs and all.
    """
    library = given()
    again = article(library, library.scam(SCAMS[0]), PALETTES["colour"], day)

    assert files == site.files([again, *articles[1:]], words, ["sms-doplata"])


# The words


@pytest.fixture(params=[(id, template) for id in SCAMS for template in TEMPLATES], ids="-".join)
def piece(request, proof, given, articles):
    """(a piece of the site, its PDF)."""
    id, template = request.param
    (article,) = [one for one in articles if one.leaflet.id == id]
    (download,) = [one for one in article.downloads if one.template == template]
    return proof(id, template, of=given(), until=None), download.data


def test_pdf_text_and_html_say_the_same(piece):
    """
    Word for word a screen reader reads from the PDF what the text says, and letter for letter what the page of HTML says; of a
    code, which the PDF alone has, it reads the address.
    """
    made, data = piece
    with Readback(data) as back:
        read = [word for page in back.pages for word in page.heard]
    codes = [one.alt for page in made.pages for one in elements(structure(page)) if one.ref == QR]
    text = re.sub(r"(?m)^(?:(\d)\.|–) ", r"\1 ", twin.text(made.pages))
    page = html.document_fromstring(twin.markup(made.pages, made.title, "pl", made.leaflet.links)).find(".//main")
    for number, item in [pair for some in page.iter("ol") for pair in enumerate(some, 1)]:
        item[0].text = f"{number} {item[0].text or ''}"
    for code in codes:
        assert str(made.leaflet.target.host) in code
        at = next(at for at in range(len(read)) if read[at : at + len(code.split())] == code.split())
        del read[at : at + len(code.split())]

    assert text.split() == read
    assert "".join(read) == "".join("".join(page.itertext()).split())


def test_the_words_of_the_leaflet(pages, piece):
    """
    Whatever is read from the paper stands on the page, but for what only paper has: room to write, pictures, a code. A number
    that the box for who has been cheated tells large is not told a second time.
    """
    made, _ = piece
    phrases = made.leaflet.phrases
    paper = (*made.leaflet.message.write_in, phrases.write_in)
    apart = {str(words).replace("\xa0", " ") for words in paper} | {f"{phrases.code} {made.code}", "Zadzwoń 112"}
    read = [line for line in twin.text(made.pages).splitlines() if line not in apart]
    page = heard(pages[f"{made.leaflet.id}.html"])

    assert {"To oszust!", "112"} & clauses("\n".join(read))
    assert set() == {clause for clause in clauses("\n".join(read)) if clause not in page}


def test_what_nobody_has_given_is_left_out(library, words, day):
    """
    Without an officer's number there is no officer, and no box for a stamp.
    """
    told = tell(library.scam("na-wnuczka"), library.telling("pl", Occasion(day)))
    found = site.files([Article(told, "", ())], words)
    page = found["na-wnuczka.html"].decode()

    assert "Twój dzielnicowy" not in page
    assert "pieczątk" not in page + found["txt/na-wnuczka.txt"].decode()


def test_what_may_save_a_life_is_on_its_page_and_in_its_text(library, words, day):
    """
    The number that helps can be called with a click, before 112, and the line stands there too.
    """
    told = tell(library.scam("sexting"), library.telling("pl", Occasion(day)))
    found = site.files([Article(told, "", ())], words)
    page = found["sexting.html"].decode()

    large = {
        link.get("href"): heard(link) for link in html.document_fromstring(page).xpath("//p[@class='emergency']//a")
    }

    assert [
        ("tel:116111", "Telefon zaufania, za darmo, całą dobę 116 111"),
        ("tel:112", "Myślisz o śmierci? Zadzwoń od razu 112"),
    ] == list(large.items())
    for text in (page, found["txt/sexting.txt"].decode()):
        assert "Myślisz o" in text and "116" in text


def test_the_officer(pages):
    """
    Name, number to call with a click, hours.
    """
    page = pages["na-wnuczka.html"]

    assert "Twój dzielnicowy: asp. Jan Kowalski 47 812 00 00" in heard(page)
    assert ["tel:+48478120000"] == page.xpath("//a[starts-with(., '47')]/@href")


def test_the_text_says_what_the_page_says(pages, files):
    """
    Everything above the downloads, in order; a sign at its beginning tells a browser that it is UTF-8.
    """
    data = files["txt/na-wnuczka.txt"]
    page = pages["na-wnuczka.html"]
    told = re.sub(r"(?m)^(\d\.|–) ", "", data.decode("utf-8-sig"))

    assert data.startswith(b"\xef\xbb\xbf")
    assert heard(page.find(".//main")).startswith(" ".join(told.split()))


def test_the_size_of_a_piece_is_said(pages, files):
    """
    Kind, of which scam, how large, how many pages: in the link itself, in the plural that Polish asks for.
    """
    size = -(-len(files["pdf/na-wnuczka-leaflet.pdf"]) // 1000)
    (link,) = pages["na-wnuczka.html"].xpath("//a[@href='pdf/na-wnuczka-leaflet.pdf']")

    assert f"Ulotka: Oszustwo „na wnuczka” (PDF, {size} kB, 2 strony)" == heard(link)


@pytest.mark.parametrize(
    ("count", "word"), [(1, "strona"), (2, "strony"), (5, "stron"), (12, "stron"), (22, "strony"), (112, "stron")]
)
def test_pages_are_counted_in_polish(words, count, word):
    """
    One; two, three, four and what ends so; but twelve to fourteen are many.
    """
    site = words["pl"]

    assert word == plural_form((site.page, site.pages, site.many_pages), count).source


def test_the_list(pages):
    """
    What a campaign is about first, the rest by how the swindler comes; each with a summary; 112 above all.
    """
    page = pages["index.html"]

    assert ["Na to uważaj teraz", "Przez telefon"] == [heard(heading) for heading in page.iter("h2")]
    assert ["sms-doplata.html", "na-wnuczka.html"] == page.xpath("//section//a/@href")
    assert "Ktoś udaje bliską osobę i prosi o pieniądze." in heard(page)
    assert ["tel:112"] == page.xpath("//main/p//a/@href")
    assert "Wydaje: dzielnicowy gminy Serniki" in heard(page)


def test_a_list_of_one_campaign_is_by_channel(articles, words):
    """
    Where every scam comes first, none does.
    """
    page = html.document_fromstring(site.files(articles, words, SCAMS)["index.html"].decode())

    assert ["Przez telefon", "SMS, e-mail, czat"] == [heard(heading) for heading in page.iter("h2")]


# Links


def test_every_local_link_resolves(pages, files):
    """
    To a file of the site, and to an id on the page.
    """
    for path, page in pages.items():
        for target in page.xpath("//@href"):
            if ":" not in target:
                file, _, part = target.partition("#")
                assert not file or normpath(join(dirname(path), file)) in files
                assert not part or page.xpath(f"//*[@id='{part}']")


def test_links_out_come_from_the_register(pages, given):
    """
    Numbers to call and addresses, each as the register has it.
    """
    known = {value.link for value in given().register if value.link}
    every = {target for page in pages.values() for target in page.xpath("//@href") if ":" in target}
    used = {target for target in every if not target.startswith("mailto:?subject=")}

    assert {"tel:112", "tel:+48478120000", "https://incydent.cert.pl"} <= used <= known


def test_nothing_is_fetched_from_elsewhere(pages, files):
    """
    No font, no frame, no script but the few lines that print and share; pictures, style and sign lie beside the pages.
    """
    for page in pages.values():
        assert [] == page.xpath("//iframe | //object | //style | //@style | //script/@src")
        assert ["icon.svg", "style.css"] == page.xpath("//link/@href")
        assert set(page.xpath("//img/@src")) <= set(files)
        assert len(page.xpath("//script")) == len(page.xpath("//p[@class='deeds'][@hidden]"))
    assert not re.search(r"url\(|@import|@font-face|http", files["style.css"].decode())


def test_links_say_where_they_lead(pages):
    """
    On a page, the same words never lead to two places.
    """
    for page in pages.values():
        links = {(heard(link), link.get("href")) for link in page.iter("a")}

        assert len(links) == len({words for words, _ in links})
        assert all(words for words, _ in links)


# Markup


class Strict(HTMLParser):
    """Every element that is opened is closed, in order; every attribute once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        assert len(names) == len(set(names))
        if tag not in VOID:
            assert not (tag in ("p", "h1", "h2", "ul", "ol", "section") and {"p", "a", "span"} & set(self.open))
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()


def test_markup_is_well_formed(files, pages):
    """
    Read strictly, nothing is left open and no block stands in a line; read as XML, it is XML.
    """
    for path in pages:
        text = re.sub(r"<script>.*?</script>", "", files[path].decode(), flags=re.S).replace(" hidden>", ">")
        parser = Strict()
        parser.feed(text)
        parser.close()

        assert [] == parser.open
        assert text.startswith("<!doctype html>\n")
        etree.fromstring(re.sub(r"<(meta|link|br|img)([^>]*)>", r"<\1\2/>", text.partition("\n")[2]))


def test_headings_in_order(pages):
    """
    One first heading, at the top, and no step left out below it.
    """
    for page in pages.values():
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]

        assert [1] == [level for level in levels if level == 1] == levels[:1]
        assert all(below - above <= 1 for above, below in pairwise(levels))


def test_landmarks(pages):
    """
    Language, a title of its own, content in main, a way past what comes before it; each id once.
    """
    titles = [page.findtext(".//title") for page in pages.values()]

    assert len(titles) == len(set(titles))
    for page in pages.values():
        body = page.find("body")
        ids = page.xpath("//@id")
        assert "pl" == page.get("lang")
        assert 1 == len(page.findall(".//main")) == len(page.findall(".//footer"))
        assert ("a", "#main") == (body[0].tag, body[0].get("href"))
        assert len(ids) == len(set(ids))
        assert {"a", "header", "main", "footer"} >= {part.tag for part in body}
        assert page.xpath("//meta[@name='description']/@content")[0]


def test_steps_are_counted_and_signs_are_listed(pages):
    """
    What to do is a list in order, how to know the swindler one without, what they say is a quotation.
    """
    page = pages["na-wnuczka.html"]

    assert 3 == len(page.xpath("//ol/li"))
    assert 4 == len(page.xpath("//section[h2='Po tym poznasz oszusta']/ul/li"))
    assert "„To ja! Poznajesz? Mam duży kłopot. Pożycz pieniądze, nie mów nikomu!”" == heard(page.find(".//blockquote"))


def test_foreign_words_keep_their_language(leaflet, words):
    """
    A voice that speaks Polish hears where it must not; signs of HTML stay letters.
    """
    told = replace(
        leaflet.message.story, runs=(replace(leaflet.message.story.runs[0], text="a <b> & c", lang="en", strong=True),)
    )
    page = site.files([Article(changed(leaflet, story=told), "", ())], words)["na-wnuczka.html"].decode()

    assert '<span lang="en"><strong>a &lt;b&gt; &amp; c</strong></span>' in page


@pytest.mark.parametrize(
    ("letters", "ground"),
    [(BLACK, WHITE), (NAVY, WHITE), (BLACK, YELLOW), (WHITE, NAVY), (YELLOW, NAVY), (BLACK, MIST)],
)
def test_contrast(letters, ground):
    """
    Every pair on the site is above 7 (WCAG 2.1, 1.4.6); 4.5 would do.
    """
    assert 7 < contrast(letters, ground)


def test_letters_are_large(files):
    """
    Of 16 px, which browsers begin with, none smaller than 18 on a screen; whoever goes by keyboard sees where.
    """
    style = files["style.css"].decode()
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ([\d.]+)rem", style)]

    assert sizes
    assert 18 <= 16 * min(sizes)
    assert "a:focus-visible" in style
    assert not re.search(r"outline: *(none|0)|[^-]width: *\d+px", style)


# The pieces


def test_the_pieces_are_for_everybody(files, page_validation):
    """
    Tagged, and by an independent judge PDF/UA-1 and PDF/A-2a.
    """
    for name in ("poster", "leaflet", "large-print"):
        data = files[f"pdf/na-wnuczka-{name}.pdf"]

        assert re.search(rb"/Marked\s+true", data)
        assert [] == page_validation(data)


# What is not final


def test_an_unconfirmed_number_stops_the_site(given, day):
    """
    It is named, with the way out.
    """
    library = given("number:dzielnicowy")
    with pytest.raises(Refused) as refused:
        article(library, library.scam("na-wnuczka"), PALETTES["colour"], day)
    (named,) = refused.value.findings

    assert "number:dzielnicowy is unconfirmed, and so there is no site" == str(named.what)
    assert "numbers confirm dzielnicowy" in str(named.hint)


def test_a_value_that_only_the_page_shows_counts_too(given, day):
    """
    The hours stand on few papers, and stop the site all the same.
    """
    library = given("name:godziny")
    with pytest.raises(Refused, match="name:godziny is unconfirmed"):
        article(library, library.scam("na-wnuczka"), PALETTES["colour"], day)


def test_an_expired_number_stops_the_site(given, day):
    """
    A number whose last day has passed is not one to confirm again.
    """
    library = given(valid_until=day.replace(month=7))
    with pytest.raises(Refused) as refused:
        article(library, library.scam("na-wnuczka"), PALETTES["colour"], day)

    assert "number:dzielnicowy is expired, and so there is no site" == str(refused.value.findings[0].what)
    assert "leave it empty" in str(refused.value.findings[0].hint)


def test_what_nobody_approved_stops_the_site(library, day):
    """
    Where a campaign asks for it: a piece that would say PROJEKT.
    """
    with pytest.raises(Refused, match="na-wnuczka-poster says PROJEKT"):
        article(library, library.scam("na-wnuczka"), PALETTES["colour"], day, approved=frozenset())


# In chats, in other languages, in the dark


@pytest.fixture(scope="session")
def abroad(library, day):
    """A scam in three languages, told on a site whose address and statement are known."""
    scams = [scam for scam in library.editions if scam.id == "bank"]
    made = [article(library, scam, PALETTES["colour"], day) for scam in scams]
    known = SiteInfo(
        WebSite(
            address="https://lubartow.policja.gov.pl/oszustwa",
            accessibility="https://lubartow.policja.gov.pl/deklaracja",
        ),
        Unit(name="KPP Lubartów", email="kpp@lu.policja.gov.pl"),
        day,
    )
    files = site.files(made, library.sites, (), known)
    return {path: html.document_fromstring(data.decode()) for path, data in files.items() if path.endswith(".html")}


def test_every_language_has_its_pages(abroad):
    """
    A list and a page in each; every page names the others, in their own words, and says what language it is.
    """
    assert {f"{name}{lang}.html" for name in ("bank", "index") for lang in ("", ".uk", ".en")} == set(abroad)
    for path, page in abroad.items():
        links = page.xpath("//header//a[@hreflang]")
        assert {"pl", "uk", "en"} == {page.get("lang"), *(link.get("hreflang") for link in links)}
        assert {"Polski", "Українська", "English"} >= {heard(link) for link in links}
        assert {"pl", "uk", "en"} == set(page.xpath("//link[@rel='alternate']/@hreflang")), path
        assert all(link.get("lang") == link.get("hreflang") for link in links)


def test_a_chat_shows_the_poster(abroad):
    """
    With the address of the site a page has a canonical address, a title, a sentence and the picture of its poster.
    """
    page = abroad["bank.html"]
    told = {one.get("property"): one.get("content") for one in page.xpath("//meta[@property]")}

    assert ["https://lubartow.policja.gov.pl/oszustwa/bank.html"] == page.xpath("//link[@rel='canonical']/@href")
    assert "https://lubartow.policja.gov.pl/oszustwa/img/bank.png" == told["og:image"]
    assert told["og:description"] == page.xpath("//meta[@name='description']/@content")[0]
    assert [] == page.xpath("//script/@src | //link[starts-with(@href, 'http')][@rel='stylesheet']")


def test_the_foot_says_who_and_since_when(abroad):
    """
    The unit, its e-mail address, the day of the last review, and the statement that the law asks for.
    """
    foot = heard(abroad["bank.html"].find(".//footer"))

    assert "KPP Lubartów" in foot and "kpp@lu.policja.gov.pl" in foot
    assert re.search(r"Ostatni przegląd: \d+ \w+ 20\d\d r\.", foot)
    assert "Deklaracja dostępności" in foot


def test_the_issuer_of_a_foreign_page_is_polish(abroad):
    """
    An English voice does not read „dzielnicowy gminy Serniki” as English.
    """
    assert abroad["bank.en.html"].xpath("//footer//span[@lang='pl'][contains(., 'dzielnicowy gminy Serniki')]")


def test_who_asks_for_dark_gets_it(files):
    """
    Ground and letters are variables that change together.
    """
    style = files["style.css"].decode()

    assert "color-scheme: light dark" in style and "prefers-color-scheme: dark" in style
    assert "background: var(--ground)" in style and "color: var(--text)" in style
