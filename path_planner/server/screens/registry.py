"""Which second screens are let in: the code that pairs one, their secrets, and when they end."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import count

from path_planner.domain.event.event import Event
from path_planner.errors import DocumentNotFound, PlannerError
from path_planner.server.phones.limits import Allowance
from path_planner.server.phones.token import (
    CODE_LENGTH,
    CODE_SIGNS,
    LONGEST_OPEN,
    TRIES,
    TRIES_SECONDS,
    Now,
    Seconds,
)
from path_planner.services.arrivals.tray import AnyStore
from path_planner.ui.screens.roles import Screen, ScreenRole, pages_of
from path_planner.ui.screens.screen_server import PairingCode, SeenScreen

SECONDS_OF_A_CODE = 120
MOST_SCREENS = 12
_BYTES = 32
_ID_BYTES = 12

Ended = Callable[[], object]


@dataclass
class _Offer:
    """A code that pairs one screen."""

    code: str
    role: ScreenRole
    store: AnyStore
    document_id: str
    document_type: str
    until: float


@dataclass
class _Paired:
    """A screen that is let in."""

    screen: Screen
    digest: str
    store: AnyStore
    until: datetime
    seen: float
    connections: set[Ended] = field(default_factory=set)


class ScreenRegistry:
    """The paired screens of this process; what it knows of them is in memory only."""

    def __init__(self, now: Now, seconds: Seconds) -> None:
        """Begin with none."""
        self._now = now
        self._seconds = seconds
        self._offer: _Offer | None = None
        self._paired: dict[str, _Paired] = {}
        self._numbers = count(1)
        self._tries = Allowance(TRIES / TRIES_SECONDS, TRIES, seconds)
        self._lock = threading.RLock()

    def offer(self, store: AnyStore, document_id: str, role: ScreenRole) -> PairingCode:
        """Make a code that pairs one screen with a document; the code before it is void."""
        document_type = store.open(document_id).document.kind.name
        if not pages_of(role, document_type):
            raise ValueError(role)
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        until = self._seconds() + SECONDS_OF_A_CODE
        with self._lock:
            self._offer = _Offer(code, role, store, document_id, document_type, until)
            return PairingCode(code, role, document_id, SECONDS_OF_A_CODE)

    def code_for(self, document_id: str) -> PairingCode | None:
        """Return the code that works now, if there is one for this document."""
        with self._lock:
            offer = self._current_offer()
            if offer is None or offer.document_id != document_id:
                return None
            left = offer.until - self._seconds()
            return PairingCode(offer.code, offer.role, document_id, left)

    def pair(self, typed: str) -> str | None:
        """Return the secret of a new screen if this is the code, which is void then."""
        signs = "".join(typed.split()).replace("-", "").upper()
        with self._lock:
            offer = self._current_offer()
            if offer is None or not self._tries.take():
                return None
            is_same = secrets.compare_digest(signs.encode("utf-8", "replace"), offer.code.encode())
            if not is_same or len(self._paired) >= MOST_SCREENS:
                return None
            self._offer = None
            secret = secrets.token_urlsafe(_BYTES)
            screen = Screen(
                secrets.token_urlsafe(_ID_BYTES),
                next(self._numbers),
                offer.role,
                offer.document_type,
                offer.document_id,
            )
            self._paired[screen.id] = _Paired(
                screen, _digest(secret), offer.store, self._now() + LONGEST_OPEN, self._seconds()
            )
            return secret

    def screen_of(self, secret: str) -> Screen | None:
        """Return the screen with this secret, while it is let in."""
        digest = _digest(secret)
        with self._lock:
            found = (one for one in self._paired.values() if one.digest == digest)
            paired = next(found, None)
            return paired.screen if paired and self._now() < paired.until else None

    def screen(self, screen_id: str) -> Screen | None:
        """Return the screen with this id, while it is let in."""
        with self._lock:
            paired = self._paired.get(screen_id)
            return paired.screen if paired and self._now() < paired.until else None

    def screens(self, document_id: str) -> list[SeenScreen]:
        """Return the screens of a document, in the order in which they were paired."""
        with self._lock:
            return [
                SeenScreen(
                    paired.screen, 0.0 if paired.connections else self._seconds() - paired.seen
                )
                for paired in self._paired.values()
                if paired.screen.document_id == document_id and self._now() < paired.until
            ]

    def connect(self, screen: Screen, ended: Ended) -> bool:
        """Note an open connection of a screen; `ended` is called when the screen is let go."""
        with self._lock:
            if self.screen(screen.id) is None:
                return False
            self._paired[screen.id].connections.add(ended)
            return True

    def disconnect(self, screen: Screen, ended: Ended) -> None:
        """Note that a connection has ended."""
        with self._lock:
            if paired := self._paired.get(screen.id):
                paired.connections.discard(ended)
                paired.seen = self._seconds()

    def revoke(self, screen_id: str) -> None:
        """Let a screen in no more; its open connections end."""
        with self._lock:
            paired = self._paired.pop(screen_id, None)
        for ended in paired.connections if paired else ():
            ended()

    def revoke_all(self) -> None:
        """Let no screen in any more, and make the code void."""
        with self._lock:
            self._offer = None
            screens = list(self._paired)
        for screen_id in screens:
            self.revoke(screen_id)

    def drop_ended(self) -> None:
        """Let go the screens whose time is over, or whose document is gone or closed."""
        with self._lock:
            paired = list(self._paired.values())
            offer = self._current_offer()
        for one in paired:
            is_over = self._now() >= one.until
            if is_over or _is_closed(one.store, one.screen.document_id):
                self.revoke(one.screen.id)
        if offer and _is_closed(offer.store, offer.document_id):
            with self._lock:
                self._offer = None if self._offer is offer else self._offer

    def is_needed(self) -> bool:
        """Say whether a screen is let in, or could be now."""
        with self._lock:
            return bool(self._paired) or self._current_offer() is not None

    def _current_offer(self) -> _Offer | None:
        if self._offer is not None and self._seconds() >= self._offer.until:
            self._offer = None
        return self._offer


def _is_closed(store: AnyStore, document_id: str) -> bool:
    try:
        document = store.open(document_id).document
    except DocumentNotFound:
        return True
    except (PlannerError, OSError):
        # A folder that is away for a moment, such as on a stick.
        return False
    return isinstance(document, Event) and document.about.closed_at is not None


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
