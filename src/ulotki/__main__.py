"""`ulotki` and `python -m ulotki`."""

from __future__ import annotations

import gc
import os
import sys

SELDOM = 1_000_000
"""New objects after which Python looks for cycles. A command makes many values, hardly any cycles, and ends soon."""


def guarded(path: list[str], here: str, home: str) -> list[str]:
    """*path*, where modules are looked for, without the folder *here* in which the program was started.

    `python -m` puts that folder first, so that a click.py in a folder received from somebody would run in place of the
    library. It stays when the program itself lies there (*home*).
    """
    first = path[0] if path else None
    if first is None or os.path.realpath(first or here) != os.path.realpath(here):
        return path
    return path if os.path.realpath(here) == os.path.realpath(home) else path[1:]


def main() -> None:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(SELDOM)
    # Before anything of ours or of a library is imported. Processes that we start look no further either.
    if not sys.flags.safe_path:
        # pathlib would be looked for in that folder first; os is part of the interpreter as it starts.
        home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
        sys.path[:] = guarded(sys.path, os.getcwd(), home)  # noqa: PTH109
        os.environ.setdefault("PYTHONSAFEPATH", "1")
    try:
        from ulotki.cli.language import choose

        choose(sys.argv[1:])
        from ulotki.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # What is left goes with the process. To look through it for cycles takes a sixth of the time of a command.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
