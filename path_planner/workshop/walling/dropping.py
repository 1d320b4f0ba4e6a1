"""Taking records out of the plan from the wall, with all that belongs to them."""

from path_planner.domain.editing import take_out
from path_planner.domain.mark import Sketch
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.changes import Drop
from path_planner.workshop.walling.company import company
from path_planner.workshop.walling.marks import standing, without_mark


def drop_record(room: Room, change: Drop) -> Kept:
    """Take a record out; the history keeps it. One that is gone already stays gone."""
    session = room.session
    record = getattr(session, change.collection).get(change.record)
    if record is None:
        return Kept(session)
    if change.collection == "marks" and not isinstance(record, Sketch):
        return room.keep(without_mark(session, standing(record)))
    for collection, record_id in list(company(session, change.collection, change.record)):
        session = take_out(session, collection, record_id)
    return room.keep(session)
