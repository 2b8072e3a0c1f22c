"""Files that are opened in several threads at once: pdfium knows none, so one waits for the other."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ulotki import press
from ulotki.readback import Readback


@pytest.fixture(scope="module")
def data(proof) -> bytes:
    return press.printed(proof())


def test_a_second_thread_waits(data):
    """
    While a file is open no other thread opens one; the same thread may.
    """
    opened = threading.Event()

    def other():
        with Readback(data):
            opened.set()

    with Readback(data), Readback(data):
        thread = threading.Thread(target=other)
        thread.start()
        assert not opened.wait(0.2)
    thread.join(20)

    assert opened.is_set()


def test_a_file_that_cannot_be_opened_keeps_nobody_waiting(data):
    """
    The next one is opened, in another thread too.
    """
    for _ in range(2):
        with pytest.raises(Exception, match="Failed to load"):
            Readback(b"no PDF")
    with ThreadPoolExecutor(4) as pool:
        assert {1} == set(pool.map(lambda _: _pages(data), range(8)))


def _pages(data: bytes) -> int:
    with Readback(data) as back:
        return len(back.pictures(30))


def test_one_picture_is_that_of_its_page(proof):
    """
    A page alone is pictured as among the others, in colour and in grey.
    """
    with Readback(press.printed(proof(template="leaflet"))) as back:
        for grey in (False, True):
            pages = back.pictures(30, grey=grey)
            for number, page in enumerate(pages):
                one = back.picture(number, 30, grey=grey)
                assert (page.mode, page.tobytes()) == (one.mode, one.tobytes())
