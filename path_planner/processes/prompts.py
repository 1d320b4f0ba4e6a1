"""How a stage speaks in one session: its blanks filled with whose PATH it is and the date."""

from datetime import date

from path_planner.domain.session import Session
from path_planner.i18n import _, format_date
from path_planner.processes import find
from path_planner.processes.model import Process, Stage


def process_of(session: Session) -> Process:
    """Return the form this session follows."""
    return find(session.about.process)


def pathfinder_name(session: Session) -> str:
    """Return whose PATH it is, by name or in words."""
    return session.about.pathfinder.name or _("the pathfinder")


def looking_back_from(session: Session) -> date:
    """Return the day the goal is told from: a year after the workshop."""
    day = session.about.held_on or session.begun.date()
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def fill_placeholders(message: str, session: Session) -> str:
    """Say a question or prompt of a stage for this session."""
    facts = {"name": pathfinder_name(session), "date": format_date(looking_back_from(session))}
    # Only the blanks that the sentence has; a pseudo language keeps them too.
    return _(message, **{key: fact for key, fact in facts.items() if f"{{{key}}}" in message})


def stage_title(session: Session, stage: Stage) -> str:
    """Return what this session calls the stage."""
    state = session.stages.get(stage.id)
    return state.title if state and state.title else _(stage.title)
