"""Use cases of the harvest: what people take from the tables, grouped under titles."""

from collections.abc import Iterable

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.event.cafe import HarvestGroup
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.services import records
from path_planner.services.context import EventContext, EventResult
from path_planner.services.records import get


def add_group(context: EventContext, title: str, voice_ids: Iterable[str] = ()) -> EventResult:
    """Add a group, and put lines in it; nothing changes without a title."""
    group = HarvestGroup(
        id=context.fresh_id(), title=title, order=next_order(context.document.groups)
    )
    if not group.title:
        return EventResult(context.document)
    after = put(context.document, "groups", group)
    return context.keep(_with_lines_in(after, group.id, voice_ids))


def rename_group(context: EventContext, group_id: str, title: str) -> EventResult:
    """Change the title of a group; nothing changes without one."""
    return records.update(context, "groups", group_id, title=title)


def remove_group(context: EventContext, group_id: str) -> EventResult:
    """Remove a group; its lines stay, in no group."""
    event = context.document
    get(event, "groups", group_id)
    inside = [line.id for line in event.voices.values() if line.group == group_id]
    return context.keep(_with_lines_in(remove(event, "groups", group_id), None, inside))


def put_in_group(
    context: EventContext, group_id: str | None, voice_ids: Iterable[str]
) -> EventResult:
    """Move lines into a group, or out of any; lines that were taken back meanwhile are left out."""
    if group_id is not None:
        get(context.document, "groups", group_id)
    return context.keep(_with_lines_in(context.document, group_id, voice_ids))


def _with_lines_in(event: Event, group_id: str | None, voice_ids: Iterable[str]) -> Event:
    for voice_id in voice_ids:
        line = event.voices.get(voice_id)
        if line is not None and line.part is Part.HARVEST:
            event = put(event, "voices", with_fields(line, group=group_id))
    return event
