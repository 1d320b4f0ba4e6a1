"""Use cases of the plan: causes, priorities, actions, outcomes, texts, limits, steering group."""

from collections.abc import Iterable
from typing import Any

from path_planner.domain.base import sorted_records, with_fields
from path_planner.domain.people import Role
from path_planner.domain.vision.theme import Cause
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, get, update, upsert


def plan_action(context: VisionContext, what: str, **facts: Any) -> VisionResult:
    """Add an action; `facts` are fields of Action, such as doer and who."""
    return create(context, "actions", what=what, **facts)


def change_action(context: VisionContext, action_id: str, **facts: Any) -> VisionResult:
    """Change an action."""
    return update(context, "actions", action_id, **facts)


def add_outcome(context: VisionContext, statement: str, **facts: Any) -> VisionResult:
    """Add an outcome: how life is when it has worked; `facts` are fields of Outcome."""
    return create(context, "outcomes", statement=statement, **facts)


def change_outcome(context: VisionContext, outcome_id: str, **facts: Any) -> VisionResult:
    """Change an outcome or its measure."""
    return update(context, "outcomes", outcome_id, **facts)


def describe_vision(context: VisionContext, **facts: Any) -> VisionResult:
    """Change the texts of the plan; `facts` are fields of AboutVision."""
    about = with_fields(context.document.about, **facts)
    return context.keep(context.document.model_copy(update={"about": about}))


def set_limits(context: VisionContext, **facts: Any) -> VisionResult:
    """Change the limits: what can change, what cannot, who decides, budget, promise."""
    limits = with_fields(context.document.limits, **facts)
    return context.keep(context.document.model_copy(update={"limits": limits}))


def add_member(
    context: VisionContext, name: str, role: Role = Role.OTHER, **facts: Any
) -> VisionResult:
    """Add a member of the steering group; `facts` are fields of Member."""
    return create(context, "steering", name=name, role=role, **facts)


def change_member(context: VisionContext, member_id: str, **facts: Any) -> VisionResult:
    """Change a member."""
    return update(context, "steering", member_id, **facts)


def add_missing_group(context: VisionContext, who: str, **facts: Any) -> VisionResult:
    """Add a group that was not heard; `facts` are why, and what will be done about it."""
    return create(context, "unheard", who=who, **facts)


def change_missing_group(context: VisionContext, unheard_id: str, **facts: Any) -> VisionResult:
    """Change a missing group."""
    return update(context, "unheard", unheard_id, **facts)


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
