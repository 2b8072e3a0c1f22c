"""Text as a square of modules."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from ulotki.errors import Refused
from ulotki.qr import CAPACITY, QUIET, SIDE, symbol

PAYLOAD = "https://incydent.cert.pl"
LENGTHS = [(1, "H"), (24, "H"), (25, "Q"), (32, "Q"), (33, "M"), (42, "M")]

REFERENCE = """\
##############  ##########          ######  ##############
##          ##  ##      ##        ####      ##          ##
##  ######  ##  ################            ##  ######  ##
##  ######  ##      ##########  ####        ##  ######  ##
##  ######  ##      ######  ########  ####  ##  ######  ##
##          ##  ##########    ##            ##          ##
##############  ##  ##  ##  ##  ##  ##  ##  ##############
                ##          ######  ######
    ######  ##  ############  ##    ############    ######
####  ##      ##    ##    ##        ################    ##
######  ##########    ####      ######    ######  ##
    ########        ####    ########  ########  ####  ##
##  ##  ##  ######  ##              ####  ##  ##    ######
  ########    ########        ##    ##########  ####  ####
        ##  ##############  ####    ##  ##    ##
##    ####    ##  ##################            ####  ##
      ##  ####  ######    ######    ####          ####
##########    ##  ##        ##    ######    ##############
##    ##    ##    ######      ##  ####      ##      ##
##        ##      ##    ##############  ##  ####  ##  ##
##    ########  ##  ########      ####  ##################
                ##    ##    ##  ######  ##      ####  ####
##############    ##  ########      ######  ##  ##
##          ##      ######  ##        ####      ####
##  ######  ##  ########  ##  ##        ##################
##  ######  ##  ####  ##  ##  ####  ########  ##  ##
##  ######  ##  ##  ##  ##      ##    ############    ##
##          ##      ####      ##  ##########    ##    ##
##############      ######  ######    ##  ####  ##  ##
"""
"""The code of PAYLOAD with mask 2 at level H, as Nayuki's reference encoder draws it."""


def decoded(rows, pixels=4):
    """What a camera reads: (text, level of error correction), or None."""
    side = (len(rows) + 2 * QUIET) * pixels
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                left, top = (x + QUIET) * pixels, (y + QUIET) * pixels
                picture.paste(0, (left, top, left + pixels, top + pixels))
    codes = zxingcpp.read_barcodes(picture)
    return (codes[0].text, codes[0].ec_level) if len(codes) == 1 else None


def test_the_printed_code_is_the_one_of_the_reference_encoder():
    """
    Module for module; the pattern is held here, so a new library version cannot change paper unseen.
    """
    drawn = "\n".join("".join("##" if dark else "  " for dark in row).rstrip() for row in symbol(PAYLOAD, 2).rows)

    assert REFERENCE.rstrip() == drawn


@pytest.mark.parametrize("mask", range(8))
@pytest.mark.parametrize(("length", "level"), LENGTHS)
def test_every_module_is_where_the_standard_puts_it(mask, length, level):
    """
    An independent encoder draws the same square.
    """
    qrcodegen = pytest.importorskip("qrcodegen")
    payload = (PAYLOAD + "/" * 42)[:length].encode()
    ecc = {"H": qrcodegen.QrCode.Ecc.HIGH, "Q": qrcodegen.QrCode.Ecc.QUARTILE, "M": qrcodegen.QrCode.Ecc.MEDIUM}[level]
    segments = [qrcodegen.QrSegment.make_bytes(payload)]
    reference = qrcodegen.QrCode.encode_segments(segments, ecc, 3, 3, mask, boostecl=False)
    side = range(reference.get_size())

    assert tuple(tuple(reference.get_module(x, y) for x in side) for y in side) == symbol(payload.decode(), mask).rows


@pytest.mark.parametrize("mask", [*range(8), None])
def test_a_code_decodes_to_its_payload(mask):
    """
    With every mask, and with the one the library finds best.
    """
    assert (PAYLOAD, "H") == decoded(symbol(PAYLOAD, mask).rows)


@pytest.mark.parametrize(("length", "level"), LENGTHS)
def test_the_strongest_level_that_holds_the_payload_is_taken(length, level):
    """
    Room that is there anyway goes to error correction.
    """
    payload = (PAYLOAD + "/" * 42)[:length]

    assert (payload, level) == decoded(symbol(payload, None).rows)


@pytest.mark.parametrize("length", [1, 24, 42])
def test_every_code_has_the_same_side(length):
    """
    Version 3 whatever the payload: templates are drawn for its 29 modules.
    """
    rows = symbol("a" * length, 0).rows

    assert {SIDE} == {len(rows), *(len(row) for row in rows)}


def test_equal_payloads_give_equal_codes():
    """
    Chance has no say, with the mask left open too.
    """
    assert symbol(PAYLOAD, None) == symbol(PAYLOAD, None)


@pytest.mark.parametrize("payload", ["a" * 43, "https://" + "ł" * 20 + ".pl"])
def test_a_payload_too_long_is_refused(payload):
    """
    What counts is bytes; the refusal names the value and the most there may be.
    """
    with pytest.raises(Refused) as refused:
        symbol(payload, None)

    assert f'"{payload}" is too long for a code that old telephones read' == str(refused.value.findings[0].what)
    assert f"a code holds {CAPACITY['M']} characters at most" == str(refused.value.findings[0].hint)
