"""Choosing: why it is like this, what to work on, and what the group decided on."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.base import sorted_records, with_fields
from path_planner.domain.vision.theme import Cause
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, get, update, upsert


def add_cause(context: VisionContext, theme_id: str, text: str) -> VisionResult:
    """Write down why it is like this; the next one answers why that is so."""
    get(context.document, "themes", theme_id)
    return create(context, "causes", theme=theme_id, text=text)


def causes_of(vision: Vision, theme_id: str) -> list[Cause]:
    """Return the whys of a theme, each below the one it goes behind."""
    return [cause for cause in sorted_records(vision.causes) if cause.theme == theme_id]


def change_cause(context: VisionContext, cause_id: str, text: str) -> VisionResult:
    """Put a cause into other words."""
    return update(context, "causes", cause_id, text=text)


def make_priority(
    context: VisionContext, title: str, themes: Iterable[str] = (), **facts: Any
) -> VisionResult:
    """Write down what should be worked on, from one theme or several; `facts` as in Priority."""
    named = _known(context.document, themes)
    return create(context, "priorities", title=title, themes=named, **facts)


def change_priority(context: VisionContext, priority_id: str, **facts: Any) -> VisionResult:
    """Put a priority right; fields are those of Priority."""
    if "themes" in facts:
        facts["themes"] = _known(context.document, facts["themes"])
    return update(context, "priorities", priority_id, **facts)


def choose(context: VisionContext, priority_id: str, chosen: bool = True) -> VisionResult:
    """Decide that the plan works on this, or not after all; no count decides it by itself."""
    priority = get(context.document, "priorities", priority_id)
    return upsert(context, "priorities", with_fields(priority, chosen=chosen))


def _known(vision: Vision, themes: Iterable[str]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(themes))
    if not vision.themes.keys() >= set(named):
        raise UnknownRecord
    return named
