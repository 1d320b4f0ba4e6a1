"""Plan: who does what by when, how we will know, and what stands around it."""

from path_planner.ui.parts import heading, told
from path_planner.ui.vision.at_first import at_first
from path_planner.ui.vision.parts import look, part_of
from path_planner.ui.vision.plan.actions import actions
from path_planner.ui.vision.plan.hints import hints
from path_planner.ui.vision.plan.outcomes import outcomes
from path_planner.ui.vision.plan.people import people
from path_planner.ui.vision.plan.words import words_of_the_plan
from path_planner.visioning.meeting import Meeting
from path_planner.words import mark, say

PARTS = {
    "actions": mark("What we do"),
    "outcomes": mark("How we will know"),
    "words": mark("The vision in words"),
    "people": mark("Who made it, who was not heard"),
}
SHOWN = {"actions": actions, "outcomes": outcomes, "words": words_of_the_plan, "people": people}


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    look()
    heading(say("Plan"))
    told(say("Small steps, with a name and a day. Ourselves first, then with others."), "lead")
    vision = meeting.vision
    at_first("plan", begun=bool(vision.actions or vision.outcomes))
    hints(vision)
    SHOWN[part_of("plan", PARTS)](meeting)
