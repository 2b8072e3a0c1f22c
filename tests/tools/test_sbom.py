"""What the program is made of: each pinned package and each file of others, with a licence; and ranges that hold the pins."""

import importlib.util
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ulotki.look.vendored import SHA256

ROOT = Path(__file__).parents[2]
PINS = (ROOT / "constraints.txt").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def sbom():
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "tools/sbom.py")
    module = sys.modules["sbom"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_lists_are_those_of_the_pins(sbom):
    """
    Both files are as the tool makes them now.
    """
    for path, text in sbom.made().items():
        assert (ROOT / path).read_text("utf-8") == text, "run: make sbom"


def test_each_pinned_package_is_named_with_its_licence():
    """
    In CycloneDX, by name, version and package URL; and so is every face, pictogram and script of others, by digest.
    """
    parts = json.loads((ROOT / "docs/sbom.cdx.json").read_text("utf-8"))["components"]
    packages = {one["name"]: one for one in parts if one["type"] == "library"}
    files = {one["name"]: one["hashes"][0]["content"] for one in parts if one["type"] == "file"}

    assert dict(re.findall(r"^([a-z0-9-]+)==(\S+)", PINS, re.M)) == {
        name: one["version"] for name, one in packages.items()
    }
    assert all(f"pkg:pypi/{name}@{one['version']}" == one["purl"] for name, one in packages.items())
    assert all(one["licenses"][0]["expression"] for one in parts)
    assert files == SHA256


def test_a_licence_that_is_not_known_stops_the_tool(sbom, monkeypatch):
    """
    Nothing is written while one is missing, and it is named.
    """
    monkeypatch.setattr(sbom, "metadata", lambda name: type("said", (), {"json": {"license": "as you like it"}}))

    with pytest.raises(SystemExit, match=r"no licence is known of: .*click"):
        sbom.made()


@pytest.mark.parametrize(
    ("said", "spdx"),
    [
        ({"license_expression": "MPL-2.0", "license": "BSD"}, "MPL-2.0"),
        ({"license": "BSD license (see license.txt for details), Copyright (c) 2000-2025"}, "BSD-3-Clause"),
        ({"license": "BSD-3-Clause, Apache-2.0, dependency licenses"}, "BSD-3-Clause AND Apache-2.0"),
        ({"classifier": ["License :: OSI Approved :: MIT License"]}, "MIT"),
        ({"license": "GPL-3.0"}, "GPL-3.0"),
        ({"license": "see LICENSE"}, ""),
        ({}, ""),
    ],
)
def test_what_packages_say(sbom, said, spdx):
    """
    An expression counts first, then the words of the field, then the classifiers; what we do not know stays unknown.
    """
    assert spdx == sbom.licence("some", said)


@pytest.mark.parametrize("manual", ["README.md", "CZYTAJ.md", "Makefile", "docs/windows.md"])
def test_whoever_installs_gets_the_pins(manual):
    """
    Each command that installs asks for digests, or takes the program alone, with what builds it pinned already.
    """
    commands = re.findall(r"(?:-m pip|\$\(PIP\)|\bpip) install[^`\n]*", (ROOT / manual).read_text("utf-8"))

    assert all("--require-hashes" in one or "--no-deps --no-build-isolation" in one or "==" in one for one in commands)


def test_ranges_in_the_project_and_pins_with_digests_beside_it():
    """
    A dependency has a least and a first version too many; the pin is within it, and every pin has a digest. So it is for
    what builds the program.
    """
    dev = (ROOT / "constraints-dev.txt").read_text("utf-8")
    extras = PROJECT["project"]["optional-dependencies"]["dev"]
    for text, listed in (
        (PINS, PROJECT["project"]["dependencies"]),
        (PINS, PROJECT["build-system"]["requires"]),
        (dev, extras),
    ):
        for one in map(Requirement, listed):
            pin = re.search(rf"^{re.escape(one.name)}==([^ \n]+)(.*(?:\n    .*)+)", text, re.M)
            assert {">=", "<"} == {spec.operator for spec in one.specifier}, one
            assert pin and one.specifier.contains(pin[1]), one
            assert "--hash=sha256:" in pin[2], one
