"""Texts on the page: the form, the page beside it, findings at the fields, and a new scam."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image

from ulotki.drawing.preview import BEYOND, beyond
from ulotki.serve.pictograms import PICTOGRAMS
from ulotki.stock import icons, known

FILE = "scams/pl/na-wnuczka.toml"


def seen(client):
    return client.get("/teksty/na-wnuczka").text.partition('name="seen" value="')[2].partition('"')[0]


def test_the_list_says_which_texts_are_copies(client):
    """
    And finds one by its title.
    """
    client.send("/teksty/na-wnuczka", do="save", order="Odłóż to.")
    text = client.get("/teksty?szukaj=wnuczka").text

    assert "Yours" in text and "/teksty/na-wnuczka" in text
    assert "/teksty/blik" not in text and 404 == client.get("/teksty/nic").status_code


def test_a_text_is_tried_shown_and_saved(client, workspace):
    """
    Shown, nothing is written; a picture is there; saved, the undo is offered; back again by one question.
    """
    shown = client.send("/teksty/na-wnuczka", do="show", order="Odłóż to.", template="poster")
    untouched = not (workspace.folder / FILE).exists()
    image = re.search(r'src="(/teksty/obraz/\w+\.png)"', shown.text)
    saved = client.send("/teksty/na-wnuczka", do="save", order="Odłóż to.", seen=seen(client))
    page = client.get("/teksty/na-wnuczka").text
    side = client.get("/teksty/na-wnuczka/biblioteka").text
    back = client.send("/teksty/na-wnuczka/biblioteka")

    assert untouched and image and client.get(image[1]).data.startswith(b"\x89PNG")
    assert 303 == saved.status_code and "/ustawienia/historia/1" in page
    assert "Rozłącz się." in side and "Odłóż to." in side
    assert 303 == back.status_code and not (workspace.folder / FILE).exists()


def test_what_does_not_fit_is_at_its_field(client):
    """
    With the field marked, a link to it beside the page, and what was typed kept.
    """
    text = client.send(
        "/teksty/na-wnuczka", do="show", **{"step.1.lead": "Odczekaj całe 30 sekund przy telefonie"}
    ).text

    assert 'id="step.1.lead-e"' in text and "mm too long" in text
    assert 'href="#step.1.lead"' in text and "Odczekaj całe 30 sekund" in text


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("step.1.lead", "Odczekaj całe 30 sekund przy telefonie"),
        ("title", "na bardzo dalekiego wnuczka siostry z Ameryki"),
        ("quote", "\n".join(["To ja! Poznajesz mnie po głosie w słuchawce?"] * 4)),
    ],
)
def test_what_does_not_fit_is_shown_all_the_same(client, field, words):
    """
    As a page larger than its paper, tinted where it is too large; the page that fits has neither.
    """
    short = {f"short.{name}": "" for name in ("title", "quote", "order", "rule", "story")}
    good, loose = (
        client.send("/teksty/na-wnuczka", do="show", template="poster", **short, **more)
        for more in ({}, {field: words})
    )
    plain, larger = (
        Image.open(BytesIO(client.get(re.search(r'src="(/teksty/obraz/\w+\.png)"', one.text)[1]).data))
        for one in (good, loose)
    )

    assert "what is tinted does not fit on it" in loose.text and "what is tinted does not fit on it" not in good.text
    assert larger.height > plain.height or larger.width > plain.width
    red, green, _blue = larger.getpixel((larger.width - 2, larger.height - 2))
    assert red > green


@pytest.mark.parametrize("size", [(400, 560), (430, 500)])
def test_what_is_too_much_says_how_much(size):
    """
    In white on its own ground, in the corner beyond the paper: legible, and another figure looks otherwise.
    """
    page = Image.new("RGB", size, "white")
    four, forty = (beyond(page, 400, 500, label) for label in ("+4 mm", "+40 mm"))
    corner = four.crop((size[0] - 120, size[1] - 30, *size))
    shades = {colour: count for count, colour in corner.getcolors(10_000)}

    assert shades[BEYOND] > 500 and shades[255, 255, 255] > 30
    assert four.tobytes() != forty.tobytes()


def test_the_days_of_a_text(client, workspace):
    """
    Are in its form and written as days; what is no day is named at its field.
    """
    page = client.get("/teksty/na-wnuczka").text
    assert re.search(r'name="review_by" type="date" class="mid" value="\d{4}-\d\d-\d\d"', page)
    wrong = client.send("/teksty/na-wnuczka", do="show", review_by="kiedyś")
    client.send("/teksty/na-wnuczka", do="save", reviewed="2024-08-05", review_by="2025-02-01")

    assert 'id="review_by-e"' in wrong.text
    assert "review_by = 2025-02-01" in (workspace.folder / FILE).read_text("utf-8")


def test_with_script_only_the_page_beside_is_sent(client):
    """
    The part alone, for htmx.
    """
    from pages import OURS, TOKEN

    token = TOKEN.search(client.get("/teksty/na-wnuczka").text)[1]
    part = client.post(
        "/teksty/na-wnuczka", data={"token": token, "order": "Odłóż to."}, headers={**OURS, "HX-Request": "true"}
    )

    assert part.text.strip().startswith("<aside") and "<html" not in part.text


def test_who_comes_second_loses_nothing(client, workspace):
    """
    What was typed stays in the form, and nothing is overwritten.
    """
    old = seen(client)
    client.send("/teksty/na-wnuczka", do="save", order="Odłóż to.", seen=old)
    answer = client.send("/teksty/na-wnuczka", do="save", order="Inaczej.", seen=old)

    assert 409 == answer.status_code and 'value="Inaczej."' in answer.text
    assert "Odłóż to." in (workspace.folder / FILE).read_text("utf-8")


def test_a_new_scam_begins_with_its_name(client, workspace):
    """
    From the starter; what is missing is said.
    """
    wrong = client.send("/teksty/nowe", title="")
    made = client.send("/teksty/nowe", title="na fotowoltaikę", channel="door", icon="doorbell")
    page = client.get(made.headers["Location"])

    assert (
        422 == wrong.status_code
        and 'href="#title"' in wrong.text
        and 'href="#channel"' in wrong.text
        and 'href="#icon"' in wrong.text
    )
    assert "/teksty/na-fotowoltaike" == made.headers["Location"]
    assert 200 == page.status_code and 'value="na fotowoltaikę"' in page.text
    assert (workspace.folder / "scams/pl/na-fotowoltaike.toml").is_file()
    assert 'icon = "doorbell"' in (workspace.folder / "scams/pl/na-fotowoltaike.toml").read_text("utf-8")


def test_pictograms_are_chosen_as_pictures(client, workspace):
    """
    Radio buttons with a picture and a name in the language of the page, both for a new scam and at each field of a text;
    no code word of a pictogram is shown, and the one that is chosen is written.
    """
    client.get("/jezyk/pl")
    new, text = client.get("/teksty/nowe").text, client.get("/teksty/na-wnuczka").text
    client.send("/teksty/na-wnuczka", do="save", **{"step.1.icon": "no_money"})
    after, side = client.get("/teksty/na-wnuczka").text, client.get("/teksty/na-wnuczka/biblioteka").text

    assert known().icons == set(PICTOGRAMS)
    assert len(icons().paths) == new.count('name="icon"') == new.count('<use href="#p-')
    assert len(PICTOGRAMS) + 1 == text.count('name="step.1.icon"') and len(PICTOGRAMS) == text.count("<symbol")
    assert "<select" not in text.partition('id="step.1.icon"')[2].partition("</fieldset>")[0]
    assert ">Skarbonka<" in new and ">Skarbonka<" in text and "account_balance<" not in new + text
    assert re.search(r'name="step.1.icon" value="no_money" checked', after)
    assert "Przekreślone banknoty" in side and "no_money<" not in side
    assert 'icon = "no_money"' in (workspace.folder / FILE).read_text("utf-8")
