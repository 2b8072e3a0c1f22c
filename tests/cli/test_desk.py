"""`ulotki desk`: the list of the newest editions, for the duty desk alone."""

import pytest

from ulotki.edition import record

pytestmark = pytest.mark.days

NUMBER = "47 812 00 00"
ON = ("--on", "2024-08-02")


@pytest.fixture
def edition(run, workspace, campaign, dzielnicowy):
    """The folder of an edition of two posters that carry the number of the dzielnicowy."""
    dzielnicowy(NUMBER, NUMBER)
    campaign({"scams": ["na-wnuczka", "blik"]})
    assert 0 == run("build").code
    (folder,) = (workspace / "out/maj").glob("2024-08-01-1-*")
    return folder


def codes(folder):
    return sorted(piece.code for piece in record.read_record((folder / "manifest.json").read_bytes()).pieces)


def test_the_list(run, workspace, edition, texts):
    """
    A PDF in this folder with every code, and the number that all have, once; the talk says that it stays inside.
    """
    ran = run("desk", *ON)
    (page,) = texts(workspace / "lista-dyzurnego.pdf")

    assert (0, "lista-dyzurnego.pdf\n") == (ran.code, ran.out)
    assert "do not give it out" in ran.err
    assert all(code in page for code in codes(edition))
    assert 1 == page.count(NUMBER)


def test_as_data_and_text(run, workspace, edition):
    """
    The same as text; and as JSON which pieces it lists.
    """
    ran = run("desk", *ON, "-o", "lista.txt", "--json")
    text = (workspace / "lista.txt").read_text()

    assert (0, "ulotki.desk/2", codes(edition)) == (ran.code, ran.data["schema"], ran.data["pieces"])
    assert all(code in text for code in codes(edition))


def test_the_same_bytes(run, workspace, edition):
    """
    Of one day, two lists are the same file.
    """
    first, second = workspace / "a.pdf", workspace / "b.pdf"
    run("desk", *ON, "-o", first)
    run("desk", *ON, "-o", second)

    assert first.read_bytes() == second.read_bytes()


def test_a_damaged_edition(run, workspace, edition):
    """
    A list of files that nobody vouches for is not written.
    """
    victim = next((edition / "pieces").glob("*.pdf"))
    victim.write_bytes(victim.read_bytes()[:-3])
    ran = run("desk", *ON)

    assert 1 == ran.code and victim.name in ran.err
    assert not (workspace / "lista-dyzurnego.pdf").exists()


def test_no_edition(run, workspace):
    """
    Nothing to list: how to make an edition, and no file.
    """
    ran = run("desk", *ON)

    assert 2 == ran.code
    assert "ulotki build" in ran.err
    assert not (workspace / "lista-dyzurnego.pdf").exists()


def test_another_kind_of_file(run, workspace, edition):
    """
    A name that ends otherwise is wrong use, and a folder that is not there is the machine's.
    """
    assert 2 == run("desk", *ON, "-o", "lista.docx").code
    assert 3 == run("desk", *ON, "-o", "nie-ma/lista.pdf").code
