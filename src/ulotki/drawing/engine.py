"""The one door to reportlab: neither environment variables nor settings files of the user can change a byte.

Its private names are used here alone; `tests/drawing/test_engine_defects.py` says of each that it is what we believe.
"""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Iterable
from functools import cache
from typing import Any


def _tame() -> None:
    """Import reportlab with empty stand-ins for its settings modules.

    Without them, `import reportlab` runs reportlab_settings from the path and ~/.reportlab_settings, and reads RL_
    variables.
    """
    for name in ("reportlab_settings", "reportlab.local_rl_settings", "reportlab_mods", "reportlab.local_rl_mods"):
        module = types.ModuleType(name)
        module.__all__ = []  # type: ignore[attr-defined]
        sys.modules.setdefault(name, module)
    hidden = {key: os.environ.pop(key) for key in tuple(os.environ) if key.upper().startswith("RL_")}
    home = {key: os.environ.pop(key) for key in ("HOME", "XDG_CONFIG_HOME", "USERPROFILE") if key in os.environ}
    try:
        import reportlab.rl_config as config
    finally:
        os.environ.update(hidden | home)
    config.invariant = 1
    config.useA85 = 0
    config.pageCompression = 1
    config.toColorCanUse = None
    config.trustedHosts = None
    config.trustedSchemes = []


_tame()

from reportlab.pdfbase import pdfdoc, pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFontFace  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402


class _Stamp:
    """Replaces reportlab's time stamp: a date that neither the clock nor the environment sets."""

    def __init__(self, invariant: object = None) -> None:
        self.t = 0.0
        self.lt = (1970, 1, 1, 0, 0, 0, 3, 1, 0)
        self.YMDhms = (1970, 1, 1, 0, 0, 0)
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


pdfdoc.TimeStamp = _Stamp
pdfdoc.PDFName = cache(pdfdoc.PDFName)  # some thirty names, written ten thousand times in a pack


class _NoFont:
    """Replaces the Helvetica that reportlab otherwise puts into every document."""

    fontName = "none"
    _dynamicFont = 1
    _multiByte = 1
    face = type("face", (), {"name": "none", "builtIn": 0})


NO_FONT = _NoFont.fontName
pdfmetrics.registerFont(_NoFont)


def document(canvas: Canvas) -> Any:
    """What a canvas collects: objects by name, pages, the catalog."""
    return canvas._doc


def last_page(canvas: Canvas) -> Any:
    """The page that was shown last."""
    return canvas._doc.Pages.pages[-1]


def stamp(canvas: Canvas) -> Any:
    """The date of the file, a `_Stamp`."""
    return canvas._doc._timeStamp


def name_form(canvas: Canvas, name: str) -> None:
    """Name an XObject among the resources of the page that is drawn."""
    if name not in canvas._formsinuse:
        canvas._formsinuse.append(name)


def name_inks(page: Any, names: dict[str, str]) -> None:
    """Name separations among the resources of *page*: their names in its stream → those of their objects."""
    page._colorsUsed = names


def alike(pages: Iterable[Any]) -> None:
    """Write pages that are the same, number by number, once."""
    first, *others = pages
    written = cache(first.format)
    for page in (first, *others):
        page.format = written


def permit(entries: Any, *keys: str) -> None:
    """Let a page or the catalog have entries that reportlab knows no default of."""
    entries.__NoDefault__ = [*entries.__NoDefault__, *keys]


__all__ = ["NO_FONT", "Canvas", "TTFontFace", "pdfdoc"]
