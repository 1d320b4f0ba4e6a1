"""The document type of visions, with its redaction rules."""

from collections.abc import Iterator
from datetime import date

from path_planner.analysis.progress import open_actions, upcoming_review
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.storage.document_type import DocumentType, RedactionRule
from path_planner.storage.migrations import VISION_STEPS, Raw
from path_planner.storage.protocol import Due, DueKind, VisionSummary

MOST_RECORDS = {
    "steering": 500,
    "sources": 5_000,
    "voices": 50_000,
    "set_aside": 50_000,
    "mappings": 500,
    "cleared": 10_000,
    "drawings": 2_000,
    "unheard": 1_000,
    "themes": 1_000,
    "placings": 150_000,
    "causes": 5_000,
    "disagreements": 2_000,
    "priorities": 1_000,
    "votes": 200,
    "ballots": 20_000,
    "actions": 5_000,
    "outcomes": 2_000,
    "rounds": 200,
    "replies": 20_000,
    "answers": 20_000,
    "readings": 20_000,
    "printed": 2_000,
    "withdrawals": 20_000,
    "other_versions": 5_000,
}


def vision_summary_of(vision: Vision) -> VisionSummary:
    """Return the summary of a vision for lists."""
    return VisionSummary(
        id=vision.id,
        title=vision.about.title,
        community=vision.about.community,
        begun=vision.begun,
        updated=vision.updated,
        revision=vision.revision,
        sources=len(vision.sources),
        voices=len(vision.voices),
        themes=len(vision.themes),
        actions=len(vision.actions),
        next_look=upcoming_review(vision),
    )


def vision_dues_of(vision: Vision) -> Iterator[Due]:
    """Yield the open actions that have a date, and the next review."""
    for action in open_actions(vision):
        if action.by_when is not None:
            yield _due(vision, action.id, action.by_when, what=action.what, who=action.who)
    if (review := upcoming_review(vision)) is not None:
        yield _due(vision, "look", review, kind=DueKind.REVIEW)


def _due(
    vision: Vision,
    record_id: str,
    day: date,
    *,
    what: str = "",
    who: str = "",
    kind: DueKind = DueKind.STEP,
) -> Due:
    return Due(
        kind=kind,
        document_type=vision.kind.name,
        document_id=vision.id,
        title=vision.about.title,
        commitment_id=record_id,
        what=what,
        who=who,
        by_when=day,
    )


def _without_words(row: Raw) -> Raw:
    return {"id": row["id"], "source": row["source"], "text": ""}


def _without_ink(row: Raw) -> Raw:
    return {"id": row["id"], "source": row["source"], "width": 1, "height": 1}


def _without_people(row: Raw) -> Raw:
    return {"id": row["id"]}


def _without_versions(row: Raw) -> Raw:
    return {name: row[name] for name in ("id", "collection", "record", "field")}


_REDACTED = "forgotten"
"""The hash of the original words in earlier states from which these words were redacted."""


def _needs_redaction(was: SharedVoice | None, becomes: SharedVoice) -> bool:
    return was is not None and becomes.reworded and was.text != becomes.text


def _reworded_row(row: Raw, now: SharedVoice) -> Raw:
    if not now.reworded or row.get("text") == now.text:
        return row
    return {**row, "text": now.text, "came_as": _REDACTED}


def _newest_words_win(before: SharedVoice | None, now: SharedVoice) -> bool:
    return now.reworded and (before is None or before.came_as == _REDACTED)


VISIONS = DocumentType(
    document=Vision,
    suffix=".vision.json",
    history_folder=".vision",
    index_name="visions.json",
    record_limits=MOST_RECORDS,
    migrations=VISION_STEPS,
    summary=VisionSummary,
    summary_of=vision_summary_of,
    dues_of=vision_dues_of,
    counted_collection="voices",
    redacted_fields={
        "sources": _without_people,
        "voices": _without_words,
        "set_aside": _without_words,
        "cleared": _without_people,
        "drawings": _without_ink,
        "other_versions": _without_versions,
    },
    redaction_rules={
        "voices": RedactionRule(
            covers=_needs_redaction,
            forget=_reworded_row,
            stand=_newest_words_win,
            fields=("text", "reworded", "came_as"),
        )
    },
)
