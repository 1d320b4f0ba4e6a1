"""Planning: who does what by when, how we will know, and what stands around it in the plan."""

from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.people import Role
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.sources import MissingGroup
from path_planner.domain.vision.vision import Member
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.records import create, delete, update, upsert


def plan_action(context: VisionContext, what: str, **facts: Any) -> VisionResult:
    """Write down what will be done; `facts` are fields of Action, such as doer and who."""
    return create(context, "actions", what=what, **facts)


def change_action(context: VisionContext, action_id: str, **facts: Any) -> VisionResult:
    """Put an action right."""
    return update(context, "actions", action_id, **facts)


def delete_action(context: VisionContext, action_id: str) -> VisionResult:
    """Take an action out; the history keeps it."""
    return delete(context, "actions", action_id)


def restore_action(context: VisionContext, action: Action) -> VisionResult:
    """Put an action back that was taken out a moment ago, where it stood."""
    return upsert(context, "actions", action)


def add_outcome(context: VisionContext, statement: str, **facts: Any) -> VisionResult:
    """Write down how life is when it has worked; `facts` are fields of Outcome."""
    return create(context, "outcomes", statement=statement, **facts)


def change_outcome(context: VisionContext, outcome_id: str, **facts: Any) -> VisionResult:
    """Put an outcome or its measure right."""
    return update(context, "outcomes", outcome_id, **facts)


def delete_outcome(context: VisionContext, outcome_id: str) -> VisionResult:
    """Take an outcome out; the history keeps it."""
    return delete(context, "outcomes", outcome_id)


def restore_outcome(context: VisionContext, outcome: Outcome) -> VisionResult:
    """Put an outcome back that was taken out a moment ago, where it stood."""
    return upsert(context, "outcomes", outcome)


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


def delete_member(context: VisionContext, member_id: str) -> VisionResult:
    """Take somebody out of the steering group."""
    return delete(context, "steering", member_id)


def restore_member(context: VisionContext, member: Member) -> VisionResult:
    """Put somebody back who was taken out a moment ago."""
    return upsert(context, "steering", member)


def add_missing_group(context: VisionContext, who: str, **facts: Any) -> VisionResult:
    """Write down who was not heard; `facts` are why, and what will be done about it."""
    return create(context, "unheard", who=who, **facts)


def change_missing_group(context: VisionContext, unheard_id: str, **facts: Any) -> VisionResult:
    """Put right who was not heard, and why."""
    return update(context, "unheard", unheard_id, **facts)


def delete_missing_group(context: VisionContext, unheard_id: str) -> VisionResult:
    """Take a line out of those who were not heard."""
    return delete(context, "unheard", unheard_id)


def restore_missing_group(context: VisionContext, unheard: MissingGroup) -> VisionResult:
    """Put a line back that was taken out a moment ago."""
    return upsert(context, "unheard", unheard)
