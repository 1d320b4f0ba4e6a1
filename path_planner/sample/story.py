"""The stories that samples tell: made-up people, told as assets."""

from collections.abc import Mapping
from functools import cache

import orjson

from path_planner.domain.people import PathfinderKind, PhotoConsent, Role
from path_planner.domain.record import Value
from path_planner.domain.voice import Expressed, Share
from path_planner.resources import asset

STORIES = ("jonah", "winifred", "nether_quill")


class Part(Value):
    """Somebody in a story."""

    key: str
    name: str
    role: Role
    helps: str = ""
    present: bool = True
    photos: PhotoConsent = PhotoConsent.NOT_ASKED


class Said(Value):
    """What somebody says in a story."""

    by: str
    text: str
    share: Share = Share.CIRCLE
    expressed: Expressed = Expressed.SAID


class Pledge(Value):
    """What somebody enrols for or promises to do, so many days after the workshop."""

    who: str
    what: str
    stage: str = "first_steps"
    days: int | None = None
    coach: str | None = None
    said_yes: bool = False


class Drawing(Value):
    """What is drawn in a stage, by whom, and what it shows."""

    by: str
    words: str
    pictures: tuple[str, ...]


Place = tuple[float, float]
"""Across and down the wall, in its units."""


class Stamped(Value):
    """A stamp on the wall: its middle, and how tall it is."""

    stage: str
    icon: str
    at: Place
    size: float = 120.0
    pen: int = 0
    turn: float = 0.0


class Lettered(Value):
    """Words written straight onto the wall, from their upper left corner."""

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
    """One workshop as it might have been."""

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
    """Sentences with blanks for one stage, and the words that fill them, under their names."""

    frames: tuple[str, ...]

    def blanks(self) -> Mapping[str, list[str]]:
        """Return the words for each blank."""
        return self.model_extra or {}


@cache
def story(number: int) -> Story:
    """Return one of the stories; after the last the first comes again."""
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
    """Return more words for a stage; the short form's last stage speaks as the long form's."""
    return Bank.model_validate(_more_words()["first_step" if stage == "first_steps" else stage])


def names(kind: str) -> list[str]:
    """Return made-up `first` and `last` names, and `places`."""
    return _more_words()["names"][kind]
