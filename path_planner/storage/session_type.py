"""The document type of sessions."""

from collections.abc import Iterator
from datetime import date

from path_planner.domain.commitment import Commitment, Status
from path_planner.domain.session import Session
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.storage.document_type import DocumentType
from path_planner.storage.migrations import SESSION_STEPS
from path_planner.storage.protocol import Due, DueKind, SessionSummary

MOST_RECORDS = {
    "people": 1_000,
    "agreement": 500,
    "stages": 200,
    "voices": 10_000,
    "parked": 2_000,
    "commitments": 5_000,
    "reviews": 1_000,
    "marks": 50_000,
    "pictures": 500,
    "other_versions": 5_000,
}


def session_summary_of(session: Session) -> SessionSummary:
    """Return the summary of a session for lists."""
    about = session.about
    return SessionSummary(
        id=session.id,
        title=about.title,
        pathfinder=about.pathfinder.name,
        process=about.process,
        place=about.place,
        held_on=about.held_on,
        begun=session.begun,
        updated=session.updated,
        revision=session.revision,
        people=len(session.people),
        voices=len(session.voices),
        commitments=len(session.commitments),
        open_steps=sum(
            commitment.status is Status.OPEN and _is_step(session, commitment)
            for commitment in session.commitments.values()
        ),
    )


def _is_step(session: Session, commitment: Commitment) -> bool:
    stage = process_of(session).stage(commitment.stage)
    return stage is None or stage.gathers is not StageInput.ENROLMENTS


# No commitment has an id with a colon.
_REVIEW, _DELETION = ":review", ":deletion"


def session_dues_of(session: Session) -> Iterator[Due]:
    """Yield what has a date: open commitments, the review day and the day to delete the plan."""
    yield from _open_commitments(session)
    consent = session.consent
    if (day := consent.review_on) and not any(day <= each.on for each in session.reviews.values()):
        yield _due(session, _REVIEW, DueKind.REVIEW, day)
    if consent.delete_on:
        yield _due(session, _DELETION, DueKind.DELETION, consent.delete_on)


def _due(session: Session, due_id: str, kind: DueKind, day: date) -> Due:
    return Due(
        kind=kind,
        document_id=session.id,
        title=session.about.title,
        pathfinder=session.about.pathfinder.name,
        commitment_id=due_id,
        by_when=day,
    )


def _open_commitments(session: Session) -> Iterator[Due]:
    names = {person.id: person.name for person in session.people.values()}
    for commitment in session.commitments.values():
        if commitment.status is Status.OPEN and commitment.by_when is not None:
            yield Due(
                document_id=session.id,
                title=session.about.title,
                pathfinder=session.about.pathfinder.name,
                commitment_id=commitment.id,
                what=commitment.what,
                who=names.get(commitment.who or "", ""),
                coach=names.get(commitment.coach or "", ""),
                by_when=commitment.by_when,
            )


SESSIONS = DocumentType(
    document=Session,
    suffix=".path.json",
    history_folder=".path",
    index_name="catalogue.json",
    record_limits=MOST_RECORDS,
    migrations=SESSION_STEPS,
    summary=SessionSummary,
    summary_of=session_summary_of,
    dues_of=session_dues_of,
    counted_collection="voices",
    heavy_collections="marks",
)
