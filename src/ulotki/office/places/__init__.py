"""The places of a workspace and their hosts: one at a time, or many from a spreadsheet."""

from typing import TYPE_CHECKING

from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.office.places import columns, giving, keeping, retiring, rows, taking
else:
    __getattr__ = modules(__name__)
