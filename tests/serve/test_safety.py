"""The promises of the page, each attacked: who asks, from where, for what, and with what in it."""

from __future__ import annotations

import re

import pytest
from pages import HOST, OURS, PORT

from ulotki.serve import entry, safety
from ulotki.serve.screens import SCREENS


def test_a_stranger_sees_nothing(stranger):
    """
    Another user of the computer, or a page that guesses the port, has no key: every address is refused, and says nothing
    of the workspace.
    """
    for path in (*(screen.path for screen in SCREENS), "/jezyk/en", "/nothing"):
        answer = stranger.get(path)
        assert 403 == answer.status_code
        assert "Serniki" not in answer.text
        assert 403 == stranger.post(path, headers=OURS).status_code


def test_a_key_opens_once(stranger, app, desk):
    """
    It is changed into a cookie that no script reads and no other site sends, and leaves the address; used a second time,
    invented or old it opens nothing.
    """
    key = desk.keys.new()
    first = stranger.get(f"/wejscie/{key}")
    second = app.test_client().get(f"/wejscie/{key}")

    assert (303, "/") == (first.status_code, first.headers["Location"])
    assert re.fullmatch(rf"ulotki-{PORT}=[\w-]{{43}}; HttpOnly; Path=/; SameSite=Strict", first.headers["Set-Cookie"])
    assert 200 == stranger.get("/").status_code
    assert 403 == second.status_code
    assert "Set-Cookie" not in second.headers
    assert 403 == app.test_client().get("/wejscie/invented").status_code


def test_a_key_gets_old(stranger, desk, monkeypatch):
    """
    After ten minutes an unused key opens nothing.
    """
    key = desk.keys.new()
    desk.keys.unused[key] -= 601

    assert 403 == stranger.get(f"/wejscie/{key}").status_code


def test_a_second_hand_cookie_is_refused(stranger):
    """
    A session that the server did not give is none.
    """
    stranger.set_cookie(f"ulotki-{PORT}", "A" * 43, domain="127.0.0.1")

    assert 403 == stranger.get("/").status_code


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"127.0.0.2:{PORT}", f"[::1]:{PORT}"]
)
def test_a_rebound_name_is_refused(client, host):
    """
    A name that somebody's DNS points at us is not ours, whatever cookie comes with it.
    """
    assert 421 == client.get("/", headers={"Host": host}).status_code


def test_localhost_is_ours(client, desk):
    """
    The other name of this computer is refused only for want of a cookie.
    """
    assert 403 == client.get("/", base_url=f"http://localhost:{PORT}").status_code


def token(client, desk):
    session = client.get_cookie(f"ulotki-{PORT}", domain="127.0.0.1").value
    return desk.keys.token(session)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": f"https://{HOST}"},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": f"http://{HOST}.evil.example"},
        {"Origin": f"http://evil.example/http://{HOST}"},
        {**OURS, "Sec-Fetch-Site": "cross-site"},
        {**OURS, "Sec-Fetch-Site": "same-site"},
        {**OURS, "Sec-Fetch-Site": "none"},
    ],
)
def test_a_foreign_page_changes_nothing(client, desk, headers):
    """
    A form of another page is refused, even if it knew our token.
    """
    assert 403 == client.post("/", data={"token": token(client, desk)}, headers=headers).status_code


@pytest.mark.parametrize("sent", ["", "0" * 64, "ąę"])
def test_a_form_without_our_token_changes_nothing(client, sent):
    """
    A form of this address that is none of ours is refused.
    """
    assert 403 == client.post("/", data={"token": sent}, headers=OURS).status_code


def test_a_form_of_ours_passes(client, desk):
    """
    With our origin and token the guard lets it through; there is nothing to be sent to at the start.
    """
    assert 405 == client.post("/", data={"token": token(client, desk)}, headers=OURS).status_code


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_no_other_method(client, method):
    """
    Nothing but GET, HEAD and POST is understood.
    """
    assert 405 == client.open("/", method=method).status_code


def test_every_answer_is_sealed(client, stranger):
    """
    No frame, no foreign script, no guess at a kind of file, nothing kept: whatever the answer is.
    """
    for answer in (
        client.get("/"),
        client.get("/nothing"),
        stranger.get("/"),
        client.get(f"/s/{entry.edition()}/page.css"),
    ):
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "DENY" == answer.headers["X-Frame-Options"]
        assert "nosniff" == answer.headers["X-Content-Type-Options"]
    assert "no-store" == client.get("/").headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["..%2f..%2fpyproject.toml", "../../etc/passwd", "%2e%2e/page.css", "page.css%00", "", "con", "fonts/"]
)
def test_no_path_leads_out(client, path):
    """
    What pages load stands in a table; any other name is nothing.
    """
    assert 404 == client.get(f"/s/{entry.edition()}/{path}").status_code


@pytest.mark.parametrize("name", entry.FILES)
def test_what_pages_load_is_there(client, name):
    """
    Each with its own kind, whatever the system thinks of its ending.
    """
    answer = client.get(f"/s/{entry.edition()}/{name}")

    assert 200 == answer.status_code
    assert entry.FILES[name][1] == answer.mimetype
    assert "immutable" in answer.headers["Cache-Control"]


def test_what_pages_load_is_asked_for_once(client):
    """
    A page names the files of its own edition, which a browser keeps; a page of another edition gets those of today, and
    does not keep them under the wrong name.
    """
    named = set(re.findall(r'"(/s/[^"]+)"', client.get("/").text))

    assert {f"/s/{entry.edition()}/{name}" for name in ("page.css", "page.svg", "page.js", "htmx.min.js")} == named
    assert "no-cache" == client.get("/s/0123456789ab/page.css").headers["Cache-Control"]


def test_a_large_upload_is_refused(client, desk):
    """
    More than 5 MB are not read.
    """
    big = {"token": token(client, desk), "more": "x" * safety.UPLOAD}

    assert 413 == client.post("/", data=big, headers=OURS).status_code


def test_nothing_inline(client):
    """
    A page has no script, style or handler in itself: the policy would not let them run, and none is wanted.
    """
    for screen in SCREENS:
        text = client.get(screen.path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script(?! src=)", text), screen.id
        assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text), screen.id


def test_a_second_start_is_known_by_its_secret(stranger, desk):
    """
    It gets a new key for the server that runs; nobody else does.
    """
    good = stranger.post("/znowu", headers={entry.AGAIN: desk.keys.own})
    bad = stranger.post("/znowu", headers={entry.AGAIN: "guess"})

    assert good.text.startswith(f"http://{HOST}/wejscie/")
    assert 303 == stranger.get(good.text.removeprefix(f"http://{HOST}")).status_code
    assert (403, 403) == (bad.status_code, stranger.post("/znowu").status_code)
