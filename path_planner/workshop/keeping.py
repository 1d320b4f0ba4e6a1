"""Sessions as a whole: begin one, copy it, bring one in from a file."""

from typing import Any

from path_planner.domain.clock import Clock
from path_planner.domain.editing import amend
from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.session import About, Session
from path_planner.storage import document
from path_planner.storage.sessions import SESSIONS
from path_planner.storage.store import SessionStore
from path_planner.workshop.saving import fresh_id, keep_beside, now, renewed


def begin(
    store: SessionStore, whose: str, kind: PathfinderKind = PathfinderKind.PERSON, **about: Any
) -> Session:
    """Begin a session; `about` are fields of About, such as title, process and held_on."""
    moment = now()
    people: dict[str, Person] = {}
    pathfinder = Pathfinder(name=whose, kind=kind)
    if kind is PathfinderKind.PERSON and pathfinder.name:
        person = Person(id=fresh_id(), name=whose, role=Role.PATHFINDER)
        people[person.id] = person
        pathfinder = amend(pathfinder, person=person.id)
    session = Session(
        id=fresh_id(),
        begun=moment,
        updated=moment,
        about=About(pathfinder=pathfinder, **about),
        people=people,
    )
    return store.begin(session)


def duplicate(store: SessionStore, session_id: str, title: str) -> Session:
    """Begin a session that holds all that another one holds, under its own title."""
    original = store.open(session_id).document
    about = amend(original.about, title=title)
    return store.begin(renewed(original, now).model_copy(update={"about": about, "clock": Clock()}))


def bring_in(store: SessionStore, content: bytes) -> Session:
    """Keep a plan from a file; one that is already here comes in beside it, under a new id."""
    return keep_beside(store, document.read(content, SESSIONS))
