"""The seal: a code of what stands on the pages and of nothing else, with a check sign that catches slips."""

import itertools
import pickle
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.leaflet import CODE_REF, CODE_SLOT
from ulotki.look.inks import NAVY
from ulotki.page.items import Group, Line, Role
from ulotki.page.marks import Mark, marked
from ulotki.page.piece_code import ALPHABET, SIGNS, check_sign, code_of, well_formed
from ulotki.page.script import script
from ulotki.page.seal import seal
from ulotki.page.walking import changed, moved, walk

SHAPE = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")
BODY = st.text(ALPHABET, min_size=SIGNS, max_size=SIGNS)


@pytest.fixture(scope="session")
def sealed(proof, family):
    """The poster „na wnuczka”, sealed."""
    return proof().pages, proof().code


def change(pages, kind, how):
    """*pages* with the first item of a kind made another."""
    done = []

    def once(item):
        if done or not isinstance(item, kind):
            return item
        done.append(item)
        return how(item)

    return tuple(replace(page, items=changed(page.items, once)) for page in pages)


def test_shape():
    """
    A code is five signs, a hyphen, five signs, of an alphabet without I, L, O and U.
    """
    assert 32 == len(set(ALPHABET)) and not set("ILOU") & set(ALPHABET)
    assert SHAPE.fullmatch(code_of("page 210.0 297.0\n"))
    assert well_formed(code_of("page 210.0 297.0\n"))


def test_known_code():
    """
    The code of a script is the same for ever: this one was written down.
    """
    assert "5S1TR-Z4J68" == code_of("page 210.0 297.0\n")


@pytest.mark.parametrize("place", range(SIGNS + 1))
@given(body=BODY)
def test_a_wrong_sign_is_noticed(place, body):
    """
    No sign of a code can be any other sign of the alphabet without breaking it.
    """
    code = body + check_sign(body)

    for sign in ALPHABET.replace(code[place], ""):
        assert not well_formed(code[:place] + sign + code[place + 1 :])


def test_a_wrong_sign_is_noticed_whatever_stands_before():
    """
    The check sign is linear, so a wrong sign shows alike in every code: here are all of them in one.
    """
    for place, sign in itertools.product(range(SIGNS), ALPHABET[1:]):
        body = "0" * place + sign + "0" * (SIGNS - 1 - place)
        assert check_sign("0" * SIGNS) != check_sign(body)


@pytest.mark.parametrize("place", range(SIGNS))
@given(body=BODY)
def test_a_swap_is_noticed(place, body):
    """
    No two neighbours that differ can change places, the check sign included.
    """
    code = body + check_sign(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert (code == swapped) == well_formed(swapped)


def test_every_swap_of_two_signs_is_noticed():
    """
    For every pair of signs and every place, exhaustively: neighbours that changed places change the check sign.
    """
    for place, (one, other) in itertools.product(range(SIGNS - 1), itertools.permutations(ALPHABET, 2)):
        body = "0" * place + one + other + "0" * (SIGNS - 2 - place)
        swapped = "0" * place + other + one + "0" * (SIGNS - 2 - place)
        assert check_sign(body) != check_sign(swapped)


@given(body=BODY)
def test_read_aloud(body):
    """
    Small letters, hyphens and blanks around do not matter to who types a code; its length does.
    """
    code = body + check_sign(body)

    assert well_formed(f" {code[:5].lower()}-{code[5:].lower()} ")
    assert not well_formed(code[:-1])
    assert not well_formed(code + code[-1])


@pytest.mark.parametrize("text", ["", "-", "K7QF3", "OOOOO-OOOOO", "ąćęłń-óśźżĄ", "00000-0000\u0660", "MMMMM-MMMMI"])
def test_no_code_at_all(text):
    """
    What has other signs or another length is no code.
    """
    assert not well_formed(text)


def test_the_code_stands_once(sealed):
    """
    The code stands in its slot, once, on the last page.
    """
    pages, code = sealed
    found = [
        item.text
        for item, roles in walk(pages[-1].items)
        if isinstance(item, Line) and any(role.ref == CODE_REF for role in roles)
    ]

    assert [code] == found
    assert well_formed(code)


def test_the_code_stands_on_the_last_page(proof):
    """
    A leaflet has it on its back alone.
    """
    front, back = proof(template="leaflet").pages
    texts = [[item.text for item, _ in walk(page.items) if isinstance(item, Line)] for page in (front, back)]

    assert [0, 1] == [page.count(proof(template="leaflet").code) for page in texts]


def test_the_slot_is_empty_in_the_script(sealed, family):
    """
    The script does not hold the code, so sealing a sealed piece gives the same code and the same pages.
    """
    pages, code = sealed

    assert code not in script(pages) and CODE_SLOT not in script(pages)
    assert (pages, code) == seal(pages, family)


@given(body=BODY)
def test_any_code_fits_its_slot(family, body):
    """
    No code is wider than the slot that was kept for it, in any face.
    """
    code = f"{body[:5]}-{body[5:]}{check_sign(body)}"

    for face in family.weights.values():
        assert sum(face.advances(code)) <= sum(face.advances(CODE_SLOT))


def test_the_code_is_measured_anew(sealed, family):
    """
    The line of the code advances as its own letters do, not as the slot's.
    """
    pages, code = sealed
    (line,) = [item for item, _ in walk(pages[-1].items) if isinstance(item, Line) and item.text == code]

    assert family.named(line.face).advances(code) == line.advances


@pytest.mark.parametrize(
    "how",
    [
        lambda line: replace(line, text=line.text + "!"),
        lambda line: replace(line, x=line.x + 0.01),
        lambda line: replace(line, baseline=line.baseline + 0.01),
        lambda line: replace(line, size=line.size - 0.5),
        lambda line: replace(line, ink=NAVY if line.ink != NAVY else replace(NAVY, rgb=(0, 0, 0))),
        lambda line: replace(line, face="UlotkiPlain-Bold"),
    ],
    ids=["text", "x", "baseline", "size", "ink", "face"],
)
def test_what_stands_there_decides(sealed, family, how):
    """
    Another letter, place, size, ink or face is another piece.
    """
    pages, code = sealed

    assert code != seal(change(pages, Line, how), family)[1]


def test_roles_decide(sealed, family):
    """
    So is another structure: who listens gets another piece.
    """
    pages, code = sealed

    assert code != seal(change(pages, Group, lambda group: replace(group, role=Role("cell"))), family)[1]


def test_where_words_come_from_does_not_decide(sealed, family):
    """
    The field of a line, the floor of its reader and the margin of its page leave no trace on paper, nor in the code.
    """
    pages, code = sealed
    same = tuple(replace(page, margin=0, items=changed(page.items, _forgotten)) for page in pages)

    assert code == seal(same, family)[1]


def _forgotten(item):
    return replace(item, field="", floor=0.0) if isinstance(item, Line) else item


def test_a_digit_decides(proof, officer):
    """
    One digit of a number changes the code of everything that carries it.
    """
    one, other = officer("47 812 00 00"), officer("47 812 00 01")

    assert proof(of=one).code != proof(of=other).code


def test_same_after_pickling(sealed, family):
    """
    Pages that went to another process and back have the same script and the same code.
    """
    pages, code = sealed
    there = pickle.loads(pickle.dumps(pages))

    assert script(pages) == script(there)
    assert code == seal(there, family)[1]


def test_same_in_another_process(sealed, root):
    """
    A process with another hash seed gives the same code.
    """
    pages, code = sealed
    program = (
        "import sys, pickle; from ulotki import press; from ulotki.page.seal import seal;"
        "print(seal(pickle.load(sys.stdin.buffer), press.family())[1])"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=pickle.dumps(pages),
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "src")},
        )
        assert code == done.stdout.decode().strip()


def test_a_path_travels_without_its_hash(proof):
    """
    A shape counts its hash anew in a process with another hash seed: an old one would make equal shapes differ.
    """
    shape = next(item.path for item, _ in walk(proof().pages[0].items) if hasattr(item, "path"))
    hash(shape)

    assert {} == vars(pickle.loads(pickle.dumps(shape)))


def test_marks_do_not_change_the_code(sealed, family):
    """
    A piece marked WZÓR bears the code it has without the mark: the mark goes on after the seal.
    """
    pages, code = sealed
    specimen = tuple(marked(page, Mark.SPECIMEN, family) for page in pages)

    assert code in [item.text for item, _ in walk(specimen[-1].items) if isinstance(item, Line)]


def test_proof_seals_before_it_marks(proof, officer):
    """
    An unconfirmed number marks the piece, and confirming it leaves the code as it was.
    """
    doubtful, good = proof(of=officer(confirmed=False)), proof(of=officer())

    assert (Mark.SPECIMEN, None) == (doubtful.mark, good.mark)
    assert doubtful.code == good.code


def test_moving_everything_is_another_piece(sealed, family):
    """
    The same words a millimetre further down are another piece.
    """
    pages, code = sealed
    lower = tuple(replace(page, items=moved(page.items, 0, 1)) for page in pages)

    assert code != seal(lower, family)[1]
