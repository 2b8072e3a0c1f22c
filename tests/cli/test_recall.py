"""`ulotki recall`: a number changes, and every place that has the old one is named until the old one is gone."""

import csv
import datetime
import json
import re
import shutil

import pytest

from ulotki.cli import main, options

pytestmark = pytest.mark.days

OLD, NEW = "47 812 00 00", "47 812 11 11"
ON = ("--on", "2024-09-01")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: datetime.date(2024, 9, 1))


# The whole way, in Serniki


@pytest.fixture
def serniki(root, tmp_path, monkeypatch, english):
    """A copy of the workspace of Serniki, as the current folder."""
    folder = tmp_path / "serniki"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", "people.toml"))
    monkeypatch.chdir(folder)
    return folder


def officer(folder, value, root):
    """Write the number of the dzielnicowy as one person set it and another confirmed it."""
    text = (root / "leaflets/serniki/numbers.toml").read_text("utf-8")
    given = f'value = "{value}"\nset_by = "asp. Jan Kowalski"\nsource = "https://lubartow.policja.gov.pl"\n'
    given += f'confirmed = {{ value = "{value}", by = "Anna Nowak", on = 2024-07-16 }}\n'
    head, _, rest = text.partition('[number.dzielnicowy]\nvalue = ""\n')
    (folder / "numbers.toml").write_text(f"{head}[number.dzielnicowy]\n{given}{rest}", "utf-8")


def test_a_changed_number_from_the_first_build_to_the_last_board(serniki, root, capsys):
    """
    Nothing is wrong after a hand-over; a new number makes both places wrong until the new edition is there and the old
    one gone.
    """

    def run(*arguments):
        capsys.readouterr()
        code = main.run([*arguments])
        return code, capsys.readouterr().out

    officer(serniki, OLD, root)
    assert 0 == run("build", "--quiet")[0]
    assert 0 == run("hand-over", "bank-spoldzielczy", "ops")[0]
    assert (0, "nothing to recall\n") == run("recall")

    officer(serniki, NEW, root)
    assert 4 == run("recall")[0]
    assert 0 == run("build", "--quiet")[0]
    code, out = run("recall", "--json")
    found = json.loads(out)
    assert (4, {"bank-spoldzielczy", "ops"}) == (code, {place["id"] for place in found["places"]})
    assert {"value"} == {
        reason["cause"] for place in found["places"] for one in place["pieces"] for reason in one["reasons"]
    }
    assert all(one["bring"]["copies"] for place in found["places"] for one in place["pieces"])

    assert 0 == run("hand-over", "bank-spoldzielczy", "ops")[0]
    assert 4 == run("recall")[0]
    assert 0 == run("taken-down", "bank-spoldzielczy", "ops")[0]
    assert (0, "nothing to recall\n") == run("recall")


# What it says


@pytest.fixture
def handed(run, workspace, campaign, dzielnicowy):
    """Two places have a poster with the old number; the register has the new one. The folder of the edition."""
    dzielnicowy(OLD, OLD)
    campaign({})
    assert 0 == run("build").code
    assert 0 == run("hand-over", "bank", "ops").code
    (workspace / "people.toml").write_text(
        '[person.bank]\nname = "Anna Nowak"\nform = "pani"\nphone = "600 100 200"\n', "utf-8"
    )
    dzielnicowy(NEW, NEW)
    (folder,) = (workspace / "out/maj").glob("2024-08-01-1-*")
    return folder


def code_of(folder):
    return json.loads((folder / "manifest.json").read_text())["files"][0]["code"]


def test_what_is_said(run, handed):
    """
    Place, piece, why, that what replaces it is still to be made, how to write down that it is gone, and whom to call.
    """
    ran = run("recall", *ON)
    said = ran.out.replace("\xa0", " ")

    assert 4 == ran.code
    for part in (
        "Miejsce bank (bank): copies 2, on boards 1",
        f"{OLD} stands on it; on 2024-09-01 it is {NEW}",
        f"take down {code_of(handed)}: Oszustwo „na wnuczka” – na-wnuczka-poster-A4-colour, copies 2, on boards 1",
        "its replacement is still to be made",
        "ulotki taken-down bank\n",
        "Miejsce bank: Anna Nowak, 600 100 200",
    ):
        assert part in said


def test_what_to_bring(run, handed):
    """
    Once the new edition is made: its piece, how many, and how to print it.
    """
    assert 0 == run("build").code
    ran = run("recall", *ON)

    assert 4 == ran.code
    assert "; bring " in ran.out and "copies 2\n" in ran.out and "ulotki pack bank --new\n" in ran.out
    assert "ulotki taken-down bank\n" in ran.out


def test_an_edition(run, handed):
    """
    An edition is named by its code, in any case of letters, or by its folder.
    """
    edition = handed.name[-11:]
    for word in (edition, edition.lower(), handed.name, handed):
        ran = run("recall", word, *ON, "--json")

        assert (4, ["edition"] * 2) == (
            ran.code,
            [reason["cause"] for place in ran.data["places"] for one in place["pieces"] for reason in one["reasons"]],
        )


@pytest.mark.parametrize("word", ["dzielnicowyy", "2024-13-01", "AAAAA-AAAAA"])
def test_nobody_knows_it(run, handed, word):
    """
    A word that is no value, edition or day is wrong use.
    """
    ran = run("recall", word)

    assert 2 == ran.code and word in ran.err


def test_names_and_telephones(run, handed):
    """
    JSON names nobody, unless it is asked to.
    """
    assert "Nowak" not in run("recall", *ON, "--json").out
    ran = run("recall", *ON, "--json", "--people")

    assert [("Anna Nowak", "600 100 200")] == [(one["host"], one["phone"]) for one in ran.data["places"] if one["host"]]


def test_a_record_that_is_gone(run, handed):
    """
    When the edition is gone, the piece is named all the same, to be looked at.
    """
    shutil.rmtree(handed)
    ran = run("recall", *ON, "--json")

    assert [("unknown", False)] * 2 == [
        (one["reasons"][0]["cause"], one["known"]) for place in ran.data["places"] for one in place["pieces"]
    ]
    assert "look at it" in run("recall", *ON).out


def test_a_place_that_is_no_more(run, handed, workspace, campaign):
    """
    A place that places.toml no longer names is listed by its id, and its host is still called.
    """
    text = (workspace / "places.toml").read_text()
    (workspace / "places.toml").write_text(text.replace("[place.bank]", "[place.inny]"))
    campaign({"places": ["ops"]})
    ran = run("recall", *ON)

    assert 4 == ran.code and "bank (bank): copies 2" in ran.out and "Anna Nowak" in ran.out


def test_an_empty_ledger(run, workspace, dzielnicowy, campaign):
    """
    While nothing was ever written down, that is said, with every place that something was ordered for and what must
    come down there; no ledger is made of it.
    """
    dzielnicowy(OLD, OLD)
    campaign({})
    assert 0 == run("build").code
    dzielnicowy(NEW, NEW)
    ran = run("recall", *ON)

    assert 4 == ran.code and "nobody has written down yet" in ran.out and "nothing to recall" not in ran.out
    assert "  Miejsce bank (bank)\n    take down " in ran.out and "Miejsce ops (ops)" in ran.out
    assert ["bank", "ops"] == [one["id"] for one in run("recall", *ON, "--json").data["unwritten"]]
    assert 4 == run("recall", *ON, "-o", "zdjecia.txt").code
    assert "Nikt jeszcze nie zapisał" in (workspace / "zdjecia.txt").read_text()
    assert not (workspace / "ledger.sqlite").exists()


def test_nothing_was_ever_ordered(run, workspace):
    """
    Where nothing was ordered and nothing handed over there is nothing to recall.
    """
    (workspace / "campaigns/maj.toml").unlink(missing_ok=True)

    assert (0, "nothing to recall\n") == (run("recall").code, run("recall").out)


def test_what_may_stay(run, workspace, campaign, scam, dzielnicowy):
    """
    A changed word is no reason to go anywhere: what is old is listed apart, a line for a place; verify says the same.
    """
    dzielnicowy(OLD, OLD)
    campaign({})
    assert 0 == run("build").code
    assert 0 == run("hand-over", "bank", "ops").code
    old = code_of(next((workspace / "out/maj").glob("2024-08-01-1-*")))
    scam("na-wnuczka", title="Na wnuczka!")
    assert 0 == run("build").code
    ran = run("recall", *ON)

    assert 0 == ran.code and "may stay" in ran.out and "nothing to recall" in ran.out
    assert 2 == sum(old in line for line in ran.out.splitlines())
    assert 0 == run("verify", old, *ON).code and "it may stay; a newer one" in run("verify", old, *ON).out
    assert 2 == run("taken-down", "bank").code


def test_a_text_that_was_wrong(run, workspace, campaign, scam, dzielnicowy):
    """
    Only a text that says it was wrong makes older pieces of it come down. Made anew for the same day, from the mended
    text, the piece may hang, also when the mend was in words that it does not print.
    """
    dzielnicowy(OLD, OLD)
    campaign({})
    file = scam("na-wnuczka")
    first = file.read_text()
    file.write_text(re.sub(r"(?m)^reviewed = .*$", "reviewed = 2024-07-01", first))
    assert 0 == run("build").code
    assert 0 == run("hand-over", "bank").code
    old = code_of(next((workspace / "out/maj").glob("2024-08-01-1-*")))
    mend = 'reviewed = 2026-08-20\nwrong_before = 2026-08-20\nwrong_why = "Podawała zły numer."'
    file.write_text(re.sub(r"(?m)^reviewed = .*$", mend, first))
    ran = run("recall", *ON)

    assert 4 == ran.code and "Podawała zły numer." in ran.out and "replacement is still to be made" in ran.out
    assert 1 == run("verify", old, *ON).code
    assert 4 == run("plan").code
    assert 0 == run("build").code and 0 == run("plan").code
    assert (0, "nothing to recall\n") == (run("recall", *ON).code, run("recall", *ON).out)
    assert 0 == run("verify", old, *ON).code
    assert 2 == len([*(workspace / "out/maj").glob("2024-08-01-*-*")])


def test_a_torn_record(run, workspace, handed):
    """
    A record that cannot be read is named, and what it may know is not called good or bad: 1.
    """
    (handed / "manifest.json").write_text('{"schema"')
    ran = run("recall", *ON)

    assert 1 == ran.code and handed.name in ran.err
    assert "look at it" in ran.out and "no record says" not in ran.out
    assert "    look at " in ran.out and "take down" not in ran.out and "--new" not in ran.out
    assert 1 == run("pack", "bank", "--new").code and "nobody can tell" in run("pack", "bank", "--new").err


def test_a_command_is_never_cut(run, workspace, handed):
    """
    However many pieces are meant, the command that writes them down stands whole.
    """
    shutil.rmtree(handed)
    out = run("recall", *ON).out

    assert "…" not in "".join(line for line in out.splitlines() if "ulotki " in line)


# To take along


def test_on_paper(run, handed, workspace, texts):
    """
    A PDF with places, host and pieces, the picture of each among them; the talk says that it holds names.
    """
    ran = run("recall", *ON, "-o", "zdjecia.pdf")
    words = " ".join(texts(workspace / "zdjecia.pdf"))

    assert (4, "zdjecia.pdf\n") == (ran.code, ran.out)
    assert "names and telephones" in ran.err
    assert all(part in words for part in ("Miejsce bank", "Anna Nowak, 600 100 200", code_of(handed), OLD, NEW))
    assert "Obrazki są na końcu." in words and "Obrazka nie ma." not in words


def test_as_text(run, handed, workspace):
    """
    The same words without pictures, and without a word of them.
    """
    assert 4 == run("recall", *ON, "-o", "zdjecia.txt").code
    text = (workspace / "zdjecia.txt").read_text()

    assert all(part in text for part in ("Miejsce bank", "Anna Nowak, 600 100 200", code_of(handed)))
    assert "Obraz" not in text


def test_a_file_that_was_altered_gives_no_picture(run, handed, workspace, texts):
    """
    A picture is made of a file that is as it was made, and of no other.
    """
    for path in (handed / "pieces").glob("*.pdf"):
        path.write_bytes(path.read_bytes() + b"\n")
    run("recall", *ON, "-o", "zdjecia.pdf")

    assert "Obrazka nie ma." in " ".join(texts(workspace / "zdjecia.pdf"))


def test_as_a_table(run, handed, workspace):
    """
    A line for each piece at each place, with host and telephone.
    """
    ran = run("recall", *ON, "-o", "zdjecia.csv")
    rows = list(csv.DictReader((workspace / "zdjecia.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert 4 == ran.code
    assert [("bank", "2", "600 100 200"), ("ops", "2", "")] == [
        (row["place id"], row["copies"], row["telephone"]) for row in rows
    ]


def test_nothing_wrong_on_paper(run, workspace, handed, dzielnicowy, texts):
    """
    When nothing is wrong the paper says so, and the exit is 0.
    """
    dzielnicowy(OLD, OLD)

    assert 0 == run("recall", *ON, "-o", "zdjecia.pdf").code
    assert "Wszystko, co wisi, jest aktualne." in texts(workspace / "zdjecia.pdf")[0]


def test_another_kind_of_file(run, workspace):
    """
    What is no PDF, text or table is not written.
    """
    assert 2 == run("recall", "-o", "zdjecia.doc").code
    assert not (workspace / "zdjecia.doc").exists()
