"""One kind read without the rest: listed, it is the same as of the whole library, whatever the workspace has."""

from __future__ import annotations

import datetime
import shutil

import pytest

from ulotki import stock
from ulotki.content.typography import LANGUAGES
from ulotki.library import alone, judged, read
from ulotki.office.listing import KINDS, READ, list_kind
from ulotki.workspace import read_kind

DAY = datetime.date(2024, 8, 1)

WORDS = 'title = "Maj"\nday = 2024-05-01\n'

ORDER = '[[order]]\nscams = ["{scam}"]\ntemplate = "poster"\nformat = "A4"\nplaces = ["{place}"]\ncopies = 1\n'

CHANGES = {
    "nothing": {},
    "numbers that cannot be read": {"numbers.toml": "[number"},
    "a number of an unknown kind": {"numbers.toml": "[nubmer.a]\nvalue = 1\n"},
    "a number without a label": {"numbers.toml": '[number.a]\nvalue = "47 812 00 00"\n'},
    "another national number": {"numbers.toml": '[number."116-111"]\nwithdrawn = { by = "x", on = 2024-07-01 }\n'},
    "places that cannot be read": {"places.toml": "[place"},
    "a place of an unknown kind": {"places.toml": '[place.a]\nname = "A"\nkind = "moon"\n'},
    "a scam of its own": {"scams/pl/moje.toml": 'name = "Moje"\n'},
    "a file that is no scam": {"scams/pl/moje.toml": "[["},
    "a scam in a language without words": {"scams/xx/bank.toml": 'name = "X"\n'},
    "words of its own": {"words/pl.toml": "[["},
    "settings that cannot be read": {"ulotki.toml": "[["},
    "a campaign that cannot be read": {"campaigns/maj.toml": WORDS + "order = 1\n"},
    "a campaign for nobody": {"campaigns/maj.toml": WORDS + ORDER.format(scam="bank", place="nowhere")},
    "a campaign about nothing": {"campaigns/maj.toml": WORDS + ORDER.format(scam="nothing", place="all")},
    "meetings that cannot be read": {"meetings.toml": "[["},
}


@pytest.fixture(scope="module")
def serniki(root, tmp_path_factory):
    made = tmp_path_factory.mktemp("w") / "serniki"
    shutil.copytree(root / "leaflets/serniki", made, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    return made


@pytest.fixture(params=CHANGES)
def workspace(request, serniki, tmp_path):
    made = tmp_path / "gmina"
    shutil.copytree(serniki, made)
    for name, text in CHANGES[request.param].items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, "utf-8")
    return made


def same(workspace, kind):
    """What is listed of a *kind* that is read alone, and of all."""
    part, whole = read_kind(workspace, READ.get(kind, kind)), read(workspace, stock.known())
    return [list_kind(one.believed(DAY), kind, DAY) for one in (part, whole)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_listed_is_the_same(workspace, kind):
    """
    The same rows, the same findings, in every workspace.
    """
    part, whole = same(workspace, kind)

    assert whole == part


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_workspace_it_is_the_same(kind):
    """
    The national library alone.
    """
    part, whole = same(None, kind)

    assert whole == part


@pytest.mark.parametrize("lost", ["numbers.toml", "words/en.toml", "scams/pl/bank.toml", "nothing"])
@pytest.mark.parametrize("how", ["gone", "altered", "torn"])
@pytest.mark.parametrize("kind", ["scams", "numbers", "places", "campaigns"])
def test_of_an_altered_library_it_is_the_same(root, tmp_path, monkeypatch, lost, how, kind):
    """
    Also when a file of the national library is gone, altered or torn.
    """
    shutil.copytree(root / "leaflets/library", tmp_path / "leaflets/library")
    file = tmp_path / "leaflets/library" / lost
    if lost != "nothing":
        match how:
            case "gone":
                file.unlink()
            case "altered":
                file.write_bytes(b"# altered\n" + file.read_bytes())
            case "torn":
                file.write_bytes(file.read_bytes()[:300])
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path)
    part, whole = same(None, kind)

    assert whole == part
    assert for_a_piece(read(None, stock.known())) == for_a_piece(read_kind(None, "piece"))


def for_a_piece(library):
    """All that may stand on a piece, and why parts of it cannot be read."""
    shelves = (library.scams, library.translations, library.phrases, library.readings)
    texts = [(dict(shelf), shelf.unread, shelf.lost) for shelf in shelves]
    return texts, library.typed, library.settings, [library.altered_in([one], one.lang) for one in told(library)]


def told(library):
    """The scams whose language has words that can be read."""
    return [one for one in library.editions if one.lang in library.phrases and library.readings_in(one.lang)]


def test_a_piece_is_told_the_same(workspace):
    """
    Its scam, its words, its values and who publishes it.
    """
    part, whole = read_kind(workspace, "piece"), read(workspace, stock.known())

    assert for_a_piece(whole) == for_a_piece(part)
    assert not part.campaigns and not part.paperwork


def test_of_the_scams_only_one_may_be_read(workspace):
    """
    It is the same as among all; who asks for one that is not there gets all, to be told which there are.
    """
    one, unknown, every = (read_kind(workspace, "piece", scam=id) for id in ("bank", "nothing", ""))

    assert {"bank": every.scams["bank"]} == dict(one.scams)
    assert {key: text for key, text in every.translations.items() if key[0] == "bank"} == dict(one.translations)
    assert one.typed == every.typed and one.phrases == every.phrases and one.altered <= every.altered
    assert list(every.scams) == list(unknown.scams)


def test_scams_that_nobody_judged_need_the_whole(monkeypatch):
    """
    Without the judged form nobody knows what they refer to.
    """
    monkeypatch.setattr(judged, "form", lambda: judged.EMPTY)

    assert alone.alone("scams", None, stock.known(), LANGUAGES) is None


def test_the_rest_is_not_read(root):
    """
    Places come without scams, scams without values.
    """
    folder = root / "leaflets/serniki"
    places, scams = (alone.alone(kind, folder, stock.known(), LANGUAGES) for kind in ("places", "scams"))

    assert places.places and not places.scams and not places.campaigns
    assert scams.scams and scams.translations and not scams.places and not scams.believed(DAY).register.values
