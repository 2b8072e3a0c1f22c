"""The promises of docs/security.md: the tests that hold each of them, and gates that are taken away to see a test fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

HELD = {
    "P1": (
        "content/test_gate.py::test_one_gate_for_every_field",
        "checks/test_numbers.py::test_a_stray_number_or_host_is_found",
    ),
    "P2": (
        "readback/test_mutations.py::test_the_read_back_names_it",
        "readback/test_eyes.py::test_kerned_digits_are_seen",
    ),
    "P3": ("page/test_marks.py::test_an_unconfirmed_number_marks_every_page",),
    "P4": (
        "drawing/test_pdf.py::test_equal_pages_give_equal_bytes",
        "drawing/test_engine.py::test_no_environment_changes_a_byte",
    ),
    "P5": (
        "faults/test_faults.py::test_nothing_is_torn_and_nothing_is_lost",
        "workspace/test_writing.py::test_a_file_is_the_old_one_or_the_new_one",
    ),
    "P6": ("office/test_copy.py::test_a_strange_copy_writes_nothing", "drawing/test_engine.py::test_no_settings_run"),
    "P7": ("cli/test_main.py::test_an_error_has_its_code", "cli/test_main.py::test_a_bad_file_ends_with_1"),
    "P8": ("test_files.py::test_nobody_waits_at_a_pipe", "test_files.py::test_too_much"),
    "P9": (
        "serve/test_safety.py::test_a_foreign_page_changes_nothing",
        "serve/test_safety.py::test_a_stranger_sees_nothing",
    ),
}
"""Promise → tests that hold it."""

GATES = {
    "P1": ("ulotki.content.gate", "dialable", "lambda *_, **__: ()", HELD["P1"][0]),
    "P1 on paper": ("ulotki.checks.numbers", "find", "lambda piece: ()", HELD["P1"][1]),
    "P2": ("ulotki.readback.eyes", "unlike", "lambda *_: ()", HELD["P2"][1]),
}
"""Promise → (module, name of the gate, what stands in its place, the test that must fail then)."""


def test_every_promise_has_its_tests(root):
    """
    Those that docs/security.md makes, and no other; and the tests are there.
    """
    said = re.findall(r"^\| (P\d) \|", (root / "docs/security.md").read_text("utf-8"), re.MULTILINE)
    named = [test.split("::") for tests in HELD.values() for test in tests]

    assert said == list(HELD)
    assert [] == [test for file, test in named if f"def {test}(" not in (root / "tests" / file).read_text("utf-8")]


@pytest.mark.slow
@pytest.mark.parametrize("gone", [False, True], ids=["kept", "taken away"])
@pytest.mark.parametrize("promise", GATES)
def test_a_promise_is_kept_by_its_gate(root, promise, gone):
    """
    The test passes, and fails without the gate.
    """
    module, name, instead, test = GATES[promise]
    taken = f"import {module} as module; module.{name} = {instead}" if gone else ""
    script = f"import os, sys\nsys.path[:0] = ['tests']\n{taken}\nimport pytest\nsys.exit(pytest.main(sys.argv[1:]))"
    words = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", f"tests/{test}"]
    ran = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=root, env=os.environ, capture_output=True, check=False, timeout=300
    )

    assert (1 if gone else 0) == ran.returncode, ran.stdout.decode()[-2000:]
