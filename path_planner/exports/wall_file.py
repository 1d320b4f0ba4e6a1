"""The wall as a drawing that opens in Excalidraw, with the bare PATH and all that is on it."""

from path_planner.domain.session import Session
from path_planner.exchange.excalidraw.writing import write_wall
from path_planner.exports.export import Choice, Export, Options
from path_planner.processes.process import Process
from path_planner.words import mark


def render(session: Session, process: Process, options: Options) -> bytes:
    """Write the wall; private voices are left out unless it is for the pathfinder."""
    return write_wall(session, process, options.audience)


EXPORT = Export(
    name=mark("The wall, to draw on in Excalidraw"),
    suffix=".excalidraw",
    mime="application/vnd.excalidraw+json",
    takes=frozenset({Choice.AUDIENCE}),
    render=render,
)
