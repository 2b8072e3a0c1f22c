"""`ulotki serve`: the local page."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import _, page_voice
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.serve import running
from ulotki.serve.desk import Desk, Remembering


@click.option("--port", type=click.IntRange(0, 65535), default=0, help=_("Where to listen; else at a free port."))
@click.option("--no-open", "quietly", is_flag=True, help=_("Only say the address; open no browser."))
def serve(talk: Talk, port: int, quietly: bool) -> None:
    desk = Desk(Remembering.at(talk.ours.folder.resolve()), options.today, options.now, page_voice().lang)

    def ready(address: str) -> None:
        talk.result(address)
        talk.data({"address": address}, findings=())
        talk.aside(say("this address opens once, and only on this computer; Ctrl+C ends the page"))
        if not quietly:
            click.launch(address)

    if not running.serve(desk, port, ready):
        talk.aside(say("the page of this workspace runs already"))
    elif not desk.closed and desk.over():
        talk.aside(say("nobody used the page for half an hour, so it has ended; what was saved stays"))
