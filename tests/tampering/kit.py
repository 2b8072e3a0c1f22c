"""The table of ways, and what they are made with: a page as operators that can be changed and written back."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Name, Operator, String

from ulotki.qr import symbol

OFFICE, WEB, PRESS = ("office",), ("web",), ("press",)
ALL = OFFICE + WEB + PRESS
"""What a purpose has no part in is tried with the web, whose files may hold the most."""

PAIR = re.compile(rb"<(..)> <(....)>")

FOREIGN = "https://incydent-cert.pl"


@dataclass(frozen=True)
class Way:
    """A way to break a file. purposes: it is tried on files for these, or like them.  names: see `breaks`.

    needs: what a file must hold for it, see `kinds.PROBES`.  raw: it is done to the bytes.
    """

    purposes: tuple[str, ...]
    change: Callable
    names: str
    needs: frozenset[str]
    raw: bool


WAYS = []


def breaks(*purposes, needs=(), names="readback"):
    """Of an open PDF, which is saved afterwards. names: who sees it, "readback", or "page" for page-validation."""
    return lambda change: WAYS.append(Way(purposes, change, names, frozenset(needs), raw=False)) or change


def tears(*purposes, needs=(), names="readback"):
    """Of bytes, into other bytes."""
    return lambda change: WAYS.append(Way(purposes, change, names, frozenset(needs), raw=True)) or change


@dataclass
class Painting:
    """The operators of a page, and its letters."""

    pdf: pikepdf.Pdf
    number: int = 0
    steps: list = field(default_factory=list)
    maps: dict = field(default_factory=dict)

    def __post_init__(self):
        self.page = self.pdf.pages[self.number]
        self.steps = [(list(step.operands), str(step.operator)) for step in pikepdf.parse_content_stream(self.page)]
        self.maps = {
            name: {
                int(code, 16): chr(int(point, 16)) for code, point in PAIR.findall(font.ToUnicode.read_bytes().upper())
            }
            for name, font in self.page.Resources.get("/Font", {}).items()
        }

    def save(self):
        steps = [(operands, Operator(operator)) for operands, operator in self.steps]
        self.page.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(steps))

    def words(self):
        """(number of the step, font, letters) of all that is shown."""
        font = ""
        for number, (operands, operator) in enumerate(self.steps):
            if operator == "Tf":
                font = str(operands[0])
            elif operator == "TJ":
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, String))
                yield number, font, "".join(self.maps[font][code] for code in codes)

    @property
    def number_shown(self):
        """Words that have a number in them, "112" where it stands."""
        said = [words for _, _, words in self.words()]
        return next((words for words in said if "112" in words), None) or next(
            words for words in said if re.search(r"\d", words)
        )

    @property
    def longest(self):
        """The most letters that are shown in one go."""
        return max((words for _, _, words in self.words()), key=len)

    def find(self, text):
        return next(number for number, _, said in self.words() if text in said)

    def say(self, text, instead):
        """Show *instead* where *text* was shown."""
        number, font, said = next(found for found in self.words() if text in found[2])
        self.steps[number] = ([self.coded(font, said.replace(text, instead))], "TJ")

    def coded(self, font, text):
        codes = {letter: code for code, letter in self.maps[font].items()}
        return Array([String(bytes(codes[letter] for letter in text))])

    def before(self, number, operator):
        """The nearest step with *operator* before step *number*."""
        return max(place for place in range(number) if self.steps[place][1] == operator)

    def after(self, number, operator):
        """The nearest step with *operator* from step *number* on."""
        return next(place for place in range(number, len(self.steps)) if self.steps[place][1] == operator)

    def all(self, *operators):
        """The steps with these operators."""
        return [number for number, (_, operator) in enumerate(self.steps) if operator in operators]

    def insert(self, number, *steps):
        self.steps[number:number] = steps

    def last(self, *steps):
        """Paint *steps* above all."""
        self.insert(len(self.steps) - 1, *decorated(self.pdf, *steps))

    def shown(self, font, text, *, x=20, y=200, size=4):
        """Steps that show a text."""
        move = ([1, 0, 0, -1, x, y], "Tm")
        return [([], "BT"), ([Name(font), size], "Tf"), move, ([self.coded(font, text)], "TJ"), ([], "ET")]

    def code(self):
        """The steps of the QR code: from the first rectangle to its fill."""
        first = self.all("re")[0]
        return first, self.after(first, "f")

    def module(self):
        """The steps of the side of a module, and of its rectangles."""
        first, last = self.code()
        return self.before(first, "cm"), first, last

    def ink(self, dark=True):
        return ([0, 0, 0, int(dark)], "k") if inked(self.pdf) else ([int(not dark)], "g")


def with_code(pdf):
    """The page with the QR code."""
    found = (Painting(pdf, number) for number in range(len(pdf.pages)))
    return next(painting for painting in found if len(painting.all("re")) > 50)


def with_fill(pdf):
    """The first page with an area that is filled in colour, or else with any."""
    found = [Painting(pdf, number) for number in range(len(pdf.pages))]
    found = [painting for painting in found if painting.all("f")]
    return next((one for one in found if any(_coloured(*one.steps[place]) for place in coloured(one))), found[0])


def _coloured(operands, operator):
    """Whether a step sets a colour that is no grey."""
    return operator != "g" and 0 < float(operands[1]) < 1


def with_icon(pdf):
    """(page, first and last step of a pictogram's path): what is filled between q and Q with curves."""
    for number in range(len(pdf.pages)):
        painting = Painting(pdf, number)
        for place in painting.all("cm")[1:]:
            end = painting.after(place, "f") if painting.all("f")[-1:] > [place] else place
            path = [operator for _, operator in painting.steps[place + 2 : end]]
            if end - place < 400 and path and set(path) <= set("mlch") and "c" in path:
                return painting, place, end
    raise LookupError("no pictogram")


def coloured(painting):
    return painting.all("g", "rg", "k")


def inked(pdf):
    return pdf.pdf_version in ("1.6", "1.4")


def decorated(pdf, *steps):
    """*steps* as an artifact where structure is marked, else as they are."""
    return [([Name.Artifact], "BMC"), *steps, ([], "EMC")] if "/StructTreeRoot" in pdf.Root else list(steps)


def squares(text, mask=0):
    rows = symbol(text, mask).rows
    return [([x, y, 1, 1], "re") for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]


def fonts(pdf):
    return pdf.pages[0].Resources.Font


def saved(pdf, **how):
    file = io.BytesIO()
    pdf.save(file, **{"deterministic_id": "encryption" not in how} | how)
    return file.getvalue()


def broken(data, way):
    """*data*, broken in a way."""
    if way.raw:
        return way.change(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        way.change(pdf)
        return saved(pdf)
