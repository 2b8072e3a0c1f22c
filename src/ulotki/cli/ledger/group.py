"""The group of commands."""

from __future__ import annotations

from gettext import gettext as _

from ulotki.cli.main import group

ledger = group("ledger", help=_("The ledger: what was given to whom, and what hangs where."))
