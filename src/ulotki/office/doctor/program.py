"""What ships with the program: is it what was reviewed, and which of its texts does a workspace print otherwise?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ulotki import files
from ulotki.errors import Broken, Finding, say
from ulotki.installed import altered, digest, home, pinned, shipped
from ulotki.library import Library, copies
from ulotki.look.vendored import SHA256, genuine
from ulotki.office.doctor.lines import Diagnosis, fault, good, look, wrong
from ulotki.pins import SHA256 as PINS


def shipped_files() -> Iterator[Diagnosis]:
    """Whether faces, pictograms and profiles are those that were looked at, and the library is there."""
    broken: list[Finding] = []
    for name in SHA256:
        try:
            genuine(name, shipped(name))
        except Broken as trouble:
            broken += trouble.findings
    yield from (fault("shipped", finding) for finding in broken)
    if not broken:
        yield good("shipped", say("faces, pictograms and profiles are genuine: {count} files", count=len(SHA256)))
    yield from _library_files()
    scams = len(files.matching(home() / "leaflets/library/scams", "*/*.toml"))
    if scams:
        yield good("shipped", say("the national library: {path}, {count} texts", path=home(), count=scams))
    else:
        what = say("the national library is not there: {path}", path=home())
        yield wrong("shipped", what, say("install ulotki again"))


GUARDED = frozenset(f"leaflets/library/{name}.toml" for name in ("numbers", "forms", "bodies", "names"))
"""Files without which nothing is printed; pieces with the words of any other altered file say PROJEKT."""


def _library_files() -> Iterator[Diagnosis]:
    """Whether the files of the national library are those that were reviewed; and files that nobody has reviewed."""
    library = files.below(home() / "leaflets/library")
    there = {file.relative_to(home()).as_posix() for file in library if file.suffix == ".toml"}
    for name in sorted({*PINS, *there}):
        try:
            sum = digest(shipped(name))
        except Broken as trouble:
            yield from (fault("shipped", finding) for finding in trouble.findings)
            continue
        if not pinned(name, sum):
            finding = altered(str(home() / name))
            end = say("nothing is printed") if name in GUARDED else say("pieces with its words say PROJEKT")
            yield wrong(
                "shipped", say("{file}: {what}: {end}", file=home() / name, what=finding.what, end=end), finding.hint
            )


def own_texts(workspace: Path, library: Library) -> Iterator[Diagnosis]:
    """Texts of the library of which this workspace prints its own version, and whether the library's has changed."""
    remarks = {scam.at.file: copies.remark(scam) for scam in library.editions if library.own(scam)}
    for pattern in ("scams/*/*.toml", "words/*.toml", "readings/*.toml", "papers/*.toml", "pages/*.toml"):
        for file in files.matching(workspace, pattern):
            original = home() / "leaflets/library" / file.relative_to(workspace)
            remark = remarks.get(str(file)) or (copies.WORDS[copies.Since.UNKNOWN] if original.is_file() else None)
            if remark:
                hint = say("a correction of {file} does not reach it: compare the two now and then", file=original)
                yield look("words", say("{file}: {what}", file=file, what=remark), hint)
