"""The items of the wall's outline: one for each voice, commitment, sketch and mark."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from path_planner.domain.base import Record, sorted_records
from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import (
    Card,
    CardSubject,
    Label,
    Mark,
    Photo,
    Shape,
    Sketch,
    Stamp,
    Stroke,
    card_id,
)
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.i18n import _, ngettext
from path_planner.processes.prompts import process_of
from path_planner.ui.commitments.cards import details_of
from path_planner.ui.components.person_select import SHARE_IN_SHORT, name_of, origin_words

Item = dict[str, Any]
R = TypeVar("R", bound=Record)
STROKES = "strokes-"
"""The prefix of the id of the item that represents all loose strokes of a stage."""


def items_of(session: Session, only: Collection[str] | None = None) -> dict[str, Item]:
    """Return the items of the outline, or those of loose strokes and of some other records.

    Private words stay off the shared screen.
    """
    home = process_of(session).stage_for
    items: dict[str, Item] = {}
    for item in (*_voices(session, only), *_commitments(session, only), *_marks(session, only)):
        items[item["id"]] = {**item, "stage": home(item["stage"])}
    return items


def _selected(records: Mapping[str, R], only: Collection[str] | None) -> Iterable[R]:
    if only is None:
        return records.values()
    return [records[record_id] for record_id in only if record_id in records]


def _voices(session: Session, only: Collection[str] | None) -> Iterator[Item]:
    for voice in _selected(session.voices, only):
        if voice.share is not Share.PRIVATE and voice.text:
            yield {
                **_line(voice, CardSubject.VOICES, "voice", voice.text, voice.said_by),
                "about": _about_voice(session, voice),
                "share": str(voice.share),
                "approved": voice.approved,
                "hidden": _is_hidden(session, CardSubject.VOICES, voice.id),
            }


def parked_items(session: Session) -> list[dict[str, str]]:
    """Return what waits in the parking space, but nothing private."""
    return [
        {"id": voice.id, "text": voice.text, "about": _about_voice(session, voice)}
        for voice in sorted_records(session.parked)
        if voice.share is not Share.PRIVATE
    ]


def _about_voice(session: Session, voice: Voice) -> str:
    if voice.share is Share.QUOTE:
        # The outline stands on the shared screen.
        return _(SHARE_IN_SHORT[voice.share])
    return f"{name_of(session, voice.said_by) or _('No name')}{origin_words(session, voice)}"


def _commitments(session: Session, only: Collection[str] | None) -> Iterator[Item]:
    for commitment in _selected(session.commitments, only):
        who = name_of(session, commitment.who) or _("Nobody yet")
        yield {
            **_line(
                commitment, CardSubject.COMMITMENTS, "commitment", commitment.what, commitment.who
            ),
            "about": " · ".join([who, *details_of(session, commitment)]),
            "by_when": commitment.by_when.isoformat() if commitment.by_when else None,
            "said_yes": commitment.said_yes,
            "hidden": _is_hidden(session, CardSubject.COMMITMENTS, commitment.id),
        }


def _marks(session: Session, only: Collection[str] | None) -> Iterator[Item]:
    strokes = [mark for mark in session.marks.values() if isinstance(mark, Stroke)]
    drawn = {stroke.sketch for stroke in strokes}
    loose = Counter([stroke.stage for stroke in strokes if not (stroke.sketch or stroke.signs)])
    for mark in _selected(session.marks, only):
        if isinstance(mark, Sketch):
            if mark.id in drawn or mark.words:
                yield _sketch(session, mark)
        elif not isinstance(mark, Card | Stroke):
            about = name_of(session, mark.by)
            yield {
                **_line(mark, CardSubject.MARKS, mark.kind, words_of(mark), mark.by),
                "about": about,
            }
    yield from (_strokes(stage, count) for stage, count in sorted(loose.items()))


def _sketch(session: Session, sketch: Sketch) -> Item:
    return {
        **_line(sketch, CardSubject.MARKS, "sketch", sketch.words, sketch.by),
        "about": name_of(session, sketch.by),
        "hidden": _is_hidden(session, CardSubject.MARKS, sketch.id),
    }


def _strokes(stage: str, count: int) -> Item:
    """Return one item for all loose strokes of a stage."""
    return {
        "id": f"{STROKES}{stage}",
        "collection": "marks",
        "kind": "stroke",
        "stage": stage,
        "order": 0.0,
        "text": ngettext("{count} stroke of a pen", "{count} strokes of a pen", count),
        "by": None,
        "about": "",
        "count": count,
    }


def words_of(mark: Mark) -> str:
    """Return the words of a mark, where it can have any."""
    if isinstance(mark, Label):
        return mark.text
    return mark.words if isinstance(mark, Shape | Stamp | Photo | Sketch) else ""


def _line(
    record: Voice | Commitment | Mark, subject: CardSubject, kind: str, text: str, by: str | None
) -> Item:
    return {
        "id": record.id,
        "collection": str(subject),
        "kind": kind,
        "stage": record.stage,
        "order": record.order,
        "text": text,
        "by": by,
    }


def _is_hidden(session: Session, subject: CardSubject, record_id: str) -> bool:
    card = session.marks.get(card_id(subject, record_id))
    return isinstance(card, Card) and card.hidden
