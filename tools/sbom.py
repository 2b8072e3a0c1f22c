"""List what the program is made of: docs/sbom.cdx.json (CycloneDX 1.6), and every licence in docs/licences.md.

Versions come from constraints.txt, licences from what the installed packages say of themselves, digests of faces and
pictograms from look/vendored.py. Usage: make sbom, or python tools/sbom.py, after a change of one of them. Exit code 1,
and nothing is written, when a licence is not known.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from ulotki import __version__
from ulotki.look.vendored import SHA256

ROOT = Path(__file__).parents[1]
SBOM, PAGE = "docs/sbom.cdx.json", "docs/licences.md"

BUILDS = frozenset(("editables", "hatchling", "pathspec", "pluggy", "trove-classifiers"))
"""Packages that build the program and are no part of it."""

SAID = (
    (r"apache", "Apache-2.0"),
    (r"bsd-3-clause, apache-2\.0", "BSD-3-Clause AND Apache-2.0"),
    (r"bsd\b", "BSD-3-Clause"),
    (r"mit license", "MIT"),
    (r"mozilla public license 2\.0", "MPL-2.0"),
    (r"psfl|python software foundation", "PSF-2.0"),
    (r"zpl 2\.1", "ZPL-2.1"),
)
"""How what a package says begins, in small letters → how SPDX writes it. The longest that fits counts."""

SPDX = re.compile(
    r"(?:[A-Z][A-Za-z]*-)*[A-Z0-9][A-Za-z0-9]*(?:-[0-9.]+)?(?:-Clause|-CMU)?(?: (?:AND|OR) [A-Za-z0-9.-]+)*"
)
"""An expression of SPDX licences, as far as we meet any."""

ELSEWHERE: Mapping[str, str] = {"colorama": "BSD-3-Clause", "typing-extensions": "PSF-2.0"}
"""Licences of packages that are not installed with every Python on every system, from their own metadata."""

FILES = (
    ("fonts/UlotkiPlain", "OFL-1.1", "fonts/OFL.txt"),
    ("fonts/FiraSans", "OFL-1.1", "fonts/OFL-FiraSans.txt"),
    ("assets/icons.json", "Apache-2.0", "assets/LICENSE-icons.txt"),
    ("assets/ISOcoated", "Zlib", "assets/LICENSE-profiles.txt"),
    ("assets/srgb.icc", "LicenseRef-use-freely", "assets/LICENSE-profiles.txt"),
    ("assets/htmx", "0BSD", "assets/LICENSE-htmx.txt"),
)
"""How the name of a shipped file begins → its licence, and the file that holds its words."""


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned package. marker: where alone it is installed, "" for everywhere."""

    name: str
    version: str
    marker: str
    licence: str

    @property
    def builds(self) -> bool:
        """Whether it builds the program and is no part of it."""
        return self.name in BUILDS


def pinned(constraints: str) -> Iterator[Requirement]:
    """The packages that the text of constraints.txt pins."""
    for line in constraints.splitlines():
        if re.match(r"[a-z0-9]", line):
            yield Requirement(line.removesuffix("\\"))


def licence(name: str, said: Mapping[str, Any] | None) -> str:
    """The licence of a package as SPDX writes it, "" when it is not known. said: what it says of itself, if it is here."""
    if said is None or name in ELSEWHERE:
        return ELSEWHERE.get(name, "")
    if expression := said.get("license_expression"):
        return str(expression)
    kinds: list[str] = [one.rpartition(" :: ")[2] for one in said.get("classifier", ()) if one.startswith("License")]
    for words in (str(said.get("license", "")), *kinds):
        fitting = [(len(found[0]), spdx) for begin, spdx in SAID if (found := re.match(begin, words.casefold()))]
        if fitting:
            return max(fitting)[1]
        if SPDX.fullmatch(words):
            return words
    return ""


def packages(constraints: str) -> Iterator[Package]:
    """Every pinned package with its licence."""
    for one in pinned(constraints):
        try:
            said: Mapping[str, Any] | None = metadata(one.name).json
        except PackageNotFoundError:
            said = None
        (version,) = (spec.version for spec in one.specifier)
        yield Package(one.name, version, str(one.marker or ""), licence(one.name, said))


def shipped() -> Iterator[tuple[str, str, str, str]]:
    """(file, SHA-256, licence, the file with its words) of everything that was made by others and ships."""
    for name, digest in SHA256.items():
        for begin, spdx, words in FILES:
            if name.startswith(begin):
                yield name, digest, spdx, words
                break
        else:
            yield name, digest, "", ""


def sbom(known: list[Package], files: list[tuple[str, str, str, str]]) -> str:
    """The CycloneDX document."""
    whole = {"type": "application", "bom-ref": "ulotki", "name": "ulotki", "version": __version__}
    parts = [*map(_package, known), *(_file(*one) for one in files)]
    needed = [one["bom-ref"] for one in parts if one["scope"] == "required"]
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": whole},
        "components": parts,
        "dependencies": [{"ref": "ulotki", "dependsOn": needed}],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _package(one: Package) -> dict[str, Any]:
    more = [{"name": "installed where", "value": one.marker}] if one.marker else []
    return {
        "type": "library",
        "bom-ref": f"{one.name}=={one.version}",
        "name": one.name,
        "version": one.version,
        "scope": "excluded" if one.builds else "required",
        "licenses": [{"expression": one.licence}],
        "purl": f"pkg:pypi/{one.name}@{one.version}",
        **({"properties": more} if more else {}),
    }


def _file(name: str, digest: str, spdx: str, _words: str) -> dict[str, Any]:
    return {
        "type": "file",
        "bom-ref": name,
        "name": name,
        "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": [{"expression": spdx}],
    }


def page(known: list[Package], files: list[tuple[str, str, str, str]]) -> str:
    """The licences as Markdown."""
    lines = ["# Licences", "", "Made by `make sbom` from constraints.txt and look/vendored.py; not edited by hand.", ""]
    lines += ["## Packages", "", "| package | version | licence | |", "|---|---|---|---|"]
    for one in known:
        note = "builds the program" if one.builds else f"`{one.marker}`" if one.marker else ""
        lines.append(f"| {one.name} | {one.version} | {one.licence} | {note} |")
    lines += ["", "## Files that others made", "", "| file | licence | its words |", "|---|---|---|"]
    lines += [f"| `{name}` | {spdx} | `{words}` |" for name, _, spdx, words in files]
    return "\n".join(lines) + "\n"


def made() -> dict[str, str]:
    """Both files by their path. Ends with exit code 1 when a licence is not known."""
    known, files = list(packages((ROOT / "constraints.txt").read_text("utf-8"))), list(shipped())
    if lacking := [*(one.name for one in known if not one.licence), *(one[0] for one in files if not one[2])]:
        sys.exit(f"no licence is known of: {', '.join(lacking)}; write it into tools/sbom.py")
    return {SBOM: sbom(known, files), PAGE: page(known, files)}


if __name__ == "__main__":
    for path, text in made().items():
        (ROOT / path).write_text(text, "utf-8")
        print(path)
