"""The numbers, addresses and names of a workspace: set by one person, confirmed by another, stopped, looked up."""

from typing import TYPE_CHECKING

from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.office.numbers import change, confirming, ids, stopping, where
else:
    __getattr__ = modules(__name__)
