"""The forms of the local page that write, each as it is sent: one for every address that takes a POST."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from pages import PORT, Client

from ulotki.office import order_file
from ulotki.serve.app import create
from ulotki.serve.desk import Desk
from ulotki.serve.remembering import Remembering

Sent = Callable[[], Any]

ORDER = "ORDER"
"""In a path or the name of a field: the key of the first order of the campaign."""

WORK = 60.0
"""Seconds after which work that is not done counts as hanging."""


@dataclass(frozen=True)
class Form:
    """A form as it is sent. start: the state it is sent in.  path: where to.  at: the page that it stands on, "" for path.

    fields: what is filled in; a function makes a file anew.  before: (path, page, fields) of what is sent first.
    carried: names of hidden fields that the answer to what was sent first has.  writes: whether files of the box change.
    """

    start: str
    path: str
    at: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    before: tuple[tuple[str, str, dict[str, Any]], ...] = ()
    carried: tuple[str, ...] = ()
    writes: bool = True


@dataclass(frozen=True)
class Posting:
    """That form as something to do. day, at: the day and the moment of the server."""

    form: Form
    day: Any
    at: str

    def ready(self) -> Callable[[], int]:
        """A server that has shown the page of the form; what it gives sends the form, and tells its exit code."""
        desk = Desk(Remembering.at(Path()), lambda: self.day, lambda: self.at, "en", PORT)
        app = create(desk)
        app.test_client_class = Client
        client: Any = app.test_client()
        client.get(f"/wejscie/{desk.keys.new()}")
        hidden: dict[str, str] = {}
        for path, at, fields in self.form.before:
            answer = client.send(path, at, **_filled(fields))
            hidden = {name: _hidden(answer.text, name) for name in self.form.carried}
        key = order_file.read_orders(desk.workspace, "maj").rows[0].key if ORDER in repr(self.form) else ""
        path = self.form.path.replace(ORDER, key)
        shown = client.get(self.form.at or path).text
        known = {name: value for name in ("token", "seen") if (value := _hidden(shown, name))}
        filled = {name.replace(ORDER, key): value for name, value in _filled(self.form.fields).items()}
        return lambda: _send(client, desk, path, {**known, **hidden, **filled})

    def __call__(self) -> int:
        return self.ready()()


def _send(client: Any, desk: Desk, path: str, fields: dict[str, Any]) -> int:
    """0 for done, 3 for an error of the machine, 1 for another refusal. Work that it starts is waited for."""
    answer = client.post(
        path, data=fields, headers={"Origin": f"http://127.0.0.1:{PORT}", "Sec-Fetch-Site": "same-origin"}
    )
    until = time.monotonic() + WORK
    while (task := desk.work.task) and task.running:
        if time.monotonic() > until:
            raise TimeoutError(path)
        time.sleep(0.005)
    if task and task.trouble:
        answer = client.get("/praca/koniec")
    if answer.status_code < 400 and task and task.outcome:
        print(*(f"{one.at}: {one.what}" for one in task.outcome.findings))  # noqa: T201
        return task.outcome.code
    if answer.status_code < 400:
        return 0
    print(" ".join(re.sub(r"<(head|style|footer).*?</\1>|<[^>]+>", " ", answer.text, flags=re.S).split()))  # noqa: T201
    return 3 if answer.status_code >= 500 else 1


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value() if callable(value) else value for name, value in fields.items()}


def _hidden(text: str, name: str) -> str:
    return unescape(text.partition(f'name="{name}" value="')[2].partition('"')[0])


def _file(name: str) -> Sent:
    return lambda: (io.BytesIO(Path(name).read_bytes()), name)


TABLE = "nazwa\trodzaj\tgabloty\nRemiza OSP\tdom kultury\t1\n"
GIVEN = {"value": "47 812 00 00", "source": "https://lubartow.policja.gov.pl/kontakt", "who": "Jan Kowalski"}
CONFIRMED = {**GIVEN, "who": "other", "other": "Anna Nowak", "called": "yes"}
MEETING = {"group": "KGW", "day": "2024-09-12", "hour": "17.00", "place": "ops", "where": "OPS"}
PLANNED = "/spotkania/kgw-2024-09-12"
NUMBER = "/numery/number:dzielnicowy"
BUNDLE = {"place": ["bank"], "given": ["bank"], "day": "2024-08-20", "consent-bank": "yes"}
OF_PIECES = {"scams": ["na-wnuczka"], "piece": "leaflet A5", "places": ["ops"], "copies": "7", "audience": "adults"}
FORGOTTEN = {"name": "Maria Wójcik", "entry": "1"}

FORMS = {
    "/znowu": Form("fresh", "/znowu", "/", writes=False),
    "/zamknij": Form("fresh", "/zamknij", writes=False),
    "/praca/zatrzymaj": Form("fresh", "/praca/zatrzymaj", "/ustawienia", writes=False),
    "/co-gdzie-wisi/zdjete": Form("outdated", "/co-gdzie-wisi/zdjete", "/co-gdzie-wisi", {"place": ["bank"]}),
    "/co-gdzie-wisi/wymienione": Form("outdated", "/co-gdzie-wisi/wymienione", "/co-gdzie-wisi", {"place": ["bank"]}),
    "/co-gdzie-wisi/objazd/kolejnosc": Form(
        "outdated", "/co-gdzie-wisi/objazd/kolejnosc", "/co-gdzie-wisi/objazd", {"place": "bank", "way": "later"}
    ),
    "/co-gdzie-wisi/objazd/druki": Form(
        "outdated", "/co-gdzie-wisi/objazd/druki", "/co-gdzie-wisi/objazd", writes=False
    ),
    "/co-gdzie-wisi/popraw/<int:number>": Form("met", "/co-gdzie-wisi/popraw/2", fields={"what": "never"}),
    "/paczki/druk": Form("edition", "/paczki/druk", "/paczki", {"place": ["bank"]}),
    "/paczki/wybrane": Form("edition", "/paczki/wybrane", "/paczki", {"place": ["bank"]}, writes=False),
    "/paczki/przekaz": Form("edition", "/paczki/przekaz", "/paczki", BUNDLE),
    "/akcja/przygotuj": Form("approved", "/akcja/przygotuj", "/akcja"),
    "/akcja/<name>/druk": Form("edition", "/akcja/maj/druk", "/akcja", writes=False),
    "/akcja/<name>/zatwierdz": Form("draft", "/akcja/maj/zatwierdz", "/akcja", {"who": "Anna Nowak"}),
    "/akcja/<name>/sztuki": Form("ordered", "/akcja/maj/sztuki", "/akcja/maj", {"copies-ORDER": "5"}),
    "/akcja/<name>/zamowienia/nowe": Form("ordered", "/akcja/maj/zamowienia/nowe", fields=OF_PIECES),
    "/akcja/<name>/zamowienia/<key>": Form("ordered", "/akcja/maj/zamowienia/ORDER", fields=OF_PIECES),
    "/akcja/<name>/zamowienia/<key>/usun": Form("ordered", "/akcja/maj/zamowienia/ORDER/usun"),
    "/dziennik/kopia.sqlite": Form("met", "/dziennik/kopia.sqlite", "/dziennik", writes=False),
    "/dziennik/tabela.csv": Form("met", "/dziennik/tabela.csv", "/dziennik", writes=False),
    "/dziennik/przywroc": Form("backed up", "/dziennik/przywroc", "/dziennik", {"file": _file("kopia.sqlite")}),
    "/dziennik/przyjmij": Form("went back", "/dziennik/przyjmij", "/dziennik", {"who": "Anna Nowak"}),
    "/dziennik/zapomnij": Form("met", "/dziennik/zapomnij", "/dziennik", {"name": "Maria Wójcik"}, writes=False),
    "/dziennik/zapomnij/na-zawsze": Form("met", "/dziennik/zapomnij/na-zawsze", "/dziennik", FORGOTTEN),
    "/dziennik/porzadki": Form("two editions", "/dziennik/porzadki"),
    "/spotkania": Form("fresh", "/spotkania", fields=MEETING),
    "/spotkania/<id>": Form("planned", PLANNED, fields={**MEETING, "hour": "18.00"}),
    "/spotkania/<id>/odwolaj": Form("planned", f"{PLANNED}/odwolaj", PLANNED),
    "/spotkania/odbyte": Form("over", "/spotkania/odbyte", "/spotkania", {"n-kgw": "12"}),
    "/spotkania/<id>/zaproszenie": Form("planned", f"{PLANNED}/zaproszenie", PLANNED),
    "/numery/<ref>/zmien": Form("fresh", f"{NUMBER}/zmien", fields=GIVEN),
    "/numery/nowy": Form("fresh", "/numery/nowy", fields={**GIVEN, "label": "straż gminna", "kind": "number"}),
    "/numery/<ref>/potwierdz": Form("set", f"{NUMBER}/potwierdz", fields=CONFIRMED),
    "/numery/<ref>/zatrzymaj": Form(
        "fresh", "/numery/number:zus/zatrzymaj", fields={"source": "https://www.zus.pl", "who": "Anna Nowak"}
    ),
    "/miejsca/nowe": Form("fresh", "/miejsca/nowe", fields={"name": "Remiza OSP", "kind": "hall", "boards": "1"}),
    "/miejsca/<id>/zmien": Form(
        "fresh", "/miejsca/bank/zmien", fields={"name": "Bank w Sernikach", "kind": "bank", "boards": "2"}
    ),
    "/miejsca/<id>/usun": Form("placed", "/miejsca/szkola/usun"),
    "/miejsca/arkusz": Form(
        "fresh",
        "/miejsca/arkusz",
        fields={"do": "save"},
        before=(("/miejsca/arkusz", "", {"text": TABLE}),),
        carried=("cells", "seen"),
    ),
    "/ustawienia/<form>": Form("fresh", "/ustawienia/drukarka", "/ustawienia", {"printer.right": "0,5"}),
    "/ustawienia/historia/<int:number>": Form("placed", "/ustawienia/historia/1"),
    "/ustawienia/kopia.zip": Form("met", "/ustawienia/kopia.zip", "/ustawienia"),
    "/ustawienia/wczytaj-kopie": Form(
        "zipped", "/ustawienia/wczytaj-kopie", fields={"file": _file("kopia.zip")}, writes=False
    ),
    "/ustawienia/wczytaj-kopie/pytanie": Form(
        "zipped and changed",
        "/ustawienia/wczytaj-kopie/pytanie",
        before=(("/ustawienia/wczytaj-kopie", "", {"file": _file("kopia.zip")}),),
    ),
    "/teksty/<id>": Form("fresh", "/teksty/na-wnuczka", fields={"do": "save", "order": "Odłóż to."}),
    "/teksty/<id>/biblioteka": Form("own text", "/teksty/na-wnuczka/biblioteka"),
    "/teksty/nowe": Form(
        "fresh", "/teksty/nowe", fields={"title": "na fotowoltaikę", "channel": "door", "icon": "warning"}
    ),
    "/strona": Form("fresh", "/strona"),
}
"""Address, as the table of routes has it → the form that is sent there."""
