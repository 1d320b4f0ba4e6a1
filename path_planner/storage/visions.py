"""Visions, as a store keeps them."""

from path_planner.domain.vision.vision import Vision
from path_planner.storage.migrations import VISION_STEPS, Raw
from path_planner.storage.sort import Sort
from path_planner.storage.store import Due, VisionEntry

MOST_RECORDS = {
    "steering": 500,
    "sources": 5_000,
    "voices": 50_000,
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
}


def vision_entry_of(vision: Vision) -> VisionEntry:
    """Return the line of a vision in the list."""
    return VisionEntry(
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
    )


def nothing_due(_vision: Vision) -> tuple[Due, ...]:
    """Return nothing: what is due in a vision is looked at in its review rounds."""
    return ()


def _without_words(row: Raw) -> Raw:
    return {"id": row["id"], "source": row["source"], "text": ""}


def _without_ink(row: Raw) -> Raw:
    return {"id": row["id"], "source": row["source"], "width": 1, "height": 1}


def _without_people(row: Raw) -> Raw:
    return {"id": row["id"]}


VISIONS = Sort(
    document=Vision,
    suffix=".vision.json",
    private=".vision",
    catalogue="visions.json",
    most=MOST_RECORDS,
    steps=VISION_STEPS,
    line=VisionEntry,
    line_of=vision_entry_of,
    dues_of=nothing_due,
    counted="voices",
    forgotten={
        "sources": _without_people,
        "voices": _without_words,
        "drawings": _without_ink,
    },
)
