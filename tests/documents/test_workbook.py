"""Workbooks for a spreadsheet."""

import os
import subprocess
import sys

MAKE = """
from ulotki.documents.workbook import workbook
print(len(workbook("Miejsca", ["Nazwa"], [["remiza"]])))
"""


def test_no_folder_for_files_on_the_way_is_needed(tmp_path):
    """
    Where the locale is not UTF-8 and the folder for such files has other letters, it is written all the same.
    """
    folder = tmp_path / "ąę"
    folder.mkdir()
    more = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TMPDIR": str(folder)}
    ran = subprocess.run([sys.executable, "-c", MAKE], env=os.environ | more, capture_output=True, check=False)

    assert (0, b"") == (ran.returncode, ran.stderr)
    assert [] == list(folder.iterdir())
