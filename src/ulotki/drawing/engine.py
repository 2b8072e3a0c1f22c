"""The one door to reportlab, which makes the subsets of fonts: no variable and no settings file of the user has a say in it."""

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
        import reportlab.rl_config  # noqa: F401
    finally:
        os.environ.update(hidden | home)


_tame()

from reportlab.pdfbase.ttfonts import TTFontFace  # noqa: E402

__all__ = ["TTFontFace"]
