"""The whole edition before it is drawn: its parts in their order, those that are empty left out."""

from dataclasses import dataclass

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.shareable import shareable
from path_planner.evidence.weighing import themes_by_weight
from path_planner.exports.easy_read import doing, ending, hearing, opening
from path_planner.exports.easy_read.idea import Part
from path_planner.exports.easy_read.pictures import picture_for
from path_planner.words import mark, say

DRAFT = mark("Draft until people with learning disabilities have signed it off")

_COVER_PICTURES = ("group", "house", "speech-bubble", "north-star", "helping-hands", "sunshine")
_MOST_PICTURES = 6


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page shows."""

    title: str
    community: str
    pictures: tuple[str, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """A cover and parts."""

    cover: Cover
    parts: tuple[Part, ...]


def edition(vision: Vision) -> Edition:
    """Return all there is to tell, more than may have room."""
    told = shareable(vision)
    parts = (
        opening.about_this(told),
        opening.who_made_it(told),
        opening.not_heard(told),
        hearing.our_vision(told),
        hearing.what_we_heard(told),
        hearing.what_differs(told),
        hearing.single_voices(told),
        doing.what_matters_most(told),
        doing.what_will_happen(told),
        doing.how_we_know(told),
        doing.what_was_done(told),
        ending.what_can_change(told),
        ending.say_more(told),
        ending.words_explained(),
    )
    return Edition(_cover(told), tuple(part for part in parts if part.rows))


def _cover(vision: Vision) -> Cover:
    """Show the pictures of what most people spoke of, each once."""
    themes = [one.theme for one in themes_by_weight(vision)]
    found = [
        picture_for(f"{one.name} {one.easy or one.statement}", "speech-bubble", one.picture)
        for one in themes
    ]
    pictures = tuple(dict.fromkeys([*found, *_COVER_PICTURES]))[:_MOST_PICTURES]
    about = vision.about
    return Cover(about.title or say("Our plan"), about.community, pictures, not about.signed_off)
