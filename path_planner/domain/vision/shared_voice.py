"""A shared voice: the frozen copy of something said, as far as its people let it travel."""

from pydantic import FiniteFloat

from path_planner.domain.people import Role
from path_planner.domain.record import Record, RecordId
from path_planner.domain.text import Line, Words
from path_planner.domain.voice import Expressed, Share

MAY_TRAVEL = (Share.THEME, Share.QUOTE, Share.NAMED)
"""The share levels that leave the circle."""
MAY_BE_QUOTED = (Share.QUOTE, Share.NAMED)


class SharedVoice(Record):
    """One thing that was said, without the names that were not agreed."""

    source: RecordId
    original: RecordId | None = None
    """The voice in its session."""
    stage: RecordId | None = None
    text: Words
    """The words as they may be seen while theming; names are taken out already."""
    share: Share = Share.THEME
    agreed_to: Share | None = None
    """What its people agreed to, where the group keeps it for themes only; it never travels."""
    speaker: RecordId | None = None
    """Who of the source it was, as a number without a name; None where nobody noted it."""
    named: Line = ""
    """The name to print; only where the share level is `named`."""
    role: Role = Role.OTHER
    supported: bool = False
    """Somebody helped to say it."""
    expressed: Expressed = Expressed.SAID
    language: Line = ""
    checked: bool = False
    """A person looked at it for names, places and numbers left in."""
    reworded: bool = False
    """A person changed the words for printing: they are not quite as they were said."""
    came_as: Line = ""
    """A fingerprint of the words as they came in, while they are reworded; it never travels."""
    alone: bool = False
    """It stands for itself: kept as the voice of one, in no theme."""
    order: FiniteFloat = 0.0
