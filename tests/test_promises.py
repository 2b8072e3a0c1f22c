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
        "readback/test_readback.py::test_a_missing_word",
    ),
    "P3": ("page/test_marks.py::test_an_unconfirmed_number_marks_every_page",),
    "P4": (
        "drawing/test_pdf.py::test_equal_pages_give_equal_bytes",
        "drawing/test_engine.py::test_no_environment_changes_a_byte",
        "paper/test_added.py::test_no_length_is_added_by_python",
    ),
    "P5": (
        "faults/test_faults.py::test_nothing_is_torn_and_nothing_is_lost",
        "workspace/test_writing.py::test_a_disk_that_fills_up_in_the_middle_leaves_the_old_file",
    ),
    "P6": (
        "office/test_copy.py::test_a_strange_copy_writes_nothing",
        "drawing/test_engine.py::test_no_settings_run",
        "fuzz/test_fuzz.py::test_a_broken_file_is_refused_or_printed",
    ),
    "P7": (
        "cli/test_main.py::test_an_error_has_its_code",
        "cli/test_main.py::test_a_bad_file_ends_with_1",
        "cli/test_main.py::test_signs_in_content_are_spelled_out",
        "fuzz/test_fuzz.py::test_a_broken_file_is_refused_or_printed",
    ),
    "P8": (
        "test_files.py::test_nobody_waits_at_a_pipe",
        "test_files.py::test_too_much",
        "library/test_limits.py::test_nothing_takes_long",
        "library/test_limits.py::test_what_is_too_long_is_named_with_its_field",
    ),
    "P9": (
        "serve/test_safety.py::test_a_foreign_page_changes_nothing",
        "serve/test_safety.py::test_a_stranger_sees_nothing",
        "serve/test_safety.py::test_every_answer_is_sealed",
    ),
}
"""Promise → tests that hold it."""

CLOCK = (
    "lambda about, purpose, told=module.information: "
    "told(about, purpose).replace(b'(D:2024', b'(D:%04d' % (__import__('time').time_ns() % 9999))"
)
"""The date of a file as the clock has it."""

GATES = {
    "P1 texts": ("ulotki.content.gate", "dialable", "lambda *_, **__: ()", HELD["P1"][0]),
    "P1 paper": ("ulotki.checks.numbers", "find", "lambda piece: ()", HELD["P1"][1]),
    "P2 words": ("ulotki.readback.differences", "differences_of", "lambda *_: ()", HELD["P2"][2]),
    "P2 shapes": ("ulotki.readback.eyes", "unlike", "lambda *_: ()", HELD["P2"][1]),
    "P3 state": ("ulotki.content.register", "Value.state", "lambda *_: module.State.GOOD", HELD["P3"][0]),
    "P3 mark": ("ulotki.page.marks", "marked", "lambda page, *_, **__: page", HELD["P3"][0]),
    "P4 clock": ("ulotki.drawing.pdf", "information", CLOCK, HELD["P4"][0]),
    "P4 Python": ("ulotki.paper", "added", "eval('lambda lengths: sum(lengths)', vars(module))", HELD["P4"][2]),
    "P5": ("ulotki.workspace.writing", "write", "lambda path, data: path.write_bytes(data)", HELD["P5"][1]),
    "P6 names": ("ulotki.workspace.copies", "allowed", "lambda path: True", HELD["P6"][0]),
    "P7": ("ulotki.cli.main", "run", "lambda words: module.ULOTKI.main(words, standalone_mode=False)", HELD["P7"][0]),
    "P7 signs": ("ulotki.cli.language", "harmless", "str", HELD["P7"][2]),
    "P8 files": ("ulotki.files", "contents", "lambda path, largest=0: path.read_bytes()", HELD["P8"][1]),
    "P8 depth": ("ulotki.library.toml", "DEEP", "__import__('re').compile('(?!)')", HELD["P8"][2]),
    "P8 fields": ("ulotki.library.shape", "complaints", "lambda *_: ()", HELD["P8"][3]),
    "P9 key": ("ulotki.serve.safety", "_allowed", "lambda: None", HELD["P9"][1]),
    "P9 origin": ("ulotki.serve.safety", "_ours", "lambda: None", HELD["P9"][0]),
    "P9 policy": ("ulotki.serve.safety", "HEADERS", "{}", HELD["P9"][2]),
}
"""A gate of a promise → (module, its name, what stands in its place, the test that must fail then)."""


def test_every_promise_has_its_tests(root):
    """
    Those that docs/security.md makes, and no other; and the tests are there.
    """
    said = re.findall(r"^\| (P\d) \|", (root / "docs/security.md").read_text("utf-8"), re.MULTILINE)
    named = [test.split("::") for tests in HELD.values() for test in tests]

    assert said == list(HELD)
    assert [] == [test for file, test in named if f"def {test}(" not in (root / "tests" / file).read_text("utf-8")]


def test_each_promise_has_a_gate():
    """
    That is taken away below.
    """
    assert sorted(HELD) == sorted({gate.split()[0] for gate in GATES})


@pytest.mark.slow
@pytest.mark.parametrize("gate", GATES)
def test_a_promise_is_kept_by_its_gate(root, gate):
    """
    Without the gate its test fails; that it passes with it, `make test` sees.
    """
    module, name, instead, test = GATES[gate]
    taken = f"import {module} as module; module.{name} = {instead}"
    script = f"import os, sys\nsys.path[:0] = ['tests']\n{taken}\nimport pytest\nsys.exit(pytest.main(sys.argv[1:]))"
    words = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", f"tests/{test}"]
    ran = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=root, env=os.environ, capture_output=True, check=False, timeout=300
    )

    assert 1 == ran.returncode, ran.stdout.decode()[-2000:] + ran.stderr.decode()[-2000:]
