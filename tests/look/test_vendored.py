"""Shipped faces and pictograms are used only as they were looked at, byte for byte."""

import hashlib

import pytest

from ulotki.errors import Broken
from ulotki.installed import home, shipped
from ulotki.look.faces import family
from ulotki.look.vendored import SHA256, genuine


@pytest.mark.parametrize("name", SHA256)
def test_shipped_files_are_genuine(name):
    """
    What lies in the checkout is what was looked at.
    """
    assert shipped(name) == genuine(name, shipped(name))


@pytest.mark.parametrize("name", SHA256)
def test_one_bit_is_enough(name):
    """
    A file that differs by one bit is refused with its name and the exit code of a broken machine.
    """
    data = bytearray(shipped(name))
    data[len(data) // 2] ^= 1

    with pytest.raises(Broken) as trouble:
        genuine(name, bytes(data))

    assert (name, 3) == (trouble.value.findings[0].at.file, trouble.value.code)


def test_a_foreign_face_is_not_drawn():
    """
    A face under the name of another is refused: its digits may lie about their shape.
    """
    with pytest.raises(Broken):
        family("plain", lambda name: shipped("fonts/UlotkiPlain-Bold.ttf"))


def test_without_the_gate_it_would_be_drawn(monkeypatch):
    """
    Nothing else notices: the digest is the only thing that keeps a foreign face out.
    """
    monkeypatch.setattr("ulotki.look.faces.genuine", lambda name, data: data)

    foreign = family("plain", lambda name: shipped("fonts/UlotkiPlain-Bold.ttf"))

    assert foreign["Regular"].advances("W") == foreign["Bold"].advances("W")


def test_nothing_ships_unlisted():
    """
    Every face that lies beside the others is in the list of digests.
    """
    found = {f"fonts/{file.name}" for file in (home() / "fonts").glob("*.ttf")}

    assert found == {name for name in SHA256 if name.endswith(".ttf")}


def test_digests_are_digests():
    """
    Each is the SHA-256 of something: 64 digits, no two alike.
    """
    assert len(SHA256) == len(
        {digest for digest in SHA256.values() if len(digest) == len(hashlib.sha256().hexdigest())}
    )
