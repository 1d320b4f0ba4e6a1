"""The wall as an Excalidraw file, with the background and everything on it."""

from path_planner.domain.session import Session
from path_planner.exports.base import Choice, Export, Options
from path_planner.formats.excalidraw.export import write_wall
from path_planner.i18n import N_
from path_planner.processes.model import Process


def render(session: Session, process: Process, options: Options) -> bytes:
    """Return the wall; private voices are left out unless it is for the pathfinder."""
    return write_wall(session, process, options.audience)


EXPORTS = (
    Export(
        name=N_("The wall, as an Excalidraw file"),
        suffix=".excalidraw",
        mime="application/vnd.excalidraw+json",
        takes=frozenset({Choice.AUDIENCE}),
        render=render,
    ),
)
