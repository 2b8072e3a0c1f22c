"""The signs that our faces have: a text with any other prints as a box, or loses it, so it is refused where it is read.

A test compares these with the faces themselves. Signs that `gate` refuses anyway are left out.
"""

from __future__ import annotations

ASCII = frozenset(map(chr, range(32, 127)))

BOTH = (
    "¡¢£¤¥¦§©«¬®°±¶·»¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿĀāĂăĄąĆćĊċČčĎďĐđĒēĖ"
    "ėĘęĚěĞğĠġĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽž–—‘’‚“”„…"
)
"""Signs beyond ASCII that every face has."""

PLAIN = "ƒȘșȚțȷẀẁẂẃẄẅẞỲỳ†‡•‰‹›⁄€₹℮∂∏∑−∕∙√∞∫≈≠≤≥◊♪"
FIRA = (
    "ĈĉĔĕĜĝĤĥĨĩĬĭĴĵĸŊŋŌōŎŏŖŗŜŝŦŧŨũŬŭЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуф"
    "хцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџҐґ"
)

GLYPHS = {"plain": ASCII | frozenset(BOTH + PLAIN), "fira": ASCII | frozenset(BOTH + FIRA)}
"""The signs by the family of faces that `typography` names."""

ANY = GLYPHS["plain"] | GLYPHS["fira"]
