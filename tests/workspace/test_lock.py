"""The lock of a workspace: one writer at a time, and nobody waits for ever."""

import os
import threading

import pytest
from filelock import FileLock

from ulotki.errors import Broken
from ulotki.workspace import lock
from ulotki.workspace.lock import alone


def counted(folder, turns):
    """Read a number from a file and write the next, so many times."""
    for _ in range(turns):
        with alone(folder, "count"):
            file = folder / "count"
            file.write_text(str(int(file.read_text()) + 1))


def test_nothing_is_lost(tmp_path):
    """
    Who reads and writes inside the block never writes over what another has written.
    """
    (tmp_path / "count").write_text("0")
    threads = [threading.Thread(target=counted, args=(tmp_path, 25)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert "200" == (tmp_path / "count").read_text()


def test_who_waits_in_vain_is_told_for_whom(tmp_path):
    """
    After its time a writer gives up with the exit code of the machine, and names the other.
    """
    trouble: list[Broken] = []

    def late():
        try:
            with alone(tmp_path, "approve", wait=0.05):
                trouble.append(None)
        except Broken as error:
            trouble.append(error)

    with alone(tmp_path, "numbers set"):
        thread = threading.Thread(target=late)
        thread.start()
        thread.join()

    assert 3 == trouble[0].code
    assert "ulotki numbers set" in str(trouble[0].findings[0].what)


def test_inside_the_block_is_inside(tmp_path):
    """
    Who has the lock goes straight in again, and has it until the outer block ends.
    """
    with alone(tmp_path, "outer"):
        with alone(tmp_path, "inner", wait=0):
            pass
        assert (tmp_path / lock.HOLDER).exists()
        thread = threading.Thread(target=lambda: refused.append(tried(tmp_path)))
        refused: list[bool] = []
        thread.start()
        thread.join()

    assert [True] == refused
    assert not (tmp_path / lock.HOLDER).exists()
    assert not tried(tmp_path)


def tried(folder) -> bool:
    """Whether the lock is refused at once."""
    try:
        with alone(folder, "try", wait=0):
            return False
    except Broken:
        return True


def test_a_failure_lets_go(tmp_path):
    """
    The lock is free again when the block ends with an error.
    """
    with pytest.raises(ValueError, match="x"), alone(tmp_path, "fail"):
        raise ValueError("x")

    assert not tried(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_in_the_place_of_the_note(tmp_path):
    """
    Whatever bears the name of the note of who is writing, nobody waits for it.
    """
    os.mkfifo(tmp_path / lock.HOLDER)
    with lock.alone(tmp_path, "build"):
        pass
    os.mkfifo(tmp_path / lock.HOLDER)
    other = FileLock(tmp_path / lock.NAME)
    with other, pytest.raises(Broken, match="ulotki"), lock.alone(tmp_path, "build", wait=0.01):
        pass
