"""The people of a session beside the field for the next line."""

from collections.abc import Sequence
from typing import Any

from path_planner.domain.session import Session, person_named
from path_planner.i18n import _
from path_planner.processes.prompts import plans_alone
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import add_person, people_in_order
from path_planner.ui.components import people_field
from path_planner.ui.components.people_field import Choice, list_choice, person_in
from path_planner.ui.sync.component import Change


def people_data(
    session: Session, legend: str, choices: Sequence[Choice], *, chips: bool = True, **more: Any
) -> dict[str, Any]:
    """Return what the field is told of the people here; without `chips` there is nobody else."""
    people = people_in_order(session) if chips else []
    return people_field.people_data(people, legend, choices, chips=chips, **more)


def supported_choice(session: Session) -> Choice:
    """Return the list of who supports the person that speaks."""
    return people_field.supported_choice(people_in_order(session))


def coach_choice(session: Session) -> Choice:
    """Return the list of coaches."""
    people = people_in_order(session)
    options = [["", _("No coach yet")]] + [
        [person.id, _("Coach: {name}", name=people_field.short_name(people, person))]
        for person in people
    ]
    return list_choice("coach", _("Coach"), options, "")


def day_choice() -> Choice:
    """Return the field for the day."""
    return {"name": "by_when", "label": _("By when?"), "kind": "day", "value": ""}


def agreed_choice() -> Choice:
    """Return the box for a yes."""
    return {"name": "said_yes", "label": _("They said yes"), "kind": "tick", "value": ""}


def person_of(context: SessionContext, line: Change, name: str) -> str | None:
    """Return the id of somebody chosen for a line, if they are (still) one of the people."""
    return person_in(context.document.people, line, name)


def added_person(context: SessionContext, line: Change) -> SessionResult | None:
    """Add somebody new, if that is what the line is; a name that is here already is not new."""
    name = line.get("person")
    if not isinstance(name, str):
        return None
    if person_named(context.document, name):
        return SessionResult(context.document)
    # Whom somebody at home writes down is not beside them.
    return add_person(context, name, present=not plans_alone(context.document))
