"""The outline beside the wall: one line for each voice, promise, sketch and mark."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from path_planner.domain.commitment import Commitment
from path_planner.domain.mark import Mark, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.domain.wall import Card, Holds, Label, Photo, Shape, Stamp, card_id
from path_planner.processes.asking import process_of
from path_planner.ui.commitment_list import facts_of
from path_planner.ui.people import name_of
from path_planner.ui.voice_words import SHARE_IN_SHORT, how_it_came
from path_planner.words import say, say_many

Item = dict[str, Any]


def items_of(session: Session) -> dict[str, Item]:
    """Return the lines of the outline; private words stay off the shared screen."""
    home = process_of(session).home
    found: dict[str, Item] = {}
    for item in (*_voices(session), *_commitments(session), *_marks(session)):
        found[item["id"]] = {**item, "stage": home(item["stage"])}
    return found


def _voices(session: Session) -> Iterator[Item]:
    for voice in session.voices.values():
        if voice.share is not Share.PRIVATE and voice.text:
            yield {
                **_line(voice, Holds.VOICES, "voice", voice.text, voice.said_by),
                "about": _told_of(session, voice),
                "share": str(voice.share),
                "approved": voice.approved,
                "hidden": _is_hidden(session, Holds.VOICES, voice.id),
            }


def _told_of(session: Session, voice: Voice) -> str:
    if voice.share is Share.QUOTE:
        # The outline stands on the shared screen.
        return say(SHARE_IN_SHORT[voice.share])
    return f"{name_of(session, voice.said_by) or say('No name')}{how_it_came(session, voice)}"


def _commitments(session: Session) -> Iterator[Item]:
    for one in session.commitments.values():
        who = name_of(session, one.who) or say("Nobody yet")
        yield {
            **_line(one, Holds.COMMITMENTS, "commitment", one.what, one.who),
            "about": " · ".join([who, *facts_of(session, one)]),
            "by_when": one.by_when.isoformat() if one.by_when else None,
            "hidden": _is_hidden(session, Holds.COMMITMENTS, one.id),
        }


def _marks(session: Session) -> Iterator[Item]:
    loose: Counter[str] = Counter()
    drawn = {mark.sketch for mark in session.marks.values() if isinstance(mark, Stroke)}
    for mark in session.marks.values():
        if isinstance(mark, Stroke):
            loose[mark.stage] += not (mark.sketch or mark.signs)
        elif isinstance(mark, Sketch):
            if mark.id in drawn or mark.words:
                yield _sketch(session, mark)
        elif not isinstance(mark, Card):
            about = name_of(session, mark.by)
            yield {**_line(mark, Holds.MARKS, mark.kind, words_of(mark), mark.by), "about": about}
    yield from (_strokes(stage, count) for stage, count in sorted((+loose).items()))


def _sketch(session: Session, sketch: Sketch) -> Item:
    return {
        **_line(sketch, Holds.MARKS, "sketch", sketch.words, sketch.by),
        "about": name_of(session, sketch.by),
        "hidden": _is_hidden(session, Holds.MARKS, sketch.id),
    }


def _strokes(stage: str, count: int) -> Item:
    """Return one line for all loose strokes of a stage."""
    return {
        "id": f"strokes-{stage}",
        "collection": "marks",
        "kind": "stroke",
        "stage": stage,
        "order": 0.0,
        "text": say_many("{count} stroke of a pen", "{count} strokes of a pen", count),
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
    record: Voice | Commitment | Mark, holds: Holds, kind: str, text: str, by: str | None
) -> Item:
    return {
        "id": record.id,
        "collection": str(holds),
        "kind": kind,
        "stage": record.stage,
        "order": record.order,
        "text": text,
        "by": by,
    }


def _is_hidden(session: Session, holds: Holds, record_id: str) -> bool:
    card = session.marks.get(card_id(holds, record_id))
    return isinstance(card, Card) and card.hidden
