"""Texts on the page: the form, the page beside it, findings at the fields, and a new scam."""

from __future__ import annotations

import re

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
    From the starter; what is missing is said; all pictograms are shown.
    """
    wrong = client.send("/teksty/nowe", title="")
    made = client.send("/teksty/nowe", title="na fotowoltaikę", channel="door")
    page = client.get(made.headers["Location"])

    assert 422 == wrong.status_code and 'href="#title"' in wrong.text and 'href="#channel"' in wrong.text
    assert "/teksty/na-fotowoltaike" == made.headers["Location"]
    assert 200 == page.status_code and 'value="na fotowoltaikę"' in page.text
    assert (workspace.folder / "scams/pl/na-fotowoltaike.toml").is_file()
    assert "<svg" in client.get("/teksty/piktogramy").text
