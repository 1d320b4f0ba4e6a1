"""Preparation of a session: its facts, people, group agreement and consent."""

from typing import Any

from path_planner.domain.base import Record, put, remove, sorted_records, with_fields
from path_planner.domain.people import Person, Role
from path_planner.domain.session import About, AgreementLine, Session
from path_planner.processes import find
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import create, delete, get, upsert
from path_planner.services.session.wall.relayout import follow_regions


def describe_session(context: SessionContext, **facts: Any) -> SessionResult:
    """Change the facts about a session; with another process, its records change stages."""
    about = with_fields(context.document.about, **facts)
    after = context.document.model_copy(update={"about": about})
    if about.process != context.document.about.process:
        after = _with_mapped_stages(after)
    if _layout_key(about) != _layout_key(context.document.about):
        after = follow_regions(context.document, after)
    return context.keep(after)


def _layout_key(about: About) -> tuple[str, str]:
    return about.process, about.columns


def _with_mapped_stages(session: Session) -> Session:
    process = find(session.about.process)
    for collection in ("voices", "parked", "commitments", "marks"):
        for record in getattr(session, collection).values():
            stage = process.stage_for(record.stage)
            if stage != record.stage:
                session = put(session, collection, record.model_copy(update={"stage": stage}))
    return session


def name_pathfinder(context: SessionContext, **facts: Any) -> SessionResult:
    """Change the pathfinder; `facts` are fields of Pathfinder."""
    pathfinder = with_fields(context.document.about.pathfinder, **facts)
    about = with_fields(context.document.about, pathfinder=pathfinder)
    return context.keep(context.document.model_copy(update={"about": about}))


def add_person(
    context: SessionContext, name: str, role: Role = Role.OTHER, *, present: bool = True
) -> SessionResult:
    """Add somebody to the people of this session."""
    return create(context, "people", name=name, role=role, present=present)


def change_person(context: SessionContext, person_id: str, **facts: Any) -> SessionResult:
    """Change a person, and the pathfinder's name if it is them."""
    person: Person = get(context.document, "people", person_id)
    changed = with_fields(person, **facts)
    if not changed.name:
        return SessionResult(context.document)
    after = put(context.document, "people", changed)
    pathfinder = after.about.pathfinder
    if pathfinder.person == person_id and pathfinder.name != changed.name:
        about = with_fields(after.about, pathfinder=with_fields(pathfinder, name=changed.name))
        after = after.model_copy(update={"about": about})
    return context.keep(after)


def remove_person(context: SessionContext, person_id: str) -> SessionResult:
    """Delete a person; their voices, commitments and marks stay, without the link to them."""
    after = remove(context.document, "people", person_id)
    for collection, fields in (
        ("voices", ("said_by", "supported_by")),
        ("parked", ("said_by", "supported_by")),
        ("commitments", ("who", "coach")),
        ("marks", ("by",)),
    ):
        for record in getattr(after, collection).values():
            after = _without_person(after, collection, record, fields, person_id)
    if after.about.pathfinder.person == person_id:
        pathfinder = with_fields(after.about.pathfinder, person=None)
        about = with_fields(after.about, pathfinder=pathfinder)
        after = after.model_copy(update={"about": about})
    return context.keep(after)


def _without_person(
    session: Session, collection: str, record: Record, fields: tuple[str, ...], person_id: str
) -> Session:
    cleared = {name: None for name in fields if getattr(record, name, None) == person_id}
    if not cleared:
        return session
    return put(session, collection, record.model_copy(update=cleared))


def add_agreement_line(context: SessionContext, text: str) -> SessionResult:
    """Add a line to the group agreement."""
    return create(context, "agreement", text=text)


def change_agreement_line(context: SessionContext, promise_id: str, text: str) -> SessionResult:
    """Reword a line of the agreement; an empty text deletes it."""
    line: AgreementLine = get(context.document, "agreement", promise_id)
    changed = with_fields(line, text=text)
    if not changed.text:
        return delete(context, "agreement", promise_id)
    return upsert(context, "agreement", changed)


def record_consent(context: SessionContext, **facts: Any) -> SessionResult:
    """Record the pathfinder's consent; `facts` are fields of Consent."""
    consent = with_fields(context.document.consent, **facts)
    if consent.given_on is None and any(facts.get(name) for name in ("keep", "share", "photos")):
        consent = with_fields(consent, given_on=context.now().date())
    return context.keep(context.document.model_copy(update={"consent": consent}))


def people_in_order(session: Session) -> list[Person]:
    """Return the people, the pathfinder first."""
    first = session.about.pathfinder.person
    return sorted(sorted_records(session.people), key=lambda person: person.id != first)
