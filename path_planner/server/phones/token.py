"""The invitation of phones: a link that nobody guesses, and a short code for typing.

Both are new each time that phones are let in, and end together. The link has 128 bits. The code is
short, as somebody types it on a phone; so it may be tried a few times a minute, by all together.
"""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from path_planner.server.phones.limits import Allowance
from path_planner.services.arrivals.poll import SLIP_SIGNS

BYTES = 16
"""128 bits."""
CODE_SIGNS = SLIP_SIGNS
CODE_LENGTH = 6
LONGEST_OPEN = timedelta(hours=8)
TRIES = 10
TRIES_SECONDS = 60

Now = Callable[[], datetime]
Seconds = Callable[[], float]


@dataclass(frozen=True)
class Invitation:
    """A link and a code, which are good for some hours."""

    token: str
    code: str
    until: datetime
    now: Now
    tries: Allowance = field(repr=False)

    def is_open(self) -> bool:
        """Whether its time is not over."""
        return self.now() < self.until

    def admits(self, token: str) -> bool:
        """Whether this is the token of the link, while it is open."""
        return self.is_open() and _is_same(token, self.token)

    def admits_code(self, typed: str) -> bool:
        """Whether this is the code, as somebody typed it; each call is one of few tries."""
        if not self.is_open() or not self.tries.take():
            return False
        signs = "".join(typed.split()).replace("-", "").upper()
        return _is_same(signs, self.code)


def invite(now: Now, seconds: Seconds, hours: timedelta = LONGEST_OPEN) -> Invitation:
    """Return a new invitation from now on, for eight hours at most."""
    return Invitation(
        token=secrets.token_urlsafe(BYTES),
        code="".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH)),
        until=now() + min(hours, LONGEST_OPEN),
        now=now,
        tries=Allowance(TRIES / TRIES_SECONDS, TRIES, seconds),
    )


def _is_same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
