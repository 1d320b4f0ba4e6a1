"""Putting right what is told of a source: where and when people were heard, and who they were."""

from typing import Any

from path_planner.domain.vision.source import Source, SourceKind
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found, put_right

OF_A_PATH = frozenset(("place", "group"))
"""What a PATH does not tell by itself; the rest comes from its session each time."""
OF_A_CONVERSATION = OF_A_PATH | {"kept_as", "what", "held_on", "people"}


def change_source(meeting: Meeting, source_id: str, **facts: Any) -> Kept:
    """Put right what the group noted of a source; what its people agreed to stays as it is."""
    source: Source = found(meeting.vision, "sources", source_id)
    allowed = may_be_put_right(source)
    here = {name: value for name, value in facts.items() if name in allowed}
    if here.get("what") is SourceKind.PATH:
        del here["what"]
    if "held_on" in here and source.agreed.given_on == source.held_on:
        # Nobody noted another day for the yes than that of the conversation.
        here["agreed"] = source.agreed.model_copy(update={"given_on": here["held_on"]})
    return put_right(meeting, "sources", source_id, **here)


def may_be_put_right(source: Source) -> frozenset[str]:
    """Return the fields of a source that the group notes itself."""
    return OF_A_PATH if source.what is SourceKind.PATH else OF_A_CONVERSATION
