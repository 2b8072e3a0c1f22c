"""Links, and what a screen reader reads."""

from pikepdf import Array, Dictionary, Name, String

from tampering.kit import ALL, WEB, Painting, breaks
from tampering.pages import annotate

# --- links


def areas(pdf, number=0):
    return list(pdf.pages[number].Annots)


@breaks(*WEB, needs=["links"])
def link_elsewhere(pdf):
    areas(pdf, 1)[0].A.URI = String("https://incydent-cert.pl")


@breaks(*WEB, needs=["links"])
def link_calls_another(pdf):
    areas(pdf)[0].A.URI = String("tel:+48700112112")


@breaks(*WEB, needs=["links"])
def link_without_target(pdf):
    del areas(pdf)[0].A


@breaks(*WEB, needs=["links"])
def link_to_a_page(pdf):
    del areas(pdf)[0].A
    areas(pdf)[0].Dest = Array([pdf.pages[1].obj, Name.Fit])


@breaks(*WEB, needs=["links"])
def link_removed(pdf):
    del pdf.pages[0].Annots[0]


@breaks(*WEB, needs=["links"])
def links_removed(pdf):
    del pdf.pages[0].Annots


@breaks(*ALL)
def link_added(pdf):
    annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("tel:112")), Contents=String("112"))


@breaks(*WEB, needs=["links"])
def link_moved(pdf):
    areas(pdf)[0].Rect = Array([10, 10, 30, 30])


@breaks(*WEB, needs=["links"])
def links_swapped(pdf):
    one, other, *_ = areas(pdf)
    one.Rect, other.Rect = other.Rect, one.Rect


@breaks(*WEB, needs=["links"])
def link_announced_as_another(pdf):
    areas(pdf)[0].Contents = String("997")


@breaks(*WEB, needs=["links"])
def link_not_announced(pdf):
    del areas(pdf)[0].Contents


@breaks(*WEB, needs=["links"])
def link_hidden(pdf):
    areas(pdf)[0].F = 2


@breaks(*WEB, names="page", needs=["links"])
def link_of_nothing(pdf):
    del areas(pdf)[0].StructParent


# --- structure


def tree(pdf):
    """Every element, in the order of the tree."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        this = waiting.pop(0)
        yield this
        kids = this.K if isinstance(this.K, Array) else [this.K]
        waiting[:0] = [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def element(pdf, type):
    return next(found for found in tree(pdf) if found.S == type)


@breaks(*WEB, needs=["figures", "tags"])
def no_alt(pdf):
    del element(pdf, "/Figure").Alt


@breaks(*WEB, needs=["figures", "tags"])
def empty_alt(pdf):
    element(pdf, "/Figure").Alt = String("")


@breaks(*WEB, needs=["figures", "tags"])
def alt_is_filename(pdf):
    element(pdf, "/Figure").Alt = String("qr.png")


@breaks(*WEB, needs=["tags"])
def alt_instead_of_words(pdf):
    element(pdf, "/P").Alt = String("Zadzwoń 997")


@breaks(*WEB, needs=["tags"])
def said_instead_of_words(pdf):
    element(pdf, "/P").ActualText = String("Zadzwoń 997")


@breaks(*WEB, needs=["tags"])
def said_instead_of_letters(pdf):
    painting = Painting(pdf)
    painting.insert(painting.find(painting.number_shown), ([Name.Span, Dictionary(ActualText=String("997"))], "BDC"))
    painting.insert(painting.find(painting.number_shown) + 1, ([], "EMC"))
    painting.save()


@breaks(*WEB)
def no_language(pdf):
    del pdf.Root.Lang


@breaks(*ALL)
def another_language(pdf):
    pdf.Root.Lang = String("de")


@breaks(*WEB, needs=["tags"])
def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


@breaks(*WEB, needs=["tags"])
def suspects(pdf):
    pdf.Root.MarkInfo.Suspects = True


@breaks(*WEB, needs=["tags"])
def no_tree(pdf):
    del pdf.Root.StructTreeRoot


@breaks(*WEB, needs=["tags"])
def no_tabs(pdf):
    for page in pdf.pages:
        if "/Tabs" in page:
            del page.Tabs


@breaks(*WEB, needs=["tags"])
def order_reversed(pdf):
    document = pdf.Root.StructTreeRoot.K
    document.K = Array(list(reversed(list(document.K))))


@breaks(*WEB, needs=["headings", "tags"])
def element_removed(pdf):
    del pdf.Root.StructTreeRoot.K.K[2]


@breaks(*WEB, needs=["tags"])
def words_of_two_swapped(pdf):
    one, other = [found for found in tree(pdf) if isinstance(found.K, int)][:2]
    one.K, other.K = other.K, one.K


@breaks(*WEB, needs=["tags"])
def mark_of_nobody(pdf):
    painting = Painting(pdf)
    marks = [place for place, (_, operator) in enumerate(painting.steps) if operator == "BDC"]
    painting.steps[marks[3]] = ([Name.P, Dictionary(MCID=977)], "BDC")
    painting.save()


@breaks(*WEB, needs=["tags"])
def real_text_as_artifact(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.longest), "BDC")
    painting.steps[place] = ([Name.Artifact], "BMC")
    painting.save()


@breaks(*WEB, names="page", needs=["tags"])
def decoration_untagged(pdf):
    painting = Painting(pdf)
    place = next(number for number, (_, operator) in enumerate(painting.steps) if operator == "BMC")
    end = next(number for number in range(place, len(painting.steps)) if painting.steps[number][1] == "EMC")
    del painting.steps[end], painting.steps[place]
    painting.save()


@breaks(*WEB, needs=["tags"])
def words_untagged(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.longest), "BDC")
    end = next(number for number in range(place, len(painting.steps)) if painting.steps[number][1] == "EMC")
    del painting.steps[end], painting.steps[place]
    painting.save()


@breaks(*WEB, names="page", needs=["tags"])
def artifact_in_tag(pdf):
    painting = Painting(pdf)
    place = painting.find(painting.longest)
    painting.insert(place + 1, ([], "EMC"))
    painting.insert(place, ([Name.Artifact], "BMC"))
    painting.save()


@breaks(*WEB, needs=["tags"])
def parents_gone(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


@breaks(*WEB, needs=["tags"])
def parents_swapped(pdf):
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1][2], nums[1][3] = nums[1][3], nums[1][2]


@breaks(*WEB, needs=["links", "tags"])
def parents_of_pages_swapped(pdf):
    one, other = pdf.pages
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


@breaks(*WEB, needs=["links"])
def parents_of_links_swapped(pdf):
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[5], nums[7] = nums[7], nums[5]


@breaks(*WEB, needs=["lists", "tags"])
def parent_is_another(pdf):
    element(pdf, "/LI").P = pdf.Root.StructTreeRoot.K


@breaks(*WEB, names="page", needs=["headings", "tags"])
def first_heading_h2(pdf):
    element(pdf, "/H1").S = Name.H2


@breaks(*WEB, needs=["headings", "tags"])
def no_headings(pdf):
    for found in tree(pdf):
        if str(found.S).startswith("/H"):
            found.S = Name.P


@breaks(*WEB, needs=["headings", "tags"])
def tag_of_our_own(pdf):
    element(pdf, "/H1").S = Name.Shout


@breaks(*WEB, names="page", needs=["lists", "tags"])
def list_with_a_paragraph(pdf):
    element(pdf, "/LI").S = Name.P


@breaks(*WEB, needs=["lists", "tags"])
def table_of_a_list(pdf):
    element(pdf, "/L").S = Name.Table


@breaks(*WEB, needs=["lists", "tags"])
def numbers_of_a_list(pdf):
    element(pdf, "/L").A.ListNumbering = Name.LowerRoman


@breaks(*WEB, needs=["links"])
def link_is_a_span(pdf):
    element(pdf, "/Link").S = Name.Span


@breaks(*WEB, needs=["bookmarks", "tags"])
def bookmarks_gone(pdf):
    with pdf.open_outline() as outline:
        outline.root.clear()


@breaks(*WEB, needs=["bookmarks"])
def bookmark_says_another(pdf):
    with pdf.open_outline() as outline:
        outline.root[0].title = "Zadzwoń 997"


@breaks(*WEB, needs=["tags"])
def said_beside_the_number(pdf):
    """In the very mark that the words have."""
    painting = Painting(pdf)
    place = painting.all("BDC")[0]
    tag, marked = painting.steps[place][0]
    marked.ActualText = String("997")
    painting.steps[place] = ([tag, marked], "BDC")
    painting.save()


@breaks(*WEB, needs=["tags"])
def numbered_artifact(pdf):
    painting = Painting(pdf)
    place = painting.all("BDC")[0]
    painting.steps[place][0][0] = Name.Artifact
    painting.save()


@breaks(*WEB, needs=["links"])
def link_framed(pdf):
    areas(pdf)[0].Border = Array([0, 0, 5])
