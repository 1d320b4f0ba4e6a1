"""Use cases of publication: easy read texts, sign-off, and notification of withdrawals."""

from path_planner.domain.base import with_fields
from path_planner.domain.vision.plan import Licence
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import update

EASY = ("themes", "priorities", "actions", "outcomes")
"""Collections whose records may have an easy wording; the vision itself has one as well."""


def set_easy_read_text(
    context: VisionContext, collection: str, record_id: str, words: str
) -> VisionResult:
    """Set or clear the easy read text of a record, or of the vision itself."""
    vision = context.document
    if collection == "about":
        about = with_fields(vision.about, easy=words)
        return context.keep(vision.model_copy(update={"about": about}))
    if collection not in EASY:
        raise UnknownRecord
    return update(context, collection, record_id, easy=words)


def sign_off(context: VisionContext, signed_off: bool) -> VisionResult:
    """Record whether people with learning disabilities have checked the easy read edition."""
    about = with_fields(context.document.about, signed_off=signed_off)
    return context.keep(context.document.model_copy(update={"about": about}))


def set_licence(context: VisionContext, licence: Licence) -> VisionResult:
    """Set what others may do with what is published."""
    about = with_fields(context.document.about, licence=licence)
    return context.keep(context.document.model_copy(update={"about": about}))


def set_licence_words(context: VisionContext, words: str) -> VisionResult:
    """Set what others may do with it, in the group's own words."""
    about = with_fields(context.document.about, licence_words=words)
    return context.keep(context.document.model_copy(update={"about": about}))


def mark_notified(context: VisionContext, withdrawal_id: str, told: bool = True) -> VisionResult:
    """Record that the holders of published documents were told of a withdrawal."""
    return update(context, "withdrawals", withdrawal_id, told=told)
