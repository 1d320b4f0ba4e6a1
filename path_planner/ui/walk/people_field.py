"""The field for the next line with the people here: who speaks, and what is chosen for the line."""

from collections.abc import Mapping, Sequence
from typing import Any

from path_planner import i18n
from path_planner.domain.people import Person
from path_planner.domain.session import Session, person_named
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share
from path_planner.i18n import _, plural_forms
from path_planner.processes.prompts import plans_alone
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import add_person, people_in_order
from path_planner.ui.components.voice_labels import SHARE_IN_SHORT
from path_planner.ui.sync.client_message import Change

Choice = Mapping[str, Any]


def people_data(
    session: Session,
    legend: str,
    choices: Sequence[Choice],
    *,
    first: str | None = None,
    nobody: str = "",
    park: str = "",
    chips: bool = True,
) -> dict[str, Any]:
    """Return what the field is told; `first` is who is chosen at first, without `chips` always."""
    people = people_in_order(session) if chips else []
    return {
        "legend": legend,
        "chips": chips,
        "people": [
            {"id": person.id, "name": person.name, "short": short_name(session, person)}
            for person in people
        ],
        "first": first or "",
        "nobody": nobody or _("No name"),
        "add": _("Someone new"),
        "newName": _("Their name, then Enter"),
        "choices": list(choices),
        "says": _("{name} says this.", name="{name}"),
        "keep": _("Keep as typed"),
        "language": i18n.bcp47_tag(),
        "pasted": plural_forms(
            "You pasted one line.", "You pasted {count} lines. Add each one separately?"
        ),
        "each": _("Add {count}", count="{count}"),
        "one": _("Keep as one"),
        "park": park,
    }


def short_name(session: Session, person: Person) -> str:
    """Return the first name of a person, with an initial or whole where others have the same."""
    people = session.people.values()
    for shortened in (_first_name, _with_initial):
        short = shortened(person.name)
        if [shortened(other.name) for other in people].count(short) == 1:
            return short
    return person.name


def _first_name(name: str) -> str:
    return name.partition(" ")[0]


def _with_initial(name: str) -> str:
    parts = name.split()
    return f"{parts[0]} {parts[-1][0]}." if len(parts) > 1 else name


def supported_choice(session: Session) -> Choice:
    """Return the list of who supports the person that speaks."""
    options = [["", _("Supported by nobody")]] + [
        [person.id, _("Supported by {name}", name=short_name(session, person))]
        for person in people_in_order(session)
    ]
    return _list("supported_by", _("Supported by"), options, "")


def expressed_choice() -> Choice:
    """Return the list of how somebody says it."""
    options = [[each.value, _(EXPRESSED_WORDS[each])] for each in Expressed]
    return _list("expressed", _("How was it said?"), options, Expressed.SAID.value)


def share_choice() -> Choice:
    """Return the list of share levels, in short."""
    options = [[each.value, _(SHARE_IN_SHORT[each])] for each in Share]
    return _list("share", _("How can it be shared?"), options, Share.CIRCLE.value)


def coach_choice(session: Session) -> Choice:
    """Return the list of coaches."""
    options = [["", _("No coach yet")]] + [
        [person.id, _("Coach: {name}", name=short_name(session, person))]
        for person in people_in_order(session)
    ]
    return _list("coach", _("Coach"), options, "")


def day_choice() -> Choice:
    """Return the field for the day."""
    return {"name": "by_when", "label": _("By when?"), "kind": "day", "value": ""}


def agreed_choice() -> Choice:
    """Return the box for a yes."""
    return {"name": "said_yes", "label": _("They said yes"), "kind": "tick", "value": ""}


def _list(name: str, label: str, options: list[list[str]], value: str) -> Choice:
    return {"name": name, "label": label, "kind": "list", "options": options, "value": value}


def person_of(context: SessionContext, line: Change, name: str) -> str | None:
    """Return the id of somebody chosen for a line, if they are (still) one of the people."""
    chosen = _chosen(line).get(name)
    return chosen if isinstance(chosen, str) and chosen in context.document.people else None


def text_of(line: Change, name: str) -> str:
    """Return what was chosen for a line, or an empty string."""
    chosen = _chosen(line).get(name)
    return chosen if isinstance(chosen, str) else ""


def _chosen(line: Change) -> Mapping[str, object]:
    chosen = line.get("chosen")
    return chosen if isinstance(chosen, Mapping) else {}


def added_person(context: SessionContext, line: Change) -> SessionResult | None:
    """Add somebody new, if that is what the line is; a name that is here already is not new."""
    name = line.get("person")
    if not isinstance(name, str):
        return None
    if person_named(context.document, name):
        return SessionResult(context.document)
    # Whom somebody at home writes down is not beside them.
    return add_person(context, name, present=not plans_alone(context.document))
