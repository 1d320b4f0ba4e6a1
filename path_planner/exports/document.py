"""The plan as the store keeps it: one readable file with everything in it."""

from path_planner.domain.session import Session
from path_planner.exports.export import Export, Options
from path_planner.processes.process import Process
from path_planner.storage.document import write
from path_planner.words import mark


def render(session: Session, process: Process, options: Options) -> bytes:
    """Write the whole session; it can be brought back in without loss."""
    del process, options
    return write(session)


EXPORT = Export(
    name=mark("The whole plan, to keep or to open elsewhere"),
    suffix=".json",
    mime="application/json",
    takes=frozenset(),
    render=render,
)
