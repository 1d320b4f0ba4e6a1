"""The steps of the vision builder: name, title, progress, and the function that shows each."""

from collections.abc import Callable
from typing import NamedTuple

from path_planner.analysis.queries import all_voices, sources_with_voices, unassigned_voices
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext
from path_planner.ui import state
from path_planner.ui.vision.gather.step import show as show_gather
from path_planner.ui.vision.plan.step import show as show_plan
from path_planner.ui.vision.prioritise.step import show as show_prioritise
from path_planner.ui.vision.publish.step import show as show_publish
from path_planner.ui.vision.review.step import show as show_review
from path_planner.ui.vision.theme.step import show as show_theme


class Step(NamedTuple):
    """A step: its name in the address, its title, its progress in words, and what shows it."""

    name: str
    title: str
    how_far: Callable[[Vision], str]
    show: Callable[[VisionContext], None]
    saves_alone: bool = False
    """Whether a fragment of it saves without a rerun of the page."""


def _gathered(vision: Vision) -> str:
    count = len(sources_with_voices(vision))
    if not count:
        return _("nothing yet")
    voices = ngettext("{count} voice", "{count} voices", len(all_voices(vision)))
    return ngettext(
        "{voices} from {count} source", "{voices} from {count} sources", count, voices=voices
    )


def _themed(vision: Vision) -> str:
    if not vision.themes:
        return _("no themes yet")
    waiting = len(unassigned_voices(vision))
    return (
        ngettext("{count} voice to sort", "{count} voices to sort", waiting)
        if waiting
        else ngettext("{count} theme", "{count} themes", len(vision.themes))
    )


def _prioritised(vision: Vision) -> str:
    chosen = sum(priority.chosen for priority in vision.priorities.values())
    return ngettext("{count} chosen", "{count} chosen", chosen) if chosen else _("none chosen yet")


def _planned(vision: Vision) -> str:
    actions = len(vision.actions)
    return (
        ngettext("{count} action", "{count} actions", actions) if actions else _("no actions yet")
    )


def _published(vision: Vision) -> str:
    out = len(vision.printed)
    return ngettext("{count} shared", "{count} shared", out) if out else _("nothing yet")


def _reviewed(vision: Vision) -> str:
    rounds = len(vision.rounds)
    return ngettext("{count} review", "{count} reviews", rounds) if rounds else _("not yet")


STEPS = (
    Step("gather", N_("Gather"), _gathered, show_gather),
    Step("theme", N_("Find themes"), _themed, show_theme, saves_alone=True),
    Step("prioritise", N_("Choose priorities"), _prioritised, show_prioritise),
    Step("plan", N_("Plan actions"), _planned, show_plan),
    Step("publish", N_("Share"), _published, show_publish),
    Step("review", N_("Review"), _reviewed, show_review),
)


def current_step() -> Step:
    """Return the step of the address, else the first one."""
    return next((step for step in STEPS if step.name == state.step_name()), STEPS[0])
