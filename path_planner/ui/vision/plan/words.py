"""The words around the plan: the vision in the present tense, the summary, what was promised."""

from functools import partial
from typing import Any

from path_planner.domain.text import MOST_LETTERS
from path_planner.ui import fields
from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.planning import describe_vision, promise_limits
from path_planner.words import mark, say

ABOUT = {
    "vision": mark("The vision: how is it when it has come true? Write as if it were so today."),
    "summary": mark("The plan in a few sentences"),
    "how": mark("How were people asked, and how were the themes made?"),
    "made_by": mark("Who made this plan?"),
    "contact": mark("How can people reach you, to say more or to change their mind?"),
    "thanks": mark("Thank you to"),
}
LIMITS = {
    "can_change": mark("What can change?"),
    "cannot_change": mark("What cannot change?"),
    "who_decides": mark("Who decides?"),
    "budget": mark("Which money is there?"),
    "promise": mark("What do we promise those who took part?"),
}


def words_of_the_plan(meeting: Meeting) -> None:
    """Show the fields of the plan's own words, and of what was promised from the start."""
    about, limits = meeting.vision.about, meeting.vision.limits
    for field, question in ABOUT.items():
        _area(say(question), getattr(about, field), partial(_describe, field), f"about {field}")
    heading(say("What was promised from the start"), 2)
    told(say("Say honestly what cannot change. People will ask."))
    for field, question in LIMITS.items():
        _area(say(question), getattr(limits, field), partial(_promise, field), f"limits {field}")


def _area(label: str, value: str, save: fields.Save, name: str) -> None:
    fields.area(label, value, save, name, height="content", max_chars=MOST_LETTERS)


def _describe(field: str, meeting: Meeting, words: Any) -> Kept:
    return describe_vision(meeting, **{field: words})


def _promise(field: str, meeting: Meeting, words: Any) -> Kept:
    return promise_limits(meeting, **{field: words})
