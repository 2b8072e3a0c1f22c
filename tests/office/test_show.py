"""One piece as a value: the file, its code, its pages, and whether it is final."""

import datetime

import pytest

from ulotki.errors import Broken, Misused
from ulotki.office.show import ShowRequest, show

DAY = datetime.date(2024, 8, 1)


def test_a_piece_of_the_national_library_is_final(tmp_path):
    """
    Without a workspace too; its words are the file when .txt is asked for.
    """
    outcome = show(None, ShowRequest("na-wnuczka", output=tmp_path / "x.txt"), DAY)
    made = outcome.value

    assert (0, 1, None) == (outcome.code, made.pages, made.mark)
    assert made.code in made.file.read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "given"),
    [
        (Misused, {"scam": "na-wnuka"}),
        (Misused, {"template": "plakat"}),
        (Misused, {"palette": "red"}),
        (Misused, {"purpose": "home"}),
        (Misused, {"output": "x.doc"}),
        (Misused, {"sheet": True}),
        (Broken, {"output": "none/x.pdf"}),
    ],
)
def test_what_there_is_not_is_refused_before_anything_is_written(tmp_path, error, given):
    """
    An unknown name, another kind of file, a folder that is not there, a sheet for what has none.
    """
    asked = {"scam": "na-wnuczka", "output": "x.pdf", **given}
    with pytest.raises(error):
        show(None, ShowRequest(**{**asked, "output": tmp_path / asked["output"]}), DAY)

    assert [] == [*tmp_path.iterdir()]
