"""The outline of a talk or a lesson: what is said in which minute, the swindlers' words to play, a quiz with its answers,
and, for seniors, a sheet to say how it was. Nothing on it asks for a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.content.phrases import Phrases
from ulotki.content.scam import Scam
from ulotki.content.talk_plan import Question, Step, TalkPlan
from ulotki.content.talks import Talks
from ulotki.content.text import Prose, Run, Words
from ulotki.documents._columns import Columns
from ulotki.documents._kit import BODY, BOLD, SECTION, SMALL, TITLE, apart, heading, lines, point
from ulotki.documents._words import exact, join_sentences, plain, worded
from ulotki.documents.flowing import KeepWithNext, NewPage, Part, Table
from ulotki.documents.paper import Paper
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import Office
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Panel, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND

BIG_TITLE = Style("ExtraBold", 28, 32, HAND)
BIG = Style("Regular", 17, 22, HAND)
BIG_BOLD = Style("Bold", 17, 22, HAND)
"""Type of sheets that seniors fill in."""

QUOTE = Style("Bold", 13, 17, HAND)

APART, BETWEEN, THIN = 8.0, 4.4, 0.5
"""mm above headings, between paragraphs; pt of rules."""

PLAN = Columns((17.0, 74.0, None), gap=4.0, rim=2.4)

BOX, ANSWER, NUMBER = 7.0, 19.0, 9.0
"""mm: a box to tick, a column of it with its word, the column of a number."""

MOST = 8
"""Statements of a quiz: what fits a page in large type."""

LINES, HIGH = 2, 12.0
"""Lines to write an answer on, and mm between two."""

EMPTY = Surface(None, BLACK, 1.4, BLACK, BLACK)


@dataclass(frozen=True, slots=True)
class OutlineContents:
    """What an outline is made of. scams: the one to be played comes first.  rated: with a sheet to say how it was."""

    words: Talks
    plan: TalkPlan
    scams: tuple[Scam, ...]
    phrases: Phrases[Prose]
    rated: bool


def outline(told: OutlineContents, office: Office, ahead: Sequence[Part] = ()) -> Paper:
    """The outline. ahead: a letter that goes before it, on pages of its own."""
    title = str(worded(told.plan.title))
    questions = quiz_questions(told)
    parts: list[Part] = [*ahead, NewPage()] if ahead else []
    parts += [*_plan(told, office), *_voices(told, office), *_answers(told, questions, office)]
    parts += [NewPage(), *_quiz(told.words, questions, office)]
    parts += [NewPage(), *_ratings(told.words)] if told.rated else []
    return Paper(title, office.author, office.day, tuple(parts), 0.0, foot=BIG)


def _plan(told: OutlineContents, office: Office) -> Iterator[Part]:
    """Title, time, what to bring; then the talk, minute by minute."""
    words, plan = told.words, told.plan
    minutes = sum(step.minutes for step in plan.step)
    time = f"{worded(words.time)}: {minutes} min. {worded(words.group)} {'.' * 40}"
    yield Stack((heading(worded(plan.title), TITLE, 1), Gap(BETWEEN), Text(exact(time), BODY, BLACK)))
    yield KeepWithNext(_heading(words.prepare))
    yield from _list(plan.prepare, office)
    yield KeepWithNext(_heading(words.plan))
    yield KeepWithNext(Gap(1.0))
    yield Table(PLAN.heads((words.minutes, words.what, words.says)), tuple(_steps(plan.step, office)))


def _heading(prose: Prose) -> Block:
    return Stack((Gap(APART), heading(worded(prose), SECTION)))


def _list(proses: Sequence[Prose], office: Office) -> Iterator[Block]:
    for prose in proses:
        yield Stack((Gap(BETWEEN), point(plain("–"), worded(prose, office.values), 4.0)))


def _steps(steps: Sequence[Step], office: Office) -> Iterator[Block]:
    begin = 0
    for step in steps:
        end = begin + step.minutes
        done = [Text(Words(worded(step.title).runs), BOLD, BLACK, None), *_sentences(step.do, office)]
        said = _sentences([*step.say], office, quoted=True)
        yield PLAN.row((Text(exact(f"{begin}–{end}"), BOLD, BLACK, None), _apart(done), _apart(said)))
        begin = end


def _sentences(proses: Sequence[Prose], office: Office, *, quoted: bool = False) -> list[Text]:
    before = (Run("– "),) if quoted else ()
    return [Text(Words((*before, *worded(prose, office.values).runs)), SMALL, BLACK, None) for prose in proses]


def _apart(texts: Sequence[Text]) -> Block:
    """Texts of a cell, a space between any two of them for a screen reader."""
    said = [Text(Words((*text.words.runs, Run(" "))), text.style, BLACK, None) for text in texts[:-1]]
    return Stack(apart((*said, *texts[-1:]), BETWEEN)) if texts else Gap(0.0)


def _voices(told: OutlineContents, office: Office) -> Iterator[Part]:
    """What is played, what all say then, and the rule; of what is not played the rule alone."""
    words = told.words
    yield KeepWithNext(_heading(words.voices))
    yield KeepWithNext(Stack((Gap(BETWEEN), Text(worded(words.play), BODY, BLACK))))
    for number, scam in enumerate(told.scams, 1):
        yield Stack((Gap(6.0), _voice(number, scam, told, office)))


def _voice(number: int, scam: Scam, told: OutlineContents, office: Office) -> Block:
    words = told.words
    said: list[Text] = [Text(worded(scam.subject), BOLD, BLACK)]
    if scam.id in words.hushed:
        said.append(Text(worded(words.quiet), SMALL, BLACK))
    else:
        heard = worded(scam.voice or getattr(told.phrases, f"voice_{scam.channel}"))
        said += [Text(heard, SMALL, BLACK), Text(plain(quote(scam)), QUOTE, BLACK)]
        aloud = words.orders.get(scam.order.source, scam.order)
        cried = Words((Run(f"„{worded(aloud)}”", strong=True),))
        said.append(Text(join_sentences(worded(words.aloud), cried), SMALL, BLACK))
    said.append(Text(join_sentences(worded(words.rule), worded(scam.rule, office.values)), SMALL, BLACK))
    label = Text(exact(str(number)), BOLD, BLACK, Role("label"))
    return Tagged(Role("item"), Row((label, Tagged(Role("body"), lines(said))), (NUMBER, None)))


def quote(scam: Scam) -> str:
    """The swindler's words in one line, in quotation marks."""
    return f"„{' '.join(line.source for line in scam.quote)}”"


def quiz_questions(told: OutlineContents) -> tuple[Question, ...]:
    """The statements: of the scams in their order, then those of every quiz; at most MOST."""
    known = {one.scam: one for one in told.words.question}
    own = [known.get(scam.id) or _derived_question(scam, told) for scam in told.scams]
    always = told.plan.always
    return (*[one for one in own if one][: MOST - len(always)], *always)


def _derived_question(scam: Scam, told: OutlineContents) -> Question | None:
    """A statement made of a scam's own words; None where they are not those of a swindler."""
    if scam.verdict is not None:
        return None
    heard = scam.voice or getattr(told.phrases, f"voice_{scam.channel}")
    says = f"{heard.source} {quote(scam)} {told.words.derived.source}"
    why = f"{told.words.derived_why.source} {scam.rule.source}"
    return Question(scam=scam.id, says=Prose(says, scam.at), right=False, why=Prose(why, scam.at))


def _answers(told: OutlineContents, questions: Sequence[Question], office: Office) -> Iterator[Part]:
    """The answers with their reasons, for the speaker."""
    words = told.words
    yield KeepWithNext(_heading(words.answers))
    for number, one in enumerate(questions, 1):
        answer = str(worded(words.yes if one.right else words.no))
        body = Words((Run(f"{answer}. ", strong=True), *worded(one.why, office.values).runs))
        yield Stack((Gap(BETWEEN), point(exact(f"{number}."), body, NUMBER, SMALL, BOLD)))


def _quiz(words: Talks, questions: Sequence[Question], office: Office) -> Iterator[Part]:
    """A sheet for each, in large type."""
    yield _sheet(words.quiz, words.tick)
    for number, one in enumerate(questions, 1):
        label = Text(exact(f"{number}."), BIG_BOLD, BLACK, Role("label"))
        body = Text(worded(one.says, office.values), BIG, BLACK, Role("body"))
        boxes = tuple(_box(worded(prose)) for prose in (words.yes, words.no))
        line = Row((label, body, *boxes), (NUMBER, None, ANSWER, ANSWER), 3.0)
        yield Tagged(Role("item"), Stack((Gap(5.4), line, Gap(5.4), Rule(BLACK, THIN))))
    yield Stack((Gap(7.0), Text(worded(words.unsigned), BIG, BLACK)))


def _sheet(title: Prose, under: Prose) -> Block:
    lines = (heading(worded(title), BIG_TITLE, 2), Gap(6.0), Text(worded(under), BIG, BLACK), Gap(6.0))
    return Stack((*lines, Rule(BLACK, 1.4)))


def _box(words: Words) -> Block:
    box = Panel(Gap(BOX), EMPTY, 0.6)
    return Row((box, Text(words, BIG, BLACK)), (BOX, None), 2.4, align="middle")


def _ratings(words: Talks) -> Iterator[Part]:
    """A sheet on which each says how it was, without a name."""
    yield _sheet(words.ratings, words.unsigned)
    for one in words.rate:
        answers: tuple[Block, ...] = tuple(_box(worded(answer)) for answer in one.answers)
        lines = (block for _ in range(LINES) for block in (Gap(HIGH), Rule(BLACK, 0.8)))
        below: Block = Row(answers, (None,) * len(answers), 4.0) if answers else Stack(tuple(lines))
        yield Stack((Gap(10.0), Text(worded(one.ask), BIG_BOLD, BLACK), Gap(6.0 if answers else 0.0), below))
