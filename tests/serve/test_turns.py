"""Who draws first."""

from __future__ import annotations

import threading

from ulotki.serve import turns
from ulotki.serve.turns import Turns


def test_small_pictures_give_way():
    """
    One that may wait goes when the last one is done that somebody waits for.
    """
    way, drawn = Turns(), []

    def small():
        with way.later():
            drawn.append("small")

    with way.first():
        waiting = threading.Thread(target=small)
        waiting.start()
        with way.first():
            drawn.append("large")
        drawn.append("large")
    waiting.join(20)

    assert ["large", "large", "small"] == drawn


def test_nothing_waits_for_ever(monkeypatch):
    """
    After a while a small picture is drawn all the same.
    """
    monkeypatch.setattr(turns, "LONGEST", 0.01)
    way = Turns()
    with way.first(), way.later():
        pass
