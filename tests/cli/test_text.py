"""`ulotki text`: list, show, try, change and back."""

from __future__ import annotations


def test_a_text_is_changed_and_goes_back(run, workspace):
    """
    With the exit code 1 while it cannot be printed, and nothing written by --try.
    """
    file = workspace / "scams/pl/na-wnuczka.toml"
    tried = run("text", "na-wnuczka", "step.1.lead=Odczekaj całe 30 sekund przy telefonie", "--try", "--json")
    untouched = not file.exists()
    changed = run("text", "na-wnuczka", "order=Odłóż to.")
    listed, back = run("text", "--json"), run("text", "na-wnuczka", "--back")

    assert (1, True) == (tried.code, untouched)
    assert "in the library: Rozłącz się." in changed.out and "ulotki undo 1" in changed.err
    assert [True] == [row["own"] for row in listed.data["texts"] if row["id"] == "na-wnuczka"]
    assert 0 == back.code and not file.exists()


def test_wrong_use(run, workspace):
    """
    Another field, no value, no such text.
    """
    assert [2, 2, 2, 2] == [
        run("text", *words).code
        for words in (("na-wnuczka", "ordr=x"), ("na-wnuczka", "order"), ("nic",), ("na-wnuczka", "order=x", "--back"))
    ]
