"""Faults at the fields of a form, in words of forms: no line of a file, no quotes, no key; the label already names the field.

Whoever reads a file is told of its lines and keys, because that is where people mend it. A form has neither.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ulotki.errors import Finding, Say, Where, say

EMPTY = say("nothing is written here")
WORDS = say("write the words")

FORMS: dict[str, Say] = {
    "{field} is empty": EMPTY,
    'the field "{key}" is missing': EMPTY,
    "write the words, or delete the line": WORDS,
    "write {key} = … here; init and the library show how": WORDS,
    '{field} cannot be "{value}"': say('"{value}" cannot be chosen here'),
    "{field} = {value} must be {wanted}": say("{wanted} belongs here, not {value}"),
    "text in quotes": say("a text"),
    "true or false": say("yes or no"),
    "a day such as 2024-08-01": say("a day"),
    "see a file of the library for an example": say("write it anew"),
    "take the quotation marks away: {value}": say("write it anew"),
    'put it in quotes: "{value}"': say("write it anew"),
    'put it in quotes, as in "{value}": a leading zero or plus would be lost': say("write it anew"),
    "write a day as 2024-08-01, without quotes": say("choose a day"),
    "{field} has {count} entries": say("there are {count} of them here"),
    "write it as name@example.pl, or delete the line": say("write it as name@example.pl, or leave it empty"),
    "delete the order if nothing is wanted": say("take the order out if nothing is wanted"),
    "put it into numbers.toml and write {example} here": say("set it under Numbers and write {example} here"),
    "numbers stand in numbers.toml alone: leave it out here": say("numbers are set under Numbers: leave it out here"),
    "addresses stand in numbers.toml alone: leave it out here": say(
        "addresses are set under Numbers: leave it out here"
    ),
    "numbers and addresses reach paper through numbers.toml only": say("set it under Numbers first"),
    "shorten the field {field} by about {count} characters, or give it a shorter variant under [short]": say(
        "shorten it by about {count} characters, or write shorter words for it below"
    ),
    "{field} has no room, so its shorter words are printed": say("this has no room, so its shorter words are printed"),
    "see whether short.{field} still says the same": say("see whether they still say the same"),
    '--source: "{value}" is not the address of a page': say('"{value}" is not the address of a page'),
    "say it with --source: a page of a public body; for a name or hours also a letter": say(
        "it is a page of a public body; for a name or hours also a letter"
    ),
    "--group names nobody": say("this names nobody"),
    "say how many it got: --copies N": say("say how many it got"),
    "leave --old-until out": say("leave the last day of the old one empty"),
    "name both days: --from DAY --to DAY": say("write both days"),
    "write begins and ends under [plan] in ulotki.toml, or say: --from DAY --to DAY": say("write both days"),
    "name a later day: --reply DAY": say("name a later day"),
    "review_by is not later than reviewed": say("this is not later than the day on which it was read"),
    "read it on a page of gov.pl or the Police, or name the host of your office in ulotki.toml: sources = […]": say(
        "read it on a page of gov.pl or the Police; whoever looks after the files can name a page of your office"
    ),
}
"""What a file is told → what a form says in its place."""

COMMAND = re.compile(r"\bulotki [a-z]|(?<!\w)--[a-z]")
"""A way out that is a command line: whoever fills in a form has none, so it is not said there."""


def at_form(found: Finding) -> Finding:
    """*found* as a form says it. What is missing is at the field that it is missing from."""
    missing = dict(found.what.values).get("key") if found.what.text.startswith("the field ") else None
    at = Where(found.at.file, found.at.line, str(missing)) if missing else found.at
    hint = _rephrase(found.hint) if found.hint else None
    return replace(found, what=_rephrase(found.what), hint=None if COMMAND.search(str(hint)) else hint, at=at)


def _rephrase(sentence: Say) -> Say:
    values = tuple((name, _rephrase(value) if isinstance(value, Say) else value) for name, value in sentence.values)
    return Say(FORMS[sentence.text].text if sentence.text in FORMS else sentence.text, values)
