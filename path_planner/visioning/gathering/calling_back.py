"""What is told when a yes was taken back: what went out, and what had been printed."""

from path_planner.domain.vision.source import Printed, Withdrawal
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_export import vision_exports
from path_planner.words import say, say_date, say_many


def told_of(vision: Vision, withdrawal: Withdrawal) -> str:
    """Say how much was taken out, and in which documents it stands that are out already."""
    taken = say_many(
        "{count} voice was taken out on {day}.",
        "{count} voices were taken out on {day}.",
        withdrawal.voices,
        day=say_date(withdrawal.at.date()),
    )
    return f"{taken} {_printed(vision, withdrawal.printed)} {_erased()}"


def would_be_told(vision: Vision, record_id: str) -> str:
    """Say in which printed documents a voice, or anything of a source, stands."""
    return f"{_printed(vision, _with(vision, record_id))} {_will_be_erased()}"


def stands_in(vision: Vision, record_id: str) -> str:
    """Say in which printed documents it stands; nothing where it stands in none."""
    stands = _with(vision, record_id)
    return _printed(vision, stands) if stands else ""


def _with(vision: Vision, record_id: str) -> tuple[str, ...]:
    voices = {one.id for one in vision.voices.values() if record_id in (one.id, one.source)}
    return tuple(
        one.id
        for one in vision.printed.values()
        if not voices.isdisjoint(one.voices) or record_id in one.sources
    )


def _erased() -> str:
    return say(
        "The words are erased here, from the history of this vision and from deleted visions too."
    )


def _will_be_erased() -> str:
    return say(
        "The words are erased here for good, "
        "from the history of this vision and from deleted visions too. "
        "Copies of this vision that were made elsewhere still hold them."
    )


def _printed(vision: Vision, ids: tuple[str, ...]) -> str:
    found = [vision.printed[one] for one in ids if one in vision.printed]
    if not found:
        return say("It stands in no printed document.")
    ordered = sorted(found, key=lambda one: (one.at, one.id))
    documents = ", ".join(dict.fromkeys(_document(one) for one in ordered))
    return say(
        "It stands in documents that are out already: {documents}. "
        "They cannot be called back. Please tell those who hold them.",
        documents=documents,
    )


def _document(printed: Printed) -> str:
    names = {one.key: one.name for one in vision_exports()}
    what = say(names[printed.what]) if printed.what in names else printed.what
    return say("{what} of {day}", what=what, day=say_date(printed.at.date()))
