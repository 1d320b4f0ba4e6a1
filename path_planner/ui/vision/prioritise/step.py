"""Prioritise: why it is like this, what to work on, a vote that hurts nobody, and a decision."""

from path_planner.ui.parts import heading, told
from path_planner.ui.vision.at_first import at_first
from path_planner.ui.vision.parts import look, part_of
from path_planner.ui.vision.prioritise.booth import booth, is_in_booth, tell_if_closed
from path_planner.ui.vision.prioritise.priorities import priorities
from path_planner.ui.vision.prioritise.results import results
from path_planner.ui.vision.prioritise.vote import vote
from path_planner.ui.vision.prioritise.why import causes
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.prioritising.voting import open_round
from path_planner.words import mark, say

WHY, LIST, VOTE, DECIDE = "why", "list", "vote", "decide"
PARTS = {
    WHY: mark("Why is it like this?"),
    LIST: mark("What to work on"),
    VOTE: mark("Vote"),
    DECIDE: mark("Results, and what we decide"),
}
SHOWN = {WHY: causes, LIST: priorities, VOTE: vote, DECIDE: results}


def show(meeting: Meeting) -> None:
    """Show this step of the vision; somebody who votes sees nothing else."""
    look()
    opened = open_round(meeting.vision)
    if opened is not None and is_in_booth(opened):
        booth(meeting, opened)
        return
    tell_if_closed(opened)
    heading(say("Prioritise"))
    told(say("Not everything can be done at once. Choose together, and lose nobody."), "lead")
    vision = meeting.vision
    at_first("prioritise", begun=bool(vision.priorities or vision.causes))
    SHOWN[part_of("prioritise", PARTS)](meeting)
