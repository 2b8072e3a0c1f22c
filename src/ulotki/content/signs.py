"""The characters that our faces have. Any other prints as a box or is lost, so a text with it is refused when it is read.

A test compares these with the faces themselves. Characters that `gate` refuses anyway are left out.
"""

from __future__ import annotations

ASCII = frozenset(map(chr, range(32, 127)))

BOTH = (
    "¡¢£¤¥¦§©«¬®°±¶·»¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿĀāĂăĄąĆćĊċČčĎďĐđĒēĖ"
    "ėĘęĚěĞğĠġĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽž–—‘’‚“”„…"
)
"""Characters beyond ASCII that every face has."""

PLAIN = "ƒȘșȚțȷẀẁẂẃẄẅẞỲỳ†‡•‰‹›⁄€₹℮∂∏∑−∕∙√∞∫≈≠≤≥◊♪"
FIRA = (
    "ĈĉĔĕĜĝĤĥĨĩĬĭĴĵĸŊŋŌōŎŏŖŗŜŝŦŧŨũŬŭЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуф"
    "хцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџҐґ"
)

GLYPHS = {"plain": ASCII | frozenset(BOTH + PLAIN), "fira": ASCII | frozenset(BOTH + FIRA)}
"""The characters by the family of faces that `typography` names."""

ANY = GLYPHS["plain"] | GLYPHS["fira"]
