"""Who may come in: a key that opens once, and the cookies that it was changed into."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import field

from ulotki.frozen import dataclass

LASTS = 600.0
"""Seconds in which a key must be used."""

MOST = 20
"""Sessions that are remembered: the oldest goes."""


def equal(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())


@dataclass(slots=True)
class Keys:
    """Keys that nobody has used yet, with their time, and open sessions. own: by which a second start knows itself."""

    unused: dict[str, float] = field(default_factory=dict)
    sessions: dict[str, None] = field(default_factory=dict)
    own: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def new(self) -> str:
        """A key for the first address."""
        key = secrets.token_urlsafe(32)
        self.unused[key] = time.monotonic()
        return key

    def enter(self, key: str) -> str | None:
        """A session for *key*, which opens no second time; None when it opens nothing."""
        found = next((known for known in self.unused if equal(known, key)), None)
        if found is None or time.monotonic() - self.unused.pop(found) > LASTS:
            return None
        session = secrets.token_urlsafe(32)
        self.sessions[session] = None
        while len(self.sessions) > MOST:
            del self.sessions[next(iter(self.sessions))]
        return session

    def known(self, session: str) -> bool:
        """Whether this is one of ours."""
        return any(equal(one, session) for one in self.sessions)

    def token(self, session: str) -> str:
        """What every form of a session carries."""
        return hashlib.sha256(f"form {self.own} {session}".encode()).hexdigest()
