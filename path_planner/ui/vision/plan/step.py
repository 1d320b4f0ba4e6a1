"""Plan: actions, outcomes, people, and the plan's own words."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.completeness import Completeness, completeness_of
from path_planner.analysis.ranking import chosen
from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import describe_vision, set_limits
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import heading, lines, paragraph
from path_planner.ui.vision.components import apply_component_css, part_tabs
from path_planner.ui.vision.plan.actions import actions
from path_planner.ui.vision.plan.outcomes import outcomes
from path_planner.ui.vision.plan.people import people
from path_planner.ui.vision.step_intro import not_yet, step_intro


def hints(vision: Vision) -> None:
    """Show the number of gaps in the plan, and the list of them in an expander."""
    if not chosen(vision) and not vision.actions:
        sentence = _("No priorities have been chosen yet. You do that in “Choose priorities”.")
        not_yet(vision, sentence, "prioritise", _("Go to “Choose priorities”"))
        return
    missing = completeness_of(vision)
    if not missing.missing:
        return
    title = ngettext(
        "{count} thing is still missing", "{count} things are still missing", missing.missing
    )
    with st.expander(title, icon=":material/lightbulb:"):
        lines(hints_of(missing))


def hints_of(missing: Completeness) -> list[str]:
    """Return a sentence for each gap in the plan."""
    return [
        *(_("“{title}” has no action yet.", title=record.title) for record in missing.no_action),
        *(_("Who does this? “{what}”", what=record.what) for record in missing.nobody),
        *(_("By when? “{what}”", what=record.what) for record in missing.no_day),
        *(_("How will you know? “{outcome}”", outcome=record.statement)
          for record in missing.no_measure),
        *(_("Which priority does this come from? “{what}”", what=record.what)
          for record in missing.from_nothing),
    ]  # fmt: skip


ABOUT = {
    "vision": N_(
        "The vision: what is life like when it has come true? Write as if it were true today."
    ),
    "summary": N_("The plan in a few sentences"),
    "how": N_("How were people asked, and how were the themes made?"),
    "made_by": N_("Who made this plan?"),
    "contact": N_("How can people contact you, to say more or to change their mind?"),
    "thanks": N_("Thank you to"),
}
LIMITS = {
    "can_change": N_("What can change?"),
    "cannot_change": N_("What cannot change?"),
    "who_decides": N_("Who decides?"),
    "budget": N_("What money is available?"),
    "promise": N_("What do we promise those who took part?"),
}


def words_of_the_plan(context: VisionContext) -> None:
    """Show the fields of the plan's own words and of the limits and promise."""
    about, limits = context.document.about, context.document.limits
    for field, question in ABOUT.items():
        _area(_(question), getattr(about, field), partial(_describe, field), f"about {field}")
    heading(_("What we promised at the start"), 2)
    paragraph(_("Be honest about what cannot change. People will ask."))
    for field, question in LIMITS.items():
        _area(_(question), getattr(limits, field), partial(_promise, field), f"limits {field}")


def _area(label: str, value: str, save: autosave.Save, name: str) -> None:
    autosave.text_area(label, value, save, name, height="content", max_chars=MOST_LETTERS)


def _describe(field: str, context: VisionContext, words: Any) -> VisionResult:
    return describe_vision(context, **{field: words})


def _promise(field: str, context: VisionContext, words: Any) -> VisionResult:
    return set_limits(context, **{field: words})


PARTS = {
    "actions": N_("What we do"),
    "outcomes": N_("How we will know"),
    "words": N_("The vision in words"),
    "people": N_("Who made it, who was missed"),
}
SHOWN = {"actions": actions, "outcomes": outcomes, "words": words_of_the_plan, "people": people}


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    heading(_("Plan actions"))
    paragraph(
        _(
            "Small steps, each with a name and a date. First "
            "what we can do ourselves, then with others."
        ),
        "lead",
    )
    vision = context.document
    step_intro("plan", begun=bool(vision.actions or vision.outcomes))
    hints(vision)
    SHOWN[part_tabs("plan", PARTS)](context)
