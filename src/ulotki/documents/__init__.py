"""Documents of the office, one module each, as templates are of leaflets: values in, a `Paper` out.

They know no judgment and no file: what is out of date, who gets what and how many is said by `handout`.
"""

from typing import TYPE_CHECKING

from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.documents import calendar, draft, formats, paper, schedule, table, test_sheet
else:
    __getattr__ = modules(__name__)

ENDINGS = (".pdf", ".txt", ".html")
"""The kinds of file that every document can be, see `formats`."""

SHEETS = (".xlsx", ".csv")
"""The kinds of file that a spreadsheet can be."""
