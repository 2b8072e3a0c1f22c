"""Regular expressions that are compiled late: they are what the library re makes of them."""

import importlib
import re
from pathlib import Path

import pytest

import ulotki
from ulotki.content.regex import LatePattern, regex

SOURCE = Path(ulotki.__file__).parent
MODULES = sorted(
    ".".join(file.relative_to(SOURCE.parent).with_suffix("").parts)
    for file in SOURCE.rglob("*.py")
    if "import regex" in file.read_text("utf-8")
)


def test_it_does_what_a_compiled_one_does():
    """
    The same methods, the same matches.
    """
    late = regex(r"(a+)b", re.IGNORECASE)

    assert "AA" == late.search("xAAB")[1]
    assert late.fullmatch("ab") and not late.match("xab")
    assert ["a", "aa"] == late.findall("ab aab") == [found[1] for found in late.finditer("ab aab")]
    assert "x x" == late.sub("x", "ab aab")
    assert (r"(a+)b", re.compile("", re.IGNORECASE).flags) == (late.pattern, late.flags)


def test_it_is_compiled_when_it_is_first_used():
    """
    What nobody uses is never compiled; its faults are found when it is used.
    """
    late = regex("(")

    with pytest.raises(re.error):
        late.search("a")


def found(value):
    """The late expressions in *value*."""
    match value:
        case LatePattern():
            yield value
        case tuple():
            for one in value:
                yield from found(one)


@pytest.mark.parametrize("name", MODULES)
def test_every_one_of_the_program_compiles(name):
    """
    Also one that no other test uses.
    """
    for one in found(tuple(vars(importlib.import_module(name)).values())):
        assert one.pattern
