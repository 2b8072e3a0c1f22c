"""The read-back: whatever a finished file says that nobody ordered, or does not say that was ordered, is named."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.errors import Refused
from ulotki.installed import shipped
from ulotki.look.inks import BLACK, WHITE
from ulotki.page.impose import NUp, n_up
from ulotki.page.items import Box, Code, Fill, Group, Line, Raster
from ulotki.page.purposes import OFFICE, PRESS, PURPOSES
from ulotki.page.separations import on_paper
from ulotki.page.shapes import rounded
from ulotki.page.walking import changed, walk
from ulotki.paper import A4
from ulotki.press import DRAWN, printed
from ulotki.qr import symbol
from ulotki.readback import Readback, checked, compare, expected, eyes, settled, verify, words
from ulotki.readback.allowed import NAMES, NEEDED, OPERATORS
from ulotki.readback.one_page import differences_of

FORBIDDEN = (
    "/JavaScript /JS /OpenAction /AA /Launch /EmbeddedFile /RichMedia /SubmitForm /GoToR /XFA /AcroForm /Helvetica "
    "/ASCII85Decode /Movie /Sound /Named /Whatever /URI /Annots".split()
)
HOST = "https://incydent.cert.pl"
FOREIGN = "https://incydent-cert.pl"


@pytest.fixture(scope="session")
def about(proof):
    leaflet = proof().leaflet
    return About(leaflet.name, "dzielnicowy", "pl", DRAWN)


@pytest.fixture(scope="session")
def ordered(proof):
    """The pages of the leaflet „na wnuczka”."""
    return proof(template="leaflet").pages


@pytest.fixture(scope="session")
def found(ordered, about, family):
    """found(pages): what the read-back says of *pages* drawn in place of what was ordered."""

    def say(pages, order=ordered):
        return [str(finding.what) for finding in compare(draw(tuple(pages), about, family), order)]

    return say


def with_items(page, *more):
    return replace(page, items=(*page.items, *more))


def edited(pages, change):
    """*pages* with *change* made to the first line that it does not leave alone."""
    done = []

    def once(item):
        if done or not isinstance(item, Line) or change(item) == item:
            return item
        done.append(item)
        return change(item)

    made = tuple(replace(page, items=changed(page.items, once)) for page in pages)
    assert done
    return made


def test_what_was_ordered_passes(found, ordered):
    """
    Pages drawn as they were ordered: nothing to say.
    """
    assert [] == found(ordered)


def test_what_it_sees(ordered, about, family):
    """
    A page is seen with its size and its words in reading order.
    """
    with Readback(draw(ordered, about, family)) as back:
        front, _rear = back.pages

    assert pytest.approx((148, 210), abs=0.1) == (front.width, front.height)
    assert ("Uwaga!", "Oszustwo", "„na", "wnuczka”") == front.words[:4]


MORE = "page 1 shows more than was ordered"


def test_a_foreign_qr_code(found, ordered):
    """
    A code that nobody ordered is more than was ordered.
    """
    front, rear = ordered
    sticker = Code(90, 160, 1.0, symbol(FOREIGN, 0).rows, FOREIGN)

    assert [MORE] == found((with_items(front, sticker), rear))


@pytest.mark.parametrize("module", [0.4, 0.6, 3.6])
def test_a_foreign_code_of_any_size(page, found, module):
    """
    A sticker is seen whether it is as small as a telephone can read or fills the page.
    """
    ordered = page()
    sticker = Code(20, 40, module, symbol(FOREIGN, 0).rows, FOREIGN)

    assert MORE in found((with_items(ordered, sticker),), (ordered,))


@pytest.mark.parametrize("rows", [symbol(FOREIGN, 0).rows, ((True, False), (False, True))])
def test_a_code_ordered_with_other_modules(found, ordered, rows):
    """
    A code whose modules lead elsewhere than its order says, or nowhere, is named though the file shows what was ordered.
    """
    front, rear = ordered

    def swap(item):
        return replace(item, rows=rows) if isinstance(item, Code) else item

    wrong = (front, replace(rear, items=changed(rear.items, swap)))

    assert [f'page 2: a camera does not read "{HOST}"'] == found(wrong, wrong)


def test_a_code_ordered_with_a_spoilt_module(found, ordered):
    """
    Error correction is for paper that was folded: a code is ordered whole, though a camera would read it.
    """
    front, rear = ordered

    def spoil(item):
        if not isinstance(item, Code):
            return item
        rows = [[*row] for row in item.rows]
        rows[15][15] = not rows[15][15]
        return replace(item, rows=tuple(map(tuple, rows)))

    wrong = (front, replace(rear, items=changed(rear.items, spoil)))

    assert [f'page 2: a camera does not read "{HOST}"'] == found(wrong, wrong)


@pytest.mark.parametrize("how", ["missing", "covered", "tiny", "pale", "foreign"])
def test_a_code_that_is_not_as_ordered(found, ordered, how):
    """
    A code that is not there, hidden, too small, or another is named, whatever the reason.
    """
    front, rear = ordered
    (code,) = [item for item, _ in walk(rear.items) if isinstance(item, Code)]
    hidden = {
        "missing": lambda: replace(rear, items=changed(rear.items, lambda item: _dropped(item, code))),
        "covered": lambda: with_items(rear, Fill(code.box, rounded(code.box, 0), BLACK)),
        "tiny": lambda: _code_as(rear, replace(code, module=0.1)),
        "pale": lambda: with_items(rear, Fill(code.box, rounded(code.box, 0), WHITE)),
        "foreign": lambda: _code_as(rear, replace(code, rows=symbol(FOREIGN, 0).rows)),
    }[how]()

    (what,) = found((front, hidden))
    assert what.startswith("page 2")


def _dropped(item, code):
    return replace(item, items=()) if isinstance(item, Group) and item.items == (code,) else item


def _code_as(page, code):
    return replace(page, items=changed(page.items, lambda item: code if isinstance(item, Code) else item))


@pytest.fixture(scope="session")
def reading(family):
    """reading(line, text): the line with that text instead, measured anew."""

    def build(line, text):
        face = family.named(line.face)
        return line if text == line.text else replace(line, text=text, advances=tuple(map(float, face.advances(text))))

    return build


def test_a_changed_digit(found, ordered, reading):
    """
    One digit of a number that changed is named, with its place and what should stand there.
    """
    (what,) = found(edited(ordered, lambda line: reading(line, line.text.replace("112", "113"))))

    assert re.fullmatch(r'page 1: word \d+ is "113\.?" instead of "112\.?"', what)


def test_a_missing_word(found, ordered, reading):
    """
    A word that is not there is named.
    """
    (what,) = found(edited(ordered, lambda line: reading(line, line.text.replace("duży ", ""))))

    assert what.endswith('is "kłopot." instead of "duży"')


def test_a_word_too_many(found, ordered, line):
    """
    So is one that nobody ordered, at the end of the page as well.
    """
    front, rear = ordered
    (what,) = found((front, with_items(rear, line("PIN", 70, 204, size=5))))

    assert what.startswith("page 2: ") and what.endswith('is "PIN" instead of ""')


def test_a_swapped_order(found, ordered):
    """
    Words in another order are named: who listens hears them so.
    """
    front, rear = ordered
    turned = replace(front, items=tuple(reversed(front.items)))

    assert 1 == len(found((turned, rear)))


def test_swapped_pages(found, ordered):
    """
    Pages in another order are not the ones that were ordered.
    """
    assert {"page 1", "page 2"} <= {what.split(":")[0] for what in found(tuple(reversed(ordered)))}


def test_an_extra_page(found, ordered):
    """
    A page too many is named, and so is one too few.
    """
    assert ["the file has 3 pages instead of 2"] == found((*ordered, ordered[0]))
    assert ["the file has 1 pages instead of 2"] == found(ordered[:1])


def test_a_wrong_size(found, ordered):
    """
    A page of another size is named.
    """
    front, rear = ordered

    assert "page 1 has another size than ordered" in found((replace(front, width=149), rear))
    assert "page 2 has another size than ordered" in found((front, replace(rear, height=297)))


@pytest.mark.parametrize("key", FORBIDDEN)
@pytest.mark.parametrize("after", [b" 1 0 R", b"\n<< >>", b"/None"])
def test_a_forbidden_key(ordered, about, family, key, after):
    """
    A file that could act, or that holds what no leaflet needs, is refused by the name of the key.
    """
    data = _with_key(draw(ordered, about, family), key.encode() + after)

    assert [f"the file holds {key}, which no leaflet needs"] == [str(one.what) for one in compare(data, ordered)]


@pytest.mark.parametrize(
    "after", [b"(app.alert(1))", b"<</Type/Page>>", b"[1 0 R]", b"\r1 0 R", b"\t1 0 R", b"%\n1 0 R", b"<6162>"]
)
def test_a_forbidden_key_before_any_delimiter(ordered, about, family, after):
    """
    Whatever ends a name in a PDF ends a forbidden one.
    """
    data = _with_key(draw(ordered, about, family), b"/JS" + after)

    assert ["the file holds /JS, which no leaflet needs"] == [str(one.what) for one in compare(data, ordered)]


def test_a_forbidden_key_in_disguise(ordered, about, family):
    """
    So does a name with a letter written as a number.
    """
    data = _with_key(draw(ordered, about, family), b"/#4AavaScript (x)")

    assert () != compare(data, ordered)


def _with_key(data, entry):
    """The file with one more entry in its catalog."""
    assert b"/Type /Catalog" in data
    return _saved(data.replace(b"/Type /Catalog", b"/Type /Catalog " + entry, 1))


def _saved(data, change=lambda pdf: None):
    """*data* with its table of objects made anew, and *change* in it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def test_bytes_of_a_stream_are_no_key(ordered, about, family):
    """
    Compressed letters that happen to spell a key are none: a faultless file is not refused by chance.
    """
    data = draw(ordered, about, family)

    def add(pdf):
        pdf.Root.PageMode = pdf.make_stream(b"/JS x", Subtype=pikepdf.Name.XML)

    assert () == compare(_saved(data, add), ordered)


def test_letters_that_may_stand_there(ordered, about, family):
    """
    Letters of a text that spell a forbidden key are none, brackets and backslashes in it or not.
    """
    data = _saved(draw(ordered, about, family), lambda pdf: setattr(pdf.docinfo, "Subject", r"\ ( /JS ) /AA"))

    assert () == compare(data, ordered)


@pytest.mark.parametrize(
    "key", ["/JSomething", "/Typed", "/type", "/Fon", "/XObject", "/Encrypt", "/SMask", "/OCProperties"]
)
def test_a_key_that_is_not_on_the_list(ordered, about, family, key):
    """
    What no file of ours holds is refused, also when nobody has ever heard of it.
    """
    data = _with_key(draw(ordered, about, family), key.encode() + b" 1")

    assert [f"the file holds {key}, which no leaflet needs"] == said(data, ordered)


@pytest.fixture(scope="session")
def drawn(ordered, about, family, proof):
    """drawn(purpose): (file, pages): the leaflet for that purpose, faultless."""

    def build(purpose):
        _, pages = on_paper(purpose, ordered)
        profile = shipped(purpose.condition.profile) if purpose.condition else None
        links = proof(template="leaflet").leaflet.links
        return draw(pages, replace(about, links=links), family, purpose, profile), pages, links

    return build


def said(data, pages, *more):
    return [str(finding.what) for finding in compare(data, pages, *more)]


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_each_purpose_has_its_names(drawn, purpose):
    """
    A faultless file passes for its own purpose, and is none for any other.
    """
    data, pages, links = drawn(purpose)

    assert {purpose.name: True} == {
        other.name: True for other in PURPOSES.values() if not compare(data, pages, other, links)
    }


@pytest.mark.parametrize(
    ("purpose", "name"), [(purpose, name) for purpose in PURPOSES.values() for name in sorted(NEEDED[purpose.name])]
)
def test_a_name_that_is_lacking(drawn, purpose, name):
    """
    What a purpose cannot do without is missed by its name.
    """
    data, pages, links = drawn(purpose)
    other = "Title" if name != "Lang" else "Info"
    without = _saved(re.sub(rb"/%s\b" % name.encode(), f"/{other}".encode(), data))

    assert f"the file lacks /{name}, which it needs for the purpose {purpose.name}" in said(
        without, pages, purpose, links
    )


def test_what_is_needed_may_be_there():
    """
    Every name that a purpose needs is one that it allows; what acts is on no list.
    """
    assert all(NEEDED[name] <= NAMES[name] for name in PURPOSES)
    assert not any(f"/{name}" in FORBIDDEN for name in NAMES["office"] | NAMES["press"])
    assert {"/URI", "/Annots"} == {f"/{name}" for name in NAMES["web"]} & set(FORBIDDEN)


def _painting(data, operators):
    """The file with one more stream that paints."""

    def add(pdf):
        pdf.Root.PageMode = pdf.make_stream(operators)

    return _saved(data, add)


@pytest.mark.parametrize(
    "operators", ["/X Do", "/X sh", "/X gs", "/C cs", "3 Ts", "b*", "(1) '", '1 2 (1) "', "0 0 0 1 k", "/P BMC"]
)
def test_a_foreign_operator(drawn, operators):
    """
    An operator that no page of ours needs is named, in whatever stream it stands.
    """
    data, pages, links = drawn(OFFICE)
    foreign = operators.split()[-1]

    assert [f"the pages draw with {foreign}, which no leaflet needs"] == said(
        _painting(data, operators.encode()), pages, OFFICE, links
    )


def test_a_foreign_operator_in_a_stream_that_is_not_packed(drawn):
    """
    What is drawn is seen also where it stands in plain letters, which no file of ours does.
    """
    data, pages, _ = drawn(OFFICE)
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.PageMode = pdf.make_stream(b"/X sh")
        pdf.save(file, deterministic_id=True, compress_streams=False)
    plain = file.getvalue()

    assert ["the pages draw with sh, which no leaflet needs"] == said(plain, pages)


def test_our_operators(drawn):
    """
    Each of ours may stand in any stream; a letter of a printed word is no operator.
    """
    data, pages, _ = drawn(OFFICE)

    assert () == compare(_painting(data, " ".join(sorted(OPERATORS)).encode()), pages)
    assert () == compare(_painting(data, rb"BT [(Do \\ \) sh) -12 (gs)] TJ ET"), pages)


@pytest.mark.parametrize(
    ("what", "operators"),
    [
        ("the pages draw with rg, which no leaflet needs", "1 0 0 rg"),
        ("there is more ink on one spot than the paper can take", "1 0.9 0.8 0.7 k 0 0 m"),
        ("there is more ink on one spot than the paper can take", "1 1 1 1 K 0 0 m"),
        ("words are printed with more inks than black", "BT 0.1 0 0 1 k (112) Tj ET"),
    ],
)
def test_inks_for_a_print_shop(drawn, what, operators):
    """
    Four inks and no light; not more than paper takes; words in black alone.
    """
    data, pages, links = drawn(PRESS)

    assert [] == said(_painting(data, b"1 0.85 0.35 0.35 k 0 0 m BT 0 0 0 0 k ET BT 0 0 0 1 k ET"), pages, PRESS, links)
    assert what in said(_painting(data, operators.encode()), pages, PRESS, links)


def test_a_code_missing_on_one_half(proof, icons, about, family):
    """
    On a sheet of two leaflets both codes are read, or the half without one is named.
    """
    front, rear = n_up(proof(template="leaflet").pages, NUp(A4.landscape, 2, 1), icons)
    right = [item for item, _ in walk(rear.items) if isinstance(item, Code)][-1]
    spoilt = replace(rear, items=changed(rear.items, lambda item: _dropped(item, right)))

    assert () != compare(draw((front, spoilt), about, family), (front, rear))


def test_sheets_are_read_back_too(proof, on_sheets):
    """
    Both halves of a sheet are read in order.
    """
    assert on_sheets(proof(template="leaflet"))


def test_verify(ordered, about, family):
    """
    Verifying hands a good file through and refuses a bad one.
    """
    good = draw(ordered, about, family)

    assert good is verify(good, ordered)
    with pytest.raises(Refused):
        verify(good, ordered[:1])


@pytest.fixture
def careless(monkeypatch, reading):
    """A drawing that gets a digit of 112 wrong."""

    def wrong(pages, *more):
        return draw(edited(pages, lambda line: reading(line, line.text.replace("112", "113"))), *more)

    monkeypatch.setattr("ulotki.press.draw", wrong)


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
@pytest.mark.parametrize("sheets", [False, True], ids=["printed", "imposed"])
def test_no_file_leaves_unread(proof, on_sheets, careless, sheets, purpose):
    """
    A piece that the read-back does not find as ordered is not printed.
    """
    with pytest.raises(Refused) as trouble:
        (on_sheets if sheets else printed)(proof(template="leaflet"), purpose)

    assert "readback" == trouble.value.findings[0].check


def test_without_the_comparison_it_would_leave(proof, careless, monkeypatch):
    """
    Only the comparison stops it: without it the wrong number is printed.
    """
    monkeypatch.setattr("ulotki.readback.differences.compare", lambda *_: ())

    with Readback(printed(proof(template="leaflet"))) as back:
        assert any("113" in word for word in back.pages[0].words)


def test_words_of_a_text_layer():
    """
    Letters are composed, and any blank parts words.
    """
    assert ("Żółć", "w", "domu", "e-mail") == words("Z\u0307o\u0301łc\u0301\u00a0w\r\ndomu e\x02mail")


def test_words_of_a_page(page, line, number):
    """
    Pieces of one line that touch are one word, and lines are not.
    """
    first = line("pod 11", 20, 50)
    rest = line("2", first.box.right, 50)

    assert ("pod", "112", "dalej") == expected(page(first, number(rest), line("dalej", 20, 60)))


def test_marks_are_read_first(proof, officer):
    """
    On a marked page WZÓR is read on the first line, before the title.
    """
    with Readback(printed(proof(of=officer(confirmed=False)))) as back:
        words = back.pages[0].words
    assert words.index("WZÓR") < words.index("„na")


def test_pictures_are_in_colour(ordered, about, family):
    """
    A picture for people has the page's size at the dpi they asked for, and colours.
    """
    with Readback(draw(ordered, about, family)) as back:
        front, _ = back.pictures(72)

    assert pytest.approx((148 / 25.4 * 72, 210 / 25.4 * 72), abs=1) == front.size
    assert "RGB" == front.mode


DOTS = Raster(Box(20, 30, 40, 40), 2, 2, bytes([0, 255, 200, 100]))


def test_pictures_as_ordered(found, page):
    """
    Pictures of dots that were ordered are as they should be, several times as well.
    """
    pages = (page(DOTS, replace(DOTS, box=Box(70, 30, 20, 20))),)

    assert [] == found(pages, pages)


def test_a_picture_that_nobody_ordered(found, page):
    """
    A leaflet holds no picture of dots: names, operator, dots and count each say so.
    """
    said = found((page(DOTS),), (page(),))

    for part in ("/Image", "/XObject", "draw with Do", "pictures in the file", "shows 1 pictures instead of 0"):
        assert any(part in one for one in said)


def test_one_picture_more(found, page):
    """
    A picture more, or one less, is seen where pictures were ordered too.
    """
    more = replace(DOTS, box=Box(70, 30, 20, 20))

    assert ["page 1 shows 2 pictures instead of 1"] == found((page(DOTS, more),), (page(DOTS),))
    assert ["page 1 shows 1 pictures instead of 2"] == found((page(DOTS),), (page(DOTS, more),))


def test_other_dots(found, page):
    """
    One dot that differs is seen.
    """
    other = replace(DOTS, data=bytes([0, 255, 200, 101]))

    assert ["the pictures in the file are not those ordered"] == found((page(other),), (page(DOTS),))


# Pages that come again


@pytest.fixture
def looked(monkeypatch):
    """How many pages were drawn a second time, when nothing has been looked at before."""
    seen = []
    monkeypatch.setattr(checked, "SHOWN", checked.CheckedPages())
    monkeypatch.setattr(settled, "SIGHTS", settled.Sights())
    draw_again = eyes.redrawn
    monkeypatch.setattr(eyes, "redrawn", lambda *given: seen.append(1) or draw_again(*given))
    return seen


def test_a_page_that_comes_again_is_looked_at_once(found, ordered, looked):
    """
    Four hundred pages of two: two are looked at.
    """
    assert [] == found(ordered * 200, ordered * 200)
    assert 2 == len(looked)


def test_one_altered_page_of_four_hundred(found, ordered):
    """
    Among pages that come again, the one that is not the same is found, with its number.
    """
    (odd,) = edited(ordered[:1], lambda line: replace(line, text=line.text.replace("Oszustwo", "Ostrzeże")))
    many = [*ordered * 200]
    many[316] = odd

    assert ["page 317"] == [what[:8] for what in found(many, ordered * 200)]


@pytest.mark.parametrize("place", [0, 100, 399])
def test_two_pages_that_changed_places(found, ordered, place):
    """
    The order of pages that come again is read too: a back where a front was ordered, and a front where a back was.
    """
    many = [*ordered * 200]
    many[place] = ordered[1 - place % 2]

    assert {f"page {place + 1}"} == {what.split(":")[0].split(" has")[0] for what in found(many, ordered * 200)}


def test_a_page_too_few_of_many(found, ordered):
    """
    Pages that come again are counted.
    """
    assert "the file has 399 pages instead of 400" in found([*ordered * 200][:-1], ordered * 200)


@pytest.mark.parametrize(
    ("fonts", "named"),
    [
        ({("AtkinsonHyperlegible", False)}, ["AtkinsonHyperlegible"]),
        ({("{face}", False)}, ["{face}"]),
        ({("ABCDEF+Comic", True)}, ["ABCDEF+Comic"]),
        ({("ABCDEF+{face}", True)}, []),
    ],
)
def test_letters_come_from_embedded_faces_that_were_ordered(about, family, ordered, fonts, named):
    """
    A reader without the face would draw its own letters: a face that is not in the file, or not ours, is named.
    """
    page = ordered[0]
    face = next(item.face for item, _ in walk(page.items) if isinstance(item, Line))
    with Readback(draw((page,), about, family)) as back:
        (seen,) = back.pages
    got = replace(seen, fonts=frozenset((name.format(face=face), embedded) for name, embedded in fonts))
    found = [
        finding
        for finding in differences_of(1, page, got, OFFICE, {})
        if "which is not the face ordered" in finding.text
    ]

    assert [name.format(face=face) for name in named] == [dict(finding.values)["name"] for finding in found]
