"""Collect every message of the program in the Polish catalogue, and compile it.

Usage: python tools/catalogue.py. Messages come from our calls of say() and gettext, from templates of HTML, and from click, whose messages people
see too. New ones are added without a translation; a test fails until they have one.
"""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "src/ulotki/locale/pl/LC_MESSAGES"
FIXED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"say": None, "_": None, "gettext": None, "ngettext": (1, 2)}


def collected() -> Catalog:
    """Every message in the source, without a translation."""
    catalog = Catalog(
        locale="pl",
        project="ulotki",
        version="0",
        copyright_holder="the authors of ulotki",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=FIXED,
        revision_date=FIXED,
        charset="utf-8",
        fuzzy=False,
    )
    for folder in (ROOT / "src/ulotki", Path(click.__file__).parent):
        found = extract_from_dir(
            str(folder),
            METHODS,
            options_map={
                "**.html": {"silent": "false", "trimmed": "true"}
            },  # a template that cannot be read is a fault
            keywords=KEYWORDS,
            directory_filter=lambda _folder: True,  # also _parts
        )
        for _file, _line, message, _comments, _context in found:
            catalog.add(message)
    return catalog


def merged() -> Catalog:
    """The messages of the source with their translations. Messages that are no longer in the source are dropped."""
    with (FOLDER / "messages.po").open("rb") as file:
        known = read_po(file, locale="pl")
    catalog = collected()
    for message in catalog:
        if message.id and (old := known.get(message.id)):
            message.string = old.string
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not (FOLDER / "messages.po").exists():
        (FOLDER / "messages.po").write_bytes(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n')
    catalog = merged()
    out = BytesIO()
    write_po(out, catalog, no_location=True, omit_header=False, sort_output=True, width=120)
    lines = [line for line in out.getvalue().split(b"\n") if b"-Date:" not in line and b"Generated-By" not in line]
    (FOLDER / "messages.po").write_bytes(b"\n".join(lines))
    (FOLDER / "messages.mo").write_bytes(compiled(catalog))
    missing = [message.id for message in catalog if message.id and not all(_strings(message.string))]
    print(f"{len(catalog)} sentences, {len(missing)} without a translation")


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string or "",) if isinstance(string, str | None) else tuple(string)


if __name__ == "__main__":
    main()
