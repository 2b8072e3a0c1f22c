"""Places from a spreadsheet: what each row means, what is wrong with it, and all of it or nothing."""

from __future__ import annotations

import csv
import gettext
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ulotki
from ulotki.content.field_policies import POLICIES
from ulotki.content.gate import complaints
from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.text import composed
from ulotki.content.unread import Entries
from ulotki.documents import SHEETS
from ulotki.errors import Refused
from ulotki.library.cells import grid, pasted
from ulotki.library.ids import id_fault
from ulotki.library.people import people
from ulotki.office.places import cells, columns, giving, headings, taking
from ulotki.office.places.columns import FIELDS, KINDS
from ulotki.office.places.files import PlaceFiles
from ulotki.office.places.headings import match_columns
from ulotki.office.places.rows import NEW, SKIP
from ulotki.office.places.taking import ImportRequest
from ulotki.office.undo import undo
from ulotki.workspace import history

POLISH = gettext.translation("messages", Path(ulotki.__file__).parent / "locale", ["pl"])
HEAD = "nazwa;rodzaj;tablice;opiekun;forma;telefon;e-mail\n"


def polish(sentence):
    return sentence.told(POLISH.gettext)


def asked(text, **more) -> ImportRequest:
    return ImportRequest(pasted(text), **more)


def found(workspace, text, **more):
    return taking.propose(workspace, asked(text, **more)).value


def files(workspace):
    return [workspace.contents(name) for name in ("places.toml", "people.toml")]


def test_every_row_is_new_changed_or_the_same(workspace):
    """
    By name, whatever its case and accents; what is empty stays as it is.
    """
    text = HEAD + "urzad gminy SERNIKI;;\nSołectwo Nowa Wola I;;3\nŚwietlica w Nowej Woli;;1\n"
    value = found(workspace, text)

    assert [("same", "urzad"), ("changed", "nowa-wola-1"), ("new", "swietlica-w-nowej-woli")] == [
        (row.state, row.id) for row in value.rows
    ]
    assert ("serniki-wies",) == value.left
    assert () == value.faults


def test_what_a_row_changes_is_said(workspace):
    """
    In words, with what was there.
    """
    rows = found(
        workspace, "id;nazwa;tablice;telefon;e-mail\nurzad;Urząd Gminy;2;81 1;a@b.pl\n", mended={(2, "phone"): "81 111"}
    ).rows

    assert [
        "name of the place: Urząd Gminy Serniki → Urząd Gminy",
        "boards: 1 → 2",
        "telephone: 81 862 00 00 → 81 111",
        "e-mail: a@b.pl",
    ] == [str(what) for what in rows[0].what]


@pytest.mark.parametrize(
    ("row", "field", "said"),
    [
        ("Remiza;;jedna", "boards", "no number of boards"),
        ("Remiza;;-1", "boards", "no number of boards"),
        ("Remiza;;100", "boards", "more than a place can have"),
        ("Coś;;1", "kind", "the kind of place is missing"),
        ("Coś;pałac;1", "kind", "no kind of place"),
        (";remiza;1", "name", "there is no name"),
        ("x" * 121 + ";remiza;1", "name", "characters"),
        ("Remiza;;1;Saba Kos", "form", "the form of address is missing"),
        ("Remiza;;1;Jan", "form", "the form of address is missing"),
        ("Remiza;;1;Jan Kowalska", "form", "the form of address is missing"),
        ("Remiza;;1;Anna i Jan Kos", "form", "the form of address is missing"),
        ("Urząd Gminy Serniki;;1;Saba Kos", "form", "the form of address is missing"),
        ("Remiza;;1;Jan Kos;pan pani", "form", "no form of address"),
        ("Remiza;;1;;pan", "host", "no name of the host"),
        ("Remiza;;1;Jan Kos;pan;brak", "phone", "no telephone"),
        ("Remiza;;1;Jan Kos;pan;;jan@", "email", "no e-mail address"),
        ("Serniki wies;;1", "name", "is it the same place?"),
        ("Urząd Gminy Serniki;;1\nurząd gminy serniki;;2", "name", "the same place as in row 2"),
        ("Remiza Jamy;;1\nRemiza jamy;;2", "name", "the same place as in row 2"),
    ],
)
def test_a_fault_names_row_and_column(workspace, day, row, field, said):
    """
    In a sentence with a way out; and nothing is written.
    """
    before = files(workspace)
    outcome = taking.propose(workspace, asked(HEAD + row + "\n"))
    number = 1 + len(row.splitlines())
    with pytest.raises(Refused):
        taking.import_places(workspace, asked(HEAD + row + "\n"), day)

    assert [(number, field)] == [(one.row, one.field) for one in outcome.value.faults]
    assert said in str(outcome.value.faults[0].what)
    assert outcome.findings[0].hint and f"row {number}" in str(outcome.findings[0].what)
    assert 1 == outcome.code
    assert before == files(workspace)


LIST = """Wykaz sołtysów
Lp.;Sołectwo;Imię;Nazwisko;Numer telefonu sołtysa
1;Rozkopaczew Drugi;p. Anna;Nowak-Wiśniewska;Tel: 601 234 567
2;Kolechowice-Kolonia;ks. Kuba;Kos;tel. (81) 855 20 36 lub 602 111 222
3;Rudka Kijańska;;;
4;Parafia św. Jana;;;
"""


def test_a_list_of_village_heads_is_enough(workspace, day):
    """
    Village, first name, surname, telephone: the kind is told by the head of the column, the form of address by the name, and
    both are said before anything is written.
    """
    value = found(workspace, LIST)
    taking.import_places(workspace, asked(LIST), day)
    hosts = people(workspace.folder, workspace.library().places)

    assert () == value.faults
    assert [
        ("kind of place: sołectwo", "form of address: pani"),
        ("kind of place: sołectwo", "form of address: pan"),
        ("kind of place: sołectwo",),
        ("kind of place: parish",),
    ] == [tuple(map(str, row.what)) for row in value.rows]
    assert ("Anna Nowak-Wiśniewska", "pani", "601 234 567") == (
        (one := hosts["rozkopaczew-drugi"]).name,
        one.form,
        one.phone,
    )
    assert "(81) 855 20 36 lub 602 111 222" == hosts["kolechowice-kolonia"].phone


def test_where_no_head_says_it_the_kind_is_asked_for(workspace):
    """
    Once for all rows of the sheet; what a cell or a name says comes first.
    """
    text = "Miejscowość;Opiekun\nJamy;Jan Kos\nSzkoła w Jamach;Jan Kos\n"
    (fault,) = (outcome := taking.propose(workspace, asked(text))).value.faults
    kinds = [row.place["kind"] for row in found(workspace, text, kind="hall").rows]

    assert (2, "kind") == (fault.row, fault.field)
    assert 'the column is called "kind of place"' in str(outcome.findings[0].hint)
    assert ["hall", "school"] == kinds


def test_another_host_keeps_nothing_of_the_one_before(workspace, day):
    """
    Neither form of address nor telephone; a new spelling of the same name keeps both.
    """
    text = "nazwa;opiekun\nUrząd Gminy Serniki;{}\n"
    before = [found(workspace, text.format(name)).rows[0].host for name in ("Nowak Anna", "Jan Nowak")]
    (row,) = found(workspace, text.format("Jan Nowak")).rows
    taking.import_places(workspace, asked(text.format("Jan Nowak")), day)
    host = people(workspace.folder, workspace.library().places)["urzad"]

    assert [{"name": "Nowak Anna"}, {"name": "Jan Nowak", "form": "pan", "phone": None}] == before
    assert "telephone: 81 862 00 00 → –" in [str(what) for what in row.what]
    assert ("Jan Nowak", "pan", "") == (host.name, host.form, host.phone)


def test_good_rows_beside_a_bad_one_are_not_written(workspace, day):
    """
    All or nothing; what was mended by hand makes all of it good.
    """
    text = HEAD + "Remiza w Woli;;1\nSzkoła w Woli;;dwie\n"
    with pytest.raises(Refused):
        taking.import_places(workspace, asked(text), day)
    untouched = "remiza" not in workspace.library().places
    taking.import_places(workspace, asked(text, mended={(3, "boards"): "2"}), day)

    assert untouched
    assert {"remiza-w-woli": 1, "szkola-w-woli": 2} == {
        id: workspace.library().places[id].boards for id in ("remiza-w-woli", "szkola-w-woli")
    }


def test_a_place_like_another_waits_for_an_answer(workspace):
    """
    It is that one, another one, or left out.
    """
    text = HEAD + "Serniki wies;sołectwo;4\n"
    rows = [found(workspace, text, answers={2: answer}).rows[0] for answer in ("serniki-wies", NEW, SKIP)]

    assert "serniki-wies" == found(workspace, text).faults[0].like
    assert [("changed", "serniki-wies"), ("new", "serniki-wies-2"), ("skipped", "")] == [
        (row.state, row.id) for row in rows
    ]


def test_hosts_come_with_their_places_and_leave_no_trace_in_the_history(workspace, day):
    """
    Both files at once; undone are the places, and the host of a place that is gone goes with it.
    """
    text = HEAD + 'Remiza OSP;;1;"ks. Jan Kos";ksiądz;81 862 11 11;jan@kos.pl\n'
    taking.import_places(workspace, asked(text), day)
    host = people(workspace.folder, workspace.library().places)["remiza-osp"]
    kept = b"".join(file.read_bytes() for file in (workspace.folder / history.OWN).rglob("*") if file.is_file())
    undo(workspace, 0, day)

    assert ("ks. Jan Kos", "pan", "81 862 11 11", "jan@kos.pl") == (host.name, host.form, host.phone, host.email)
    assert b"Kos" not in kept
    assert {"urzad"} == set(people(workspace.folder, workspace.library().places))


def test_what_was_shown_is_what_is_confirmed(workspace, day):
    """
    When another tab or an editor has changed places since, it is shown anew.
    """
    request = asked(HEAD + "Remiza;;1\n")
    seen = taking.propose(workspace, request).value.seen
    file = workspace.folder / "places.toml"
    file.write_text(file.read_text("utf-8") + "# more\n", "utf-8")
    with pytest.raises(Refused, match="changed since"):
        taking.import_places(workspace, asked(HEAD + "Remiza;;1\n", seen=seen), day)

    assert "remiza" not in workspace.library().places


def test_columns_are_found_by_their_heads_or_by_hand(workspace):
    """
    A field is in one column; what nobody knows is left out and shown.
    """
    by_head = found(workspace, "Miejscowość;gabloty;tel. sołtysa;uwagi\nRemiza;1;81 862 11 11;x\n")
    by_hand = found(workspace, "A;B\n1;Remiza\n", columns={0: "boards", 1: "name"})
    twice = found(workspace, "A;B\n1;Remiza\n", columns={0: "name", 1: "name"})
    nobody = found(workspace, "A;B\n1;Remiza\n")

    assert ["name", "boards", "phone", None] == [column.field for column in by_head.columns]
    assert ["A", "B", "C", "D"] == [column.letter for column in by_head.columns]
    assert [("new", "remiza")] == [(row.state, row.id) for row in by_hand.rows]
    assert "two columns" in str(twice.faults[0].what)
    assert "no column holds the names" in str(nobody.faults[0].what) and () == nobody.rows


def test_the_title_of_a_sheet_stands_above_its_heads(workspace):
    """
    Rows keep the numbers that they have in the file; where nothing says what is in the columns, the first row is asked.
    """
    title = "Wykaz miejsc w gminie;;;\n;;;\n"
    value = found(workspace, title + "Lp.;Nazwa;Rodzaj;Tablice\n1;Remiza;świetlica;2\n")
    body = found(workspace, "Nazwa\nSołectwo Nowa Wola I\nRodzaj: nazwa;rodzaj\n")

    assert [("new", "remiza", 4)] == [(row.state, row.id, row.number) for row in value.rows]
    assert [2, 3] == [row.number for row in body.rows]


def test_an_error_of_a_spreadsheet_is_no_name(workspace):
    """
    As Polish and English ones write it; above the heads it matters to nobody.
    """
    for error in ("#ADR!", "#N/D", "#NAZWA?", "#DZIEL/0!", "#REF!", "#N/A", "######"):
        value = found(workspace, f"Wykaz;#####\nnazwa;rodzaj\n{error};inne\n")

        assert [(3, "name", f"the cell holds an error, {error}")] == [
            (fault.row, fault.field, str(fault.what)) for fault in value.faults
        ]


def test_what_we_call_columns_and_kinds_comes_in_again():
    """
    In both languages.
    """
    for told in (str, polish):
        assert list(FIELDS) == list(match_columns([told(columns.HEADS[one]) for one in FIELDS]))
        assert list(KINDS) == [headings.guess_kind(told(word)) for word in KINDS.values()]


def test_a_merged_sheet_says_so_beside_its_faults(workspace):
    """
    A row whose name is in the merged cell above has none.
    """
    import io

    import openpyxl

    book = openpyxl.Workbook()
    for row in (["nazwa", "tablice"], ["Remiza", 1], [None, 2]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    value = taking.propose(workspace, ImportRequest(grid(out.getvalue()))).value

    assert "merged" in str(value.faults[0].what)
    assert 3 == value.faults[1].row


# Any names

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=40)
NAME = WORDS.map(lambda text: " ".join(composed(text).split())).filter(lambda text: text and text.isprintable())
HOSTILE = st.sampled_from(["=1+1", "+48", "-x", "@a", 'a;b"c', "a,b", "'=x", "''", "tak", "01-100", "1e5", "#REF"])


POLISH_WORDS = st.text(st.sampled_from("aąbcćdeęlłnńoóstuwzźżAŁŚŻ019 -.,;:'\"„”=+@()"), max_size=30)


def allowed(policy: str) -> st.SearchStrategy[str]:
    """Texts that a file of a workspace may hold in that field, those of hostile cells among them."""
    words = POLISH_WORDS.map(lambda text: " ".join(composed(text).split())) | HOSTILE
    return words.filter(lambda text: bool(text) and not any(complaints(text, POLICIES[policy])))


@given(st.lists(NAME | HOSTILE, max_size=6))
def test_ids_are_ascii_and_unlike_one_another(names):
    """
    Whatever the names; the same names in the same order give the same ids.
    """

    def ids():
        made = []
        for name in names:
            made.append(cells.slug(name, made))
        return made

    assert len(set(ids())) == len(names)
    assert not [id for id in ids() if id_fault(id)]
    assert ids() == ids()


@st.composite
def known(draw) -> PlaceFiles:
    """Places and hosts of any names."""
    from ulotki.folding import folded

    names = draw(st.lists(allowed("Place.name"), max_size=4, unique_by=folded))
    places = {
        f"p{number}": Place(
            name=name, kind=draw(st.sampled_from(sorted(KINDS))), boards=draw(st.integers(0, 99)), id=f"p{number}"
        )
        for number, name in enumerate(names)
    }
    hosts = {
        id: Person(
            name=draw(allowed("Person.name")),
            form=draw(st.sampled_from(["pan", "pani"])),
            phone=draw(st.sampled_from(["", "+48 81 862 00 00", "818620000"])),
            greeting=draw(st.just("") | allowed("Person.greeting")),
            role=draw(st.just("") | allowed("Person.role")),
            email=draw(st.sampled_from(["", "a@b.pl"])),
        )
        for id in places
        if draw(st.booleans())
    }
    return PlaceFiles(Entries(places), Entries(hosts), {})


@pytest.mark.parametrize("ending", SHEETS)
@pytest.mark.parametrize("told", [str, polish], ids=["en", "pl"])
@settings(max_examples=40)
@given(there=known())
def test_what_goes_out_comes_in_as_equal(ending, told, there):
    """
    By id, and by name alone; as workbook and as CSV; nothing is a formula on the way.
    """
    data = giving.places_sheet(there, ending, told)
    table = grid(data)
    by_id = taking.compare_sheet(there, ImportRequest(table))
    by_name = taking.compare_sheet(there, ImportRequest(table, {0: None}))

    assert ["same"] * len(there.places) == [row.state for row in by_id.rows]
    assert list(there.places) == [row.id for row in by_id.rows] == [row.id for row in by_name.rows]
    assert () == by_id.faults == by_name.faults
    assert data == giving.places_sheet(there, ending, told)
    if ending == ".csv":
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
        assert not [cell for line in lines for cell in line if cell[:1] in "=+-@" and cell]
