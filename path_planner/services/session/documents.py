"""Sessions as a whole: begin, duplicate, import from a file."""

from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.session import About, Session
from path_planner.domain.timer import Timer
from path_planner.errors import IsADrawing, NotASession
from path_planner.formats.excalidraw.opening import is_drawing
from path_planner.scene.wall import has_wall
from path_planner.services.context import fresh_id, import_as_copy, now, with_new_id
from path_planner.services.session.wall.cards import settled
from path_planner.storage import serializer
from path_planner.storage.protocol import SessionStore
from path_planner.storage.session_type import SESSIONS


def begin(
    store: SessionStore,
    whose: str,
    kind: PathfinderKind = PathfinderKind.PERSON,
    supporter: str = "",
    **about: Any,
) -> Session:
    """Begin a session; `about` are fields of About, such as title, process and held_on."""
    started = now()
    people: dict[str, Person] = {}
    pathfinder = Pathfinder(name=whose, kind=kind)
    if kind is PathfinderKind.PERSON and pathfinder.name:
        person = Person(id=fresh_id(), name=whose, role=Role.PATHFINDER)
        people[person.id] = person
        pathfinder = with_fields(pathfinder, person=person.id)
    if supporter.strip():
        helper = Person(id=fresh_id(), name=supporter, role=Role.SUPPORTER, order=1.0)
        people[helper.id] = helper
    session = Session(
        id=fresh_id(),
        begun=started,
        updated=started,
        about=About(pathfinder=pathfinder, **about),
        people=people,
    )
    return store.create(session)


def duplicate(store: SessionStore, session_id: str, title: str) -> Session:
    """Create a copy of a session under a new title."""
    original = store.open(session_id).document
    about = with_fields(original.about, title=title)
    return store.create(
        with_new_id(original, now).model_copy(update={"about": about, "clock": Timer()})
    )


def import_document(store: SessionStore, content: bytes) -> Session:
    """Import a session from a file, under a new id if its id exists already.

    If it has a wall, cards without a stored place get one first. Raises IsADrawing for a drawing.
    """
    try:
        session = serializer.read(content, SESSIONS)
    except NotASession:
        if is_drawing(content):
            raise IsADrawing from None
        raise
    return import_as_copy(store, settled(session) if has_wall(session) else session)
