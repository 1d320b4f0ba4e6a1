"""Use cases of publication: easy read texts, sign-off, withdrawals, and voices not to quote."""

from typing import NamedTuple

from path_planner.analysis.queries import all_voices
from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.plan import Licence
from path_planner.domain.vision.sources import MAY_BE_QUOTED, SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, update
from path_planner.services.vision.privacy.pii_checks import findings, reworded, without

EASY = ("themes", "priorities", "actions", "outcomes")
"""Collections whose records may have an easy wording; the vision itself has one as well."""


def opt_out_of_quotes(context: VisionContext, voice_id: str) -> VisionResult:
    """Opt a voice out of quotes: it is counted, never quoted."""
    voice: SharedVoice = get(context.document, "voices", voice_id)
    return context.keep(put(context.document, "voices", opted_out(voice)))


def allow_quotes(context: VisionContext, voice_id: str) -> VisionResult:
    """Revoke the opt-out: the voice gets back the share level that its people agreed to."""
    voice: SharedVoice = get(context.document, "voices", voice_id)
    if voice.agreed_to is None:
        return VisionResult(context.document)
    again = with_fields(voice, share=voice.agreed_to, agreed_to=None)
    return context.keep(put(context.document, "voices", again))


def opted_out(voice: SharedVoice) -> SharedVoice:
    """Return a quotable voice as one that is only counted; other voices unchanged."""
    if voice.share not in MAY_BE_QUOTED:
        return voice
    return with_fields(voice, share=Share.THEME, agreed_to=voice.share)


def opted_out_voices(vision: Vision) -> list[SharedVoice]:
    """Return the voices that the group does not want printed."""
    return [voice for voice in all_voices(vision) if voice.agreed_to is not None]


class QuoteDecisions(NamedTuple):
    """What people decided while reading quotes: ids of voices."""

    read: tuple[str, ...] = ()
    """They may be printed as they are."""
    without_marked: tuple[str, ...] = ()
    """They may be printed without the words that were marked."""
    only_counted: tuple[str, ...] = ()
    """They are counted, and not quoted."""


def decide_about_quotes(context: VisionContext, decisions: QuoteDecisions) -> VisionResult:
    """Keep many decisions in one step; voices that are gone meanwhile are left out."""
    vision = context.document
    voices = dict(vision.voices)
    for voice_id in decisions.read:
        if voice_id in voices:
            voices[voice_id] = voices[voice_id].model_copy(update={"checked": True})
    marked = [voices[voice_id] for voice_id in decisions.without_marked if voice_id in voices]
    found = findings(vision, marked) if marked else {}
    for voice in marked:
        voices[voice.id] = reworded(voice, without(voice.text, found.get(voice.id, ())))
    for voice_id in decisions.only_counted:
        if voice_id in voices:
            voices[voice_id] = opted_out(voices[voice_id])
    return context.keep(vision.model_copy(update={"voices": voices}))


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
