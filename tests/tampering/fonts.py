"""Faces in a file."""

from pikepdf import Array, Name

from tampering.kit import ALL, OFFICE, WEB, breaks, fonts

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
