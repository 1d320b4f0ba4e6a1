"""The steps of the vision builder: their names, how far each is, and what each shows."""

from collections.abc import Callable
from typing import NamedTuple

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.reading import all_voices, sources_heard, unthemed
from path_planner.ui import state
from path_planner.ui.vision.gather.step import show as show_gather
from path_planner.ui.vision.plan.step import show as show_plan
from path_planner.ui.vision.prioritise.step import show as show_prioritise
from path_planner.ui.vision.publish.step import show as show_publish
from path_planner.ui.vision.review.step import show as show_review
from path_planner.ui.vision.theme.step import show as show_theme
from path_planner.visioning.meeting import Meeting
from path_planner.words import mark, say, say_many


class Step(NamedTuple):
    """One step: its part of the address, its title, how far it is, and how it is shown."""

    name: str
    title: str
    how_far: Callable[[Vision], str]
    show: Callable[[Meeting], None]
    saves_alone: bool = False
    """Whether a part of it saves without the rest of the page being drawn."""


def _gathered(vision: Vision) -> str:
    heard = len(sources_heard(vision))
    if not heard:
        return say("nothing yet")
    voices = say_many("{count} voice", "{count} voices", len(all_voices(vision)))
    return say_many(
        "{voices} of {count} source", "{voices} of {count} sources", heard, voices=voices
    )


def _themed(vision: Vision) -> str:
    if not vision.themes:
        return say("no themes yet")
    waiting = len(unthemed(vision))
    return (
        say_many("{count} voice waits", "{count} voices wait", waiting)
        if waiting
        else say_many("{count} theme", "{count} themes", len(vision.themes))
    )


def _prioritised(vision: Vision) -> str:
    chosen = sum(one.chosen for one in vision.priorities.values())
    return (
        say_many("{count} chosen", "{count} chosen", chosen) if chosen else say("none chosen yet")
    )


def _planned(vision: Vision) -> str:
    actions = len(vision.actions)
    return (
        say_many("{count} action", "{count} actions", actions) if actions else say("no actions yet")
    )


def _published(vision: Vision) -> str:
    out = len(vision.printed)
    return say_many("{count} went out", "{count} went out", out) if out else say("nothing yet")


def _reviewed(vision: Vision) -> str:
    rounds = len(vision.rounds)
    return say_many("{count} look back", "{count} looks back", rounds) if rounds else say("not yet")


STEPS = (
    Step("gather", mark("Gather"), _gathered, show_gather),
    Step("theme", mark("Theme"), _themed, show_theme, saves_alone=True),
    Step("prioritise", mark("Prioritise"), _prioritised, show_prioritise),
    Step("plan", mark("Plan"), _planned, show_plan),
    Step("publish", mark("Publish"), _published, show_publish),
    Step("review", mark("Review"), _reviewed, show_review),
)


def step_here() -> Step:
    """Return the step of the address, else the first one."""
    return next((one for one in STEPS if one.name == state.step_name()), STEPS[0])
