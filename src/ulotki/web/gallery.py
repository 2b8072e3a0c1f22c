"""The gallery: a page with pictures of every scam in every template. It is static, works offline, by keyboard and with a
screen reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ulotki.content.scam import Scam
from ulotki.errors import Say, say
from ulotki.markup import STYLE, document, escaped


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of a scam in a template: its files beside the page, and the size of the picture in pixels."""

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
    title = tell(say("Leaflets and posters"))
    body = BODY.format(
        title=escaped(title),
        hint=escaped(tell(say("Choose, open a picture to print it whole, or print this page as an overview."))),
        filters=filters,
        shown=escaped(tell(say("shown:"))),
        count=len(cards),
        print=escaped(tell(say("Print this page"))),
        cards="\n".join(_card(card, tell) for card in cards),
    )
    return document(lang, title, HEAD, body)


def _choice(name: str, label: str, options: Sequence[tuple[str, str]], tell: Callable[[Say], str]) -> str:
    word = tell(say("all"))
    every = f'<option value="">{escaped(word)}</option>'
    rest = "".join(f'<option value="{key}">{escaped(word)}</option>' for key, word in options)
    return f'<label>{escaped(label)} <select name="{name}">{every}{rest}</select></label>'


def _card(card: Card, tell: Callable[[Say], str]) -> str:
    scam = card.scam
    name = escaped(scam.name.source)
    alt = escaped(
        tell(say("{name}, {template} {format}", name=scam.name.source, template=card.template, format=card.format))
    )
    season = " ".join(map(str, scam.season or range(1, 13)))
    return (
        f'<li data-audience="{" ".join(scam.audiences)}" data-season="{season}" data-template="{card.template}">'
        f'<a href="{card.piece}"><img src="{card.picture}" width="{card.width}" height="{card.height}" alt="{alt}" '
        f'loading="lazy"></a><h2 lang="{scam.lang}">{name}</h2>'
        f'<p lang="{scam.lang}">{escaped(scam.summary.source)}</p></li>'
    )


HEAD = f"""<style>
{STYLE}body {{ font-size: 1.125rem; margin: 2rem }}
form {{ display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: center; margin: 1rem 0 }}
select, button {{ font: inherit; padding: .4rem .6rem; min-height: 2.75rem }}
ul {{ list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 2rem }}
li[hidden] {{ display: none }}
img {{ width: 100%; height: auto; border: 1px solid #767676; background: #fff }}
h2 {{ font-size: 1.125rem; margin: .5rem 0 0 }} p {{ margin: .2rem 0 }}
@media print {{ form, .hint {{ display: none }} body {{ margin: 0 }} ul {{ grid-template-columns: repeat(3, 1fr); gap: 6mm }}
  li {{ break-inside: avoid }} h2, p {{ font-size: 10pt }} }}
</style>"""

BODY = """<main>
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
</script>"""
