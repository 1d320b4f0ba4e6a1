"""The wall as an Excalidraw file, with the background and everything on it."""

from path_planner.domain.session import Session
from path_planner.exports.base import Choice, Options, SessionExport, none_quoted
from path_planner.formats.excalidraw.export import write_wall
from path_planner.i18n import N_
from path_planner.processes.prompts import process_of


def render(session: Session, options: Options) -> bytes:
    """Return the wall; private voices are left out unless it is for the pathfinder."""
    return write_wall(session, process_of(session), options.audience)


EXPORTS = (
    SessionExport(
        name=N_("The wall, as an Excalidraw file"),
        key=".excalidraw",
        suffix=".excalidraw",
        mime="application/vnd.excalidraw+json",
        takes=frozenset({Choice.AUDIENCE}),
        render=render,
        quoted_ids=none_quoted,
    ),
)
