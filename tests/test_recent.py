"""What was made is found again by what it was made from."""

import pytest

from ulotki.recent import Kept, Recent


def test_a_value_is_made_once():
    """
    The same sources and equal choices give the same value.
    """
    kept, source = Kept(4), object()
    first = kept.get((source,), "a" * 2, object)

    assert first is kept.get((source,), "aa", object)


def test_equal_sources_are_not_the_same():
    """
    Sources are compared by identity, choices by equality, and another one of either makes another value.
    """
    kept: Kept[object] = Kept(9)
    one, other = ["a"], ["a"]

    made = [kept.get(sources, choice, object) for sources in ((one,), (other,), (one, other)) for choice in (1, 2)]

    assert len(made) == len(set(map(id, made)))


def test_what_is_kept_stays_alive():
    """
    A source that nobody else holds keeps its identity, which nothing else can take.
    """
    kept = Kept(99)
    made = [kept.get(([number],), (), lambda number=number: number) for number in range(50)]

    assert list(range(50)) == made


def test_only_so_much_is_kept():
    """
    A long run needs no more memory than a short one.
    """
    kept: Kept[int] = Kept(3)
    for number in range(20):
        kept.get(([number],), (), lambda number=number: number)

    assert len(kept._found._found) <= 3


def test_nothing_is_kept_of_what_failed():
    """
    What could not be made is tried again.
    """
    kept, source = Kept(3), object()
    with pytest.raises(ZeroDivisionError):
        kept.get((source,), (), lambda: 1 // 0)

    assert 2 == kept.get((source,), (), lambda: 2)


def test_what_nobody_asked_for_is_forgotten_first():
    """
    What is asked for again and again stays, however old it is.
    """
    found = Recent(2)
    for key in "abc":
        found[key] = key.upper()
        found.get("a")

    assert ["A", None, "C"] == [found.get(key) for key in "abc"]
