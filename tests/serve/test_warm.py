"""What is done before the first click, and that it changes no answer."""

from __future__ import annotations

import threading
from pathlib import Path

from ulotki import office
from ulotki.recent import Recent
from ulotki.serve import prints, warm


def still(desk):
    """Nobody has asked for anything for a long time."""
    desk.used, desk.clock = 0.0, lambda: 10.0 * warm.QUIET


def test_the_first_click_finds_its_piece_drawn(app, client, desk, monkeypatch):
    """
    The piece that the screen shows before anybody has chosen one, laid out and drawn; its page shows the same address.
    """
    for name in ("PICTURES", "PROOFS"):
        monkeypatch.setattr(prints, name, Recent(9))
    still(desk)
    warm.up(app, threading.Event())
    ready = {key[-1] for key in prints.PICTURES._found}
    drawn = set(prints.PICTURES._found)
    with app.app_context():
        usual = prints.usual()
    where = f"/druki/obraz/strona.png?oszustwo={usual.scam}&wzor={usual.template}&toner={usual.palette}"

    assert {"strona"} == ready
    assert where.replace("&", "&amp;") in client.get("/druki").text
    assert client.get(where).data in prints.PICTURES._found.values()
    assert drawn == set(prints.PICTURES._found)


def test_no_answer_depends_on_it(app, client, desk):
    """
    A page that was asked for before and one that is asked for afterwards are the same.
    """
    before = client.get("/druki").text
    still(desk)
    warm.up(app, threading.Event())

    assert before == client.get("/druki").text


def test_every_use_case_is_read(app, desk):
    """
    Each module of the office: a screen names it as a part of the office, so that the page opens without it.
    """
    with app.app_context():
        read = {step.args[1] for step in warm._steps(app, desk) if getattr(step, "func", None) is getattr}

    assert {one.stem for one in Path(office.__file__).parent.glob("*.py")} - {"__init__"} <= read


def test_it_waits_while_somebody_clicks(app, desk, monkeypatch):
    """
    No step is taken while requests come; and none when the program is over.
    """
    taken, done = [], threading.Event()
    monkeypatch.setattr(warm, "_steps", lambda *_given: iter([lambda: taken.append(1)]))
    desk.used, desk.clock = 0.0, lambda: 0.0
    waiting = threading.Thread(target=warm.up, args=(app, done))
    waiting.start()
    done.set()
    waiting.join(20)

    assert not waiting.is_alive()
    assert not taken


def test_a_workspace_that_cannot_be_read_is_no_end(app, desk):
    """
    Whoever asks is told; the rest is done.
    """
    (desk.workspace.folder / "ulotki.toml").unlink()
    (desk.workspace.folder / "ulotki.toml").mkdir()
    still(desk)

    warm.up(app, threading.Event())
