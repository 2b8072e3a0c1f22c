"""Build the folder for Windows: dist/ulotki-VERSION-windows, and the same as a zip.

Usage: python tools/windows.py [--python python-3.13.x-embed-amd64.zip --sha256 DIGEST], or `make windows`.

The folder needs no compiler, no administrator and no network: it holds the program, every package that it needs (the
wheels for win_amd64, fetched by the digests of constraints.txt) and one Python. Python itself comes from its makers as
the "Windows embeddable package (64-bit)"; it is in no package registry, so whoever packs fetches it, and gives its
SHA-256 as its makers publish it (docs/windows.md). Without it the folder is complete but for Python, and says so.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from markdown_it import MarkdownIt
from packaging.requirements import Requirement

from ulotki import __version__

ROOT = Path(__file__).parents[1]
HERE = ROOT / "tools/windows"
FOLDER = f"ulotki-{__version__}-windows"

MINOR = "3.13"
"""The Python that the wheels are for."""

WINDOWS: Mapping[str, str] = {
    "implementation_name": "cpython",
    "implementation_version": f"{MINOR}.0",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_release": "10",
    "platform_system": "Windows",
    "platform_version": "10.0.19045",
    "python_full_version": f"{MINOR}.0",
    "python_version": MINOR,
    "sys_platform": "win32",
}
"""What a marker of a requirement is asked on (PEP 508): a 64-bit Windows, whatever this machine is."""

EDITABLE = ("editables", "hatchling", "pathspec", "pluggy", "trove-classifiers")
"""Packages of constraints.txt that build the program and are not part of it."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of each file in the zip: the same input gives the same zip."""


def main() -> None:
    """Build the folder and the zip, and say what is in them. Exit code 1 when the Python given is not the one named."""
    options = _options()
    if options.rehearse:
        rehearse()
        return
    with tempfile.TemporaryDirectory() as at:
        made = Path(at) / FOLDER
        made.mkdir()
        packages(made / "lib", Path(at))
        program(made / "lib", Path(at))
        if options.python:
            python(options.python, options.sha256, made / "python")
        for source in sorted(HERE.iterdir()):
            write(made / source.name, windows_lines(source.read_text("utf-8")))
        for name in ("LICENSE", "LICENSE-texts.txt"):
            shutil.copy(ROOT / name, made / name)
        manual(made / "CZYTAJ.pdf")
        write(made / "SHA256SUMS.txt", "".join(sums(made)))
        dist = ROOT / "dist"
        dist.mkdir(exist_ok=True)
        shutil.rmtree(dist / FOLDER, ignore_errors=True)
        shutil.move(made, dist / FOLDER)
        zipped(dist / FOLDER, dist / f"{FOLDER}.zip")
    size = sum(path.stat().st_size for path in (dist / FOLDER).rglob("*") if path.is_file())
    print(f"dist/{FOLDER}: {size / 1e6:.0f} MB, and dist/{FOLDER}.zip")
    if not options.python:
        print("Python lacks in it. Fetch it as docs/windows.md says, then: make windows PYTHON_ZIP=… SHA256=…")


def _options() -> argparse.Namespace:
    reading = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reading.add_argument("--python", type=Path, help="the embeddable package of Python for win_amd64, a zip")
    reading.add_argument("--sha256", default="", help="its digest, as its makers publish it")
    reading.add_argument("--rehearse", action="store_true", help="try ulotki.cmd under wine, with stand-ins for Python")
    return reading.parse_args()


def wanted(constraints: str) -> Iterator[str]:
    """The requirements with their digests that Windows needs, one a yield, from the text of constraints.txt."""
    for entry in re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", constraints, flags=re.MULTILINE)):
        named, _, digests = entry.partition(" \\\n")
        asked = Requirement(named)
        if asked.name not in EDITABLE and (asked.marker is None or asked.marker.evaluate(dict(WINDOWS))):
            yield f"{asked.name}{asked.specifier} \\\n{digests}".rstrip() + "\n"


def packages(lib: Path, scratch: Path) -> None:
    """Install the wheels for Windows into lib, each by its digest."""
    listed = scratch / "windows.txt"
    listed.write_text("".join(wanted((ROOT / "constraints.txt").read_text("utf-8"))), encoding="utf-8")
    pip("install", "--target", lib, "--platform", "win_amd64", "--python-version", MINOR, "--only-binary", ":all:",
        "--no-deps", "--no-compile", "--require-hashes", "-r", listed)  # fmt: skip
    shutil.rmtree(lib / "bin", ignore_errors=True)


def program(lib: Path, scratch: Path) -> None:
    """Build the wheel of the program and unpack it into lib."""
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", scratch, ROOT)
    (wheel,) = scratch.glob("ulotki-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(lib)


def pip(*words: object) -> None:
    """Run pip. Raises CalledProcessError when it fails; pip has said why."""
    quiet = ("--disable-pip-version-check", "--quiet", "--no-warn-conflicts") if words[0] == "install" else ("--quiet",)
    subprocess.run([sys.executable, "-m", "pip", str(words[0]), *quiet, *map(str, words[1:])], check=True)


def python(packed: Path, digest: str, folder: Path) -> None:
    """Unpack Python, and tell it where the program lies. Ends with exit code 1 when its digest is not the one named."""
    found = hashlib.sha256(packed.read_bytes()).hexdigest()
    if found != digest.lower():
        sys.exit(f"{packed}: its SHA-256 is {found}, not {digest or 'named: give --sha256'}")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    paths = list(folder.glob("python3*._pth"))
    if [path.name for path in paths] != [f"python{MINOR.replace('.', '')}._pth"]:
        sys.exit(f"{packed}: this is not the embeddable Python {MINOR} for Windows")
    write(paths[0], windows_lines(f"python{MINOR.replace('.', '')}.zip\n.\n..\\lib\n"))


def windows_lines(text: str) -> str:
    """Text with the line ends of Windows: its command files need them."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def write(path: Path, text: str) -> None:
    """Write text as it is, line ends and all, in UTF-8."""
    path.write_text(text, encoding="utf-8", newline="")


def sums(folder: Path) -> Iterator[str]:
    """A line for each file: its SHA-256 and its path, as sha256sum writes them."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"


def zipped(folder: Path, target: Path) -> None:
    """Pack a folder: files in order of their names, each with the same time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", EARLIEST)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


def rehearse() -> None:
    """Run ulotki.cmd under wine from a folder with an awkward name. Ends with exit code 1 when it does not do its part.

    Stand-ins for Python: a script that notes what it is given, a program of wine that ends well, one that fails, none.
    """
    wine = shutil.which("wine") or sys.exit("There is no wine here. On Debian: apt-get install wine")
    ready = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows")
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at) / "Łukasz (1) & test"
        (folder / "python").mkdir(parents=True)
        write(folder / "ulotki.cmd", windows_lines((HERE / "ulotki.cmd").read_text("utf-8")))
        stand_in, noted = folder / "python/python.exe", Path(at) / "noted"

        def ran(*words: str) -> subprocess.CompletedProcess[bytes]:
            given = {
                "WINEPREFIX": f"{at}/prefix",
                "WINEDEBUG": "-all",
                "PATH": "/usr/bin:/bin",
                "HOME": at,
                "LANG": "C.UTF-8",
            }
            command = [wine, "cmd", "/c", "ulotki.cmd", *words]
            return subprocess.run(command, cwd=folder, env=given, capture_output=True, check=False, input=b"")

        stand_in.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{noted}"\n', encoding="utf-8")
        stand_in.chmod(0o755)
        ran("--no-open")
        own = "Z:" + str(folder / "ulotki.cmd").replace("/", "\\")
        expect("is given", noted.read_text("utf-8").split("\n"),
               ["-X", "utf8", "-m", "ulotki.desktop", own, "--no-open", ""])  # fmt: skip
        stand_in.unlink()
        lacking = ran()
        expect("without Python ends with", lacking.returncode, 3)
        expect("without Python waits", b"Press any key" in lacking.stdout, True)
        for name, code in (("cmd.exe", 0), ("hostname.exe", 1)):
            shutil.copy(ready / name, stand_in)
            expect(f"gives back the exit code of {name}", ran().returncode, code)


def expect(what: str, found: object, wished: object) -> None:
    """Say what was found. Ends with exit code 1 when it is not what was wished."""
    if found != wished:
        sys.exit(f"{what}: {found!r}, not {wished!r}")
    print(f"{what}: {found!r}")


STYLE = """
@page { size: A4; margin: 16mm 17mm 14mm }
@font-face { font-family: Sheet; src: url(fonts/UlotkiPlain-Regular.ttf) }
@font-face { font-family: Sheet; font-weight: bold; src: url(fonts/UlotkiPlain-Bold.ttf) }
body { font: 10.5pt/1.35 Sheet, sans-serif } img { max-width: 100%; max-height: 47mm; border: .2mm solid #999 }
h1 { font-size: 22pt; margin: 0 0 3mm } hr { display: none } hr + h1 { break-before: page } h2 { font-size: 15pt; margin: 5mm 0 1.5mm; break-after: avoid }
pre, code { font-size: 9.5pt } table { border-collapse: collapse } td, th { border: .3mm solid; padding: 1mm 2mm }
li, tr, img { break-inside: avoid } a { color: inherit }
"""


def page(text: str) -> str:
    """CZYTAJ.md as a page to print: links that lead into the checkout lose their address, those within the page not."""
    body = MarkdownIt("commonmark").enable("table").render(text)
    body = re.sub(r'<a href="(?!#|https:)[^"]*">(.*?)</a>', r"\1", body)
    return (
        f'<!doctype html><html lang="pl"><meta charset="utf-8"><title>CZYTAJ</title><style>{STYLE}</style>{body}</html>'
    )


def manual(target: Path) -> None:
    """Print CZYTAJ.md as a PDF by Chromium. Ends with exit code 1 when there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("There is no Chromium to print CZYTAJ.pdf. On Debian: apt-get install chromium")
    with tempfile.TemporaryDirectory() as at:
        for name in ("docs", "fonts"):
            (Path(at) / name).symlink_to(ROOT / name)
        html = Path(at) / "czytaj.html"
        html.write_text(page((ROOT / "CZYTAJ.md").read_text("utf-8")), encoding="utf-8")
        subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
             "--no-pdf-header-footer", f"--user-data-dir={at}/profile", f"--print-to-pdf={target}", html.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


if __name__ == "__main__":
    main()
