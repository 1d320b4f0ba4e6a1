"""How much a part of the community's poster takes in: less on a small paper, never smaller."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST = 8
"""As many cards as a stage takes before the letters of a small poster cannot be read."""
PEOPLE, AGREEMENT, BANNER = "people", "agreement", "banner"
_STAR = "dream"
_STAGES = (_STAR, "goal", "now", "enrol", "strengthen", "first_steps")
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Room:
    """As many cards as there is room for, and as many letters on each."""

    most: int
    letters: int = _ALL
    briefly: bool = False
    """A theme is named and not told, a person is named and not described."""

    def cut(self, words: str) -> str:
        """Return words that are short enough; dots show that there are more."""
        if len(words) <= self.letters:
            return words
        begun = words[: self.letters]
        return f"{begun.rpartition(' ')[0] or begun}…"


_ONE_CARD = (Room(1, 80, briefly=True), Room(1, 40, briefly=True), Room(1, 20, briefly=True))
_FEWER = (Room(3, 160), Room(3, 100), Room(2, 80), *_ONE_CARD)
_LESS: Mapping[str, tuple[Room, ...]] = {
    # The star has less room, and its letters should be seen from afar.
    _STAR: (
        Room(6),
        Room(5),
        *(Room(most, briefly=True) for most in (7, 6, 5, 4, 3)),
        Room(3, 80, briefly=True),
        *_ONE_CARD,
    ),
    PEOPLE: (
        Room(_ALL),
        *(Room(most, briefly=True) for most in (_ALL, 10, 8, 6, 4)),
        Room(3, 80, briefly=True),
        *_ONE_CARD,
    ),
    AGREEMENT: (Room(1), Room(1, 240), Room(1, 160), *_ONE_CARD),
    BANNER: (Room(1), Room(1, 160), *_ONE_CARD),
}
_OF_A_STAGE = (*(Room(most) for most in range(MOST, 3, -1)), *_FEWER)


def whole_room() -> dict[str, Room]:
    """Return the room of each part on a large paper."""
    return {part: room_of(part, 0) for part in (*_STAGES, *_LESS)}


def room_of(part: str, steps: int) -> Room:
    """Return the room of a part that has been given up in so many steps."""
    ladder = _LESS.get(part, _OF_A_STAGE)
    return ladder[min(steps, len(ladder) - 1)]


def is_least(part: str, steps: int) -> bool:
    """Tell whether a part can take in no less."""
    return steps >= len(_LESS.get(part, _OF_A_STAGE)) - 1
