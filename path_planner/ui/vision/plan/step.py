"""Plan: actions, outcomes, people, and the plan's own words."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.completeness import Completeness, completeness_of
from path_planner.analysis.population import unread_lines
from path_planner.analysis.ranking import chosen
from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import MissingGroup
from path_planner.domain.vision.vision import Member, Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import (
    add_member,
    add_missing_group,
    change_member,
    change_missing_group,
    describe_vision,
    set_limits,
)
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import heading, lines, paragraph
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.undo_delete import delete_button, undo_delete_bar
from path_planner.ui.vision.components import apply_component_css, not_yet, part_tabs, step_intro
from path_planner.ui.vision.plan.actions import actions
from path_planner.ui.vision.plan.outcomes import outcomes

_MOST_UNREAD = 5


def people(context: VisionContext) -> None:
    """Show the steering group and the missing groups."""
    heading(_("The steering group"), 2)
    paragraph(_("A name is printed only if that person agreed."))
    undo_delete_bar("steering")
    for member in sorted_records(context.document.steering):
        with st.container(border=True, key=f"member-{member.id}", gap="small"):
            _member(member)
    line_input(
        _("Who is in the steering group?"),
        add_member,
        "new member",
        placeholder=_("Type a name, then press Enter"),
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    heading(_("Who was not heard?"), 2)
    paragraph(_("No plan hears from everyone. Say who is missing, and what you will do about it."))
    undo_delete_bar("unheard")
    for unheard in sorted_records(context.document.unheard):
        with st.container(border=True, key=f"unheard-{unheard.id}", gap="small"):
            _unheard(unheard)
    line_input(
        _("Who is missing?"),
        add_missing_group,
        "new unheard",
        placeholder=_("Type, then press Enter"),
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    _population(context.document)


def _population(vision: Vision) -> None:
    """Ask for figures on who lives here, which the plan shows beside who was heard."""
    heading(_("Who lives here?"), 2)
    paragraph(
        _(
            "If you know it, say how many people of each group live here, and how many of them "
            "were heard. The plan shows the two side by side."
        )
    )
    autosave.text_area(
        _("One group on each line: name, how many live here, how many were heard"),
        vision.about.population,
        _set_population,
        "about lives here",
        height="content",
        max_chars=MOST_LETTERS,
        placeholder=_("People over 65: 2100, 34"),
    )
    if unread := unread_lines(vision.about.population):
        paragraph(_("These lines have no number and are left out:"), "needed")
        lines(unread[:_MOST_UNREAD])


def _set_population(context: VisionContext, words: str) -> VisionResult:
    return describe_vision(context, population=words)


def _member(member: Member) -> None:
    left, right = st.columns(2)
    with left:
        autosave.text_input(
            _("Name"),
            member.name,
            partial(_set_member, member.id, "name"),
            f"member name {member.id}",
            max_chars=MOST_LETTERS_IN_A_LINE,
        )
    with right:
        autosave.select(
            _("Role"),
            list(Role),
            member.role,
            partial(_set_member, member.id, "role"),
            f"member role {member.id}",
            format_func=_role,
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        autosave.checkbox(
            _("Leads the group"),
            member.leads,
            partial(_set_member, member.id, "leads"),
            f"member leads {member.id}",
        )
        autosave.checkbox(
            _("Agreed to be named in print"),
            member.printed,
            partial(_set_member, member.id, "printed"),
            f"member printed {member.id}",
        )
        delete_button("steering", member, _("Remove this person from the group?"))


def _unheard(unheard: MissingGroup) -> None:
    autosave.text_input(
        _("Who?"),
        unheard.who,
        partial(_set_unheard, unheard.id, "who"),
        f"unheard who {unheard.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    for field, label in (
        ("why", _("Why were they not heard?")),
        ("what_next", _("What will be done about it?")),
    ):
        autosave.text_area(
            label,
            getattr(unheard, field),
            partial(_set_unheard, unheard.id, field),
            f"unheard {field} {unheard.id}",
            height="content",
            max_chars=MOST_LETTERS,
        )
    delete_button("unheard", unheard, _("Delete this line?"))


def _role(role: Role) -> str:
    return _(ROLE_WORDS[role])


def _set_member(member_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_member(context, member_id, **{field: value})


def _set_unheard(unheard_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_missing_group(context, unheard_id, **{field: value})


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
