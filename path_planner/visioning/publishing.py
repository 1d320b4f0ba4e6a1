"""Publishing: easy wordings, the sign-off, and who was told that a voice was taken back."""

from path_planner.domain.editing import amend, put
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept, Meeting

EASY = ("themes", "priorities", "actions", "outcomes")
"""Collections whose records may have an easy wording; the vision itself has one as well."""


def word_easily(meeting: Meeting, collection: str, record_id: str, words: str) -> Kept:
    """Give something an easy wording; empty words take it back. What was written stays."""
    vision = meeting.vision
    if collection == "about":
        about = amend(vision.about, easy=words)
        return meeting.keep(vision.model_copy(update={"about": about}))
    if collection not in EASY or record_id not in getattr(vision, collection):
        raise UnknownRecord
    worded = amend(getattr(vision, collection)[record_id], easy=words)
    return meeting.keep(put(vision, collection, worded))


def sign_off(meeting: Meeting, signed_off: bool) -> Kept:
    """Note that people with learning disabilities have checked the easy read edition, or not."""
    about = amend(meeting.vision.about, signed_off=signed_off)
    return meeting.keep(meeting.vision.model_copy(update={"about": about}))


def note_told(meeting: Meeting, withdrawal_id: str, told: bool = True) -> Kept:
    """Note that those who hold printed documents were told of a voice that was taken back."""
    if withdrawal_id not in meeting.vision.withdrawals:
        raise UnknownRecord
    withdrawal = meeting.vision.withdrawals[withdrawal_id].model_copy(update={"told": told})
    return meeting.keep(put(meeting.vision, "withdrawals", withdrawal))
