"""The metadata that a file is given."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from ulotki.frozen import dataclass
from ulotki.paper import Edge

PROGRAM = "ulotki"


@dataclass(frozen=True, slots=True)
class About:
    """The metadata of a file. dated: the date in it.  lang: BCP 47 code.

    duplex: the edge over which a two-sided print is turned, None for one side.  simplex: it must be printed on one side.
    subject: what it says, "" for its title.  code: of the piece, "" when it has none.  links: target of each link, by the ref of its words.
    """

    title: str
    author: str
    lang: str
    dated: datetime.date
    duplex: Edge | None = None
    code: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    simplex: bool = False
    subject: str = ""

    @property
    def statements(self) -> dict[str, str]:
        """What the information dictionary of any file says."""
        return {
            "Title": self.title,
            "Subject": self.subject or self.title,
            "Author": self.author,
            "Keywords": self.code,
            "Creator": PROGRAM,
            "Producer": PROGRAM,
            **dict.fromkeys(("CreationDate", "ModDate"), f"D:{self.dated:%Y%m%d}000000+00'00'"),
        }
