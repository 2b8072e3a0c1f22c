"""`ulotki verify`: a code from a sheet, a file, a folder; what the records say, and the exit code."""

import json
import shutil
from dataclasses import replace

import pikepdf
import pytest

from ulotki.edition import record
from ulotki.page.piece_code import code_of

NUMBER = "47 812 00 00"
ON = ("--on", "2024-08-02")


@pytest.fixture
def edition(run, workspace, dzielnicowy):
    """The folder of an edition of one poster that carries the number of the dzielnicowy."""
    dzielnicowy(NUMBER, NUMBER)
    campaign = workspace / "campaigns/maj.toml"
    campaign.write_text(
        'title = "Maj"\nday = 2024-08-01\nuntil = 2024-12-31\n\n[[order]]\nscams = ["na-wnuczka"]\n'
        'template = "poster"\nformat = "A4"\nplaces = ["bank"]\ncopies = 2\n'
    )
    assert 0 == run("build").code
    (folder,) = (workspace / "out/maj").glob("2024-08-01-1-*")
    return folder


@pytest.fixture
def piece(edition):
    return record.read_record((edition / "manifest.json").read_bytes()).pieces[0]


def kept(folder, change):
    """Write the record of *folder* as *change* makes it."""
    file = folder / "manifest.json"
    file.write_bytes(record.record_bytes(change(record.read_record(file.read_bytes()))))


def checks(ran):
    data = ran.data
    return [one["check"] for one in (*data["findings"], *(f for piece in data["pieces"] for f in piece["findings"]))]


def test_a_code_from_a_sheet(run, piece, edition):
    """
    Title, edition, places, copies, numbers: all still so, and nothing on stderr.
    """
    ran = run("verify", piece.code.lower().replace("-", " "), *ON)

    assert (0, "") == (ran.code, ran.err)
    for words in (piece.code, piece.title, f"maj/{edition.name}", "Miejsce bank 2", NUMBER, "112", "until 2024-12-31"):
        assert words in ran.out
    assert "no longer so" not in ran.out


def test_as_data(run, piece, edition):
    """
    One JSON document says the same.
    """
    data = run("verify", piece.code, *ON, "--json").data
    (found,) = data["pieces"]
    values = {value["ref"]: value for value in found["values"]}

    assert ("ulotki.verify/2", "code", True) == (data["schema"], data["kind"], data["good"])
    assert (piece.code, "na-wnuczka", "poster", "2024-12-31") == tuple(
        found[key] for key in ("code", "scam", "template", "until")
    )
    assert [{"id": "bank", "name": "Miejsce bank", "copies": 2}] == found["editions"][0]["places"]
    assert {
        "good": True,
        "same": True,
        "state": "good",
        "stood": NUMBER.replace(" ", "\N{NO-BREAK SPACE}"),
    }.items() <= values["number:dzielnicowy"].items()


def test_a_number_that_changed(run, piece, dzielnicowy):
    """
    What stood there and what holds now are named, and the exit code is 1.
    """
    dzielnicowy("47 812 00 01", "47 812 00 01")
    ran = run("verify", piece.code, *ON)

    assert 1 == ran.code
    assert "47 812 00 00 stands on it; on 2024-08-02 it is 47 812 00 01" in ran.out
    assert "112  numer alarmowy: still so" in ran.out


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"retyped": None}, "no second person has confirmed it"),
        ({"retyped": NUMBER, "more": "valid_until = 2024-08-01"}, "does not hold on 2024-08-02"),
        ({"retyped": NUMBER, "more": 'withdrawn = { by = "Jan Kowalski", on = 2024-08-01 }'}, "has withdrawn it"),
    ],
)
def test_a_number_that_does_not_hold(run, piece, dzielnicowy, entry, words):
    """
    Unconfirmed, expired, withdrawn: said so, and the exit code is 1.
    """
    entry = dict(entry)
    dzielnicowy(NUMBER, entry.pop("retyped"), **entry)
    ran = run("verify", piece.code, *ON)

    assert 1 == ran.code
    assert words in ran.out


def test_the_day_it_had_to_come_down(run, piece):
    """
    On its last day it may hang, on the next it may not.
    """
    assert [0, 1] == [run("verify", piece.code, "--on", day).code for day in ("2024-12-31", "2025-01-01")]


def test_a_mistyped_code(run, piece):
    """
    Two signs that changed places: it is mistyped, and the right code is offered.
    """
    signs = piece.code.replace("-", "")
    place = next(index for index in range(9) if signs[index] != signs[index + 1])
    wrong = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    ran = run("verify", wrong, *ON)

    assert 1 == ran.code
    assert "mistyped" in ran.out
    assert piece.code in ran.out


def test_a_code_that_nobody_made(run, piece):
    """
    It is said plainly, with what to do, and no number to call stands there.
    """
    ran = run("verify", code_of("nobody's"), *ON)

    assert 1 == ran.code
    assert "nobody made a leaflet with the code" in ran.out
    assert "do not trust the sheet" in ran.out
    assert piece.code not in ran.out and "112" not in ran.out


def test_an_edition_by_its_code(run, workspace, campaign):
    """
    The code of an edition stands for all its pieces, a line for each.
    """
    campaign({"scams": ["na-wnuczka", "blik"]})
    assert 0 == run("build").code
    (folder,) = (workspace / "out/maj").glob("2024-08-01-1-*")
    ran = run("verify", folder.name[-11:], *ON)

    assert 0 == ran.code
    assert 2 == ran.out.count("poster A4 colour: still so")


def test_a_draft_says_what_it_is(run, workspace, dzielnicowy):
    """
    A piece that says WZÓR is known, and must not hang.
    """
    dzielnicowy(NUMBER)
    (workspace / "campaigns/maj.toml").write_text(
        'title = "Maj"\nday = 2024-08-01\n\n[[order]]\nscams = ["na-wnuczka"]\n'
        'template = "poster"\nformat = "A4"\nplaces = ["bank"]\n'
    )
    assert 1 == run("build").code
    found = record.read_record((workspace / "out/maj/draft/manifest.json").read_bytes())
    ran = run("verify", found.pieces[0].code, *ON)

    assert 1 == ran.code
    assert "WZÓR is printed across it" in ran.out
    assert "a draft, so nothing to hang" in ran.out


def test_a_file_as_it_was_made(run, edition, piece):
    """
    Byte for byte the file of an edition, wherever it lies and whatever it is called.
    """
    copy = edition.parents[2] / "kopia.pdf"
    shutil.copyfile(edition / piece.path, copy)
    ran = run("verify", copy, *ON)

    assert 0 == ran.code
    assert "byte for byte as it was made" in ran.out
    assert "made" == run("verify", copy, *ON, "--json").data["state"]


def test_an_altered_file(run, edition, piece):
    """
    One more stroke, and it is altered: exit 1, though its code is known.
    """
    copy = edition.parents[2] / "kopia.pdf"
    with pikepdf.open(edition / piece.path) as document:
        document.pages[0].contents_add(b"100 100 200 50 re f")
        document.save(copy)
    ran = run("verify", copy, *ON, "--json")

    assert (1, "altered", [piece.code]) == (ran.code, ran.data["state"], [one["code"] for one in ran.data["pieces"]])


def test_a_file_drawn_anew(run, edition, piece):
    """
    Other bytes that show the same are told apart from an altered sheet, and not trusted either.
    """
    copy = edition.parents[2] / "kopia.pdf"
    with pikepdf.open(edition / piece.path) as document:
        document.save(copy)
    ran = run("verify", copy, *ON, "--json")

    assert (1, "redrawn") == (ran.code, ran.data["state"])


def test_two_codes_in_one_file(run, edition, piece):
    """
    A file whose two places for the code disagree is altered.
    """
    copy = edition.parents[2] / "kopia.pdf"
    data = (edition / piece.path).read_bytes()
    copy.write_bytes(data.replace(f"/Keywords ({piece.code})".encode(), f"/Keywords ({code_of('x')})".encode()))
    ran = run("verify", copy, *ON, "--json")

    assert (1, "altered") == (ran.code, ran.data["state"])


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.7 /Keywords (AAAAA-AAAAA)"])
def test_a_file_that_is_not_ours(run, edition, content):
    """
    No PDF, or none with a code of ours: a clear word and exit 1.
    """
    file = edition.parents[2] / "obcy.pdf"
    file.write_bytes(content)
    ran = run("verify", file, *ON)

    assert (1, "") == (ran.code, ran.err)
    assert "obcy.pdf" in ran.out and "mistake in the program" not in ran.out
    assert "unknown" == run("verify", file, *ON, "--json").data["state"]


def test_a_torn_file_with_a_known_code(run, edition, piece):
    """
    Half a file is altered, and nothing breaks over it.
    """
    file = edition.parents[2] / "pol.pdf"
    data = (edition / piece.path).read_bytes()
    file.write_bytes(data[: data.index(b"/Keywords") + 40])
    ran = run("verify", file, *ON, "--json")

    assert (1, "altered") == (ran.code, ran.data["state"])


@pytest.mark.parametrize("name", ["nie-ma.pdf", "nie/ma"])
def test_a_file_that_is_not_there(run, edition, name):
    """
    A name of a file that is not there is no code.
    """
    ran = run("verify", name, *ON)

    assert 1 == ran.code
    assert "there is no such file" in ran.out


def test_a_whole_folder(run, edition):
    """
    An edition as it was made holds.
    """
    ran = run("verify", edition, *ON)

    assert (0, []) == (ran.code, checks(run("verify", edition, *ON, "--json")))


def test_a_damaged_folder(run, edition, piece):
    """
    A changed, a missing and a strange file are each named.
    """
    other = next((edition / "pieces").glob("*.pdf"))
    other.write_bytes(other.read_bytes() + b"\n")
    (edition / "pieces/obcy.pdf").write_bytes(b"x")
    ran = run("verify", edition, *ON)

    assert 1 == ran.code
    assert f"{piece.path}: this file is not as it was made" in ran.out
    assert "obcy.pdf: this file is not part of the edition" in ran.out
    other.unlink()
    assert f"{piece.path}: this file is missing" in run("verify", edition, *ON).out


def test_a_folder_without_a_record(run, edition):
    """
    Where there is no record nobody can say anything: exit 1.
    """
    assert 1 == run("verify", edition.parent, *ON).code
    (edition / "manifest.json").write_text("{")
    ran = run("verify", edition, *ON)
    assert 1 == ran.code
    assert "cannot be read" in ran.out


def test_a_record_that_was_changed(run, edition):
    """
    Another code in the record does not make the code of the edition; a folder renamed is seen too.
    """
    kept(edition, lambda found: replace(found, files=tuple(replace(file, code=code_of("x")) for file in found.files)))
    assert "record" in checks(run("verify", edition, *ON, "--json"))


def test_an_edition_from_elsewhere(run, edition, workspace):
    """
    A folder whose record this workspace does not know speaks for itself alone; a copy of ours is ours.
    """
    copy = workspace / edition.name
    shutil.copytree(edition, copy)
    assert 0 == run("verify", copy, *ON).code
    shutil.rmtree(edition)
    ran = run("verify", copy, *ON)
    assert 1 == ran.code
    assert "only its own record says what is in it" in ran.out


def test_no_workspace(run, empty):
    """
    Without a workspace there are no records to ask: wrong use.
    """
    assert 2 == run("verify", "00000-00000").code


def test_a_record_of_another_shape(run, edition):
    """
    A record whose days or values are not such is none, and nothing breaks over it.
    """
    document = json.loads((edition / "manifest.json").read_text())
    for key, value in (("until", "soon"), ("values", {"number:112": 112})):
        changed = json.loads(json.dumps(document))
        changed["files"][0][key] = value
        (edition / "manifest.json").write_text(json.dumps(changed))
        assert "cannot be read" in run("verify", edition, *ON).out
