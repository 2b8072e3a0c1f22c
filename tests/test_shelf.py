"""A folder is a registry."""

from __future__ import annotations

import importlib
import sys

import pytest

from ulotki.shelf import Shelf, modules


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


# The modules of a room


def test_a_module_is_imported_when_it_is_named(package):
    """
    Not before, and once; what is no module is no attribute.
    """
    room = package(one="value = 1", two="value = 2")
    room.__getattr__ = modules("some_shelf")

    assert not {"some_shelf.one", "some_shelf.two"} & set(sys.modules)
    assert 1 == room.one.value
    assert room.one is sys.modules["some_shelf.one"]
    assert "some_shelf.two" not in sys.modules
    with pytest.raises(AttributeError, match="some_shelf has no three"):
        _ = room.three


def test_what_a_module_lacks_is_named_as_it_is(package):
    """
    A library that is missing is not taken for a module that is not there.
    """
    room = package(one="import some_library_that_nobody_has")
    room.__getattr__ = modules("some_shelf")

    with pytest.raises(ModuleNotFoundError, match="some_library_that_nobody_has"):
        _ = room.one
