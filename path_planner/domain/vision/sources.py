"""Sources: the PATHs and conversations of a vision, what was agreed, and what is no answer."""

import unicodedata
from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime, Field, FiniteFloat

from path_planner.domain.base import DocumentId, Line, Record, RecordId, Value, Words
from path_planner.domain.marks import Stroke
from path_planner.domain.people import Role
from path_planner.domain.voice import Expressed, Share
from path_planner.i18n import N_

_LONGEST_EMPTY_ANSWER = 40
_EMPTY_ANSWERS = frozenset(
    ("na", "nil", "nill", "none", "none at all", "none really", "none thanks", "none thank you",
     "none that i can think of", "none i can think of", "nothing", "nothing at all",
     "nothing really", "nothing to add", "nothing else", "nothing else to add", "nothing more",
     "nothing comes to mind", "nothing to say", "nothing i can think of",
     "nothing that i can think of", "nuffin", "nuffink", "nuthin", "nothin", "nothink", "nowt",
     "no comment", "no comments", "no answer", "no response", "not applicable", "not answered",
     "no further comment", "no further comments", "blank", "left blank", "null", "xx", "xxx",
     # Welsh, German, French, Spanish, Italian, Polish, Dutch, Portuguese
     "dim", "dim byd", "dim sylw", "dim sylwadau", "nichts", "keine", "keine angabe", "ka",
     "kein kommentar", "rien", "aucun", "aucune", "neant", "sans objet", "pas de commentaire",
     "nada", "ninguno", "ninguna", "niente", "nessuno", "nessuna", "nic", "brak", "nie dotyczy",
     "niets", "geen", "nvt", "nenhum", "nenhuma"),
)  # fmt: skip


class SourceKind(StrEnum):
    """The kind of event or record that a source is."""

    PATH = "path"
    CAFE = "cafe"
    OPEN_SPACE = "open space"
    WALK = "walk"
    VISIT = "visit"
    MEETING = "meeting"
    WRITTEN = "written"
    OTHER = "other"


SOURCE_WORDS = {
    SourceKind.PATH: N_("A PATH"),
    SourceKind.CAFE: N_("A World Café"),
    SourceKind.OPEN_SPACE: N_("An Open Space"),
    SourceKind.WALK: N_("A walk together"),
    SourceKind.VISIT: N_("A visit to a group or place"),
    SourceKind.MEETING: N_("A meeting"),
    SourceKind.WRITTEN: N_("Letters, cards or a survey"),
    SourceKind.OTHER: N_("Another conversation"),
}


class ConsentTerms(Value):
    """What the people of a source agreed to; without `share` nothing is imported."""

    share: bool = False
    drawings: bool = False
    given_on: date | None = None
    how: Words = ""
    """How it was asked: in which way, by whom."""


class Source(Record):
    """One PATH or conversation; `kept_as` is for the steering group alone and never printed."""

    what: SourceKind = SourceKind.PATH
    kept_as: Line = ""
    session: DocumentId | None = None
    """The session it was frozen from, at this `revision`; none for a conversation."""
    event: DocumentId | None = None
    """The event it was frozen from, at this `revision`."""
    part: RecordId | None = None
    """The part of that event: a topic, or one of the names in `services.vision.event_copy`."""
    revision: int = Field(default=0, ge=0)
    file: RecordId | None = None
    """The import of a file that it came with; sources of one file number their speakers together,
    and each has the number of `people` of the whole file."""
    held_on: date | None = None
    place: Line = ""
    group: Line = ""
    """Which people they were, in words they agree with."""
    people: int = Field(default=0, ge=0, le=100_000)
    """How many were there, where that is known; 0 where it is not."""
    agreed: ConsentTerms = ConsentTerms()
    names: tuple[Line, ...] = Field(default=(), max_length=1_000)
    """The names that were taken out, for the check before printing; never printed."""
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None


class Drawing(Record):
    """A drawing that people agreed to show; `words` stand for it."""

    source: RecordId
    theme: RecordId | None = None
    words: Words = ""
    width: FiniteFloat = Field(gt=0, le=20_000)
    height: FiniteFloat = Field(gt=0, le=20_000)
    strokes: tuple[Stroke, ...] = Field(default=(), max_length=5_000)
    order: FiniteFloat = 0.0


class MissingGroup(Record):
    """People who were not heard, why, and what will be done about it."""

    who: Line
    why: Words = ""
    what_next: Words = ""
    order: FiniteFloat = 0.0


class Publication(Record):
    """A published document, and the voices and drawings that it contains."""

    what: Line
    """The export, such as `plan`."""
    at: AwareDatetime
    voices: tuple[RecordId, ...] = Field(default=(), max_length=100_000)
    sources: tuple[RecordId, ...] = Field(default=(), max_length=10_000)
    """Sources whose drawings stood in it."""


class Withdrawal(Record):
    """A withdrawal of consent: its ids and the documents affected, and no words of the voices."""

    at: AwareDatetime
    source: RecordId
    whole_source: bool = False
    voices: int = Field(default=0, ge=0)
    printed: tuple[RecordId, ...] = Field(default=(), max_length=1_000)
    session: DocumentId | None = None
    """The session that was withdrawn as a whole; importing it again needs a new agreement."""
    originals: tuple[RecordId, ...] = Field(default=(), max_length=10_000)
    """Ids, in their session, of the voices withdrawn; an update of the session leaves them out."""
    gone: tuple[RecordId, ...] = Field(default=(), max_length=50_000)
    """Ids, in this vision, of the voices withdrawn; copies of the vision use the same ids."""
    told: bool = False
    """Those who hold the printed documents were told."""


class StakeholderGroup(StrEnum):
    """The stakeholder group from which somebody speaks."""

    LIVED = "lived experience"
    FAMILY = "family"
    COMMUNITY = "community"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


STAKEHOLDER_GROUP_WORDS = {
    StakeholderGroup.LIVED: N_("People planning for themselves"),
    StakeholderGroup.FAMILY: N_("Families and friends"),
    StakeholderGroup.COMMUNITY: N_("Neighbours and community"),
    StakeholderGroup.PROFESSIONAL: N_("Professionals and decision-makers"),
    StakeholderGroup.UNKNOWN: N_("Not recorded"),
}

_OF_ROLE = {
    Role.PATHFINDER: StakeholderGroup.LIVED,
    Role.SELF_ADVOCATE: StakeholderGroup.LIVED,
    Role.FAMILY: StakeholderGroup.FAMILY,
    Role.FRIEND: StakeholderGroup.FAMILY,
    Role.NEIGHBOUR: StakeholderGroup.COMMUNITY,
    Role.OTHER: StakeholderGroup.UNKNOWN,
}


def stakeholder_group_of(role: Role) -> StakeholderGroup:
    """Return the stakeholder group of a role; roles that are paid to be there are professional."""
    return _OF_ROLE.get(role, StakeholderGroup.PROFESSIONAL)


MAY_TRAVEL = (Share.THEME, Share.QUOTE, Share.NAMED)
"""The share levels that leave the circle."""
MAY_BE_QUOTED = (Share.QUOTE, Share.NAMED)


class SharedVoice(Record):
    """One thing that was said, without the names that were not agreed."""

    source: RecordId
    original: RecordId | None = None
    """The voice in its session; of a record, a keyed hash of its row."""
    stage: RecordId | None = None
    text: Words
    """The words as they may be seen while theming; known names are taken out already."""
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
    """A hash of the original words, while they are reworded; it is never exported."""
    alone: bool = False
    """People decided to leave it outside all themes, as a single voice."""
    not_in: tuple[RecordId, ...] = Field(default=(), max_length=1_000)
    """Themes that people said it is not in: it is not offered there again."""
    question: Words = ""
    """The question of a survey that it answers."""
    heading: Line = ""
    """The title under which people grouped it in a harvest: a theme may be named so."""
    place: Line = ""
    """Where its speaker of a survey lives or was asked; it is never published."""
    agrees: int = Field(default=0, ge=0)
    """How many others agreed with it or liked it where it was collected; never a vote of ours."""
    disagrees: int = Field(default=0, ge=0)
    order: FiniteFloat = 0.0


class ColumnMapping(Record):
    """What people said about the columns of a table; its id is a hash of the headings."""

    uses: tuple[Line, ...] = Field(default=(), max_length=500)
    """The use of each column, in order."""


def is_empty_answer(text: str) -> bool:
    """Whether a text says nothing, such as “n/a”, “none” or “-”, in one of several languages.

    “No” and “don’t know” are answers. Signs without a letter are empty, a picture is not.
    """
    if len(text) > _LONGEST_EMPTY_ANSWER:
        return False
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(
        sign if sign.isalnum() else " " if sign.isspace() else ""
        for sign in folded
        if not unicodedata.combining(sign)
    )
    words = " ".join(letters.split())
    if not words:
        return not any(unicodedata.category(sign) == "So" for sign in folded)
    return words in _EMPTY_ANSWERS or words in {"x", "n a"}
