"""Imports reportlab so that neither environment variables nor settings files of the user can change a byte."""

from __future__ import annotations

import os
import sys
import types


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

__all__ = ["Canvas", "TTFontFace", "pdfdoc", "pdfmetrics"]
