"""A page of pictures: every scam in every template, to choose from. Static, offline, by keyboard or by ear."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ulotki.content.scam import Scam
from ulotki.errors import Say, say


@dataclass(frozen=True, slots=True)
class Card:
    """One picture: of which scam, in which template; its files beside the page, pixels of the picture."""

    scam: Scam
    template: str
    format: str
    picture: str
    piece: str
    width: int
    height: int


AUDIENCES = {
    "senior": say("older people"),
    "adult": say("adults"),
    "youth": say("young people"),
    "child": say("children"),
}

MONTHS = (
    *(say("January"), say("February"), say("March"), say("April"), say("May"), say("June")),
    *(say("July"), say("August"), say("September"), say("October"), say("November"), say("December")),
)


def page(cards: Sequence[Card], tell: Callable[[Say], str], lang: str) -> str:
    """The gallery as one HTML page in the language of *tell*; pictures and pieces lie beside it."""
    templates = sorted({card.template for card in cards})
    filters = "".join(
        (
            _choice("audience", tell(say("For whom")), [(key, tell(word)) for key, word in AUDIENCES.items()], tell),
            _choice("season", tell(say("Month")), [(str(n), tell(word)) for n, word in enumerate(MONTHS, 1)], tell),
            _choice("template", tell(say("Template")), [(name, name) for name in templates], tell),
        )
    )
    return PAGE.format(
        lang=lang,
        title=html.escape(tell(say("Leaflets and posters"))),
        hint=html.escape(tell(say("Choose, open a picture to print it whole, or print this page as an overview."))),
        filters=filters,
        shown=html.escape(tell(say("shown:"))),
        count=len(cards),
        print=html.escape(tell(say("Print this page"))),
        cards="\n".join(_card(card, tell) for card in cards),
    )


def _choice(name: str, label: str, options: Sequence[tuple[str, str]], tell: Callable[[Say], str]) -> str:
    word = tell(say("all"))
    every = f'<option value="">{html.escape(word)}</option>'
    rest = "".join(f'<option value="{key}">{html.escape(word)}</option>' for key, word in options)
    return f'<label>{html.escape(label)} <select name="{name}">{every}{rest}</select></label>'


def _card(card: Card, tell: Callable[[Say], str]) -> str:
    scam = card.scam
    name = html.escape(scam.name.source)
    alt = html.escape(
        tell(say("{name}, {template} {format}", name=scam.name.source, template=card.template, format=card.format))
    )
    season = " ".join(map(str, scam.season or range(1, 13)))
    return (
        f'<li data-audience="{" ".join(scam.audiences)}" data-season="{season}" data-template="{card.template}">'
        f'<a href="{card.piece}"><img src="{card.picture}" width="{card.width}" height="{card.height}" alt="{alt}" '
        f'loading="lazy"></a><h2 lang="{scam.lang}">{name}</h2>'
        f'<p lang="{scam.lang}">{html.escape(scam.summary.source)}</p></li>'
    )


PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light }}
body {{ font: 1.125rem/1.45 system-ui, sans-serif; margin: 2rem; color: #000; background: #fff }}
form {{ display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: center; margin: 1rem 0 }}
select, button {{ font: inherit; padding: .4rem .6rem; min-height: 2.75rem }}
ul {{ list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 2rem }}
li[hidden] {{ display: none }}
img {{ width: 100%; height: auto; border: 1px solid #767676; background: #fff }}
a:focus-visible, select:focus-visible, button:focus-visible {{ outline: 4px solid #10264e; outline-offset: 3px }}
h2 {{ font-size: 1.125rem; margin: .5rem 0 0 }} p {{ margin: .2rem 0 }}
@media print {{ form, .hint {{ display: none }} body {{ margin: 0 }} ul {{ grid-template-columns: repeat(3, 1fr); gap: 6mm }}
  li {{ break-inside: avoid }} h2, p {{ font-size: 10pt }} }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="hint">{hint}</p>
<form>
{filters}
<button type="button" id="print">{print}</button>
<span role="status">{shown} <output>{count}</output></span>
</form>
<ul>
{cards}
</ul>
</main>
<script>
const form = document.querySelector("form"), cards = [...document.querySelectorAll("li")];
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("change", () => {{
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  for (const card of cards)
    card.hidden = !chosen.every(([name, value]) => card.dataset[name].split(" ").includes(value));
  form.querySelector("output").value = cards.filter(card => !card.hidden).length;
}});
document.getElementById("print").addEventListener("click", () => print());
</script>
</body>
</html>
"""
