"""Who gets what, what hangs where, and what must come down: the ledger, the packs, and the one judge of what holds."""

from typing import TYPE_CHECKING

from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.handout import deeds, lines, reasons, recall, truth
else:
    __getattr__ = modules(__name__)
