"""The process of one session, and the words of its stages with name and date filled in."""

from datetime import date

from path_planner.dates import years_later
from path_planner.domain.session import Session
from path_planner.i18n import _, format_date
from path_planner.processes import find, form_of
from path_planner.processes.model import PlannedBy, Process, Stage


def process_of(session: Session) -> Process:
    """Return the process of this session."""
    return find(session.about.process)


def plans_alone(session: Session) -> bool:
    """Say whether one person plans without anybody beside them."""
    return process_of(session).planned_by is PlannedBy.ALONE


def is_for_one_person(session: Session) -> bool:
    """Say whether one person plans, alone or with a supporter, and not a group."""
    return process_of(session).planned_by is not PlannedBy.GROUP


def pathfinder_name(session: Session) -> str:
    """Return the name of the pathfinder, or "the pathfinder" in the current language."""
    return session.about.pathfinder.name or _("the pathfinder")


def looking_back_from(session: Session) -> date:
    """Return the date from which the goal is told: one year after the workshop."""
    workshop_day = session.about.held_on or session.begun.date()
    return years_later(workshop_day, 1)


def fill_placeholders(message: str, session: Session) -> str:
    """Translate a question or prompt and fill in its placeholders for this session."""
    facts = {"name": pathfinder_name(session), "date": format_date(looking_back_from(session))}
    # Only the placeholders that the message has; a pseudo-locale keeps them too.
    return _(message, **{key: fact for key, fact in facts.items() if f"{{{key}}}" in message})


def question_for_others(session: Session, stage: Stage) -> str:
    """Return the question as somebody else is asked: about the pathfinder, not about "you"."""
    asked = form_of(process_of(session)).stage(stage.id) or stage
    return fill_placeholders(asked.question, session)


def stage_title(session: Session, stage: Stage) -> str:
    """Return the title of a stage: the session's own, or else the translated default."""
    state = session.stages.get(stage.id)
    return state.title if state and state.title else _(stage.title)
