"""What a step is for, how long it takes with a group, and what comes next, before it begins."""

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
"""By the name of the step."""
_CAME = "step of this window, and whether it had begun"


def step_intro(step: str, *, begun: bool) -> None:
    """Say what a step is for, unless the group had begun with it when this window came there.

    Nothing goes away while a window stays: what stands below would move under a hand, and
    Streamlit names a part of the page by its place, so that a press on it would be lost.
    """
    came = state.recall(_CAME)
    if came is None or came[0] != step:
        came = (step, begun)
        state.remember(_CAME, came)
    if not came[1]:
        paragraph(_(WHAT_FOR[step]), "at-first")


def not_yet(vision: Vision, sentence: str, step: str, label: str) -> None:
    """Say kindly what has to come first, and lead there."""
    placeholder(sentence)
    link("vision_builder", label, ":material/arrow_back:", vision=vision.id, step=step)
