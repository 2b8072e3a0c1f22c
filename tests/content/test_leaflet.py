"""A scam told for one order: nothing left to look up."""

from __future__ import annotations

import datetime
from dataclasses import fields, replace

import pytest

from ulotki.content.kinds import Address, Name
from ulotki.content.leaflet import CODE_REF, CODE_SLOT, as_sentence, tell
from ulotki.content.number import Number
from ulotki.content.phrases import Phrases
from ulotki.content.publisher import Publisher
from ulotki.content.register import Register
from ulotki.content.scam import Citation, Gone, GoneRow, IconName, Note, Point, Scam, Short
from ulotki.content.state import Confirmed, State
from ulotki.content.telling import Occasion, Telling
from ulotki.content.text import NBSP, Prose, Run, Words
from ulotki.content.told import Contact
from ulotki.errors import Refused, Where

DAY = datetime.date(2024, 8, 1)
UNTIL = datetime.date(2024, 12, 31)
CHECKED = datetime.date(2024, 7, 1)
REVIEWED = datetime.date(2024, 6, 1)

PHRASES = Phrases(**{item.name: Prose(item.name) for item in fields(Phrases)})
PHRASES = replace(PHRASES, issuer=Prose("Wydaje: {{issuer}}."), until=Prose("Wisi do {{until}}"), code=Prose("Kod:"))
PUBLISHER = Publisher(issuer=Prose("dzielnicowy w Sernikach"))

EMERGENCY = Number(value="112", label="", id="112", national=True, source="https://x", checked=CHECKED)
CERT = Address(
    value="https://cert.pl",
    label="",
    id="cert",
    national=True,
    source="https://x",
    checked=CHECKED,
    purpose={"pl": "Fałszywa strona? Zgłoś:", "en": "False page? Report it:"},
    mask=2,
)
OFFICER = Number(
    value="478121234",
    label="",
    id="dzielnicowy",
    set_by="A",
    confirmed=Confirmed("478121234", "B", DAY),
    at=Where("numbers.toml", 3, "number.dzielnicowy"),
)
OFFICER_NAME = Name(
    value="asp. Jan Kowalski",
    label="",
    id="dzielnicowy",
    set_by="A",
    confirmed=Confirmed("asp. Jan Kowalski", "B", DAY),
)
HOURS = Name(value="w dni robocze", label="", id="godziny", set_by="A", confirmed=Confirmed("w dni robocze", "B", DAY))


def point(lead: str, sentence: str = "Zdanie.") -> Point:
    return Point(lead=Prose(lead), sentence=Prose(sentence), icon=IconName("call"))


SCAM = Scam(
    name=Prose('Oszustwo "na wnuczka"'),
    title=Prose('"na wnuczka"'),
    channel="phone",
    quote=(Prose("To ja!", Where("w.toml", 5, "quote.1")), Prose("Poznajesz?")),
    order=Prose("Rozłącz się."),
    rule=Prose("*Nie dawaj* pieniędzy."),
    story=Prose("Ktoś dzwoni i udaje bliską osobę."),
    summary=Prose("Ktoś dzwoni."),
    aftermath=(Prose("Zadzwoń pod {{number:112}}."),),
    write_in=(Prose("Mój bank"), Prose("Bliska osoba")),
    audiences=("senior",),
    icon=IconName("elderly_woman"),
    address="cert",
    reviewed=REVIEWED,
    review_by=datetime.date(2025, 6, 1),
    step=(point("Odczekaj 30 sekund"), point("Zadzwoń do bliskich"), point("Zadzwoń pod {{number:112}}")),
    sign=(point("Pogania"), point("Straszy"), point("Każe milczeć"), point("Wysyła obcą osobę")),
    source=(Citation(url="https://x", note=""),),
    short=Short(story=Prose("Ktoś udaje bliską osobę.")),
    id="na-wnuczka",
    at=Where("w.toml", 1),
)


def told(*values, scam=SCAM, phrases=PHRASES, publisher=PUBLISHER, short=frozenset(), readings=None, **more):
    """SCAM as a leaflet, with 112, cert.pl and *values* in the register."""
    register = Register({value.ref: value for value in (EMERGENCY, CERT, *values)})
    occasion = Occasion(DAY, **{"until": UNTIL, **more})
    return tell(scam, Telling(phrases, register, publisher, occasion, readings), short)


# Words


def test_every_text_is_typeset():
    """
    Quotes, hard spaces and marks are done in every field.
    """
    leaflet = told()

    assert "„na wnuczka”" == str(leaflet.message.title)
    assert "Oszustwo „na wnuczka”" == leaflet.name
    assert f"Odczekaj 30{NBSP}sekund" == str(leaflet.message.steps[0].lead)
    assert f"Ktoś dzwoni i{NBSP}udaje bliską osobę." == str(leaflet.message.story)
    assert (Run("Nie dawaj", strong=True), Run(" pieniędzy.")) == leaflet.message.rule.runs


def test_the_swindlers_words_keep_their_lines_inside_quotes():
    """
    One pair of quotation marks around the author's lines.
    """
    assert "„To ja!\nPoznajesz?”" == str(told().message.quote)
    assert Where("w.toml", 5, "quote.1") == told().message.quote.at


def test_steps_and_signs_keep_their_order_and_icons():
    """
    What to do first stands first.
    """
    leaflet = told()

    assert ["Pogania", "Straszy", "Każe milczeć", "Wysyła obcą osobę"] == [
        str(sign.lead) for sign in leaflet.message.signs
    ]
    assert ["call"] * 3 == [step.icon for step in leaflet.message.steps]


@pytest.mark.parametrize("channel", ["phone", "message", "web", "door", "event"])
def test_each_channel_has_its_voice(channel):
    """
    The fixed words of the channel stand over the swindler's.
    """
    assert f"voice_{channel}" == str(told(scam=replace(SCAM, channel=channel)).message.voice)


@pytest.mark.parametrize(
    ("field", "fixed"),
    [("kicker", "kicker"), ("verdict", "verdict"), ("signs_title", "signs"), ("voice", "voice_phone")],
)
def test_an_author_may_put_own_words_for_fixed_ones(field, fixed):
    """
    Without own words the fixed ones stand.
    """
    assert fixed == str(getattr(told().message, field))
    assert "Uwaga!" == str(getattr(told(scam=replace(SCAM, **{field: Prose("Uwaga!")})).message, field))


def test_short_words_take_the_place_of_long_ones():
    """
    Only the fields that are asked for; the rest keeps its full words.
    """
    leaflet = told(short=frozenset({"story"}))

    assert "Ktoś udaje bliską osobę." == str(leaflet.message.story)
    assert told().message.rule == leaflet.message.rule


def test_a_short_quote_is_quoted_as_well():
    """
    Fewer lines, the same quotation marks.
    """
    scam = replace(SCAM, short=Short(quote=(Prose("To ja!"),)))

    assert "„To ja!”" == str(told(scam=scam, short=frozenset({"quote"})).message.quote)


def test_slots_are_filled():
    """
    The day in words, the publisher as written.
    """
    assert "Wydaje: dzielnicowy w~Sernikach." == str(told().imprint.issuer).replace(NBSP, "~")
    assert "Wisi do 31~grudnia~2024~r." == str(told().imprint.until).replace(NBSP, "~")


def test_what_nobody_said_is_not_printed():
    """
    No publisher, no issuer; no last day, no line about it.
    """
    leaflet = told(publisher=None, until=None)

    assert leaflet.imprint.issuer is None
    assert leaflet.imprint.until is None


def test_the_code_has_a_slot_that_the_seal_fills():
    """
    Room for the widest code, marked so that it is found.
    """
    assert Run(CODE_SLOT, ref=CODE_REF) == told().imprint.code.runs[-1]
    assert f"Kod:{NBSP}{CODE_SLOT}" == str(told().imprint.code)


@pytest.mark.parametrize("slot", ["until", "issuer", "untill"])
def test_a_slot_in_a_scam_is_refused(slot):
    """
    Slots belong to fixed words; elsewhere they are refused like any name that is not there.
    """
    at = Where("w.toml", 9, "story")

    with pytest.raises(Refused) as refused:
        told(scam=replace(SCAM, story=Prose(f"Wisi do {{{{{slot}}}}}.", at)))

    (finding,) = refused.value.findings
    assert (f'unknown word in braces: "{slot}"', at) == (str(finding.what), finding.at)
    assert "only the fixed words have such slots" == str(finding.hint)


def test_the_issuer_is_plain_words():
    """
    Reading refuses marks and placeholders in it; whoever brings them past it gets signs, no marks and no values.
    """
    leaflet = told(publisher=replace(PUBLISHER, issuer=Prose("*Policja*, tel. {{number:8080}}")))

    assert "Wydaje: *Policja*, tel. {{number:8080}}." == str(leaflet.imprint.issuer)
    assert not any(run.strong or run.ref for run in leaflet.imprint.issuer.runs)
    assert "number:8080" not in leaflet.values


# Who has been cheated, and which number helps

CHILDREN = Number(value="116 111", label="", id="dzieci", national=True, source="https://x", checked=CHECKED)
BANK = Number(value="", label="", id="bank", at=Where("numbers.toml", 9, "number.bank"))


def gone(*rows: GoneRow, **more) -> Scam:
    return replace(SCAM, gone=Gone(title=Prose("Już podpisane?"), row=rows, **more))


def row(**thing) -> GoneRow:
    return GoneRow(words=Prose("Masz 14 dni."), **thing)


def things(leaflet) -> list[tuple[str, str]]:
    return [(row.kind, str(row.thing).replace(NBSP, " ")) for row in leaflet.help.gone.rows]


def test_without_a_box_of_its_own_a_scam_has_that_of_the_fixed_words():
    """
    Older scams and other languages go on: the question, a kind word, and the number that helps.
    """
    leaflet = told()

    assert ("money_gone", "no_blame", ()) == (
        str(leaflet.help.gone.title),
        str(leaflet.help.gone.comfort),
        leaflet.help.gone.pair,
    )
    assert [("number", "112")] == things(leaflet)
    assert [("number", "116 111")] == things(told(CHILDREN, scam=replace(SCAM, helps="dzieci")))


def test_the_fixed_box_accuses_nobody_under_another_verdict():
    """
    „Oszust ma Twoje pieniądze?” stands only where the sheet says that this is a swindler.
    """
    assert "aftermath" == str(told(scam=replace(SCAM, verdict=Prose("Spokojnie!"))).help.gone.title)


@pytest.mark.parametrize(
    ("expected", "thing"),
    [
        (("number", "112"), {"number": "112"}),
        (("write", "Mój bank"), {"write": Prose("Mój bank")}),
        (("slip", "„Odstępuję od umowy”"), {"slip": Prose('"Odstępuję od umowy"')}),
        (("large", "14 dni"), {"large": Prose("14 dni")}),
        (("write", "Mój bank"), {"number": "bank", "write": Prose("Mój bank")}),
    ],
)
def test_a_row_has_one_large_thing(expected, thing):
    """
    A number of the register, a field to write one in, words to copy or large words; a local number leaves a field until
    it is given.
    """
    leaflet = told(
        BANK, scam=gone(row(**thing), comfort=Prose("Spokojnie."), pair=(Note(lead=Prose("A"), text=Prose("B")),) * 2)
    )

    assert [expected] == things(leaflet)
    assert ("Masz 14~dni.", "Spokojnie.") == (
        str(leaflet.help.gone.rows[0].words).replace(NBSP, "~"),
        str(leaflet.help.gone.comfort),
    )
    assert [("A", "B")] * 2 == [(str(small.lead), str(small.text)) for small in leaflet.help.gone.pair]


def test_a_local_number_takes_the_place_of_the_field():
    """
    Once somebody has given it, with its ref.
    """
    given = replace(BANK, value="81 855 00 00", set_by="A", confirmed=Confirmed("81 855 00 00", "B", DAY))
    leaflet = told(given, scam=gone(row(number="bank", write=Prose("Mój bank"))))

    assert [("number", "81 855 00 00")] == things(leaflet)
    assert "number:bank" == leaflet.help.gone.rows[0].thing.runs[0].ref


@pytest.mark.parametrize(
    ("expected", "helps"),
    [
        ("number:112", [None]),
        ("number:dzieci", ["dzieci"]),
        (None, ["none"]),
        ("number:dzieci", ["dzieci"] * 2),
        ("number:112", ["dzieci", None]),
        ("number:112", ["none", None]),
    ],
)
def test_the_number_that_helps(expected, helps):
    """
    112 unless the scam names another, or none; on a piece about several the one that all of them name.
    """
    topics = tuple(replace(SCAM, helps=one, gone=None) for one in helps)
    leaflet = told(CHILDREN, scam=topics[0], topics=topics)

    assert expected == (leaflet.help.number.runs[0].ref if leaflet.help.number else None)
    assert "112" == str(leaflet.help.emergency)


def test_a_number_comes_with_the_reason_to_call_it():
    """
    The author's own words where a piece is about one scam, else the fixed ones of that number.
    """
    children = replace(SCAM, helps="dzieci")

    assert "call" == str(told().help.call)
    assert "youth_line" == str(told(CHILDREN, scam=children).help.call)
    assert "Nie chce odejść?" == str(told(scam=replace(SCAM, call=Prose("Nie chce odejść?"))).help.call)
    assert "call" == str(told(scam=SCAM, topics=(replace(SCAM, call=Prose("Nie chce odejść?")), SCAM)).help.call)


@pytest.mark.parametrize(
    ("mark", "scam"),
    [
        ("domino_mask", SCAM),
        ("front_hand", replace(SCAM, verdict=Prose("Spokojnie!"))),
        ("help", replace(SCAM, mark=IconName("help"))),
    ],
)
def test_who_accuses_nobody_shows_no_mask(mark, scam):
    """
    The mask goes with the fixed verdict alone, unless the author chooses another pictogram.
    """
    assert mark == told(scam=scam).message.mark


def test_a_line_that_stands_on_every_piece_is_told_once():
    """
    Of each scam a piece is about.
    """
    said = replace(SCAM, always=Prose("Myślisz o śmierci? Zadzwoń pod {{number:112}}."))

    assert () == told().help.always
    assert [f"Myślisz o{NBSP}śmierci? Zadzwoń pod 112."] == [
        str(line) for line in told(topics=(SCAM, said, said)).help.always
    ]


def test_a_topic_is_a_noun_phrase_or_else_the_title():
    """
    For lists.
    """
    assert ["Kradzież przy drzwiach", "„na wnuczka”"] == [
        str(topic.title)
        for topic in told(topics=(replace(SCAM, topic=Prose("Kradzież przy drzwiach")), SCAM)).extra.topics
    ]


# Values


def test_112_stands_on_every_leaflet():
    """
    Even when the author's words do not name it.
    """
    quiet = replace(SCAM, step=(point("A"), point("B"), point("C")), aftermath=(Prose("Powiedz."),))

    assert (Run("112", ref="number:112"),) == told(scam=quiet).help.emergency.runs


def test_without_112_nothing_is_told():
    """
    A register that lost it is refused, not printed around.
    """
    with pytest.raises(Refused) as refused:
        tell(replace(SCAM, step=(), aftermath=()), Telling(PHRASES, Register({CERT.ref: CERT}), None, Occasion(DAY)))

    assert "number:112 has no value" == str(refused.value.findings[0].what)


def test_refs_and_states_name_every_value_used():
    """
    And no value that is not on paper.
    """
    unused = Number(value="8080", label="", id="cert-sms", national=True)
    leaflet = told(OFFICER, OFFICER_NAME, unused)

    used = {"number:112", "address:cert", "number:dzielnicowy", "name:dzielnicowy"}
    assert used == set(leaflet.values) == set(leaflet.states)
    assert {State.GOOD} == set(leaflet.states.values())
    assert Run("112", ref="number:112") in leaflet.message.aftermath[0].runs


@pytest.mark.parametrize(
    ("expected", "more"),
    [
        (State.GOOD, {}),
        (State.UNCONFIRMED, {"confirmed": None}),
        (State.UNCONFIRMED, {"value": "478121243"}),
        (State.EXPIRED, {"valid_until": datetime.date(2024, 7, 31)}),
        (State.EARLY, {"valid_from": datetime.date(2024, 8, 2)}),
    ],
)
def test_a_value_that_is_not_good_is_told_and_recorded(expected, more):
    """
    The number stands there all the same; the mark on the page comes from its state.
    """
    leaflet = told(replace(OFFICER, **more))

    assert expected == leaflet.states["number:dzielnicowy"]
    assert leaflet.officer.number is not None


@pytest.mark.parametrize("ref", ["{{number:113}}", "{{address:112}}", "{{name:nikt}}", "{{number:dzielnicowy}}"])
def test_a_placeholder_without_a_value_is_refused(ref):
    """
    An unknown id, and one whose value nobody has given: no leaflet says "call at .".
    """
    at = Where("w.toml", 9, "story")
    scam = replace(SCAM, story=Prose(f"Zadzwoń: {ref}.", at))

    with pytest.raises(Refused) as refused:
        told(replace(OFFICER, value=""), scam=scam)

    (finding,) = refused.value.findings
    assert (f"{ref.strip('{}')} has no value", at) == (str(finding.what), finding.at)
    assert finding.hint is not None


# The officer


def test_the_officer_stands_with_number_name_and_hours():
    """
    The number in groups, name and hours with their hard spaces, each value with its ref.
    """
    officer = told(OFFICER, OFFICER_NAME, HOURS).officer

    assert (Run("47 812 12 34".replace(" ", NBSP), ref="number:dzielnicowy"),) == officer.number.runs
    assert (Run(f"asp.{NBSP}Jan Kowalski", ref="name:dzielnicowy"),) == officer.name.runs
    assert (Run(f"w{NBSP}dni robocze", ref="name:godziny"),) == officer.hours.runs


@pytest.mark.parametrize(
    "value",
    [(), (replace(OFFICER, value=""), replace(OFFICER_NAME, value=""), replace(HOURS, value=""))],
    ids=["none", "empty"],
)
def test_a_missing_local_number_is_a_box_for_a_pen(value):
    """
    No entry, or an entry nobody has filled: no number, no hours, and no fault.
    """
    leaflet = told(*value)

    assert Contact(None, None, None) == leaflet.officer
    assert {"number:112", "address:cert"} == set(leaflet.states)


@pytest.mark.parametrize(
    ("expected", "lang", "value"),
    [
        ("47 812 12 34", "pl", "478121234"),
        ("+48 47 812 12 34", "uk", "478121234"),
        ("+48 47 812 12 34", "en", "+48 47 812 12 34"),
        ("+48 600 700 800", "en", "600700800"),
        ("800 120 002", "en", "800120002"),
    ],
)
def test_who_came_from_abroad_reads_the_country_before_a_number(expected, lang, value):
    """
    A number with its own subscriber; not a free one, which is not reached from abroad, and never 112.
    """
    leaflet = told(
        replace(OFFICER, value=value, confirmed=Confirmed(value, "B", DAY)), scam=replace(SCAM, lang=lang, address=None)
    )

    assert expected == str(leaflet.officer.number).replace(NBSP, " ")
    assert "112" == str(leaflet.help.emergency)
    assert {State.GOOD} == set(leaflet.states.values())


def test_a_name_without_a_number_is_not_printed():
    """
    A swindler could write a number of his own beside it.
    """
    leaflet = told(replace(OFFICER, value=""), OFFICER_NAME, HOURS)

    assert Contact(None, None, None) == leaflet.officer
    assert not {"name:dzielnicowy", "name:godziny"} & set(leaflet.states)


def test_without_a_publisher_there_is_no_officer():
    """
    The national library alone knows nobody's number.
    """
    assert Contact(None, None, None) == told(OFFICER, OFFICER_NAME, publisher=None).officer


def test_a_number_without_hours_has_none():
    """
    Empty hours are not an empty line.
    """
    assert told(OFFICER).officer.hours is None
    assert told(OFFICER, replace(HOURS, value="")).officer.hours is None


def test_hours_are_told_in_the_language_they_are_written_in():
    """
    A number and a name are the same in every language; „w dni robocze” is not.
    """
    scam = replace(SCAM, lang="en")
    officer = told(OFFICER, OFFICER_NAME, HOURS, scam=scam).officer

    assert officer.number is not None
    assert officer.hours is None


def test_hours_nobody_confirmed_are_doubtful():
    """
    An hour at which nobody answers is as bad as a wrong number.
    """
    assert ("name:godziny",) == told(OFFICER, replace(HOURS, confirmed=None)).doubtful


def test_the_workspace_says_which_number_is_the_officers():
    """
    By id, for number and name apart.
    """
    duty = replace(OFFICER, id="dyzurny", value="47 812 00 00")
    publisher = replace(PUBLISHER, officer_number="dyzurny")

    assert "47 812 00 00".replace(" ", NBSP) == str(told(OFFICER, duty, publisher=publisher).officer.number)


# The code's target


def test_the_code_leads_to_the_address_of_the_scam():
    """
    The whole address in the code, the host beside it, and what it is for.
    """
    target = told().target

    assert ("https://cert.pl", 2) == (target.payload, target.mask)
    assert (Run("cert.pl", ref="address:cert"),) == target.host.runs
    assert "Fałszywa strona? Zgłoś:" == str(target.purpose)


def test_a_scam_without_an_address_has_no_code():
    """
    And the address is not among its values.
    """
    leaflet = told(scam=replace(SCAM, address=None))

    assert leaflet.target is None
    assert "address:cert" not in leaflet.values


def test_an_address_without_a_purpose_in_the_language_is_refused():
    """
    A code that does not say what it is for is not printed.
    """
    at = Where("numbers.toml", 9, "address.cert")

    with pytest.raises(Refused) as refused:
        told(replace(CERT, purpose={"en": "Report it:"}, at=at))

    (finding,) = refused.value.findings
    assert ("address:cert has no purpose in the language pl", at) == (str(finding.what), finding.at)


def test_equal_input_gives_equal_leaflets():
    """
    No clock, no chance.
    """
    assert told(OFFICER) == told(OFFICER)


@pytest.mark.parametrize(
    ("expected", "text"),
    [("Pogania.", "Pogania"), ("Stop!", "Stop!"), ("Kto?", "Kto?"), ("Zgłoś:", "Zgłoś:"), ("Czekaj…", "Czekaj…")],
)
def test_a_lead_becomes_a_sentence(expected, text):
    """
    With a full stop, unless it ends like a sentence already.
    """
    assert expected == str(as_sentence(Words((Run(text),))))
