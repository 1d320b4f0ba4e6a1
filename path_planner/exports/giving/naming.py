"""Short names for every record of a pack: those of the plan, and more for what it does not name."""

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.references import References, references

MORE_LETTERS = {
    "steering": "G",
    "unheard": "U",
    "drawings": "F",
    "votes": "V",
    "ballots": "B",
    "rounds": "R",
    "replies": "Y",
    "answers": "N",
    "readings": "M",
}
"""Letters for records that no document refers to; each differs from those of the plan."""


def names_of(vision: Vision) -> References:
    """Return the short names of all records: F3 is the third drawing."""
    names = {
        (collection, one.id): f"{letter}{number}"
        for collection, letter in MORE_LETTERS.items()
        for number, one in enumerate(in_order(getattr(vision, collection)), 1)
    }
    return References({**references(vision).names, **names})
