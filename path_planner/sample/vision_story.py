"""What a sample vision is told from: made-up themes, sentences and plans, kept as an asset."""

from collections.abc import Mapping
from functools import cache

from path_planner.domain.people import Role
from path_planner.domain.record import Value
from path_planner.domain.vision.plan import Doer, Progress
from path_planner.domain.vision.source import SourceKind
from path_planner.domain.vision.standing import Standing
from path_planner.domain.vision.vision import Limits
from path_planner.domain.voice import Share
from path_planner.resources import asset
from path_planner.sample.chance import Chance


class ToldTheme(Value):
    """A theme, and sentences that belong to it; some belong to another one `also`."""

    id: str
    name: str
    picture: str
    statement: str
    causes: tuple[str, ...]
    voices: tuple[str, ...]
    professionals: tuple[str, ...]
    also: Mapping[str, str] = {}


class ToldMember(Value):
    """Somebody of the steering group."""

    name: str
    role: Role
    leads: bool = False
    printed: bool = False


class ToldRecord(Value):
    """A conversation: so many voices of each theme, or the very words with their themes."""

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


class ToldDisagreement(Value):
    """What people see differently, and what was said for either side."""

    about: str
    theme: str
    one: str
    one_said: tuple[str, ...]
    other: str
    other_said: tuple[str, ...]
    what_next: str


class ToldPriority(Value):
    """What should be worked on."""

    id: str
    title: str
    themes: tuple[str, ...]
    why: str
    chosen: bool = False


class ToldAction(Value):
    """Who does what, so many days after the vision was begun."""

    id: str
    priorities: tuple[str, ...]
    doer: Doer
    what: str
    who: str
    days: int
    resources: str
    how_we_know: str


class ToldOutcome(Value):
    """How life is when it has worked."""

    priorities: tuple[str, ...]
    statement: str
    measure: str
    chosen_by: str
    now: str
    hoped: str


class ToldUnheard(Value):
    """People who were not heard."""

    who: str
    why: str
    what_next: str


class ToldReview(Value):
    """A day on which the group looked back."""

    day: int
    next: int
    words: str


class ToldReply(Value):
    """What became of an action, and what those who had said it answered."""

    action: str
    progress: Progress
    we_did: str = ""
    why: str = ""
    who_decided: str = ""
    answers: tuple[tuple[bool, Standing, str], ...] = ()


class VisionStory(Value):
    """A whole vision as it might have been."""

    title: str
    community: str
    made_by: str
    contact: str
    thanks: str
    summary: str
    vision: str
    how: str
    limits: Limits
    steering: tuple[ToldMember, ...]
    themes: tuple[ToldTheme, ...]
    lone: tuple[str, ...]
    records: tuple[ToldRecord, ...]
    disagreements: tuple[ToldDisagreement, ...]
    priorities: tuple[ToldPriority, ...]
    actions: tuple[ToldAction, ...]
    outcomes: tuple[ToldOutcome, ...]
    unheard: tuple[ToldUnheard, ...]
    reviews: tuple[ToldReview, ...]
    replies: tuple[ToldReply, ...]
    readings: tuple[tuple[int, str], ...]
    groups: tuple[str, ...]


@cache
def vision_story() -> VisionStory:
    """Return the story of the sample vision."""
    return VisionStory.model_validate_json(asset("samples/vision.json").read_bytes())


def varied(sentence: str, chance: Chance) -> str:
    """Choose one of each {this|or that} of a sentence."""
    told: list[str] = []
    for part in sentence.split("{"):
        choices, closed, rest = part.partition("}")
        told.append(chance.one_of(choices.split("|")) + rest if closed else part)
    return "".join(told)
