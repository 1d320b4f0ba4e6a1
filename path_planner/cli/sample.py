"""`path-planner sample`: write sample sessions, a sample vision or a sample event as files."""

from collections.abc import Iterator
from pathlib import Path

import click

from path_planner.cli.command import argument, command, option
from path_planner.cli.console import print_line
from path_planner.cli.option_types import PathName, WholeNumber
from path_planner.i18n import N_, _

_COUNT = WholeNumber(0)


@command("sample", help=N_("Make example PATHs, a vision or a day together, to try and measure."))
@argument("folder", type=PathName("dir"), metavar=N_("DIR"), help=N_("folder to write to"))
@option(
    "--sessions",
    type=_COUNT,
    default=3,
    help=N_("how many PATHs (normally 3)"),
)
@option(
    "--voices",
    type=_COUNT,
    help=N_("voices in each (normally as many as the story has)"),
)
@option(
    "--strokes",
    type=_COUNT,
    help=N_("strokes in each (normally as many as the story has)"),
)
@option(
    "--vision",
    type=_COUNT,
    metavar=N_("PATHS"),
    help=N_("make one vision from this many PATHs, instead of separate PATHs"),
)
@option(
    "--event", is_flag=True, help=N_("make one day together, of World Café and Open Space, instead")
)
@option(
    "--seed",
    type=WholeNumber(),
    default=1,
    help=N_("the same seed gives the same files (normally 1)"),
)
def sample(
    *,
    folder: str,
    sessions: int,
    voices: int | None,
    strokes: int | None,
    vision: int | None,
    event: bool,
    seed: int,
) -> None:
    """Write each session, the vision or the event as a file and print its name."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    if event and vision is not None:
        raise click.UsageError(_("Use either --vision or --event."), click.get_current_context())
    if event:
        files = _event(seed=seed)
    elif vision is None:
        files = _sessions(sessions, voices=voices, strokes=strokes, seed=seed)
    else:
        files = _vision(vision, seed=seed)
    for name, content in files:
        path = place / name
        path.write_bytes(content)
        print_line(str(path))


def _sessions(
    count: int, *, voices: int | None, strokes: int | None, seed: int
) -> Iterator[tuple[str, bytes]]:
    from path_planner.sample.sessions import sample_sessions
    from path_planner.storage.file_store.file_paths import file_name
    from path_planner.storage.serializer import write
    from path_planner.storage.session_type import SESSIONS

    for session in sample_sessions(count, voices=voices, strokes=strokes, seed=seed):
        yield file_name(session, SESSIONS), write(session)


def _event(*, seed: int) -> Iterator[tuple[str, bytes]]:
    from path_planner.sample.events import sample_event
    from path_planner.storage.event_type import EVENTS
    from path_planner.storage.file_store.file_paths import file_name
    from path_planner.storage.serializer import write

    day = sample_event(seed=seed)
    yield file_name(day, EVENTS), write(day)


def _vision(paths: int, *, seed: int) -> Iterator[tuple[str, bytes]]:
    from path_planner.sample.visions import sample_vision
    from path_planner.storage.file_store.file_paths import file_name
    from path_planner.storage.serializer import write
    from path_planner.storage.vision_type import VISIONS

    vision = sample_vision(paths, seed=seed)
    yield file_name(vision, VISIONS), write(vision)
