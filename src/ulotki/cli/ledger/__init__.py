"""`ulotki ledger`: to read it, keep it safe, carry it elsewhere, correct it, and forget people."""

from ulotki.cli.ledger import changes, files, shown

__all__ = ["changes", "files", "shown"]
