"""`ulotki list`: what there is, for people in columns and for machines in full."""

from __future__ import annotations

import datetime

import pytest

from ulotki.office import listed_things

pytestmark = pytest.mark.days

NUMBER = "47 812 00 00"
ON = ("--on", "2024-08-01")
KINDS = ("scams", "templates", "places", "numbers", "campaigns", "checks", "icons")


def rows(ran) -> list[str]:
    """The first word of each line."""
    return [line.split()[0] for line in ran.out.splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed(run, workspace, kind):
    """
    A line for each on stdout and nothing on stderr; as JSON a document that is named after the kind.
    """
    text, data = run("list", kind, *ON), run("list", kind, *ON, "--json")
    key = "ref" if kind == "numbers" else "id"

    assert (0, 0, "", "") == (text.code, data.code, text.err, data.err)
    assert {"schema", kind, "findings"} == set(data.data)
    assert f"ulotki.list.{kind}/2" == data.data["schema"]
    assert [row[key] for row in data.data[kind]] == rows(text) != []


@pytest.mark.parametrize("kind", KINDS)
def test_columns_stand_below_one_another(run, workspace, kind):
    """
    The second column begins at the same place in every line, and no line ends in blanks.
    """
    lines = run("list", kind, *ON).out.splitlines()
    width = max(len(line.split()[0]) for line in lines)

    assert all(line == line.rstrip() for line in lines)
    assert all(line[width : width + 2] == "  " and line[width + 2] != " " for line in lines)


def test_scams_say_where_they_are_from(run, workspace):
    """
    For whom, when the words were read again and when they are due, and every source with its address.
    """
    found = {scam["id"]: scam for scam in run("list", "scams", "--json").data["scams"]}
    scam = found["na-wnuczka"]

    assert ["senior"] == scam["audiences"]
    assert datetime.date.fromisoformat(scam["reviewed"]) < datetime.date.fromisoformat(scam["review_by"])
    assert all(
        source["url"].startswith("http") and source["note"] for scam in found.values() for source in scam["sources"]
    )
    assert all(scam["sources"] and scam["audiences"] and scam["summary"] for scam in found.values())
    assert ("pl", "phone", None) == (scam["lang"], scam["channel"], scam["address"])
    assert scam["file"].endswith("scams/pl/na-wnuczka.toml")
    assert scam["review_by"] in next(line for line in run("list", "scams").out.splitlines() if "na-wnuczka" in line)


def test_a_scam_of_the_workspace_takes_the_place_of_the_national_one(run, scam):
    """
    One line, with the words and the file of the workspace.
    """
    file = scam("na-wnuczka", name="Nasze oszustwo")
    (row,) = [row for row in run("list", "scams", "--json").data["scams"] if row["id"] == "na-wnuczka"]

    assert ("Nasze oszustwo", str(file)) == (row["name"], row["file"])


@pytest.mark.parametrize(
    ("state", "entry", "day"),
    [
        ("missing", ("",), "2024-08-01"),
        ("unconfirmed", (NUMBER,), "2024-08-01"),
        ("unconfirmed", (NUMBER, "47 812 00 01"), "2024-08-01"),
        ("good", (NUMBER, NUMBER), "2024-08-01"),
        ("expired", (NUMBER, NUMBER), "2024-09-01"),
    ],
)
def test_numbers_say_what_they_are_on_the_day(run, dzielnicowy, state, entry, day):
    """
    In words for people and for machines.
    """
    dzielnicowy(*entry, more="valid_until = 2024-08-31")
    text = run("list", "numbers", "--on", day)
    found = {row["ref"]: row for row in run("list", "numbers", "--on", day, "--json").data["numbers"]}
    row = found["number:dzielnicowy"]

    assert (state, entry[0], False) == (row["state"], row["value"], row["national"])
    assert state in next(line for line in text.out.splitlines() if line.startswith("number:dzielnicowy"))
    assert ("112", True, "good") == tuple(found["number:112"][key] for key in ("value", "national", "state"))


def test_what_is_empty_is_a_dash(run, workspace):
    """
    A column is never left out.
    """
    line = next(line for line in run("list", "numbers", *ON).out.splitlines() if line.startswith("number:dzielnicowy"))

    assert ["number:dzielnicowy", "–", "missing"] == line.split()[:3]


def test_places_and_campaigns_are_those_of_the_workspace(run, campaign):
    """
    In the order of the files.
    """
    campaign({}, {"template": "leaflet", "format": "A5"}, name="czerwiec", day="2024-06-01")
    places = run("list", "places", "--json").data["places"]
    campaigns = run("list", "campaigns", "--json").data["campaigns"]

    assert {"id": "bank", "name": "Miejsce bank", "kind": "bank", "boards": 1} in places
    assert [("czerwiec", "2024-06-01", None, 2), ("maj", "2024-08-01", None, 1)] == [
        (row["id"], row["day"], row["until"], row["orders"]) for row in campaigns
    ]


def test_templates_say_what_they_are_for(run, workspace):
    """
    Their papers and their pages.
    """
    found = {row["id"]: row for row in run("list", "templates", "--json").data["templates"]}

    assert ("A4", 1) == (found["poster"]["formats"][0], found["poster"]["pages"])
    assert ("A5", 2) == (found["leaflet"]["formats"][0], found["leaflet"]["pages"])
    assert all(row["what"] for row in found.values())


def test_without_a_workspace_there_are_no_places(run, empty):
    """
    An empty list is no error.
    """
    assert (0, "") == (run("list", "places").code, run("list", "places").out)
    assert [] == run("list", "campaigns", "--json").data["campaigns"]
    assert 0 == run("list", "numbers", *ON).code


@pytest.mark.parametrize("arguments", [[], ["scam"], ["scams", "places"], [""]])
def test_a_kind_that_is_not_there_is_wrong_use(run, workspace, arguments):
    """
    Exit 2, and all kinds are named where one is asked for.
    """
    ran = run("list", *arguments)

    assert (2, "") == (ran.code, ran.out)
    assert len(arguments) > 1 or all(kind in ran.err for kind in KINDS)


def test_what_cannot_be_read_is_named_where_it_belongs(run, workspace):
    """
    A broken place is no matter of a list of scams; of the list of places it is: the others stand there, exit 1.
    """
    with (workspace / "places.toml").open("a") as file:
        file.write("[place.x]\n")
    ran, other = run("list", "places"), run("list", "scams", "--json")

    assert (1, 0) == (ran.code, other.code)
    assert ran.out.startswith("bank ")
    assert "places.toml:" in ran.err
    assert [] == other.data["findings"]


def test_icons_with_the_scams_that_show_them(run, workspace):
    """
    So that a name can be chosen by what it is used for.
    """
    icons = {row["id"]: row["scams"] for row in run("list", "icons", "--json").data["icons"]}

    assert "na-wnuczka" in icons["elderly_woman"]
    assert len(icons) > 20


def test_why_a_template_is_not_for_a_scam(library, day, run, monkeypatch):
    """
    What is not offered is said with its reason, beside the list: the appeal is in Polish only.
    """
    monkeypatch.setattr("ulotki.cli.listing.read_kind", lambda *asked, **how: library)
    (appeal,) = [row for row in listed_things.templates(library, day) if row.id == "church-appeal"]
    ran = run("list", "templates")

    assert "bank (en)" in appeal.refuses
    assert "bank" not in appeal.refuses
    assert "church-appeal is not for bank (en)" in ran.err
    assert "is not for" not in ran.out
