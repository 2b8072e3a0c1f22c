"""What a use case answers, as an exit code."""

import pytest

from ulotki.errors import Finding, say
from ulotki.office import Outcome

GRAVE, WARNING = Finding("x", say("broken")), Finding("x", say("odd"), grave=False)


@pytest.mark.parametrize(
    ("code", "given"),
    [
        (0, {}),
        (0, {"findings": (WARNING,)}),
        (1, {"findings": (WARNING, GRAVE)}),
        (1, {"final": False}),
        (4, {"pending": True}),
        (1, {"pending": True, "final": False}),
        (1, {"pending": True, "findings": (GRAVE,)}),
    ],
)
def test_the_exit_code(code, given):
    """
    1 for what cannot be trusted or is not final goes before 4 for what is to be done, and 4 before 0.
    """
    assert code == Outcome(None, **given).code


class Broken:
    """A value whose data cannot be told."""

    @property
    def data(self):
        raise AttributeError("ref")


def test_data_that_fails_is_an_error():
    """
    A fault in what a value tells is not hidden by telling something else.
    """
    assert {"a": 1} == Outcome({"a": 1}).data
    with pytest.raises(AttributeError, match="ref"):
        Outcome(Broken()).data  # noqa: B018
