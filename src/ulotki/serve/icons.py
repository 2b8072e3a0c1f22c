"""Icons of the page as inline SVG: those of the program, and arrows and signs that only a page needs."""

from __future__ import annotations

from markupsafe import Markup

from ulotki.look.icons import BADGE, CUT, NO_MONEY, SLASH
from ulotki.stock import icons

OWN = {
    "arrow_back": "m313-440 224 224-57 56-320-320 320-320 57 56-224 224h487v80H313Z",
    "arrow_downward": "M440-800v487L216-537l-56 57 320 320 320-320-56-57-224 224v-487h-80Z",
    "arrow_upward": "M440-160v-487L216-423l-56-57 320-320 320 320-56 57-224-224v487h-80Z",
    "chat_bubble": "M240-80v-160H160q-33 0-56.500-23.500T80-320v-480q0-33 23.500-56.500T160-880h640q33 0 56.500 23.500T880-800v480q0 33-23.500 56.500T800-240H400L240-80Z",
    "check": "M382-240 154-468l57-57 171 171 367-367 57 57-424 424Z",
    "menu": "M120-240v-80h720v80H120Zm0-200v-80h720v80H120Zm0-200v-80h720v80H120Z",
    "print": "M640-640v-120H320v120h-80v-200h480v200h-80Zm-480 80h640-640Zm560 100q17 0 28.5-11.5T760-500q0-17-11.5-28.5T720-540q-17 0-28.5 11.5T680-500q0 17 11.5 28.5T720-460Zm-80 260v-160H320v160h320Zm80 80H240v-160H80v-240q0-51 35-85.5t85-34.5h560q51 0 85.5 34.5T880-520v240H720v160Zm80-240v-160q0-17-11.5-28.5T760-560H200q-17 0-28.5 11.5T160-520v160h80v-80h480v80h80Z",
    "undo": "M280-200v-80h284q63 0 109.5-40T720-420q0-60-46.5-100T564-560H312l104 104-56 56-200-200 200-200 56 56-104 104h252q97 0 166.5 63T800-420q0 94-69.5 157T564-200H280Z",
}
"""Material Symbols, sharp, whose square reaches from -960 up to 0; the licence is assets/LICENSE-icons.txt."""


def icon(name: str) -> Markup:
    """The icon *name*, hidden from screen readers: a word always stands beside it."""
    path, top = (OWN[name], -960) if name in OWN else (icons().paths[name], 0)
    return Markup('<svg class="i" viewBox="0 {} 960 960" aria-hidden="true"><path d="{}"/></svg>').format(top, path)


DRAWN = {
    NO_MONEY: Markup(
        '<mask id="cut"><path fill="#fff" d="M0 0H960V960H0Z"/><path fill="#000" d="{}"/></mask>'
        '<path mask="url(#cut)" d="{}"/><path d="{}"/>'
    ),
    BADGE: Markup(
        '<path fill-rule="evenodd" d="M40 240H920V720H40ZM100 300V660H860V300Z"/>'
        '<text x="480" y="600" text-anchor="middle" font-size="340" font-weight="700">112</text>'
    ),
}
"""The pictograms that are no path of the file: the banknotes that are crossed out, and the number in its box."""


def drawn(name: str) -> Markup:
    """What a pictogram consists of, in a square of 960 by 960."""
    if name == NO_MONEY:
        return DRAWN[name].format(CUT, icons().paths["payments"], SLASH)
    return DRAWN[name] if name in DRAWN else Markup('<path d="{}"/>').format(icons().paths[name])
