"""`ulotki desk`: the list that stays at the duty desk of the unit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, near
from ulotki.content.typography import HOME
from ulotki.edition.record import Edition, Unreadable
from ulotki.errors import Finding, Misused, Refused, Where, say
from ulotki.workspace import editions, read, writing

if TYPE_CHECKING:
    from ulotki.documents.desk_list import Listed
    from ulotki.edition.record import Entry, Record
    from ulotki.library import Library

ENDINGS = (".pdf", ".txt")

DPI = 100
"""Of a piece before it is made small: more than its picture has dots."""


@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("lista-dyzurnego.pdf"),
    show_default=True,
    help=_("FILE.pdf or .txt."),
)
@options.out
@options.on
def desk(talk: Talk, workspace: Path | None, output: Path, out: Path | None, day: datetime.date | None) -> None:
    """Write the list of all pieces of the newest edition of each campaign."""
    workspace = needed(workspace)
    options.writable(output)
    if output.suffix.lower() not in ENDINGS:
        what = say('"{name}" is no kind of file that we write', name=output.name)
        raise Misused([Finding("use", what, say("let its name end in .pdf or .txt"))])
    from ulotki.documents.desk_list import desk_list
    from ulotki.documents.paper import pages, printed, written

    library, today = read(workspace), day or options.today()
    known = [_known(*one, library, today) for one in _newest(out or workspace / "out")]
    if not known:
        what = say("there is no edition yet, so there is nothing to list")
        raise Misused([Finding("use", what, say("make one: ulotki build"))])
    publisher = library.publisher
    author = publisher.issuer.source if publisher and publisher.issuer else "ulotki"
    paper = desk_list(library.readings[HOME].desk, known, today, author)
    laid = pages(paper)
    pdf = output.suffix.lower() == ".pdf"
    writing.write(output, printed(paper, laid) if pdf else written(laid).encode())
    talk.result(near(output))
    talk.aside(say("for the duty desk alone: do not give it out, and print a new one after each edition"))
    codes = sorted(one.code for one in known)
    talk.data("desk", file=str(output), day=today.isoformat(), pages=len(laid), pieces=codes)


command(desk, name="desk", help=_("Make the list by which the duty desk knows your leaflets."))


def _newest(base: Path) -> Iterator[tuple[Path, Record, Entry]]:
    """Every piece of the newest edition of each campaign, each code once. Raises Refused when one is damaged."""
    seen: set[str] = set()
    faulty: list[Finding] = []
    anew = say("make the edition anew: ulotki build")
    found: list[tuple[Path, Record, Entry]] = []
    for target in sorted(path for path in base.glob("*") if path.is_dir()):
        folder = editions.newest(target)[1]
        if folder is None:
            continue
        record = editions.record(folder)
        if isinstance(record, Unreadable):
            faulty.append(record.finding)
            continue
        for entry in record.pieces:
            if editions.digest(folder / entry.path) != entry.sha256:
                what = say("this file is missing, or not as it was made")
                faulty.append(Finding("file", what, anew, Where(str(folder / entry.path))))
            elif entry.code not in seen:
                seen.add(entry.code)
                found.append((folder, record, entry))
    if faulty:
        raise Refused(faulty)
    yield from found


def _known(folder: Path, record: Record, entry: Entry, library: Library, day: datetime.date) -> Listed:
    """What the list says of a piece. The picture is made of the file itself, whose digest was just looked at."""
    from ulotki.documents.desk_list import PICTURE, Listed
    from ulotki.documents.paper import DOTS
    from ulotki.drawing.preview import grey
    from ulotki.handout import verify
    from ulotki.readback import Readback

    edition = Edition(f"{folder.parent.name}/{folder.name}", record)
    answer = verify.answer(entry, (edition,), library.register, day)
    with Readback((folder / entry.path).read_bytes()) as back:
        picture = grey(back.pictures(DPI)[0], round(PICTURE * DOTS))
    return Listed(
        code=entry.code,
        title=_title(entry, library),
        template=entry.template,
        format=entry.format,
        palette=entry.palette,
        lang=entry.lang,
        values=tuple((value.stood, value.label) for value in answer.values),
        until=datetime.date.fromisoformat(entry.until) if entry.until else None,
        good=answer.holds,
        picture=picture,
        payloads=tuple(value for ref, value in entry.values.items() if ref.startswith("address:")),
    )


def _title(entry: Entry, library: Library) -> str:
    """The title of a piece in the language of the desk, "" when it is about several scams."""
    from ulotki.templates import templates

    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    if template and template.whole:
        return ""
    return scam.name.source if scam and entry.lang != HOME else entry.title
