"""The steps of the vision builder: name, title, progress, and the function that shows each."""

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import streamlit as st

from path_planner.analysis.queries import all_voices, sources_with_voices, unassigned_voices
from path_planner.domain.base import Document
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, link, vision_title
from path_planner.ui.components.messages import show_messages
from path_planner.ui.context import open_vision_context
from path_planner.ui.navigation import page
from path_planner.ui.page_frame import bar, saved_line, show_two_versions
from path_planner.ui.vision.gather.step import show as show_gather
from path_planner.ui.vision.plan.step import show as show_plan
from path_planner.ui.vision.prioritise.step import show as show_prioritise
from path_planner.ui.vision.publish.step import show as show_publish
from path_planner.ui.vision.review.step import show as show_review
from path_planner.ui.vision.theme.step import show as show_theme

HERE = "vision_builder"


class Step(NamedTuple):
    """A step: its name in the address, its title, its progress in words, and what shows it."""

    name: str
    title: str
    how_far: Callable[[Vision], str]
    show: Callable[[VisionContext], None]
    what: str
    """What people do in it, in a sentence."""
    saves_alone: bool = False
    """Whether a fragment of it saves without a rerun of the page."""


def _gathered(vision: Vision) -> str:
    count = len(sources_with_voices(vision))
    if not count:
        return _("no voices yet")
    voices = ngettext("{count} voice", "{count} voices", len(all_voices(vision)))
    return ngettext(
        "{voices} from {count} source", "{voices} from {count} sources", count, voices=voices
    )


def _themed(vision: Vision) -> str:
    if not vision.themes:
        return _("no themes yet")
    waiting = len(unassigned_voices(vision))
    return (
        ngettext("{count} voice in no theme", "{count} voices in no theme", waiting)
        if waiting
        else ngettext("{count} theme", "{count} themes", len(vision.themes))
    )


def _prioritised(vision: Vision) -> str:
    chosen = sum(priority.chosen for priority in vision.priorities.values())
    if not chosen:
        return _("no priority yet")
    return ngettext("{count} priority", "{count} priorities", chosen)


def _planned(vision: Vision) -> str:
    actions = len(vision.actions)
    return (
        ngettext("{count} action", "{count} actions", actions) if actions else _("no actions yet")
    )


def _published(vision: Vision) -> str:
    out = len(vision.printed)
    if not out:
        return _("no document yet")
    return ngettext("{count} document", "{count} documents", out)


def _reviewed(vision: Vision) -> str:
    rounds = len(vision.rounds)
    if not rounds:
        return _("no review yet")
    return ngettext("{count} review", "{count} reviews", rounds)


STEPS = (
    Step(
        "gather",
        N_("Gather"),
        _gathered,
        show_gather,
        N_("Bring together what people said: PATHs, conversations, surveys."),
    ),
    Step(
        "theme",
        N_("Find themes"),
        _themed,
        show_theme,
        N_("Put together what belongs together, and give each theme a name."),
        saves_alone=True,
    ),
    Step(
        "prioritise",
        N_("Choose priorities"),
        _prioritised,
        show_prioritise,
        N_("Ask why things are like this, and choose what to work on first."),
    ),
    Step(
        "plan",
        N_("Plan actions"),
        _planned,
        show_plan,
        N_("Agree who does what, by when, and how you will know it worked."),
    ),
    Step(
        "publish",
        N_("Share"),
        _published,
        show_publish,
        N_("Check that nobody is named by mistake, then make the documents."),
    ),
    Step(
        "review",
        N_("Review"),
        _reviewed,
        show_review,
        N_("A few months later, say what happened, and hear whether people agree."),
    ),
)


def six_steps() -> None:
    """Show what the steps are, in their order."""
    items = "".join(
        f"<li><strong>{escaped(_(step.title))}</strong> {escaped(_(step.what))}</li>"
        for step in STEPS
    )
    st.html(f'<ol class="six-steps">{items}</ol>')


def step_reached(*, voices: int, themes: int, actions: int, reviewed: bool) -> str:
    """Return the title of the step that a vision is at, by what a list knows of it."""
    name = (
        "gather"
        if not voices
        else "theme"
        if not themes
        else "prioritise"
        if not actions
        else "review"
        if reviewed
        else "plan"
    )
    return next(_(step.title) for step in STEPS if step.name == name)


def current_step() -> Step:
    """Return the step of the address, else the first one."""
    return next((step for step in STEPS if step.name == state.step_name()), STEPS[0])


def open_vision(step: Step) -> VisionContext:
    """Begin a page of a vision: show bar, steps and messages; return the edit context."""
    context = open_vision_context()
    vision = context.document
    saved = _updated_saved_line if step.saves_alone else saved_line
    bar(page(HERE), vision_title(vision.about.title), vision, saved=saved)
    _steps(vision, step)
    show_messages()
    state.show_revision(vision.revision)
    show_two_versions(vision, step.name)
    return context


def _updated_saved_line(document: Document) -> None:
    with st.container(width="content", key="saved-anew"):
        # A fragment would take the whole width of the bar.
        saved_line_updated(document)


@st.fragment(run_every=2.0)
def saved_line_updated(document: Document) -> None:
    """Show when the vision was saved, updated while a fragment of the page saves."""
    with suppress(PlannerError):
        # If it cannot be read, the fragment that saves shows the error.
        document = open_vision_context().document
    saved_line(document)


def _steps(vision: Vision, current: Step) -> None:
    with st.container(horizontal=True, key="vision-steps", gap="small"):
        for number, step in enumerate(STEPS, start=1):
            title = _("{number}. {title}", number=number, title=_(step.title))
            with st.container(width="content", gap=None, key=f"step-{step.name}"):
                _step(vision, step, title, is_current=step is current)
                # As wide as its step: a long one wraps, and the steps stay in one row.
                st.html(f'<p class="how-far">{escaped(step.how_far(vision))}</p>')


def _step(vision: Vision, step: Step, title: str, *, is_current: bool) -> None:
    if is_current:
        label = escaped(title)
        st.html(f'<p class="here" aria-current="step">{label}</p>', width="content")
        return
    link(HERE, title, vision=vision.id, step=step.name)
