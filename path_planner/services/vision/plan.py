"""Planning: who does what by when, how we will know, and what stands around it in the plan."""

from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.people import Role
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import create, update


def plan_action(context: VisionContext, what: str, **facts: Any) -> VisionResult:
    """Write down what will be done; `facts` are fields of Action, such as doer and who."""
    return create(context, "actions", what=what, **facts)


def change_action(context: VisionContext, action_id: str, **facts: Any) -> VisionResult:
    """Put an action right."""
    return update(context, "actions", action_id, **facts)


def add_outcome(context: VisionContext, statement: str, **facts: Any) -> VisionResult:
    """Write down how life is when it has worked; `facts` are fields of Outcome."""
    return create(context, "outcomes", statement=statement, **facts)


def change_outcome(context: VisionContext, outcome_id: str, **facts: Any) -> VisionResult:
    """Put an outcome or its measure right."""
    return update(context, "outcomes", outcome_id, **facts)


def describe_vision(context: VisionContext, **facts: Any) -> VisionResult:
    """Write the words of the plan: the vision in the present tense, summary, how, thanks."""
    about = with_fields(context.document.about, **facts)
    return context.keep(context.document.model_copy(update={"about": about}))


def set_limits(context: VisionContext, **facts: Any) -> VisionResult:
    """Say what can change, what cannot, who decides, with which money, and what is promised."""
    limits = with_fields(context.document.limits, **facts)
    return context.keep(context.document.model_copy(update={"limits": limits}))


def add_member(
    context: VisionContext, name: str, role: Role = Role.OTHER, **facts: Any
) -> VisionResult:
    """Add somebody to the steering group; printed by name only if they said so."""
    return create(context, "steering", name=name, role=role, **facts)


def change_member(context: VisionContext, member_id: str, **facts: Any) -> VisionResult:
    """Put right what is known of a member."""
    return update(context, "steering", member_id, **facts)


def add_missing_group(context: VisionContext, who: str, **facts: Any) -> VisionResult:
    """Write down who was not heard; `facts` are why, and what will be done about it."""
    return create(context, "unheard", who=who, **facts)


def change_missing_group(context: VisionContext, unheard_id: str, **facts: Any) -> VisionResult:
    """Put right who was not heard, and why."""
    return update(context, "unheard", unheard_id, **facts)
