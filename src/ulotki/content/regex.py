"""Regular expressions that are compiled when they are first used.

To compile all that judge texts takes a fifth of the start of a command, and most commands judge few texts or none.
"""

from __future__ import annotations

import re
from typing import Any, cast


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression *text*; what is wrong with it is found when it is first used."""
    return cast(re.Pattern[str], LatePattern(text, flags))


class LatePattern:
    """Gives each method of the compiled expression when it is first asked for, and keeps it."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found
