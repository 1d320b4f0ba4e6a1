"""Use cases of causes and priorities."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.base import sorted_records, with_fields
from path_planner.domain.vision.theme import Cause
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, get, update, upsert


def add_cause(context: VisionContext, theme_id: str, text: str) -> VisionResult:
    """Add a cause to a theme; each further one explains the one before (the five whys)."""
    get(context.document, "themes", theme_id)
    return create(context, "causes", theme=theme_id, text=text)


def causes_of(vision: Vision, theme_id: str) -> list[Cause]:
    """Return the causes of a theme in order, each explaining the one before."""
    return [cause for cause in sorted_records(vision.causes) if cause.theme == theme_id]


def change_cause(context: VisionContext, cause_id: str, text: str) -> VisionResult:
    """Reword a cause."""
    return update(context, "causes", cause_id, text=text)


def make_priority(
    context: VisionContext, title: str, themes: Iterable[str] = (), **facts: Any
) -> VisionResult:
    """Add a priority from one theme or several; `facts` are fields of Priority."""
    checked = _checked(context.document, themes)
    return create(context, "priorities", title=title, themes=checked, **facts)


def change_priority(context: VisionContext, priority_id: str, **facts: Any) -> VisionResult:
    """Change a priority; `facts` are fields of Priority."""
    if "themes" in facts:
        facts["themes"] = _checked(context.document, facts["themes"])
    return update(context, "priorities", priority_id, **facts)


def choose(context: VisionContext, priority_id: str, chosen: bool = True) -> VisionResult:
    """Choose a priority for the plan, or not; votes never do it by themselves."""
    priority = get(context.document, "priorities", priority_id)
    return upsert(context, "priorities", with_fields(priority, chosen=chosen))


def _checked(vision: Vision, themes: Iterable[str]) -> tuple[str, ...]:
    unique = tuple(dict.fromkeys(themes))
    if not vision.themes.keys() >= set(unique):
        raise UnknownRecord
    return unique
