"""`ulotki` and `python -m ulotki`."""

from __future__ import annotations

import sys

from ulotki.cli.language import choose


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        choose(sys.argv[1:])
        from ulotki.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
