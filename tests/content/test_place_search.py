"""Places by what people call them: id, kind, name, or the part of a name that is enough."""

import unicodedata

import pytest

from ulotki.content.order import Order, TemplateName, targets
from ulotki.content.place_search import find_place, find_places
from ulotki.content.places import Place
from ulotki.errors import Misused

KNOWN = {
    id: Place(name=name, kind=kind, id=id)
    for id, name, kind in (
        ("parafia", "Parafia św. Marii Magdaleny w Sernikach", "parish"),
        ("nowa-wies", "Sołectwo Nowa Wieś", "solectwo"),
        ("nowa-wola-1", "Sołectwo Nowa Wola I", "solectwo"),
        ("nowa-wola-2", "Sołectwo Nowa Wola II", "solectwo"),
        ("klub", "Klub „Łąka”", "hall"),
    )
}


SCHOOL = Place(name="Szkoła w Nowej Wsi", kind="school", id="szkola")
"""Whose readers are pupils."""


@pytest.mark.parametrize(
    ("expected", "audience", "words"),
    [
        (tuple(KNOWN), "adults", ["all"]),
        (("szkola",), "pupils", ["all"]),
        (("szkola",), "adults", ["school"]),
        (("szkola",), "adults", ["szkola"]),
        ((*KNOWN, "szkola"), "adults", ["all", "school"]),
        (("klub", "szkola"), "pupils", ["all", "klub"]),
        (("nowa-wies", "nowa-wola-1", "nowa-wola-2"), "pupils", ["solectwo"]),
    ],
)
def test_an_order_reaches_its_audience(expected, audience, words):
    """
    "all" means schools for pupils and every other place for adults; an id or a kind means what it says.
    """
    order = Order(
        scams=("konto",),
        template=TemplateName("youth"),
        format="A4",
        places=tuple(words),
        audience=audience,  # type: ignore[arg-type]
    )

    assert expected == targets(order, {**KNOWN, "szkola": SCHOOL})


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("nowa-wies", "nowa-wies"),
        ("Nowa-Wies", "nowa-wies"),
        ("Nowa Wieś", "nowa-wies"),
        (unicodedata.normalize("NFD", "Nowa Wieś"), "nowa-wies"),
        ("nowa  wies", "nowa-wies"),
        ("Sołectwo Nowa Wieś", "nowa-wies"),
        ("Nowa Wola I", "nowa-wola-1"),
        ("nowa wola ii", "nowa-wola-2"),
        ("Magdalen", "parafia"),
        ('klub "łąka"', "klub"),
        ("laka", "klub"),
    ],
)
def test_one_place(word, id):
    """
    An id, a name or enough of it means the place, whatever its case, accents and quotation marks.
    """
    assert id == find_place(KNOWN, word)
    assert (id,) == find_places(KNOWN, [word])


@pytest.mark.parametrize("word", ["Nowa", "nowa wola", "Sołectwo"])
def test_a_part_of_several_names(word):
    """
    A part that several names share chooses none of them, and their ids are named.
    """
    with pytest.raises(Misused) as raised:
        find_place(KNOWN, word)

    assert "nowa-wola-1, nowa-wola-2" in str(raised.value.findings[0].hint)


@pytest.mark.parametrize("word", ["ies", "", "Wólka", "?"])
def test_no_place(word):
    """
    The middle of a word, nothing, or what nobody is called is no place.
    """
    with pytest.raises(Misused):
        find_place(KNOWN, word)


def test_several():
    """
    Kinds, "all" and names together, in the order of the file, each place once.
    """
    assert ("nowa-wies", "nowa-wola-1", "nowa-wola-2", "klub") == find_places(KNOWN, ["Łąka", "solectwo", "nowa-wies"])
    assert (*KNOWN, "dawne") == find_places(KNOWN, ["all"], {"dawne"})
    assert ("dawne",) == find_places(KNOWN, ["Dawne"], {"dawne"})


def test_an_id_is_itself_first():
    """
    A place whose id is the name of a kind is that place alone.
    """
    known = {**KNOWN, "solectwo": Place(name="Dom", kind="hall", id="solectwo")}

    assert ("solectwo",) == find_places(known, ["solectwo"])
