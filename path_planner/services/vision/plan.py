"""Use cases of the plan: actions, outcomes, texts, limits, steering group, missing groups."""

from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.people import Role
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, update


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
