"""The fixtures of sample data: fictional workshops and a vision, read from assets."""

from collections.abc import Mapping
from functools import cache

import orjson

from path_planner.domain.base import Value
from path_planner.domain.event.about import Offer, Offers
from path_planner.domain.event.contribution import Part as EventPart
from path_planner.domain.people import PathfinderKind, PhotoConsent, Role
from path_planner.domain.vision.plan import Progress, ResponsibleParty
from path_planner.domain.vision.sources import SourceKind, StakeholderGroup
from path_planner.domain.vision.vision import Limits
from path_planner.domain.voice import Expressed, Share
from path_planner.resources import asset
from path_planner.sample.seeded_random import Chance

STORIES = ("jonah", "winifred", "nether_quill")


class Part(Value):
    """A person of a story."""

    key: str
    name: str
    role: Role
    helps: str = ""
    present: bool = True
    photos: PhotoConsent = PhotoConsent.NOT_ASKED


class Said(Value):
    """A voice of a story."""

    by: str
    text: str
    share: Share = Share.CIRCLE
    expressed: Expressed = Expressed.SAID


class Pledge(Value):
    """A commitment of a story, with its date in days after the workshop."""

    who: str
    what: str
    stage: str = "first_steps"
    days: int | None = None
    coach: str | None = None
    said_yes: bool = False


class Drawing(Value):
    """A drawing of a story: its stage, author and alternative text."""

    by: str
    words: str
    pictures: tuple[str, ...]


Place = tuple[float, float]
"""x and y in wall units."""


class Stamped(Value):
    """A stamp on the wall: its centre and height."""

    stage: str
    icon: str
    at: Place
    size: float = 120.0
    pen: int = 0
    turn: float = 0.0


class Lettered(Value):
    """A label on the wall, from its upper left corner."""

    stage: str
    text: str
    at: Place
    size: float = 44.0
    pen: int = 0
    turn: float = 0.0


class Inked(Value):
    """A line of a pen on the wall, a highlighted card, or a picture in a square from its corner."""

    stage: str
    pen: int = 0
    points: tuple[Place, ...] = ()
    on: str = ""
    """The beginning of the words that are highlighted."""
    picture: str = ""
    at: Place = (0.0, 0.0)
    size: float = 150.0


class Pointing(Value):
    """An arrow through these points."""

    stage: str
    points: tuple[Place, ...]
    pen: int = 0


class Wall(Value):
    """What stands on the wall beside the words: by the graphic facilitator, and signed by some."""

    by: str
    signed_by: tuple[str, ...] = ()
    ink: tuple[Inked, ...] = ()
    stamps: tuple[Stamped, ...] = ()
    labels: tuple[Lettered, ...] = ()
    arrows: tuple[Pointing, ...] = ()


class Story(Value):
    """A fictional workshop."""

    title: str
    process: str
    kind: PathfinderKind
    place: str
    pathfinder: str
    names: Mapping[str, str] = {}
    leaving_words: str
    people: tuple[Part, ...]
    agreement: tuple[str, ...]
    voices: Mapping[str, tuple[Said, ...]]
    enrolments: tuple[Pledge, ...]
    steps: tuple[Pledge, ...]
    sketches: Mapping[str, Drawing]
    wall: Wall | None = None


class Bank(Value):
    """Sentence templates for one stage, and the words for their placeholders."""

    frames: tuple[str, ...]

    def blanks(self) -> Mapping[str, list[str]]:
        """Return the words for each blank."""
        return self.model_extra or {}


@cache
def story(number: int) -> Story:
    """Return one of the stories, in a cycle."""
    name = STORIES[number % len(STORIES)]
    return Story.model_validate(orjson.loads(asset(f"samples/{name}.json").read_bytes()))


@cache
def _more_words() -> Mapping[str, Mapping[str, list[str]]]:
    words: Mapping[str, Mapping[str, list[str]]] = orjson.loads(
        asset("samples/more_words.json").read_bytes()
    )
    return words


@cache
def bank(stage: str) -> Bank:
    """Return the sentence templates of a stage."""
    return Bank.model_validate(_more_words()["first_step" if stage == "first_steps" else stage])


def names(kind: str) -> list[str]:
    """Return made-up `first` and `last` names, and `places`."""
    return _more_words()["names"][kind]


class ThemeFixture(Value):
    """A theme, and its sentences; `also` names a second theme of some."""

    id: str
    name: str
    picture: str
    statement: str
    easy: str
    causes: tuple[str, ...]
    voices: tuple[str, ...]
    professionals: tuple[str, ...]
    also: Mapping[str, str] = {}


class MemberFixture(Value):
    """Somebody of the steering group."""

    name: str
    role: Role
    leads: bool = False
    printed: bool = False


class RecordFixture(Value):
    """A conversation: the number of voices of each theme, or its exact voices."""

    what: SourceKind
    kept_as: str
    place: str
    group: str
    people: int
    share: Share
    day: int
    how: str
    language: str = "en"
    voices: tuple[tuple[str, int], ...] = ()
    told: tuple[tuple[str, str], ...] = ()


class DisagreementFixture(Value):
    """What people see differently, and what was said for either side."""

    about: str
    theme: str
    one: str
    one_said: tuple[str, ...]
    other: str
    other_said: tuple[str, ...]
    what_next: str


class PriorityFixture(Value):
    """What should be worked on."""

    id: str
    title: str
    themes: tuple[str, ...]
    why: str
    chosen: bool = False


class ActionFixture(Value):
    """Who does what, so many days after the vision was begun."""

    id: str
    priorities: tuple[str, ...]
    doer: ResponsibleParty
    what: str
    who: str
    days: int
    resources: str
    how_we_know: str


class OutcomeFixture(Value):
    """How life is when it has worked."""

    priorities: tuple[str, ...]
    statement: str
    measure: str
    chosen_by: str
    now: str
    hoped: str


class MissingGroupFixture(Value):
    """People who were not heard."""

    who: str
    why: str
    what_next: str


class ReviewFixture(Value):
    """A day on which the group looked back."""

    day: int
    next: int
    words: str


class ReplyFixture(Value):
    """What became of an action, and what those who had said it answered."""

    action: str
    progress: Progress
    we_did: str = ""
    why: str = ""
    who_decided: str = ""
    answers: tuple[tuple[bool, StakeholderGroup, str], ...] = ()


class VisionStory(Value):
    """A fictional vision."""

    title: str
    community: str
    made_by: str
    contact: str
    thanks: str
    summary: str
    vision: str
    how: str
    limits: Limits
    steering: tuple[MemberFixture, ...]
    themes: tuple[ThemeFixture, ...]
    lone: tuple[str, ...]
    records: tuple[RecordFixture, ...]
    disagreements: tuple[DisagreementFixture, ...]
    priorities: tuple[PriorityFixture, ...]
    actions: tuple[ActionFixture, ...]
    outcomes: tuple[OutcomeFixture, ...]
    unheard: tuple[MissingGroupFixture, ...]
    reviews: tuple[ReviewFixture, ...]
    replies: tuple[ReplyFixture, ...]
    readings: tuple[tuple[int, str], ...]
    groups: tuple[str, ...]


@cache
def vision_story() -> VisionStory:
    """Return the story of the sample vision."""
    return VisionStory.model_validate_json(asset("samples/vision.json").read_bytes())


class LineFixture(Value):
    """Something that somebody said on a day; `by` is the place of a guest, `answers` of a line."""

    text: str
    share: Share = Share.QUOTE
    by: int | None = None
    role: Role | None = None
    supported: bool = False
    expressed: Expressed = Expressed.SAID
    answers: int | None = None
    struck: str = ""


class TopicFixture(Value):
    """A topic with its place on the agenda wall and its report; numbers are places in lists."""

    title: str
    convenor: int
    slot: int | None = None
    room: int | None = None
    needs: Offers = ()
    parked: bool = False
    merged_into: int | None = None
    interest: int = 1
    came: int = 0
    lines: Mapping[EventPart, tuple[LineFixture, ...]] = {}


class RoomFixture(Value):
    """A room of a day."""

    name: str
    seats: int
    offers: Offers = ()


class TableFixture(Value):
    """A table of a café; its host is the place of a guest."""

    name: str
    host: int
    question: str = ""
    offers: Offers = ()
    languages: tuple[str, ...] = ()


class AnswerFixture(Value):
    """What was answered, so many days after the day."""

    topic: int | None = None
    text: str
    who: str
    days: int


class DayStory(Value):
    """A fictional day together."""

    title: str
    question: str
    place: str
    sponsor: str
    answer_days: int
    agreement: str
    limits: Limits
    roles: Mapping[Role, int]
    needs: Mapping[Offer, tuple[int, ...]]
    supports: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...]
    absent: tuple[int, ...]
    rooms: tuple[RoomFixture, ...]
    topics: tuple[TopicFixture, ...]
    seats: int
    tables: tuple[TableFixture, ...]
    rounds: tuple[str, ...]
    table_lines: tuple[tuple[tuple[LineFixture, ...], ...], ...]
    groups: tuple[str, ...]
    harvest: tuple[tuple[int | None, LineFixture], ...]
    news: tuple[LineFixture, ...]
    circle: tuple[LineFixture, ...]
    parking: tuple[LineFixture, ...]
    answers: tuple[AnswerFixture, ...]


@cache
def day_story() -> DayStory:
    """Return the story of the sample event."""
    return DayStory.model_validate_json(asset("samples/thistledown_day.json").read_bytes())


def varied(sentence: str, chance: Chance) -> str:
    """Return a sentence with a random choice for each {this|or that}."""
    told: list[str] = []
    for part in sentence.split("{"):
        choices, closed, rest = part.partition("}")
        told.append(chance.one_of(choices.split("|")) + rest if closed else part)
    return "".join(told)
