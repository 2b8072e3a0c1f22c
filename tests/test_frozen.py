"""Frozen dataclasses: in all that can be seen they are those of the standard library, but compiled at first use."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import field, fields, replace
from typing import ClassVar, Generic, TypeVar

import pytest

from ulotki import frozen

T = TypeVar("T")


def shapes(dataclass):
    """Classes of every kind that the program has, made with *dataclass*."""

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """No field."""

    @dataclass(frozen=True, slots=True)
    class One:
        """One field."""

        name: str

    @dataclass(frozen=True, slots=True)
    class Many:
        """Fields with and without defaults."""

        kind: ClassVar[str] = "many"
        name: str
        size: float = 1.5
        parts: tuple[str, ...] = ()
        links: Mapping[str, str] = field(default_factory=dict)
        secret: str = field(default="x", repr=False)
        aside: int = field(default=0, compare=False)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        """Fields by name alone."""

        least: int = 1
        most: int

    @dataclass(frozen=True, slots=True)
    class More(Many):
        """Fields of its own and of another class."""

        last: bool = True

    @dataclass(frozen=True, slots=True, eq=False)
    class Itself:
        """Equal to itself alone."""

        name: str

    @dataclass(frozen=True, slots=True)
    class Held(Generic[T]):
        """Holds any type."""

        value: T

    @dataclass(frozen=True, slots=True)
    class Judged:
        """Refuses some values."""

        size: int

        def __post_init__(self):
            if self.size < 0:
                raise ValueError("less than nothing")

    return {kind.__name__: kind for kind in (Nothing, One, Many, Named, More, Itself, Held, Judged)}


OURS, THEIRS = shapes(frozen.dataclass), shapes(dataclasses.dataclass)

VALUES = {
    "Nothing": [{}],
    "One": [{"name": "a"}, {"name": "b"}, {"name": ("a",)}],
    "Many": [
        {"name": "a"},
        {"name": "a", "aside": 7},
        {"name": "a", "secret": "y"},
        {"name": "a", "size": 2, "parts": ("b",), "links": {"c": "d"}},
    ],
    "Named": [{"most": 2}, {"most": 2, "least": 0}],
    "More": [{"name": "a"}, {"name": "a", "last": False}],
    "Itself": [{"name": "a"}, {"name": "a"}],
    "Held": [{"value": 1}, {"value": "a"}],
    "Judged": [{"size": 0}, {"size": 3}],
}

KINDS = pytest.mark.parametrize("name", VALUES)

Many, One = OURS["Many"], OURS["One"]
Picked = frozen.dataclass(frozen=True, slots=True)(type("Picked", (), {"__annotations__": {"a": int, "b": str}}))
Picked.__module__ = __name__


def answer(work):
    """What *work* gives, or the kind and the words of what it raises."""
    try:
        return work()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error), str(error)


@KINDS
def test_values_look_and_compare_as_in_the_standard_library(name):
    """
    The same words, the same equality, the same hash, of every pair.
    """
    ours, theirs = ([kind(**given) for given in VALUES[name]] for kind in (OURS[name], THEIRS[name]))

    assert list(map(repr, theirs)) == list(map(repr, ours))
    assert [[a == b for a in theirs] for b in theirs] == [[a == b for a in ours] for b in ours]
    if name != "Itself":
        assert [answer(lambda one=one: hash(one)) for one in theirs] == [
            answer(lambda one=one: hash(one)) for one in ours
        ]
    assert all(ours[0] != theirs[0] and ours[0] != other for other in ("a", None))


@KINDS
def test_classes_are_described_as_in_the_standard_library(name):
    """
    Fields, parameters, slots and the order for a match.
    """
    ours, theirs = OURS[name], THEIRS[name]

    assert inspect.signature(theirs).parameters.keys() == inspect.signature(ours).parameters.keys()
    assert [one.kind for one in inspect.signature(theirs).parameters.values()] == [
        one.kind for one in inspect.signature(ours).parameters.values()
    ]
    assert [(one.name, one.type, one.default) for one in fields(theirs)] == [
        (one.name, one.type, one.default) for one in fields(ours)
    ]
    assert (theirs.__slots__, theirs.__match_args__, theirs.__doc__) == (
        ours.__slots__,
        ours.__match_args__,
        ours.__doc__,
    )
    assert theirs.__init__.__qualname__ == ours.__init__.__qualname__


@pytest.mark.parametrize(
    ("name", "words", "given"),
    [
        ("Many", (), {}),
        ("Many", ("a", 1, (), {}, "x", 0, 1), {}),
        ("Many", ("a",), {"unknown": 1}),
        ("Named", (1, 2), {}),
        ("Named", (), {"least": 1}),
        ("Judged", (-1,), {}),
    ],
)
def test_what_does_not_fit_is_refused_in_the_same_words(name, words, given):
    """
    Missing, unknown and too many parameters, and what a class itself refuses.
    """
    assert answer(lambda: THEIRS[name](*words, **given)) == answer(lambda: OURS[name](*words, **given))


def test_a_value_has_its_fields_and_nothing_else():
    """
    No other attribute can be made.
    """
    value = Many("a")

    with pytest.raises(AttributeError):
        value.unknown = 1
    assert not hasattr(value, "__dict__")


def test_each_value_has_a_default_of_its_own():
    """
    What is made for a field is made anew for each value.
    """
    assert Many("a").links is not Many("a").links


def test_replaced_matched_copied_and_sent_to_another_process():
    """
    What else is done with values.
    """
    value = replace(Many("a", parts=("b",)), size=3)

    match value:
        case Many(name, size, parts=(part,)):
            assert ("a", 3, "b") == (name, size, part)
    assert value == copy.deepcopy(value)
    assert Picked(1, "b") == pickle.loads(pickle.dumps(Picked(1, "b")))


def test_others_are_made_by_the_standard_library():
    """
    One that can be changed, and one without slots.
    """

    @frozen.dataclass(slots=True)
    class Changing:
        """Can be changed."""

        number: int

    value = Changing(1)
    value.number = 2

    assert Changing(2) == value
    assert Changing.__hash__ is None


def test_methods_are_compiled_when_they_are_first_used():
    """
    Defining a class compiles nothing; the first value compiles how it is made, and no more.
    """
    kind = shapes(frozen.dataclass)["Many"]

    def late():
        return {name for name in ("__init__", "__eq__", "__hash__") if isinstance(vars(kind)[name], frozen.Late)}

    assert {"__init__", "__eq__", "__hash__"} == late()
    kind("a")
    assert {"__eq__", "__hash__"} == late()
    assert kind("a") == kind("a")
    assert {"__hash__"} == late()
