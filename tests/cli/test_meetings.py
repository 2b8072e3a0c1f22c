"""`ulotki meetings`: words, files and exit codes."""

import datetime
import email
import email.policy

import pytest

from ulotki.cli import options

TODAY = datetime.date(2024, 7, 5)
ID = "kgw-2024-09-12"
PLAN = ("meetings", "plan", "--group", "KGW", "--day", "2024-09-12", "--hour", "17", "--place", "bank")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: TODAY)


def test_planned_changed_listed(run, workspace):
    """
    One line says day, hour, group, place, state and id; a change that changes nothing says so.
    """
    assert (0, f"2024-09-12 17.00  KGW, Miejsce bank: planned ({ID})\n") == ((ran := run(*PLAN)).code, ran.out)
    assert 0 == run("meetings", "change", ID, "--hour", "18.30").code
    assert "18.30" in run("meetings", "list").out
    assert "nothing has changed" in run("meetings", "change", ID, "--hour", "18.30").err
    assert ["KGW"] == [one["group"] for one in run("meetings", "list", "--json").data["meetings"]]
    assert 0 == run("meetings", "cancel", ID).code
    assert "cancelled" in run("meetings", "list").out


@pytest.mark.parametrize(
    "wrong",
    [
        ("plan", "--group", "KGW"),
        ("change", "nikt"),
        ("cancel", "nikt"),
        ("invite", "nikt"),
        ("calendar",),
        ("letter",),
    ],
)
def test_wrong_use(run, workspace, wrong):
    """
    Exit code 2, a hint, and no file.
    """
    ran = run("meetings", *wrong)

    assert 2 == ran.code
    assert "hint:" in ran.err
    assert not [path for path in workspace.iterdir() if path.suffix in (".ics", ".pdf")]


def test_what_is_waiting(run, workspace, monkeypatch):
    """
    A meeting that is over and not written down is something to be done: exit code 4, with the command that does it.
    """
    run(*PLAN)
    monkeypatch.setattr(options, "today", lambda: datetime.date(2024, 9, 13))
    ran = run("meetings", "list")

    assert (4, True) == (ran.code, f"ulotki meeting {ID} --people N" in ran.err)
    assert 0 == run("meeting", ID, "--people", "24").code
    assert (0, True) == ((ran := run("meetings", "list")).code, "held, people: 24" in ran.out)


def test_files(run, workspace):
    """
    A calendar, the list and the letters, each in the form that its name asks for; any other name is refused.
    """
    run(*PLAN)
    for command, name in (("calendar", "a.ics"), ("list", "a.pdf"), ("list", "a.txt"), ("list", "a.html")):
        assert 0 == run("meetings", command, "-o", name).code
        assert (workspace / name).stat().st_size
    assert 2 == run("meetings", "calendar", "-o", "a.pdf").code
    for ending in ("pdf", "txt", "html", "eml"):
        assert 0 == run("meetings", "letter", "bank", "--on", "2024-07-01", "-o", f"b.{ending}").code
    assert "do 20 lipca 2024 r." in (workspace / "b.txt").read_text("utf-8").replace("\xa0", " ")
    assert "1" == email.message_from_bytes((workspace / "b.eml").read_bytes(), policy=email.policy.default)["X-Unsent"]


def test_letters_for_all(run, workspace, tree):
    """
    A folder of letters and drafts, replaced whole; a folder with anything else in it is left alone.
    """
    assert 0 == run("meetings", "letter", "--all", "--on", "2024-07-01").code
    made = tree(workspace / "pisma-o-spotkania")
    assert {".pdf", ".eml"} == {name[-4:] for name in made}
    run("meetings", "letter", "--all", "--on", "2024-07-01")
    assert made == tree(workspace / "pisma-o-spotkania")
    (workspace / "moje").mkdir()
    (workspace / "moje/list.pdf").write_bytes(b"x")
    assert 2 == run("meetings", "letter", "--all", "-o", "moje").code
    assert b"x" == (workspace / "moje/list.pdf").read_bytes()
