"""The editions of a copy that a workspace does not have: which they are, and how they are brought back."""

from __future__ import annotations

from pathlib import Path

from ulotki.workspace import copies, writing


def lacking_editions(base: Path, record: copies.CopyRecord) -> dict[Path, list[str]]:
    """The editions of a copy that are not there: target below out/ → its files in the archive."""
    made: dict[Path, list[str]] = {}
    for one in record.files:
        if one.path.startswith(copies.OUT):
            inside = Path(one.path).relative_to("out")
            made.setdefault(Path(*inside.parts[:2]), []).append(one.path)
    return {target: paths for target, paths in made.items() if not (base / target).exists()}


def write_editions(base: Path, record: copies.CopyRecord, source: Path) -> tuple[str, ...]:
    """Write the editions of a copy that are missing here, each whole; existing ones stay as they are."""
    lacking = lacking_editions(base, record)
    for target, paths in lacking.items():
        if paths == [f"{copies.OUT}{target.as_posix()}"]:
            (base / target).parent.mkdir(parents=True, exist_ok=True)
            writing.write(base / target, (source / paths[0]).read_bytes())
        else:
            with writing.folder(base / target) as part:
                for path in paths:
                    writing.put(part / Path(path).relative_to(Path("out") / target), (source / path).read_bytes())
    return tuple(target.as_posix() for target in lacking)
