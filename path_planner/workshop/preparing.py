"""Getting ready: what the session is, who comes, what helps them, what was agreed."""

from typing import Any

from path_planner.domain.editing import amend, in_order, last_order, put, take_out
from path_planner.domain.people import Person, Role
from path_planner.domain.record import Record
from path_planner.domain.session import About, Promise, Session
from path_planner.errors import UnknownRecord
from path_planner.processes import find
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.forms import follow_regions


def describe_session(room: Room, **facts: Any) -> Kept:
    """Change what the session is: title, place, day …; another form takes its records along."""
    about = amend(room.session.about, **facts)
    after = room.session.model_copy(update={"about": about})
    if about.process != room.session.about.process:
        after = _rehomed(after)
    if _form(about) != _form(room.session.about):
        after = follow_regions(room.session, after)
    return room.keep(after)


def _form(about: About) -> tuple[str, str]:
    return about.process, about.columns


def _rehomed(session: Session) -> Session:
    form = find(session.about.process)
    for collection in ("voices", "commitments", "marks"):
        for record in getattr(session, collection).values():
            home = form.home(record.stage)
            if home != record.stage:
                session = put(session, collection, record.model_copy(update={"stage": home}))
    return session


def name_pathfinder(room: Room, **facts: Any) -> Kept:
    """Say whose PATH it is; a single person also becomes one of the people."""
    pathfinder = amend(room.session.about.pathfinder, **facts)
    about = amend(room.session.about, pathfinder=pathfinder)
    return room.keep(room.session.model_copy(update={"about": about}))


def welcome(room: Room, name: str, role: Role = Role.OTHER, *, present: bool = True) -> Kept:
    """Add somebody to the people of this session."""
    person = Person(
        id=room.fresh_id(),
        name=name,
        role=role,
        present=present,
        order=last_order(room.session.people),
    )
    if not person.name:
        return Kept(room.session)
    return room.keep(put(room.session, "people", person))


def change_person(room: Room, person_id: str, **facts: Any) -> Kept:
    """Put right what is known of somebody."""
    person = room.session.people.get(person_id)
    if person is None:
        raise UnknownRecord
    changed = amend(person, **facts)
    if not changed.name:
        return Kept(room.session)
    after = put(room.session, "people", changed)
    pathfinder = after.about.pathfinder
    if pathfinder.person == person_id and pathfinder.name != changed.name:
        about = amend(after.about, pathfinder=amend(pathfinder, name=changed.name))
        after = after.model_copy(update={"about": about})
    return room.keep(after)


def say_goodbye(room: Room, person_id: str) -> Kept:
    """Take somebody out; what they said stays, without their name."""
    after = take_out(room.session, "people", person_id)
    for collection, fields in (
        ("voices", ("said_by", "supported_by")),
        ("commitments", ("who", "coach")),
        ("marks", ("by",)),
    ):
        for record in getattr(after, collection).values():
            after = _without_person(after, collection, record, fields, person_id)
    if after.about.pathfinder.person == person_id:
        pathfinder = amend(after.about.pathfinder, person=None)
        about = amend(after.about, pathfinder=pathfinder)
        after = after.model_copy(update={"about": about})
    return room.keep(after)


def _without_person(
    session: Session, collection: str, record: Record, fields: tuple[str, ...], person_id: str
) -> Session:
    cleared = {name: None for name in fields if getattr(record, name, None) == person_id}
    if not cleared:
        return session
    return put(session, collection, record.model_copy(update=cleared))


def promise(room: Room, text: str) -> Kept:
    """Add a line to the group agreement."""
    line = Promise(id=room.fresh_id(), text=text, order=last_order(room.session.agreement))
    if not line.text:
        return Kept(room.session)
    return room.keep(put(room.session, "agreement", line))


def change_promise(room: Room, promise_id: str, text: str) -> Kept:
    """Reword a line of the agreement; an empty one is taken out."""
    line = room.session.agreement.get(promise_id)
    if line is None:
        raise UnknownRecord
    changed = amend(line, text=text)
    if not changed.text:
        return room.keep(take_out(room.session, "agreement", promise_id))
    return room.keep(put(room.session, "agreement", changed))


def agree(room: Room, **facts: Any) -> Kept:
    """Note what the pathfinder agreed to; fields are those of Consent."""
    consent = amend(room.session.consent, **facts)
    if consent.given_on is None and any(facts.get(name) for name in ("keep", "share", "photos")):
        consent = amend(consent, given_on=room.now().date())
    return room.keep(room.session.model_copy(update={"consent": consent}))


def people_in_order(session: Session) -> list[Person]:
    """Return the people, the pathfinder first."""
    first = session.about.pathfinder.person
    return sorted(in_order(session.people), key=lambda person: person.id != first)
