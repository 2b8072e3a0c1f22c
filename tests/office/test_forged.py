"""A file, its record and the memory of the build changed alike: the ledger knows what was handed over."""

import hashlib
import json
from dataclasses import replace

import pytest

from ulotki.edition import record as records
from ulotki.errors import Refused
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import hand_over
from ulotki.office.ledger import verify_ledger
from ulotki.office.meant_packs import PackRequest
from ulotki.office.pack import pack
from ulotki.office.verify import verify
from ulotki.workspace import editions

AT = "2024-08-20T10:00:00Z"


def forged(folder):
    """The piece of the edition in *folder* is another file, and its record says so with a seal that holds."""
    found = editions.record(folder)
    (folder / found.files[0].path).write_bytes(b"forged")
    digest = hashlib.sha256(b"forged").hexdigest()
    made = replace(found, files=tuple(replace(one, sha256=digest, content=digest) for one in found.files))
    (folder / records.NAME).write_bytes(records.record_bytes(made))


@pytest.fixture
def today():
    from books import TODAY

    return TODAY


@pytest.fixture
def handed(office, edition, today):
    folder = edition()
    hand_over(office, HandOverRequest(AT, ("bank",)), today)
    return folder


def names(findings, folder):
    where = f"{folder.parent.name}/{folder.name}/{records.NAME}"
    return [one for one in findings if one.grave and one.at.file == where]


def test_a_hand_over_is_bound_to_contents_too(office, handed):
    """
    The entry carries both digests.
    """
    from ulotki.workspace import book

    (entry,) = book.read(office.folder).entries
    found = editions.record(handed)

    assert (records.digest(found), records.content_digest(found)) == (entry.deed.digest, entry.deed.content)


def test_verify_names_it(office, handed, today):
    """
    Whether a piece is asked for, or the ledger.
    """
    forged(handed)
    code = editions.record(handed).files[0].code

    assert names(verify(office, code, today).findings, handed)
    assert names(verify_ledger(office).findings, handed)


def test_a_hand_over_of_it_is_refused(office, handed, today):
    """
    To another place, of the same edition.
    """
    forged(handed)
    with pytest.raises(Refused) as caught:
        hand_over(office, HandOverRequest(AT, ("ops",)), today)

    assert names(caught.value.findings, handed)


def test_pack_names_it(office, handed, today):
    """
    What is packed does not come from it, and still it is said.
    """
    forged(handed)
    try:
        findings = pack(office, PackRequest(("ops",)), today).findings
    except Refused as trouble:
        findings = trouble.findings

    assert findings


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_no_hand_over_of_what_is_not_whole(office, edition, today, damage):
    """
    Nobody knows what was handed over when a file of the edition is gone or changed.
    """
    folder = edition()
    file = folder / editions.record(folder).files[0].path
    file.unlink() if damage == "missing" else file.write_bytes(b"other")
    with pytest.raises(Refused) as caught:
        hand_over(office, HandOverRequest(AT, ("bank",)), today)

    assert [str(file)] == [one.at.file for one in caught.value.findings]
    assert not (office.folder / "ledger.sqlite").exists()
    assert json.loads((folder / records.NAME).read_text())
