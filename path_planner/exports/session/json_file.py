"""The session as the store's JSON file, with everything in it."""

from path_planner.domain.session import Session
from path_planner.exports.base import Export, Options
from path_planner.i18n import N_
from path_planner.processes.model import Process
from path_planner.storage.serializer import write


def render(session: Session, process: Process, options: Options) -> bytes:
    """Return the whole session as JSON; importing it again loses nothing."""
    del process, options
    return write(session)


EXPORTS = (
    Export(
        name=N_("The whole plan, to keep or open elsewhere"),
        suffix=".json",
        mime="application/json",
        takes=frozenset(),
        render=render,
    ),
)
