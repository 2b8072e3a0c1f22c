"""From the author's hand to typeset runs, and what must not stand in prose."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.gate import complaints
from ulotki.content.marks import placeholders, recut, tidy, typeset
from ulotki.content.text import NBSP, Prose, Run
from ulotki.content.typography import POLISH
from ulotki.errors import Where

LIBRARY = Path(__file__).parents[2] / "leaflets/library"
FILES = [file for folder in ("scams/*", "words", "readings") for file in sorted(LIBRARY.glob(f"{folder}/*.toml"))]

REGISTER = {
    ("number", "112"): "112",
    ("address", "cert"): "cert.pl",
    ("name", "kto"): "asp. Nowak",
    ("", "until"): "jutra",
}


def lookup(kind: str, id: str) -> tuple[str, str]:
    """What stands in REGISTER, and its ref."""
    return REGISTER[kind, id], f"{kind}:{id}" if kind else ""


def told(source: str) -> tuple[Run, ...]:
    """The runs of *source* in Polish."""
    return typeset(Prose(source), lookup, POLISH).runs


def whats(source: str) -> list[str]:
    """What complaints say about *source*."""
    return [str(what) for what, _ in complaints(source)]


# Marks and placeholders


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ([Run("dom")], "dom"),
        ([Run("To "), Run("oszust", strong=True), Run("!")], "To *oszust*!"),
        ([Run("Czytaj "), Run("scam", lang="en"), Run(".")], "Czytaj [scam](lang:en)."),
        ([Run("Pod "), Run("112", ref="number:112"), Run(".")], "Pod {{number:112}}."),
        ([Run("Na "), Run("cert.pl", ref="address:cert"), Run(".")], "Na {{address:cert}}."),
        ([Run("asp. Nowak".replace(" ", NBSP), ref="name:kto")], "{{name:kto}}"),
        ([Run("Do "), Run("jutra")], "Do {{until}}"),
        ([Run("pod", strong=True), Run(" "), Run("112", ref="number:112")], "*pod* {{number:112}}"),
        ([Run("pod ", strong=True), Run("112", strong=True, ref="number:112")], "*pod {{number:112}}*"),
        ([Run("112", strong=True, ref="number:112")], "*{{number:112}}*"),
        ([], ""),
    ],
)
def test_marks_and_placeholders_become_runs(expected, source):
    """
    The two marks vanish into the run they mean; a value knows the register entry it came from.
    """
    assert expected == list(told(source))


def test_typography_looks_across_marks():
    """
    A one-letter word at the end of a strong run holds on to the plain word after it.
    """
    assert (Run("Nie w", strong=True), Run(f"{NBSP}domu")) == told("*Nie w* domu")


def test_quotes_nest_across_marks_and_values():
    """
    „ opens before a mark and ” closes after a value.
    """
    assert "„Pod 112”" == "".join(run.text for run in told('"*Pod* {{number:112}}"'))


def test_words_remember_where_they_were_written():
    """
    A finding about a word on paper leads back to file and line.
    """
    at = Where("a.toml", 3, "rule")

    assert at == typeset(Prose("dom", at), lookup, POLISH).at


@given(st.lists(st.sampled_from(["w", "dom", "8-15", '"a"', "*mocno*", "[scam](lang:en)", "{{number:112}}", "- "])))
def test_strong_and_foreign_words_survive(parts):
    """
    As many strong, foreign and registered runs come out as were written.
    """
    runs = told(" ".join(parts))

    assert parts.count("*mocno*") == sum(run.strong for run in runs)
    assert parts.count("[scam](lang:en)") == sum(run.lang == "en" for run in runs)
    assert parts.count("{{number:112}}") == sum(run.ref == "number:112" for run in runs)
    assert all(run.text == "112" for run in runs if run.ref)


@given(st.text(alphabet="aw ż1-\"'.…*[](){}:\u00a0\n", max_size=30))
def test_no_run_is_empty_and_no_letter_is_lost(source):
    """
    Whatever was typed, its letters and digits reach paper in their order.
    """
    text = "".join(run.text for run in told(source))

    assert all(run.text for run in told(source))
    assert [char for char in source if char.isalnum()] == [char for char in text if char.isalnum()]


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ([], "dom"),
        ([("number", "112"), ("address", "cert-sms")], "{{number:112}} i {{address:cert-sms}}"),
        ([("name", "kto")], "*{{name:kto}}*"),
        ([("", "until")], "{{until}}"),
        ([], "{{ number:112 }} {{numer:112}} {{number:}} {{number:A}} {number:112}"),
    ],
)
def test_placeholders_are_found(expected, source):
    """
    Kind and id; a slot has no kind; what is written otherwise is no placeholder.
    """
    assert expected == list(placeholders(source))


def test_typography_that_changes_a_length_is_a_bug():
    """
    Runs are cut by counting, so a sign more or less would move every mark after it.
    """
    with pytest.raises(ValueError, match="length"):
        recut([Run("dom")], "domy")


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ("Czekaj…", "Czekaj..."),
        ("Czekaj… potem", "Czekaj ... potem"),
        ("raz dwa", "  raz \t  dwa "),
        ("raz\ndwa", "raz \n  dwa"),
        ("Kto? Ja!", "Kto ? Ja !"),
        ("żółw", "z\u0307o\u0301łw"),
        (f"5{NBSP}zł", "5\u202fzł"),
        ("*w*", "*w*"),
    ],
)
def test_a_text_is_tidied(expected, source):
    """
    One blank between words, none before a comma, one form for each letter.
    """
    assert expected == tidy(source)


# What must not stand in prose


@pytest.mark.parametrize(
    "source",
    [
        "112",
        "997",
        "Zadzwoń: 600 700 800",
        "600700800",
        "600-700-800",
        "600.700.800",
        "600–700–800",
        f"47{NBSP}812{NBSP}12{NBSP}34",
        "60 07 00 80 0",
        "6 0 0 7 0 0",
        "+48 600 700 800",
        "(47) 812 12 34",
        "8080",
        "tel.112",
        "nr112a",
        "112*",
        "{{number:112}} albo 113",
    ],
)
def test_what_can_be_dialled_is_refused(source):
    """
    Three digits are enough, whatever separates them; the way out is the register.
    """
    (what, hint), *_ = complaints(source)

    assert "looks like a number to call" in str(what)
    assert "put it into numbers.toml and write {{number:id}} here" == str(hint)


@pytest.mark.parametrize("source", ["60/07/00/80/0", "60,07,00,80,00", "60:07:00:80:00", "60_07_00_80", "60—07—00—80"])
def test_other_separators_hide_no_number(source):
    """
    People dial digits, not the signs between them.
    """
    assert any("number to call" in what for what in whats(source))


@pytest.mark.parametrize("source", ["60-07-00", "12-10-11-20-15", "60 - 07 - 00", "12 - 10 - 11"])
def test_hours_hide_no_number(source):
    """
    Hours are one time or a span; a longer row of pairs is a number.
    """
    assert any("number to call" in what for what in whats(source))


@pytest.mark.parametrize("source", ["*11*2", "60*07*00*80*0", "[11](lang:en)2"])
def test_marks_hide_no_number(source):
    """
    Marks vanish on paper, so the digits around them stand side by side.
    """
    assert any("number to call" in what for what in whats(source))


@pytest.mark.parametrize("source", ["{{number:112}}7", "48{{number:112}}", "{{number:112}}-34", "22 {{number:112}}"])
def test_digits_beside_a_number_are_refused(source):
    """
    A digit before or after a registered number makes it another number.
    """
    assert [] != whats(source)


@pytest.mark.parametrize(
    "source",
    [
        "Stracił 5000 zł.",
        "Stracił 50 000 zł.",
        f"Stracił 5{NBSP}000{NBSP}zł.",
        "W 2024 r. i 31 grudnia 2024 r.",
        "Miał 101 lat.",
        "Po 100 dni",
        "200 km stąd",
        "100% pewności",
        "Odczekaj 30 sekund",
        "24 godziny, 7 dni",
        "Od godz. 8–15 i 7:30–15:30, o 8.30.",
        "Sześć cyfr, nie 10.",
    ],
)
def test_amounts_years_and_measures_pass(source):
    """
    A unit after the digits says that they are no telephone number.
    """
    assert [] == whats(source)


@pytest.mark.parametrize("source", ["Stracił 100 000 zł.", "Stracił 1 000 000 zł.", "Stracił 250 000 zł!"])
def test_large_amounts_pass(source):
    """
    The unit belongs to all the digits before it.
    """
    assert [] == whats(source)


@pytest.mark.parametrize(
    "source",
    [
        "evil.com",
        "Wejdź na policja.pl.",
        "WWW",
        "www evil",
        "http://evil",
        "https://cert.pl",
        "ftp://x",
        "jan@bank",
        "żółw.pl",
        "E.V",
        "{{address:cert}} albo evil.com",
    ],
)
def test_what_looks_like_an_address_is_refused(source):
    """
    A dot between letters, an @, a scheme; the way out is the register.
    """
    (what, hint), *_ = complaints(source)

    assert "looks like an internet address" in str(what)
    assert "put it into numbers.toml and write {{address:id}} here" == str(hint)


@pytest.mark.parametrize("source", ["bank24.pl", "o2.pl", "lista24.com"])
def test_a_host_may_end_in_a_digit(source):
    """
    Names of sites have digits too.
    """
    assert any("internet address" in what for what in whats(source))


@pytest.mark.parametrize("source", ["evil .com", "Wejdź na evil .pl"])
def test_a_blank_before_the_dot_hides_no_address(source):
    """
    What is judged is what is printed: tidying closes the gap.
    """
    assert "evil." in tidy(source)
    assert any("internet address" in what for what in whats(source))


@pytest.mark.parametrize("source", ["*evil*.com", "evil*.com*", "[evil](lang:en).com"])
def test_marks_hide_no_address(source):
    """
    Marks vanish on paper, so the letters around the dot stand side by side.
    """
    assert any("internet address" in what for what in whats(source))


@pytest.mark.parametrize(
    "source",
    [
        "{{address:cert}}.com",
        "evil-{{address:cert}}",
        "evil.{{address:cert}}",
        "{{address:cert}}/evil",
        "{{address:cert}}-evil",
        "{{address:cert}}e",
    ],
)
def test_letters_beside_an_address_are_refused(source):
    """
    cert.pl.com is somebody else's: nothing may cling to a registered host but the end of a sentence.
    """
    assert [] != whats(source)


@pytest.mark.parametrize(
    "source", ["Zgłoś: {{address:cert}}.", "„{{address:cert}}”", "({{number:112}})", "{{number:112}}, potem"]
)
def test_a_value_may_end_a_sentence(source):
    """
    Full stops, commas, quotes and brackets beside a value are plain prose.
    """
    assert [] == whats(source)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("200B", "po\u200blicja"),
        ("200D", "po\u200dlicja"),
        ("00AD", "po\u00adlicja"),
        ("2060", "po\u2060licja"),
        ("FEFF", "\ufeffpolicja"),
        ("202E", "\u202epolicja"),
        ("2066", "\u2066policja"),
        ("0007", "policja\a"),
        ("001B", "\x1b[2J"),
        ("0000", "\0"),
        ("000A", "raz\ndwa"),
        ("0009", "raz\tdwa"),
        ("2028", "raz\u2028dwa"),
        ("202F", "5\u202fzł"),
        ("3000", "raz\u3000dwa"),
        ("0301", "Ć\u0301ma"),
        ("0338", "nie\u0338"),
        ("0661", "\u0661\u0661\u0662"),
        ("06F1", "\u06f1"),
        ("0967", "\u0967"),
        ("FF11", "\uff11\uff11\uff12"),
        ("00B2", "m²"),
        ("2460", "①"),
        ("2167", "Ⅷ"),
        ("1D7CF", "\U0001d7cf"),
        ("FF41", "\uff41bc"),
        ("FF0E", "evil\uff0ecom"),
        ("2024", "evil\u2024com"),
        ("FB01", "o\ufb01ara"),
        ("03BF", "p\u03bflicja"),
        ("05D0", "\u05d0"),
        ("E000", "\ue000"),
        ("2011", "600\u2011700"),
    ],
)
def test_signs_that_deceive_are_refused_by_name(code, source):
    """
    Invisible signs, signs that turn the direction, digits and letters that only look like ours.
    """
    assert any(f"the character U+{code} (" in what for what in whats(source))


def test_only_ten_digits_are_digits():
    """
    Of all signs that stand for a number, 0 to 9 alone reach paper.
    """
    passing = [chr(code) for code in range(0x10000) if chr(code).isnumeric() and not whats(chr(code))]

    assert list("0123456789") == passing


def test_a_word_keeps_to_one_script():
    """
    Cyrillic о in policja looks like ours and is not.
    """
    assert [] != whats("p\N{CYRILLIC SMALL LETTER O}licja")


@pytest.mark.parametrize(
    "source",
    [
        "a*b",
        "*",
        "**",
        "*raz",
        "[raz]",
        "[raz](lang:eng)",
        "(lang:en)]",
        "{",
        "{{numer:112}}",
        "{{ number:112 }}",
        "{until}",
        "}}",
    ],
)
def test_lone_marks_are_refused(source):
    """
    A mark that is not closed, or not one of ours, would stand on paper as it is.
    """
    assert any(what.startswith('a lone "') for what in whats(source))


@pytest.mark.parametrize("sign", "{}[]*<>")
def test_each_sign_of_a_mark_is_refused_alone(sign):
    """
    Every one of them, by itself.
    """
    assert [f'a lone "{sign}" means nothing here'] == whats(f"raz {sign} dwa")


@pytest.mark.parametrize(
    "source", ["<b>raz</b>", "<br/>", "<font color=red>", "a < b", "&lt;<", "<!-- -->", '<a href="x">']
)
def test_tags_are_refused(source):
    """
    Content never becomes markup.
    """
    assert any(what in ('a lone "<" means nothing here', 'a lone ">" means nothing here') for what in whats(source))


@pytest.mark.parametrize("source", ["*{{number:112}}*", "[{{name:kto}}](lang:en)"])
def test_a_value_alone_may_be_strong(source):
    """
    Marks around a placeholder are marks around words.
    """
    assert [] == whats(source)


@pytest.mark.parametrize("source", ["*[scam](lang:en)*", "[*scam*](lang:en)"])
def test_a_mark_in_a_mark_is_refused_or_understood(source):
    """
    No mark reaches paper as a sign.
    """
    assert [] != whats(source) or "scam" == "".join(run.text for run in told(source))


@pytest.mark.parametrize(
    "source",
    [
        "Ktoś dzwoni i udaje bliską osobę. Prosi o pieniądze.",
        "Zażółć gęślą jaźń – ZAŻÓŁĆ GĘŚLĄ JAŹŃ!",
        "„Pracownik banku” mówi: «Szybko…»",
        'Mówi: "To ja", i płacze.',
        "Nie dawaj pieniędzy, kart ani kodów (nikomu); to oszustwo?",
        "Zadzwoń pod {{number:112}} albo wejdź na {{address:cert}}.",
        "*Nie dawaj* pieniędzy. Czytaj [phishing](lang:en).",
        "E-mail, SMS, PESEL, kod BLIK: 6 cyfr.",
        "d’Artagnan, d'Artagnan",
        "Дільничний: Ґава, їжак, є",
        f"w{NBSP}domu",
        "Koszt: 5 €, 3 + 4 = 7, 50 %",
        "",
    ],
)
def test_plain_prose_passes(source):
    """
    What people write in Polish needs no thought about rules.
    """
    assert [] == whats(source)


def test_each_sign_is_named_once():
    """
    A text full of one bad sign gets one line, not a hundred.
    """
    assert 1 == len(whats("\u200b" * 100))


def test_all_that_is_wrong_is_said_at_once():
    """
    Nobody should have to run the program four times to mend one sentence.
    """
    assert 4 == len(whats("tel. 600 700 800, evil.com, <\u200b"))


@given(st.text(max_size=60))
def test_what_passes_can_be_typeset(source):
    """
    No text that was found good breaks on its way to paper.
    """
    if not whats(source) and not list(placeholders(source)):
        told(source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.relative_to(LIBRARY).parts))
def test_the_library_reads_as_plain_prose(file):
    """
    Every sentence that ships passes the rules it asks of others.
    """
    sentences = list(printed(tomllib.loads(file.read_text(encoding="utf-8"))))

    assert len(sentences) > 10
    assert [] == [what for sentence in sentences for what in whats(sentence)]


UNPRINTED = frozenset(
    {"url", "note", "icon", "channel", "audiences", "address", "helps", "mark", "number", "scam", "wrong_why"}
)
"""Keys of texts that never reach paper, or that a screen reader speaks in place of a picture."""


def printed(value, key=""):
    """Every text that reaches paper in a table as tomllib reads it."""
    match value:
        case dict():
            for name, item in value.items():
                yield from printed(item, name)
        case list():
            for item in value:
                yield from printed(item, key)
        case str() if key not in UNPRINTED:
            yield value
