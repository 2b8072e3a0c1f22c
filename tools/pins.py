"""Write anew the digests of the national library into src/ulotki/pins.py, and say in words which numbers have changed.

The texts, read and judged, go into src/ulotki/library/judged.jsonl; a library with a fault is not judged at all.
Usage: make pins, or python tools/pins.py. After a merge that cannot be done by itself: run it, and look at what it says.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import ModuleType

try:
    from ulotki import pins
except SyntaxError:  # in the middle of a merge
    pins = sys.modules["ulotki.pins"] = ModuleType("ulotki.pins")
    pins.SHA256, pins.VALUES, pins.JUDGED = {}, {}, ""

from ulotki import installed, stock
from ulotki.content.paperwork import Paperwork
from ulotki.content.phrases import Phrases, Readings, Site
from ulotki.content.readability import ONES
from ulotki.content.typography import LANGUAGES
from ulotki.library import judged, read, scams
from ulotki.library.source import Source
from ulotki.library.texts import text

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "leaflets/library"
FILE = ROOT / "src/ulotki/pins.py"

READERS: dict[str, Callable[[Source, Path], object]] = {
    "scams/*/*.toml": scams.scam,
    "words/*.toml": partial(text, kind=Phrases),
    "readings/*.toml": partial(text, kind=Readings),
    "pages/*.toml": partial(text, kind=Site),
    "papers/*.toml": partial(text, kind=Paperwork),
}
"""Who reads the texts of the library, by pattern."""

HEAD = '''"""What ships in leaflets/library: the SHA-256 of each file, and each national value. Made by tools/pins.py: run it after
a change or a conflict, and read what it says of the numbers.
"""

from __future__ import annotations

'''


def digests() -> dict[str, str]:
    """The digest of each file of the library, by its name."""
    files = sorted(LIBRARY.rglob("*.toml"))
    return {file.relative_to(ROOT).as_posix(): installed.digest(file.read_bytes()) for file in files}


def values() -> dict[str, str]:
    """Each national value, by its ref."""
    tables = tomllib.loads((LIBRARY / "numbers.toml").read_text("utf-8"))
    return {f"{kind}:{id}": table["value"] for kind, ids in tables.items() for id, table in ids.items()}


def in_words(value: str) -> str:
    """A value as it is read aloud, digit by digit: what the eye passes over, the ear does not."""
    return " ".join(ONES[int(sign)] if sign.isdecimal() else sign for sign in value if not sign.isspace())


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """A sentence for each value that is new, gone or another, with its digits in words."""
    said = []
    for ref in sorted({*before, *now}):
        old, new = before.get(ref), now.get(ref)
        if old != new:
            was, becomes = (f"{one} ({in_words(one)})" if one is not None else "–" for one in (old, new))
            said.append(f"{ref}: {was} → {becomes}")
    return said


def form() -> str:
    """The texts of the library as they are read and judged now; "" when one of them has a fault, which is said."""
    source = Source(stock.known(), tuple(LANGUAGES))
    made = {
        file: reader(source, file) for pattern, reader in READERS.items() for file in source.found(LIBRARY, pattern)
    }
    findings = read(None, stock.known()).findings
    for finding in findings:
        print(f"{finding.at}: {finding.what}")
    if findings:
        return ""
    sums = source.digests
    known = stock.known()
    names = {"formats": known.formats, "palettes": known.palettes, "icons": sorted(known.icons)}
    texts = {(file.relative_to(LIBRARY).as_posix(), sums[str(file)]): one for file, one in made.items()}
    return judged.judged_text(texts, names)


def written(sums: Mapping[str, str], values: Mapping[str, str], form: str) -> str:
    """The module with these digests and values, and the digest of the *form*."""
    rows = "".join(f'    "{name}": "{sum}",\n' for name, sum in sums.items())
    sum = hashlib.sha256(form.encode()).hexdigest() if form else ""
    also = "".join(f'    "{ref}": "{value}",\n' for ref, value in sorted(values.items()))
    return f'{HEAD}SHA256 = {{\n{rows}}}\n\nVALUES = {{\n{also}}}\n\nJUDGED = "{sum}"\n'


def main() -> None:
    """Write the files and say what has changed."""
    before, now = pins.VALUES, values()
    pins.SHA256, pins.JUDGED = digests(), ""  # nothing is taken from what was judged before
    made = form()
    judged.FILE.write_text(made, "utf-8", newline="\n")
    FILE.write_text(written(pins.SHA256, now, made), "utf-8")
    for line in changes(before, now):
        print(line)
    print(f"{len(pins.SHA256)} files, {len(now)} values")
    sys.exit(not made)


if __name__ == "__main__":
    main()
