"""Planning: who does what by when, how we will know, and what stands around it in the plan."""

from typing import Any

from path_planner.domain.editing import amend
from path_planner.domain.people import Role
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.source import Unheard
from path_planner.domain.vision.vision import Member
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import put_in, put_right, taken_out, write_down


def plan_action(meeting: Meeting, what: str, **facts: Any) -> Kept:
    """Write down what will be done; `facts` are fields of Action, such as doer and who."""
    return write_down(meeting, "actions", what=what, **facts)


def change_action(meeting: Meeting, action_id: str, **facts: Any) -> Kept:
    """Put an action right."""
    return put_right(meeting, "actions", action_id, **facts)


def take_action_out(meeting: Meeting, action_id: str) -> Kept:
    """Take an action out; the history keeps it."""
    return taken_out(meeting, "actions", action_id)


def bring_action_back(meeting: Meeting, action: Action) -> Kept:
    """Put an action back that was taken out a moment ago, where it stood."""
    return put_in(meeting, "actions", action)


def hope_for(meeting: Meeting, statement: str, **facts: Any) -> Kept:
    """Write down how life is when it has worked; `facts` are fields of Outcome."""
    return write_down(meeting, "outcomes", statement=statement, **facts)


def change_outcome(meeting: Meeting, outcome_id: str, **facts: Any) -> Kept:
    """Put an outcome or its measure right."""
    return put_right(meeting, "outcomes", outcome_id, **facts)


def take_outcome_out(meeting: Meeting, outcome_id: str) -> Kept:
    """Take an outcome out; the history keeps it."""
    return taken_out(meeting, "outcomes", outcome_id)


def bring_outcome_back(meeting: Meeting, outcome: Outcome) -> Kept:
    """Put an outcome back that was taken out a moment ago, where it stood."""
    return put_in(meeting, "outcomes", outcome)


def describe_vision(meeting: Meeting, **facts: Any) -> Kept:
    """Write the words of the plan: the vision in the present tense, summary, how, thanks."""
    about = amend(meeting.vision.about, **facts)
    return meeting.keep(meeting.vision.model_copy(update={"about": about}))


def promise_limits(meeting: Meeting, **facts: Any) -> Kept:
    """Say what can change, what cannot, who decides, with which money, and what is promised."""
    limits = amend(meeting.vision.limits, **facts)
    return meeting.keep(meeting.vision.model_copy(update={"limits": limits}))


def invite(meeting: Meeting, name: str, role: Role = Role.OTHER, **facts: Any) -> Kept:
    """Add somebody to the steering group; printed by name only if they said so."""
    return write_down(meeting, "steering", name=name, role=role, **facts)


def change_member(meeting: Meeting, member_id: str, **facts: Any) -> Kept:
    """Put right what is known of a member."""
    return put_right(meeting, "steering", member_id, **facts)


def take_member_out(meeting: Meeting, member_id: str) -> Kept:
    """Take somebody out of the steering group."""
    return taken_out(meeting, "steering", member_id)


def bring_member_back(meeting: Meeting, member: Member) -> Kept:
    """Put somebody back who was taken out a moment ago."""
    return put_in(meeting, "steering", member)


def note_unheard(meeting: Meeting, who: str, **facts: Any) -> Kept:
    """Write down who was not heard; `facts` are why, and what will be done about it."""
    return write_down(meeting, "unheard", who=who, **facts)


def change_unheard(meeting: Meeting, unheard_id: str, **facts: Any) -> Kept:
    """Put right who was not heard, and why."""
    return put_right(meeting, "unheard", unheard_id, **facts)


def take_unheard_out(meeting: Meeting, unheard_id: str) -> Kept:
    """Take a line out of those who were not heard."""
    return taken_out(meeting, "unheard", unheard_id)


def bring_unheard_back(meeting: Meeting, unheard: Unheard) -> Kept:
    """Put a line back that was taken out a moment ago."""
    return put_in(meeting, "unheard", unheard)
