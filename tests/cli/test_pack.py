"""`ulotki pack`: what lies in the files, what is refused, and what a spreadsheet makes of the table."""

import csv
import datetime
import email
import email.policy
import io
import re

import pypdfium2
import pytest

from ulotki.cli import options
from ulotki.readback import Readback

TODAY = datetime.date(2024, 8, 20)

OLD, NEW = "47 812 00 00", "47 812 11 11"

POSTER = {"places": ["bank", "ops"], "copies": 2}
LEAFLET = {"template": "leaflet", "format": "A5", "places": ["bank"], "copies": 3}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: TODAY)


@pytest.fixture
def ordered(workspace, campaign):
    """ordered(order, …): the campaign orders these, to hang until the end of the year."""

    def write(*orders):
        campaign(*orders)
        file = workspace / "campaigns/maj.toml"
        file.write_text(file.read_text("utf-8").replace("\nday", "\nuntil = 2024-12-31\nday", 1), "utf-8")

    return write


@pytest.fixture
def built(run, ordered):
    """built(order, …): an edition of these orders; of none, posters for two places and leaflets for one of them."""

    def make(*orders):
        ordered(*(orders or (POSTER, LEAFLET)))
        ran = run("build", "--json", "--jobs", "1")
        assert ran.code == 0, ran.said
        return ran.data

    return make


@pytest.fixture
def pages():
    """pages(path): the words of every page."""

    def read(path):
        document = pypdfium2.PdfDocument(path.read_bytes())
        try:
            return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
        finally:
            document.close()

    return read


# What is made


def test_one_place(run, workspace, built, pages):
    """
    One file, named after the place: host, letter, posters, leaflets on sheets, both receipts; codes are those of the edition.
    """
    codes = [piece["code"] for piece in built()["pieces"]]
    ran = run("pack", "bank", "--json")
    (pack,) = ran.data["packs"]
    said = pages(workspace / "paczka-bank.pdf")

    assert (0, "ulotki.pack/2") == (ran.code, ran.data["schema"])
    assert ("bank", "paczka-bank.pdf", 14, 7) == tuple(pack[key] for key in ("place", "file", "pages", "sheets"))
    assert [("short", "A4", 14, 7)] == [
        (job["duplex"], job["paper"], job["pages"], job["sheets"]) for job in pack["jobs"]
    ]
    assert list(zip(codes, (2, 3), (2, 2), strict=True)) == [
        (piece["code"], piece["copies"], piece["sheets"]) for piece in pack["pieces"]
    ]
    assert "Dla osoby, która opiekuje" in said[0]
    assert "20 sierpnia 2024 r." in said[2]
    assert [codes[0] in said[4], codes[0] in said[6], codes[1] in said[9], codes[1] in said[11]] == [True] * 4
    assert ["Egzemplarz zostaje na miejscu" in said[12], "Egzemplarz zabiera dzielnicowy" in said[12]] == [True, True]
    assert [""] * 4 == [said[number] for number in (1, 3, 5, 13)]


def test_the_same_bytes(run, workspace, built):
    """
    The same edition on the same day: the same file. Another day, another letter.
    """
    built()
    for name, day in (("one", "2024-08-05"), ("same", "2024-08-05"), ("other", "2024-08-06")):
        assert 0 == run("pack", "bank", "-o", f"{name}.pdf", "--on", day).code
    one, same, other = ((workspace / f"{name}.pdf").read_bytes() for name in ("one", "same", "other"))

    assert one == same
    assert one != other


def test_every_page_is_heard_once(run, workspace, built):
    """
    A screen reader gets each paper, and each piece once: the first of its copies, and one of those on a sheet.
    """
    leaflet = {"template": "leaflet", "format": "A5", "places": ["bank"], "copies": 5}
    codes = [piece["code"] for piece in built({"places": ["bank"], "copies": 3}, leaflet)["pieces"]]
    assert run("pack", "bank", "--quiet").code == 0
    with Readback((workspace / "paczka-bank.pdf").read_bytes()) as back:
        heard = [" ".join(page.heard) for page in back.pages]
        written = [" ".join(page.words) for page in back.pages]

    papers, posters, leaflets = slice(0, 4), slice(4, 10), slice(10, 16)
    assert [1, 0, 0] == [words.count(codes[0]) for words in heard[posters][::2]]
    assert [1, 1, 1] == [words.count(codes[0]) for words in written[posters][::2]]
    assert [1, 0, 0] == [words.count(codes[1]) for words in heard[leaflets][1::2]]
    assert [2, 2, 2] == [words.count(codes[1]) for words in written[leaflets][1::2]]
    assert all(heard[papers][::2])


def test_how_to_print_is_said(run, built):
    """
    In plain words, beside each file when they differ.
    """
    built(POSTER, LEAFLET, {"format": "A3", "places": ["bank"]})

    assert "print at 100 % (actual size), on one side, on plain paper A4" in run("pack", "ops").err
    ran = run("pack", "bank", "-o", "b.pdf")
    assert "on both sides, turned over the short edge, on plain paper A4" in ran.out.splitlines()[0]
    assert "b-2-jednostronnie-A3.pdf" in ran.out.splitlines()[1]
    assert "on one side, on plain paper A3" in ran.out.splitlines()[1]
    assert "with the setting that stands beside it" in ran.err


def test_jobs_are_files(run, workspace, built):
    """
    What one setting cannot print: numbered files, and none of the plain name.
    """
    built(
        POSTER,
        LEAFLET,
        {"template": "large-print", "format": "A4", "places": ["bank"]},
        {"format": "A3", "places": ["bank"]},
    )
    (pack,) = run("pack", "bank", "-o", "b.pdf", "--json").data["packs"]

    assert {"b-1-dwustronnie-krotka.pdf", "b-2-dwustronnie-dluga.pdf", "b-3-jednostronnie-A3.pdf"} >= {
        path.name for path in workspace.glob("b-[0-9]*.pdf")
    }
    assert not (workspace / "b.pdf").exists()
    assert pack["sheets"] == sum(job["sheets"] for job in pack["jobs"])
    for job in pack["jobs"]:
        data = (workspace / job["file"]).read_bytes()
        wanted = {"short": b"/DuplexFlipShortEdge", "long": b"/DuplexFlipLongEdge", None: b"/Simplex"}[job["duplex"]]
        assert wanted in data
        assert len(data) == job["bytes"]


def test_all(run, workspace, built, tree, pages):
    """
    A folder beside the edition with a pack for everybody who gets something, and the list.
    """
    folder = built()["folder"].rsplit("/", 1)[1]
    ran = run("pack", "--all")
    made = tree(workspace / f"out/maj/packs-{folder}")

    assert 0 == ran.code
    packs = [name for name in made if not name.startswith("e-mail/")]
    assert ["bank.pdf", "lista-rozdzialu.csv", "lista-rozdzialu.pdf", "ops.pdf"] == packs
    assert 6 == len(made) - len(packs)
    assert "nothing is ordered for parafia-1" in ran.err
    assert "packing 2/2 ops" in ran.err
    (listed,) = pages(workspace / f"out/maj/packs-{folder}/lista-rozdzialu.pdf")
    assert re.search(r"1 Miejsce bank 2 3 5", listed)
    assert re.search(r"Razem 4 3 7", listed)

    assert 0 == run("pack", "--all").code
    assert made == tree(workspace / f"out/maj/packs-{folder}")


def test_several_places_go_into_the_folder(run, workspace, built, tree):
    """
    Named one by one or by their kind: into the folder, whole, with the list of these.
    """
    folder = built()["folder"].rsplit("/", 1)[1]
    run("pack", "--all")

    assert 0 == run("pack", "bank,welfare").code
    made = tree(workspace / f"out/maj/packs-{folder}")
    mails = {f"e-mail/{name}{end}" for name in ("bank", "ops") for end in (".eml", "-e-mail.txt", "-pismo.pdf")}
    assert {"bank.pdf", "ops.pdf", "lista-rozdzialu.csv", "lista-rozdzialu.pdf", *mails} == {*made}


def test_several_places_are_printed_at_one_go(run, workspace, built):
    """
    Into one file, in the order of the places; into numbered ones where the printer needs other settings in between.
    """
    built(POSTER, LEAFLET)
    one = run("pack", "ops", "bank", "--together", "druk.pdf", "--json").data
    two = (
        run("pack", "bank", "--json").data["packs"][0]["sheets"]
        + run("pack", "ops", "--json").data["packs"][0]["sheets"]
    )

    assert ["bank", "ops"] == sorted(one["places"])
    assert [str(job["file"]).rsplit("/")[-1] for job in one["jobs"]] == [
        path.name for path in sorted(workspace.glob("druk*.pdf"))
    ]
    assert two == sum(job["sheets"] for job in one["jobs"])
    assert all((workspace / job["file"]).stat().st_size == job["bytes"] for job in one["jobs"])
    built(POSTER, {"format": "A3", "places": ["bank"]})
    run("pack", "--all", "--together", "wiele.pdf")
    made = [path.name for path in sorted(workspace.glob("wiele*.pdf"))]
    assert 2 == len(made)
    assert made[0].startswith("wiele-1-") and made[1].endswith("-A3.pdf")


def test_no_leaf_of_packs_that_are_printed_together_is_bare(run, workspace, built, pages):
    """
    For a printer that leaves blank pages out a line stands on each of them, also where several packs are one file: else
    the fronts and backs of all that follow would be mixed up.
    """
    built()
    run("pack", "bank", "ops", "--together", "zwykle.pdf")
    (workspace / "ulotki.toml").open("a", encoding="utf-8").write("\n[printer]\nskips_blank = true\n")
    assert 0 == run("build", "--jobs", "1").code
    run("pack", "bank", "ops", "--together", "pomija.pdf")
    bare, lined = (list(pages(workspace / f"{name}.pdf")) for name in ("zwykle", "pomija"))

    assert len(bare) == len(lined) and "" in map(str.strip, bare)
    assert ["Ta strona jest pusta."] * sum(not words.strip() for words in bare) == [
        after.strip() for before, after in zip(bare, lined, strict=True) if not before.strip()
    ]


def test_people(run, workspace, built, pages):
    """
    Whom people.toml knows is addressed, in the pack of their own place and in no other.
    """
    built()
    (workspace / "people.toml").write_text('[person.bank]\nname = "Anna Nowak"\nform = "pani"\n', "utf-8")
    run("pack", "--all")
    bank, ops = (next((workspace / "out/maj").glob(f"packs-*/{name}.pdf")) for name in ("bank", "ops"))

    assert "Szanowna Pani Dyrektor," in pages(bank)[2]
    assert "Szanowni Państwo," in " ".join(pages(ops))
    assert "Pani Anna Nowak Dyrektor Miejsce bank" in pages(bank)[2]
    assert "Anna Nowak" not in " ".join([*pages(ops), *(page for page in pages(bank) if "Pani Dyrektor" not in page)])


def test_the_draft(run, workspace, built):
    """
    Beside a pack: a draft for whom people.toml knows, with the letter as PDF; its text and the PDF for who opens no drafts.
    """
    built()
    person = '[person.bank]\nname = "Żaneta Łoś"\nform = "pani"\nemail = "bank@example.pl"\n'
    (workspace / "people.toml").write_text(person, "utf-8")
    ran = run("pack", "bank", "--json")
    data = (workspace / "paczka-bank.eml").read_bytes()
    opened = email.message_from_bytes(data, policy=email.policy.default)
    (attached,) = opened.iter_attachments()

    assert ["paczka-bank.eml", "paczka-bank-e-mail.txt", "paczka-bank-pismo.pdf"] == ran.data["mails"]
    assert ("1", "Żaneta Łoś", "bank@example.pl") == (
        *(opened["X-Unsent"], opened["To"].addresses[0].display_name, opened["To"].addresses[0].addr_spec),
    )
    assert "Szanowna Pani Dyrektor," in opened.get_body().get_content()
    assert (workspace / "paczka-bank-pismo.pdf").read_bytes() == attached.get_content()
    text = (workspace / "paczka-bank-e-mail.txt").read_text("utf-8")
    assert text.startswith("Do: Żaneta Łoś <bank@example.pl>\nTemat: prośba o pomoc w ochronie klientów banku")
    run("pack", "bank")
    assert data == (workspace / "paczka-bank.eml").read_bytes()


def test_one_paper(run, workspace, built, pages):
    """
    The letter, the page for the host or the receipt by itself, to print or to paste; a letter also as a draft.
    """
    built()
    for kind, said in (("letter", "Dotyczy:"), ("host-page", "Co jest w paczce"), ("receipt", "Pokwitowanie i zgoda")):
        assert 0 == run("paper", kind, "bank").code
        assert said in " ".join(pages(workspace / f"{kind}-bank.pdf"))
        for ending in ("txt", "html"):
            assert 0 == run("paper", kind, "bank", "-o", f"x.{ending}").code
            assert said in (workspace / f"x.{ending}").read_text("utf-8").replace("\xa0", " ")
    assert 0 == run("paper", "letter", "bank", "-o", "x.eml").code
    assert "1" == email.message_from_bytes((workspace / "x.eml").read_bytes())["X-Unsent"]
    assert 2 == run("paper", "receipt", "bank", "-o", "y.eml").code
    assert 2 == run("paper", "letter", "nigdzie").code


def test_very_many_are_a_file_with_its_count(run, workspace, built):
    """
    Fifty sheets and more of the same: a file of one copy whose name says how often, and the line on the screen too.
    """
    built(POSTER, LEAFLET | {"copies": 100})
    (pack,) = run("pack", "bank", "--json").data["packs"]
    first, second = pack["jobs"]

    assert (1, 50) == (first["count"], second["count"])
    assert "paczka-bank-2-dwustronnie-krotka-50-razy.pdf" == second["file"]
    assert (2, 50) == (second["pages"], second["sheets"])
    assert "copies at the printer: 50\n" in run("pack", "bank").out


def test_a_number_on_the_page(run, workspace, built, dzielnicowy, pages):
    """
    The officer's number stands there once two people have typed it.
    """
    dzielnicowy(retyped="47 812 00 00")
    built()
    run("pack", "bank")

    assert "47 812 00 00" in pages(workspace / "paczka-bank.pdf")[0]


# What is to be taken down


@pytest.fixture
def changed(built, dzielnicowy):
    """The codes of an edition, and those of the next one, made because the number on it is another."""
    dzielnicowy(OLD, OLD)
    old = built()
    dzielnicowy(NEW, NEW)
    return old, built()


def codes(made):
    return [piece["code"] for piece in made["pieces"]]


def test_earlier_editions(run, workspace, changed, pages):
    """
    While nothing was written down, what was ordered for the place and holds no more, with its code.
    """
    old, new = map(codes, changed)
    run("pack", "bank", "ops")
    bank, ops = (pages(next((workspace / "out/maj").glob(f"packs-*/{name}.pdf"))) for name in ("bank", "ops"))

    assert not {*old} & {*new}
    assert [True, True] == [code in bank[0] for code in old]
    assert [True, False] == [code in " ".join(ops[:2]) for code in old]
    assert not any(code in bank[0] for code in new)


def test_what_holds_stays(run, workspace, built, dzielnicowy, pages):
    """
    An older piece on which all still holds is no reason to take anything down, whatever is newer.
    """
    old = codes(built())
    dzielnicowy(NEW, NEW)
    built()
    run("pack", "bank")

    assert "Nie wiemy o starszych plakatach" in pages(workspace / "paczka-bank.pdf")[0]
    assert not any(code in pages(workspace / "paczka-bank.pdf")[0] for code in old)


def test_the_ledger_knows_better(run, workspace, built, dzielnicowy, pages):
    """
    With a ledger: what was handed over and not taken down. What was only printed never hung.
    """
    dzielnicowy(OLD, OLD)
    old = codes(built())
    assert 0 == run("hand-over", "bank", "--piece", old[0], "--on", "2024-08-10").code
    dzielnicowy(NEW, NEW)
    built()
    run("pack", "bank", "-o", "one.pdf")
    assert [True, False] == [code in pages(workspace / "one.pdf")[0] for code in old]

    assert 0 == run("taken-down", "bank", "--on", "2024-08-12").code
    run("pack", "bank", "-o", "two.pdf")
    assert "Nie wiemy o starszych plakatach" in pages(workspace / "two.pdf")[0]


def test_a_picture_that_is_gone(run, workspace, changed, pages):
    """
    An old piece whose file was removed is named without its picture.
    """
    old, _new = changed
    for path in (workspace / "out/maj" / old["folder"].rsplit("/", 1)[1]).rglob("*.pdf"):
        path.unlink()

    assert 0 == run("pack", "ops").code
    assert codes(old)[0] in pages(workspace / "paczka-ops.pdf")[0]


# Only what must be replaced


def test_only_the_new(run, workspace, built, dzielnicowy, pages):
    """
    Of a poster and a leaflet at a place only the one that must be replaced is packed, with what to take down, without
    a letter; and the command that recall shows is that one.
    """
    dzielnicowy(OLD, OLD)
    poster, leaflet = codes(built())
    for code in (poster, leaflet):
        assert 0 == run("hand-over", "bank", "--piece", code, "--on", "2024-08-10").code
    assert 0 == run("taken-down", "bank", "--piece", leaflet, "--on", "2024-08-11").code
    dzielnicowy(NEW, NEW)
    new = codes(built())
    assert "ulotki pack bank --new\n" in run("recall").out
    told = run("pack", "bank", "--new").err
    ran = run("pack", "bank", "--new", "--json")
    words = pages(workspace / "wymiana-bank.pdf")

    assert f"once it is handed over: ulotki hand-over bank --piece {new[0]} --copies 2\n" in told
    assert (0, [(new[0], 2)]) == (ran.code, [(one["code"], one["copies"]) for one in ran.data["packs"][0]["pieces"]])
    assert poster in " ".join(words[:2]) and leaflet not in words[0]
    assert not any("Szanowni Państwo" in page for page in words)
    assert 2 == sum(page.count("Pokwitowanie i zgoda") for page in words)


# What is refused


def test_no_edition(run, workspace):
    """
    Nothing was built: said with the way out.
    """
    ran = run("pack", "bank")

    assert 2 == ran.code
    assert "the campaign maj has no edition yet" in ran.err
    assert "ulotki build maj" in ran.err
    assert not list(workspace.glob("*.pdf"))


def test_a_draft(run, campaign, dzielnicowy):
    """
    Only a draft, whose pages say WZÓR: it is not handed over.
    """
    dzielnicowy()
    campaign(POSTER)
    run("build", "--jobs", "1")
    ran = run("pack", "bank")

    assert 1 == ran.code
    assert "this is a draft whose pages say WZÓR" in ran.err


def test_a_changed_number(run, workspace, built, dzielnicowy):
    """
    The number is another one since the edition was made: build first.
    """
    built()
    dzielnicowy(retyped="47 812 00 00")
    ran = run("pack", "bank")

    assert 1 == ran.code
    assert "and the edition has" in ran.err
    assert "make the edition anew first: ulotki build maj" in ran.err
    assert not list(workspace.glob("*.pdf"))


@pytest.mark.parametrize("change", [{"copies": 9}, {"places": ["bank"]}, {"scams": ["blik"]}])
def test_a_changed_order(run, built, ordered, change):
    """
    Copies, places or scams are others since: build first, or the receipt would not be true.
    """
    built(POSTER)
    ordered(POSTER | change)
    ran = run("pack", "bank")

    assert 1 == ran.code
    assert "now orders something else than its newest edition holds" in ran.err


def test_an_edition_of_another_palette(run, campaign):
    """
    An edition that was made in another palette or for another day than the campaign says is packed as it is.
    """
    campaign(POSTER)
    run("build", "--jobs", "1", "--palette", "eco", "--on", "2024-08-03")

    assert 0 == run("pack", "bank").code


def test_a_refusal_leaves_the_folder_alone(run, workspace, built, dzielnicowy, tree):
    """
    Packs that lie there stay as they are when new ones are refused, and nothing half-written is left.
    """
    built()
    run("pack", "--all")
    before = tree(workspace / "out")
    dzielnicowy(retyped="47 812 00 00")

    assert 1 == run("pack", "--all").code
    assert before == tree(workspace / "out")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "no place is named"),
        (("nigdzie",), 2, "nigdzie"),
        (("parafia-1",), 2, "holds nothing for: parafia-1"),
        (("bank", "ops", "-o", "x.pdf"), 2, "one file is for one place"),
        (("--all", "-o", "x.pdf"), 2, "one file is for one place"),
        (("bank", "-o", "x.png"), 2, "is no kind of file"),
        (("bank", "--together", "x.png"), 2, "is no kind of file"),
        (("bank", "-o", "nie/ma/x.pdf"), 3, "this folder is not there"),
        (("bank", "--campaign", "nic"), 2, "nic"),
    ],
)
def test_wrong_use(run, workspace, built, arguments, code, said):
    """
    Each with a sentence, an exit code, and no file.
    """
    built(POSTER)
    ran = run("pack", *arguments)

    assert code == ran.code
    assert said in ran.err
    assert not [*workspace.glob("*.p*"), *workspace.glob("out/maj/packs*")]


def test_a_day_that_is_over(run, workspace, built):
    """
    On the last day of display a pack is made; the day after it is refused.
    """
    built(POSTER)
    ran = run("pack", "bank", "--on", "2025-01-02")

    assert 1 == ran.code and "to hang until 2024-12-31" in ran.err
    assert not [*workspace.glob("*.pdf")]
    assert 0 == run("pack", "bank", "--on", "2024-12-31").code


# The table for a spreadsheet


def test_the_table(run, workspace, built):
    """
    As Polish Excel opens it: a mark of its encoding, semicolons, CRLF, decimal commas; a line for each piece of a place.
    """
    built()
    run("pack", "--all")
    data = next((workspace / "out/maj").glob("packs-*/*.csv")).read_bytes()
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(rows) == 4
    assert ["Miejsce", "Druk", "Kod", "Sztuk", "Kartki", "Toner, procent kartki"] == rows[0]
    assert [("Miejsce bank", "2", "2"), ("Miejsce bank", "3", "2"), ("Miejsce ops", "2", "2")] == [
        (row[0], row[3], row[4]) for row in rows[1:]
    ]
    assert all(re.fullmatch(r"\d+,\d", row[5]) for row in rows[1:])


@pytest.mark.parametrize("name", ['=HYPERLINK(""x"";""y"")', "+48", "-1;2", "Bank; druga linia", 'Bank "Pod Lipą"'])
def test_no_name_is_a_formula(run, workspace, built, name):
    """
    Whatever a place is called, the spreadsheet shows it and runs nothing.
    """
    places = workspace / "places.toml"
    places.write_text(places.read_text("utf-8").replace('"Miejsce bank"', f"'{name}'"), "utf-8")
    built(POSTER)
    assert 0 == run("pack", "--all").code
    data = next((workspace / "out/maj").glob("packs-*/*.csv")).read_bytes()
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert name == rows[1][0].removeprefix("'")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
