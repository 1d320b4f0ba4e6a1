"""How much phones may send: a phone by itself, all of them together, and how large."""

import sys
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from threading import Lock

MEGABYTE = 1024 * 1024
LARGEST_POST = 8 * MEGABYTE
"""A post with its picture or sound."""
SECONDS_A_REQUEST = 20
MOST_CONNECTIONS = 800

POSTS_A_SECOND = 0.5
BURST = 10
"""The posts that one phone may send at once."""
POSTS_A_SECOND_IN_ALL = 40
BURST_IN_ALL = 400
MOST_PHONES = 4_000
"""The phones that are remembered; the one that sent longest ago is forgotten first."""

_FILES = 4096
"""Files and connections that the process may hold: those of all phones, and of the documents."""


def raise_file_limit() -> None:
    """Let this process hold as many files as its connections need, as far as the system lets it."""
    if sys.platform == "win32":
        return
    from resource import RLIMIT_NOFILE, getrlimit, setrlimit  # noqa: PLC0415 - not on Windows

    soft, hard = getrlimit(RLIMIT_NOFILE)
    # A hard limit below zero is none.
    wanted = _FILES if hard < 0 else min(_FILES, hard)
    if soft < wanted:
        with suppress(OSError, ValueError):
            setrlimit(RLIMIT_NOFILE, (wanted, hard))


class Allowance:
    """A token bucket: so much at once, and then so much a second."""

    def __init__(self, a_second: float, burst: float, seconds: Callable[[], float]) -> None:
        """Begin full; `seconds` is a clock that never goes back."""
        self._a_second = a_second
        self._burst = burst
        self._seconds = seconds
        self._left = burst
        self._since = seconds()
        self._lock = Lock()

    def take(self) -> bool:
        """Take one, if there is one."""
        with self._lock:
            now = self._seconds()
            self._left = min(self._burst, self._left + (now - self._since) * self._a_second)
            self._since = now
            if self._left < 1:
                return False
            self._left -= 1
            return True

    def give_back(self) -> None:
        """Give back one that was taken."""
        with self._lock:
            self._left = min(self._burst, self._left + 1)


class PostLimits:
    """The limits of posts: for each phone, by its address, and for all together."""

    def __init__(self, seconds: Callable[[], float], most_phones: int = MOST_PHONES) -> None:
        """Begin with nobody."""
        self.seconds = seconds
        self._most_phones = most_phones
        self._all = Allowance(POSTS_A_SECOND_IN_ALL, BURST_IN_ALL, seconds)
        self._phones = OrderedDict[str, Allowance]()
        self._lock = Lock()

    def allow(self, phone: str) -> bool:
        """Say whether this phone may post now, and count it."""
        allowance = self._allowance(phone)
        if not allowance.take():
            return False
        if not self._all.take():
            allowance.give_back()
            return False
        return True

    def _allowance(self, phone: str) -> Allowance:
        with self._lock:
            found = self._phones.get(phone)
            if found is None:
                found = Allowance(POSTS_A_SECOND, BURST, self.seconds)
                self._phones[phone] = found
            self._phones.move_to_end(phone)
            while len(self._phones) > self._most_phones:
                self._phones.popitem(last=False)
        return found
