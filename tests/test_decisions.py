"""docs/decisions: every decision has a number of its own, a uniform heading, and a line in the index."""

import re
from pathlib import Path

DECISIONS = Path(__file__).parents[1] / "docs/decisions"
PAGES = sorted(file for file in DECISIONS.glob("*.md") if file.name != "README.md")
INDEX = (DECISIONS / "README.md").read_text("utf-8")


def heading(page):
    """(number, title) in the first line of a page, None when it has another form."""
    match = re.fullmatch(r"# (\d+)\. (\S.*)", page.read_text("utf-8").partition("\n")[0])
    return match and (int(match[1]), match[2])


def test_headings_are_uniform():
    """
    The first line of each page is "# 12. Title", with the number that its file name begins with.
    """
    assert [int(page.name[:4]) for page in PAGES] == [heading(page) and heading(page)[0] for page in PAGES]


def test_no_number_is_given_twice():
    """
    Two decisions never have the same number.
    """
    numbers = [page.name[:4] for page in PAGES]

    assert sorted(set(numbers)) == numbers


def test_the_index_lists_every_page():
    """
    The index has one row for each page, in order, with its number, its title and a line about it; and no other row.
    """
    rows = re.findall(r"^\| (\d+) \| \[(.+)\]\((\S+)\) \| (\S.*) \|$", INDEX, re.MULTILINE)

    assert [(*heading(page), page.name) for page in PAGES] == [(int(row[0]), row[1], row[2]) for row in rows]
