"""The objects of a file as qpdf reads them. What is written as in a file that was read before in this run is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ulotki.frozen import dataclass
from ulotki.readback.whole import bodies, is_object
from ulotki.recent import Recent

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of a file by their numbers. told: each as JSON, without its stream.  written: each that is no stream, as
    it is written.  streams: the others.  whole: whether every byte of the file belongs to them, see `bodies`.
    """

    told: Mapping[int, str]
    written: Mapping[int, bytes]
    streams: Mapping[int, pikepdf.Stream]
    whole: bool


def read_objects(data: bytes, pdf: pikepdf.Pdf) -> Objects:
    """The objects of *data*, which is open as *pdf*."""
    more = {"/Prev", "/XRefStm"} & {*pdf.trailer.keys()}
    found = {} if more or pdf.is_encrypted else bodies(data)
    return (found and _read_bodies(found, pdf)) or _read_all(pdf)


def _read_bodies(found: Mapping[int, bytes], pdf: pikepdf.Pdf) -> Objects | None:
    """The objects whose bodies were *found*, by number; None when one of them is more than an object, or qpdf warns of it."""
    known = {number: text for number, body in found.items() if (text := KNOWN.get(body)) is not None}
    new = {number: pdf.get_object(number, 0) for number in found if number not in known}
    streams = _streams(new)
    packed = {number: stream.read_raw_bytes() for number, stream in streams.items()}
    right = all(is_object(found[number], packed.get(number)) for number in new)
    if not right or pdf.get_warnings():  # qpdf warns of two entries of one name, for instance
        return None
    told = {number: _told(one) for number, one in new.items()}
    for number in new.keys() - streams.keys():
        KNOWN[found[number]] = told[number]
    written = {number: body for number, body in found.items() if number not in streams}
    return Objects({number: known.get(number) or told[number] for number in found}, written, streams, whole=True)


def _read_all(pdf: pikepdf.Pdf) -> Objects:
    found = {one.objgen[0]: one for one in pdf.objects}
    streams = _streams(found)
    written = {number: one.unparse(resolved=True) for number, one in found.items() if number not in streams}
    return Objects({number: _told(one) for number, one in found.items()}, written, streams, whole=False)


def _streams(found: Mapping[int, pikepdf.Object]) -> dict[int, pikepdf.Stream]:
    import pikepdf

    return {number: one for number, one in found.items() if isinstance(one, pikepdf.Stream)}


def _told(one: pikepdf.Object) -> str:
    import pikepdf

    return f" {(one.stream_dict if isinstance(one, pikepdf.Stream) else one).to_json(dereference=True).decode()}"


KNOWN: Recent[bytes, str] = Recent(10_000)
"""Objects of this run as JSON, by what is written, none of them a stream."""
