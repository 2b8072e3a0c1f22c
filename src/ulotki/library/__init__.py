"""The library: reads TOML files into content. No other room reads content from files.

What cannot be read is a value too, `Unread`, with all its faults. It is an error only for the code that asks for it: a
half-written scam must not stop the answer about a sheet on a board.
"""

from __future__ import annotations

from ulotki.content.unread import Unread
from ulotki.library.people import people
from ulotki.library.reading import read
from ulotki.library.source import Vocabulary
from ulotki.library.undated import Library, Undated

__all__ = ["Library", "Undated", "Unread", "Vocabulary", "people", "read"]
