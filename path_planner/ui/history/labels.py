"""Restore points and times in words."""

from collections.abc import Mapping
from datetime import datetime

from path_planner.dates import in_zone
from path_planner.domain.base import Document
from path_planner.domain.session import Session
from path_planner.i18n import N_, _
from path_planner.processes.prompts import process_of, stage_title
from path_planner.services.history.comparing import Counts, Kind
from path_planner.services.history.points import Point, PointKind

_KINDS: Mapping[PointKind, str] = {
    PointKind.BEGUN: N_("The beginning"),
    PointKind.BREAK: N_("Break"),
    PointKind.HOUR: N_("After an hour of work"),
    PointKind.IMPORT: N_("Before something was added"),
    PointKind.DELETION: N_("Before a large deletion"),
    PointKind.RESTORE: N_("Before going back"),
}
KIND_WORDS: Mapping[Kind, str] = {
    Kind.DELETED: N_("Deleted"),
    Kind.CHANGED: N_("Changed"),
    Kind.NEW: N_("New"),
}


def point_label(point: Point, document: Document) -> str:
    """Return what a point is called."""
    if point.kind is PointKind.NAMED:
        return _("“{name}”", name=point.name)
    if point.kind is PointKind.STAGE:
        return _("{stage} starts", stage=stage_name(document, point.stage))
    return _(_KINDS[point.kind])


def stage_name(document: Document, stage_id: str) -> str:
    """Return the title of a stage, or an empty string if there is no such stage."""
    if not isinstance(document, Session):
        return ""
    stage = process_of(document).stage(stage_id)
    return stage_title(document, stage) if stage else stage_id


def when(moment: datetime, now: datetime) -> str:
    """Return the time of today, or the day and the time."""
    local = in_zone(moment)
    form = "%H:%M" if local.date() == in_zone(now).date() else "%d/%m/%Y %H:%M"
    return local.strftime(form)


def count_line(counts: Counts) -> str:
    """Return how much differs, in one line."""
    return _(
        "{deleted} deleted, {changed} changed, {new} new",
        deleted=counts.deleted,
        changed=counts.changed,
        new=counts.new,
    )
