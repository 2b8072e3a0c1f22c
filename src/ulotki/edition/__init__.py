"""A campaign as an edition: its jobs, its record, what a build would change, and all of it in words."""

from typing import TYPE_CHECKING

from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.edition import words
else:
    __getattr__ = modules(__name__)
