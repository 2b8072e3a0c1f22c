"""`build` after somebody has changed a piece, its record and what the last build remembered."""

import hashlib
import json
from dataclasses import replace

from ulotki.edition import record as records
from ulotki.workspace import editions as lying


def test_build_names_a_forged_edition_and_makes_it_anew(run, workspace, quick, editions):
    """
    File, record and memory agree with each other, and the ledger with none of them. The next build is good again.
    """
    assert 0 == run("build").code
    assert 0 == run("hand-over", "bank", "--consent", "--anyway").code
    (folder,) = editions(workspace / "out/maj")
    found = lying.record(folder)
    digest = hashlib.sha256(b"forged").hexdigest()
    (folder / found.files[0].path).write_bytes(b"forged")
    files = tuple(replace(one, sha256=digest, content=digest) for one in found.files)
    (folder / records.NAME).write_bytes(records.record_bytes(replace(found, files=files)))
    memory = workspace / "out/maj/.inputs.json"
    text = memory.read_text().replace(found.files[0].sha256, digest)
    memory.write_text(json.dumps(json.loads(text)))

    ran = run("build")

    assert 1 == ran.code
    assert f"maj/{folder.name}/manifest.json" in ran.err
    _old, new = editions(workspace / "out/maj")
    assert found.files[0].sha256 == lying.record(new).files[0].sha256
    assert 0 == run("build").code
    assert 0 == run("hand-over", "ops", "--consent", "--anyway").code
