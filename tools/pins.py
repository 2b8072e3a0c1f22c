"""Write anew the digests of the national library into src/ulotki/pins.py, and say in words which numbers have changed.

Usage: make pins, or python tools/pins.py. After a merge that cannot be done by itself: run it, and look at what it says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from ulotki import installed
from ulotki.content.reading import ONES

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "leaflets/library"
FILE = ROOT / "src/ulotki/pins.py"

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


def written(sums: Mapping[str, str], values: Mapping[str, str]) -> str:
    """The module with these digests and values."""
    rows = "".join(f'    "{name}": "{sum}",\n' for name, sum in sums.items())
    also = "".join(f'    "{ref}": "{value}",\n' for ref, value in sorted(values.items()))
    return f"{HEAD}SHA256 = {{\n{rows}}}\n\nVALUES = {{\n{also}}}\n"


def known() -> dict[str, str]:
    """The values as they were pinned before; none when the file cannot be read."""
    try:
        from ulotki.pins import VALUES
    except (ImportError, SyntaxError):
        return {}
    return VALUES


def main() -> None:
    """Write the file and say what has changed."""
    before, now = known(), values()
    FILE.write_text(written(digests(), now), "utf-8")
    for line in changes(before, now):
        print(line)
    print(f"{len(digests())} files, {len(now)} values")


if __name__ == "__main__":
    main()
