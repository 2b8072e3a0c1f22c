"""Words: a page says no more than its reader takes in; contact and imprint are counted apart."""

from dataclasses import replace

import pytest

from ulotki.checks.word_limits import CONTACT, count, find


def found(piece):
    return [str(finding.what) for finding in find(piece)]


def test_the_message_is_counted(piece, line):
    """
    A page may have as many words as its template says, and not one more.
    """
    assert [] == found(piece(line("raz dwa trzy"), most=3))
    assert ["page 1: message has 4 words, at most 3 are allowed"] == found(piece(line("raz dwa trzy cztery"), most=3))


@pytest.mark.parametrize("field", ["words.impostor", "words.free", "purpose", "number.dzielnicowy"])
def test_contact_and_imprint_are_apart(page, line, field):
    """
    How to tell an impostor, whom to call and what the code does are no part of the message.
    """
    assert (2, 3) == count(page(line("raz dwa"), line("a b c", 20, 60, field=field)))


@pytest.mark.parametrize("field", ["words.issuer", "name.dzielnicowy"])
def test_a_name_is_as_long_as_it_is(page, line, field):
    """
    Nobody can say the name of a person or of a unit in fewer words.
    """
    assert (2, 0) == count(page(line("raz dwa"), line("raz " * 90, 20, 60, field=field)))


def test_the_imprint_has_its_own_limit(piece, line):
    """
    But they have a limit too.
    """
    assert [] == found(piece(line("raz " * CONTACT, field="words.free"), most=0))
    assert 1 == len(found(piece(line("raz " * (CONTACT + 1), field="words.free"), most=0)))


def test_what_is_no_word(page, line):
    """
    A dash or a dot on its own is no word, and a mark is none either.
    """
    assert (2, 0) == count(page(line("raz – dwa . …")))


def test_numbers_and_addresses_are_no_words(page, line, number):
    """
    However it is grouped, a number is no word, and neither is an internet address of the register.
    """
    host = number(line("incydent.cert.pl", 20, 80), "address:incydent-cert")

    assert (1, 0) == count(page(line("pod 47\u00a0812\u00a000\u00a000"), host))


def test_each_page_has_its_limit(piece, page, line):
    """
    Limits go page by page, and the finding says which.
    """
    two = replace(piece(line("raz")), pages=(page(line("raz")), page(line("raz dwa"))), words=(1, 1))

    assert ["page 2: message has 2 words, at most 1 are allowed"] == found(two)


def test_further_pages_have_the_last_limit(piece, page, line):
    """
    A piece over more pages than it has limits is held to the last of them.
    """
    three = replace(piece(), pages=(page(line("raz")), page(line("raz dwa")), page(line("raz dwa"))), words=(2, 1))

    assert ["page 2", "page 3"] == [what.split(":")[0] for what in found(three)]
