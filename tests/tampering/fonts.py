"""Faces in a file."""

import io

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Name

from tampering.kit import ALL, OFFICE, PAIR, WEB, breaks, fonts

# --- faces


@breaks(*OFFICE, *WEB)
def letters_say_others(pdf):
    for font in fonts(pdf).values():
        says = font.ToUnicode.read_bytes()
        font.ToUnicode.write(says.replace(b"<0031>", b"<0037>"))


@breaks(*OFFICE, *WEB)
def letters_say_nothing(pdf):
    for font in fonts(pdf).values():
        del font.ToUnicode


@breaks(*OFFICE, *WEB)
def face_of_the_machine(pdf):
    font = fonts(pdf).F1
    for key in ("/FontDescriptor", "/ToUnicode", "/FirstChar", "/LastChar", "/Widths"):
        del font[key]
    font.Subtype, font.BaseFont = Name.Type1, Name.Helvetica


@breaks(*OFFICE, *WEB)
def face_not_embedded(pdf):
    del fonts(pdf).F1.FontDescriptor.FontFile2


@breaks(*OFFICE, *WEB)
def face_renamed(pdf):
    fonts(pdf).F1.BaseFont = Name("/AAAAAA+Arial-Bold")


@breaks(*ALL)
def widths(pdf):
    fonts(pdf).F1.Widths = Array([250 for _ in fonts(pdf).F1.Widths])


@breaks(*ALL)
def program_of_another_face(pdf):
    one, other = fonts(pdf).F1.FontDescriptor, fonts(pdf).F3.FontDescriptor
    one.FontFile2, other.FontFile2 = other.FontFile2, one.FontFile2


@breaks(*ALL)
def letters_of_a_second_map(pdf):
    """At codes of its own, 0xF000 higher, where some programs look first: 1 and 7 change places there."""
    for font in fonts(pdf).values():
        codes = {chr(int(sign, 16)): int(code, 16) for code, sign in PAIR.findall(font.ToUnicode.read_bytes())}
        if {"1", "7"} <= codes.keys():
            made = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
            more = CmapSubtable.newSubtable(4)
            more.platformID, more.platEncID, more.language = 3, 0, 0
            glyphs = {code: glyph for one in made["cmap"].tables for code, glyph in one.cmap.items()}
            one, seven = codes["1"], codes["7"]
            glyphs |= {one: glyphs[seven], seven: glyphs[one]}
            more.cmap = {0xF000 + code: glyph for code, glyph in glyphs.items()}
            made["cmap"].tables.append(more)
            whole = io.BytesIO()
            made.save(whole)
            font.FontDescriptor.FontFile2.write(whole.getvalue())
            return
