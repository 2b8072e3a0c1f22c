"""Words are compared and made into ids in one way."""

import pytest

from ulotki.folding import folded, hyphened


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Koło  Gospodyń", "kolo gospodyn"), ("Szkoła „im. Żwirki”", "szkola im. zwirki"), ("ŁĄKA", "laka"), ("", "")],
)
def test_what_people_leave_out_does_not_count(text, plain):
    """
    Case, accents, quotation marks and the number of blanks.
    """
    assert plain == folded(text)


@pytest.mark.parametrize(
    ("text", "id"), [("Koło  Gospodyń", "kolo-gospodyn"), ("„na wnuczka”", "na-wnuczka"), ("– 112!", "112"), ("ж", "")]
)
def test_an_id_has_letters_digits_and_hyphens(text, id):
    """
    One hyphen for all that stands between, none at the ends.
    """
    assert id == hyphened(text)
