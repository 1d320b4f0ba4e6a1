"""The agenda wall as a poster on one page, or tiled on sheets of an ordinary printer."""

from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, Paper, none_quoted
from path_planner.exports.event.printing import PDF, with_topics
from path_planner.exports.session.poster import print_scene
from path_planner.i18n import N_
from path_planner.scene.agenda import agenda_scene


def render(event: Event, options: EventOptions) -> bytes:
    """Return the agenda wall as a tagged PDF; it is for the room and holds no contributions."""
    return print_scene(agenda_scene(event, options.paper.size), options, event.updated)


EXPORTS = (
    EventExport(
        name=N_("Agenda wall (PDF)"),
        key="agenda",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.PAPER, Choice.TILED, Choice.LOW_INK}),
        paper=Paper.A1,
        papers=(Paper.A3, Paper.A2, Paper.A1, Paper.A0),
        offered=with_topics,
    ),
)
