"""`ulotki talk` and `ulotki lesson`: files by their endings, words for other programs, wrong use."""

import datetime

import pytest

from ulotki.cli import options

pytestmark = pytest.mark.days


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: datetime.date(2024, 9, 10))


@pytest.fixture
def known(scam):
    """The scams that are usually told."""
    for id in ("konto", "gry", "sklep", "sms-doplata", "na-policjanta", "bank", "umowa-dom", "pesel"):
        scam(id)


def test_a_talk_and_a_lesson(run, workspace, campaign, known, texts):
    """
    A PDF by default, text and HTML by their endings; without a campaign it says that the usual swindles are told.
    """
    campaign({})
    ran = run("talk")

    assert (0, "spotkanie.pdf\n") == (ran.code, ran.out) and "once for each person" in ran.err
    assert "Konspekt spotkania z seniorami" in " ".join(texts(workspace / "spotkanie.pdf"))
    for name in ("a.txt", "a.html"):
        lesson = run("lesson", "7-8", "-o", name)
        assert 0 == lesson.code and "usual swindles" in lesson.err
        assert "Konspekt lekcji: klasy 7–8" in (workspace / name).read_text("utf-8")


def test_as_data(run, workspace, campaign, known):
    """
    The file and the ids of the swindles.
    """
    campaign({})
    data = run("lesson", "4-6", "--json").data

    assert ("ulotki.lesson/2", ["gry", "konto"]) == (data["schema"], data["scams"])
    assert str(data["file"]).endswith("lekcja.pdf")


@pytest.mark.parametrize(
    "arguments",
    [
        ("lesson",),
        ("lesson", "9"),
        ("lesson", "7-8", "--place", "bank"),
        ("talk", "-o", "a.doc"),
        ("talk", "--campaign", "x"),
    ],
)
def test_wrong_use(run, workspace, arguments):
    """
    No age, another age, a place that is no school, another kind of file, a campaign that there is not.
    """
    ran = run(*arguments)

    assert 2 == ran.code and ran.err
