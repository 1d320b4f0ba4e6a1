"""Introductions of the steps: purpose, time with a group, and what comes next."""

from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _
from path_planner.ui import state
from path_planner.ui.components.basics import link, paragraph, placeholder

WHAT_FOR = {
    "gather": N_(
        "Collect what people said in their PATHs and in conversations. One person can "
        "do this in about half an hour. After that, the group sorts it in “Find themes”."
    ),
    "theme": N_(
        "Read the voices aloud and put together what belongs together. A group can do "
        "a hundred voices in about two hours. After that, you choose what to work on."
    ),
    "prioritise": N_(
        "Ask why things are like this, and choose what to work on first. A "
        "group needs one or two hours. After that, you plan who does what."
    ),
    "plan": N_(
        "Agree who does what, by when, and how you will know it worked. Allow about "
        "half an hour for each priority. After that, make the documents in “Share”."
    ),
    "publish": N_(
        "Check the plan, then make the documents. Two people can do it in "
        "about half an hour. A few months later, you review it together."
    ),
    "review": N_(
        "A few months later, say what happened with each action, and hear whether people "
        "agree. A group needs about two hours. After that, you plan what comes next."
    ),
}
"""The introductions by the name of the step."""
_CAME = "step of this window, and whether it had begun"


def step_intro(step: str, *, begun: bool) -> None:
    """Show the introduction of a step, unless the step had begun when this window opened it.

    It does not disappear while the window stays: the page below would move under the pointer, and
    Streamlit identifies an element by its place, so that a click on it would be lost.
    """
    opened_at = state.recall(_CAME)
    if opened_at is None or opened_at[0] != step:
        opened_at = (step, begun)
        state.remember(_CAME, opened_at)
    if not opened_at[1]:
        paragraph(_(WHAT_FOR[step]), "at-first")


def not_yet(vision: Vision, sentence: str, step: str, label: str) -> None:
    """Show what has to come first, with a link to that step."""
    placeholder(sentence)
    link("vision_builder", label, ":material/arrow_back:", vision=vision.id, step=step)
