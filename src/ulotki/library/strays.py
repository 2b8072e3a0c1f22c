"""Files and folders that are not read although they probably should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ulotki import files
from ulotki.errors import Finding, Where, say
from ulotki.fingerprint import OTHERS, PATTERNS
from ulotki.library.source import MOST_FILES, unlisted


def strays(root: Path) -> Iterator[Finding]:
    """Findings about files that are not read although they probably should be: wrong folder, name or extension."""
    found = {pattern: files.matching(root, pattern, lambda _: None) for pattern in PATTERNS}  # `Source` says it
    for pattern, there in found.items():
        if len(there) > MOST_FILES:
            said = {"count": len(there), "pattern": pattern, "most": MOST_FILES}
            what = say("there are {count} files {pattern}, and {most} are read", **said)
            yield Finding("read", what, say("move what is not needed out of the workspace"), Where(str(root)))
    read = {path for pattern in PATTERNS for path in (root / pattern, *found[pattern])}
    near: list[Path] = []
    for name in ("scams", "words", "readings", "papers", "pages", "campaigns"):
        folder = root / name
        try:
            near += files.below(folder) if not folder.is_file() else list(folder.iterdir())
        except OSError as error:
            yield unlisted(Path(error.filename or folder), error)
    try:
        beside = files.matching(root, "*")
    except OSError as error:
        beside = []
        yield unlisted(root, error)
    near += [path for path in beside if path.suffix.lower() in (".toml", ".yaml", ".yml") and not path.is_dir()]
    for path in sorted(near):
        if path not in read and not path.name.startswith(".") and path.name not in OTHERS:
            hint = say("files are {patterns}", patterns=", ".join(PATTERNS))
            yield Finding("read", say("this file is not read"), hint, Where(str(path)))
