"""A folder is a registry."""

from __future__ import annotations

import importlib
import sys

import pytest

from ulotki.shelf import Shelf


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Makes a package of modules {name: source}."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(**modules: str):
        folder = tmp_path / "some_shelf"
        folder.mkdir()
        for name, source in {"__init__": "", **modules}.items():
            (folder / f"{name}.py").write_text(source, encoding="utf-8")
        importlib.invalidate_caches()
        return importlib.import_module("some_shelf")

    yield make
    for name in [name for name in sys.modules if name.split(".")[0] == "some_shelf"]:
        del sys.modules[name]


def test_every_module_is_found_in_the_order_of_names(package):
    """
    Dropping a file into the folder is all the registering.
    """
    shelf = package(pear="THING = 'pear'", apple="THING = 'apple'", quince="THING = 'quince'")

    assert {"apple": "apple", "pear": "pear", "quince": "quince"} == dict(Shelf(shelf, "THING", str))


def test_a_helper_is_passed_over(package):
    """
    A module that starts with an underscore need not have the value.
    """
    assert ["apple"] == list(Shelf(package(_parts="", apple="THING = 'apple'"), "THING", str))


def test_an_empty_folder_is_an_empty_registry(package):
    """
    Nothing lies there, so there is nothing.
    """
    assert {} == dict(Shelf(package(), "THING", str))


def test_a_module_without_the_value_is_an_error(package):
    """
    Nothing is skipped in silence.
    """
    with pytest.raises(AttributeError, match="THING"):
        Shelf(package(apple="THNIG = 'apple'"), "THING", str)["apple"]


def test_a_value_of_another_kind_is_an_error(package):
    """
    The error names module, value and kind.
    """
    with pytest.raises(TypeError, match=r"some_shelf\.apple\.THING is not a str"):
        Shelf(package(apple="THING = 3"), "THING", str)["apple"]
