"""PDF objects, and the file that they make (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import hashlib

Reference = bytes
"""What stands for an object in others, such as b"7 0 R"."""


class File:
    """A PDF in the making: its objects, by their references. version: of PDF."""

    def __init__(self, version: tuple[int, int]) -> None:
        self.version = version
        self._objects: dict[Reference, bytes] = {}
        self._known: dict[bytes, Reference] = {}

    def ahead(self) -> Reference:
        """A reference to an object that is put later."""
        return self.add(b"null")

    def put(self, reference: Reference, body: bytes) -> None:
        """The object of a reference that was given ahead."""
        self._objects[reference] = body

    def add(self, body: bytes) -> Reference:
        """A reference to a new object."""
        reference = b"%d 0 R" % (len(self._objects) + 1)
        self._objects[reference] = body
        return reference

    def once(self, body: bytes) -> Reference:
        """A reference to the object *body*, which the file has once however often it is asked for here."""
        known = self._known.get(body)
        if known is None:
            self._known[body] = known = self.add(body)
        return known

    def saved(self, catalog: Reference, information: Reference) -> bytes:
        """The bytes of the file: header, objects, cross-reference table, trailer. Its ID is a digest of the objects."""
        parts = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % self.version]
        places, end = [], len(parts[0])
        for number, body in enumerate(self._objects.values(), 1):
            places.append(end)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            end += len(parts[-1])
        whole, size = b"".join(parts), len(places) + 1
        name = hashlib.sha256(whole).hexdigest()[:32].encode()
        table = b"".join([b"%010d 00000 n \n" % place for place in places])
        trailer = b"<< /Size %d /Root %b /Info %b /ID [<%b> <%b>] >>" % (size, catalog, information, name, name)
        ends = (whole, size, table, trailer, end)
        return b"%bxref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % ends
