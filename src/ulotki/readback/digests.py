"""Digests of objects of a file, whatever numbers they have there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any


def digest_of(*parts: bytes) -> bytes:
    """The SHA-256 of parts, each told from the next."""
    return hashlib.sha256(b"".join(b"%d %s" % (len(part), part) for part in parts)).digest()


class Digests:
    """Digests of objects, each worked out once. An object that leads back to itself is named by its distance."""

    def __init__(self, known: dict[tuple[int, int], bytes], page: tuple[int, int]) -> None:
        self.known, self.path, self.highest = known, [page], 1

    def table(self, entries: Mapping[str, Any]) -> bytes:
        """The digest of a dictionary."""
        whole = hashlib.sha256(b"<<")
        for name in sorted(entries):
            part = self._of(entries[name])
            whole.update(b"%s %d %s" % (name.encode(), len(part), part))
        return whole.digest()

    def _of(self, value: Any) -> bytes:
        import pikepdf

        if not isinstance(value, pikepdf.Object):
            return repr(value).encode()
        if not value.is_indirect:
            return self._direct(value)
        name = value.objgen
        if name in self.known:
            return self.known[name]
        if name in self.path:
            place = self.path.index(name)
            self.highest = min(self.highest, place)
            return b"back %d" % (len(self.path) - place)
        self.path.append(name)
        above, self.highest = self.highest, len(self.path)
        found = self._direct(value)
        self.path.pop()
        if self.highest >= len(self.path):  # it leads to nothing above itself
            self.known[name] = found
        self.highest = min(above, self.highest)
        return found

    def _direct(self, value: Any) -> bytes:
        import pikepdf

        match value:
            case pikepdf.Stream():
                table, data = self.table(dict(value.stream_dict.items())), value.read_raw_bytes()
                return hashlib.sha256(b"stream %s %s" % (table, data)).digest()
            case pikepdf.Dictionary():
                return self.table(dict(value.items()))
            case pikepdf.Array():
                written = value.unparse()
                if b" R" not in written:
                    return hashlib.sha256(written).digest()
                parts = [self._of(part) for part in value]
                return hashlib.sha256(b"[" + b"".join(b"%d %s" % (len(part), part) for part in parts)).digest()
            case _:
                return bytes(value.unparse())
