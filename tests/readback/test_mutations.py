"""Files broken after they were finished: every way is named by the read-back, or by a validator where it is said so.

`tampering` is the table: each way stands there once, and is tried on every kind of file that holds what it needs.
"""

import io
from importlib import import_module

import pikepdf
import pytest
from tampering.kinds import HOLDS, LIKE, finished, held
from tampering.kit import WAYS, broken, saved

from ulotki.page.purposes import PURPOSES
from ulotki.readback import checked, compare, differences

for part in ("paint", "shapes", "fonts", "pages", "tags", "claims", "outer"):
    import_module(f"tampering.{part}")


@pytest.fixture(scope="module")
def whole(library, proof):
    """whole(kind): a finished file of that kind, and what it is compared with."""
    made = {}

    def give(kind):
        if kind not in made:
            with pytest.MonkeyPatch.context() as patch:
                made[kind] = finished(kind, library, proof, patch)
        return made[kind]

    return give


def says(data, order):
    """What the read-back says of a file."""
    found = compare(data, order.pages, order.purpose, order.links, order.told)
    return [str(finding.what) for finding in found]


def cases(who, kinds=tuple(HOLDS)):
    return [
        pytest.param(
            kind, way, id=f"{kind}-{way.change.__name__}", marks=[] if kind in PURPOSES else [pytest.mark.slow]
        )
        for way in WAYS
        for kind in kinds
        if way.names == who and set(way.purposes) & set(LIKE[kind]) and way.needs <= HOLDS[kind]
    ]


@pytest.mark.parametrize("kind", HOLDS)
def test_what_is_whole_passes(kind, whole, page_validation):
    """
    Neither the file as it was made nor a copy that pikepdf saved is complained of: what is found below is the fault.
    """
    order = whole(kind)
    with pikepdf.open(io.BytesIO(order.data)) as pdf:
        again = saved(pdf)

    assert again != order.data
    assert [] == says(order.data, order)
    assert [] == says(again, order)
    assert kind != "web" or [] == page_validation(order.data) + page_validation(again)


@pytest.mark.parametrize("kind", HOLDS)
def test_what_each_kind_holds(kind, whole):
    """
    So no way is left out because nobody looked whether it can be tried.
    """
    with pikepdf.open(io.BytesIO(whole(kind).data)) as pdf:
        assert HOLDS[kind] == held(pdf)


def test_the_table_is_long():
    """
    Every name is one way; more than forty are tried on each kind of file.
    """
    names = [way.change.__name__ for way in WAYS]

    assert len(names) == len(set(names))
    assert min(sum(case.values[0] == kind for case in cases("readback")) for kind in HOLDS) > 40


@pytest.mark.parametrize(("kind", "way"), cases("readback"))
def test_the_read_back_names_it(kind, way, whole):
    """
    What is broken does not leave: the read-back has something to say of it.
    """
    order = whole(kind)

    assert says(broken(order.data, way), order)


@pytest.mark.parametrize(
    "way", [case.values[1] for case in cases("readback", ("pack",))], ids=lambda way: way.change.__name__
)
def test_what_is_known_hides_nothing(way, whole, monkeypatch):
    """
    A pack that was found right is neither drawn nor read aloud a second time; broken afterwards, it is named as before.
    """
    order = whole("pack")
    assert [] == says(order.data, order)
    with monkeypatch.context() as patch:
        patch.setattr(differences.eyes, "unlike", None)
        patch.setattr(differences, "unlike_aloud", None)
        assert [] == says(order.data, order)

    assert says(broken(order.data, way), order)


def test_a_page_that_is_known_still_has_its_letters(whole):
    """
    It is not looked at again, so a font that shows other letters in some programs is named by its own.
    """
    order = whole("office")
    assert [] == says(order.data, order)
    way = next(way for way in WAYS if way.change.__name__ == "letters_of_a_second_map")

    assert any("not embedded as we embed it" in one for one in says(broken(order.data, way), order))


GATES = {
    "words": (
        "differences.altered one_page._differing",
        "office",
        "letters_say_others",
    ),  # the first alone is not enough
    "boxes": ("one_page._cut", "office", "trim_moved"),
    "links": ("one_page._links", "web", "link_elsewhere"),
    "what is read aloud": ("one_page.unlike_aloud", "web", "table_of_a_list"),
    "pages and bookmarks": ("differences._counted", "office", "page_doubled"),
    "names": ("differences.beside differences.foreign_names", "office", "suspects_of_a_page"),
    "operators": ("differences.foreign_operators", "office", "line_with_round_ends"),
    "faces": ("differences.altered", "office", "letter_bent_by_a_program"),
    "claims": ("differences.unlike", "press", "black_words_knocked_out"),
    "what lies beside the pages": ("differences.beside", "web", "bookmark_opens_a_site"),
    "metadata": ("differences.metadata_differences", "office", "another_title_for_other_programs"),
    "inks": ("differences.foreign_inks", "office", "ink_without_use"),
    "objects": ("differences.misplaced", "office", "white_speck"),
    "eyes": ("eyes.unlike", "office", "code_with_a_spoilt_module"),
}
"""A kind of gate → its functions, and a way that nobody else names; without the last it would leave."""


@pytest.mark.parametrize("gate", GATES)
def test_without_its_gate_it_would_leave(gate, whole, monkeypatch):
    """
    Each kind of gate is needed: a way that it names passes when it is taken out.
    """
    functions, kind, name = GATES[gate]
    order = whole(kind)
    tampered = broken(order.data, next(way for way in WAYS if way.change.__name__ == name))
    *others, last = functions.split()
    monkeypatch.setattr(checked, "SHOWN", checked.CheckedPages())
    for function in others:
        monkeypatch.setattr(f"ulotki.readback.{function}", lambda *_, **__: iter(()))
    named = says(tampered, order)
    monkeypatch.setattr(f"ulotki.readback.{last}", lambda *_, **__: iter(()))

    assert [True, []] == [bool(named), says(tampered, order)]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_says_what_and_where(purpose, whole):
    """
    A page, a word, a name, an object: of what can be opened it is said what is wrong.
    """
    order = whole(purpose)
    vague = {
        way.change.__name__
        for way in (case.values[1] for case in cases("readback", (purpose,)))
        if says(broken(order.data, way), order) == ["the file cannot be opened"]
    }

    assert vague <= {"locked_to_readers", "cut_off", "empty", "stream_torn", "hidden_object"}


@pytest.mark.parametrize(("kind", "way"), cases("page", ("web",)))
def test_page_validation_names_it(kind, way, whole, page_validation):
    """
    What the read-back does not look for, and tests of every file do.
    """
    assert page_validation(broken(whole(kind).data, way))
