"""Use cases of disagreements, which record both sides."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.vision.theme import Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, get, update


def disagree(
    context: VisionContext,
    words: str,
    one_side: Side | None = None,
    other_side: Side | None = None,
    theme: str | None = None,
    *,
    what_next: str = "",
) -> VisionResult:
    """Add a disagreement with two sides, each in words that it agrees with."""
    if theme is not None:
        get(context.document, "themes", theme)
    one, other = (_checked(context.document, each or Side()) for each in (one_side, other_side))
    facts = {"theme": theme, "one": one, "other": other, "what_next": what_next}
    return create(context, "disagreements", about=words, **facts)


def side(words: str = "", voices: Iterable[str] = ()) -> Side:
    """Return one side of a disagreement, with the voices it rests on."""
    return Side(words=words, voices=tuple(dict.fromkeys(voices)))


def change_disagreement(context: VisionContext, disagreement_id: str, **facts: Any) -> VisionResult:
    """Change a disagreement; `facts` are fields of Disagreement."""
    for name in {"one", "other"} & facts.keys():
        facts[name] = _checked(context.document, facts[name])
    if facts.get("theme") is not None:
        get(context.document, "themes", facts["theme"])
    return update(context, "disagreements", disagreement_id, **facts)


def _checked(vision: Vision, side: Side) -> Side:
    if not vision.voices.keys() >= set(side.voices):
        raise UnknownRecord
    return side
