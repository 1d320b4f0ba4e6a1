"""`path-planner vision`: create a vision, import sources, print suggestions."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from path_planner.cli.command import Group, argument, command, option, store_option
from path_planner.cli.console import Progress, print_line, print_note
from path_planner.cli.inputs import check_new, open_vision
from path_planner.cli.option_types import Line, PathName
from path_planner.cli.vision_add import add
from path_planner.i18n import ENGLISH, N_, _

if TYPE_CHECKING:
    from path_planner.domain.vision.vision import Vision
    from path_planner.services.vision.theme_suggestions import ForVoice, Suggestions

_INDENT = "    "


@command("new", help=N_("Start a vision in a file."))
@argument(
    "file", type=PathName(), metavar=N_("FILE"), help=N_("file to write, ending in .vision.json")
)
@option("--title", type=Line(), help=N_("what the vision is called"))
@option(
    "--from",
    "zipped",
    type=PathName(),
    metavar=N_("ZIP"),
    help=N_("a vision from a give-away zip"),
)
@option("--community", type=Line(), default="", help=N_("which community it is for"))
@option(
    "--language",
    type=Line(),
    default=ENGLISH,
    help=N_("the language its documents are written in, such as “cy” (normally “en”)"),
)
def new(file: str, title: str | None, zipped: str | None, community: str, language: str) -> None:
    """Write a new vision; never overwrite a file."""
    if (title is None) == (zipped is None):
        raise click.UsageError(_("Use either --title or --from."), click.get_current_context())
    path = Path(file)
    from path_planner.storage.vision_type import VISIONS

    check_new(path, VISIONS)
    if zipped is not None:
        _write_vision(path, _given_away(Path(zipped)))
        return
    from path_planner.services.vision.documents import begun

    _write_vision(path, begun(title or "", community=community, language=language or ENGLISH))


def _given_away(file: Path) -> "Vision":
    from path_planner.services.vision.documents import MOST_PACKED, read_open_data_package

    with file.open("rb") as opened:
        brought = read_open_data_package(opened.read(MOST_PACKED + 1))
    for notice in brought.notices:
        print_note(str(notice))
    return brought.vision


def _write_vision(file: Path, vision: "Vision") -> None:
    from path_planner.storage.atomic_io import atomic_write
    from path_planner.storage.serializer import write

    atomic_write(file, write(vision))
    print_line(str(file))


@command("suggest", help=N_("Suggest what might belong together; nothing is changed."))
@argument(
    "vision", type=PathName(), metavar=N_("FILE|ID"), help=N_("the file of a vision, or its id")
)
@store_option
def suggest(vision: str, store: str | None) -> None:
    """Print suggestions for the voices without a theme; change nothing."""
    from path_planner.services.vision import theme_suggestions

    context = open_vision(vision, store)
    with Progress() as progress:
        suggestions = theme_suggestions.suggest(
            context.document,
            context.store.cache_path(context.document.id),
            lambda done, whole: progress(done / (whole or 1)),
        )
    for line in _suggestion_lines(context.document, suggestions):
        print_line(line)


def _suggestion_lines(vision: "Vision", suggestions: "Suggestions") -> Iterator[str]:
    """Yield lines for clusters of voices, then for each voice without a theme."""
    from path_planner.services.vision.theme_suggestions import (
        machine_words,
        reach_of,
        strange_words,
        why_seed,
    )

    if not suggestions.voices:
        yield _("Every voice is in a theme or kept on its own.")
        return
    yield machine_words()
    if suggestions.strange:
        yield strange_words(len(suggestions.strange))
    for number, seed in enumerate(suggestions.seeds, start=1):
        yield ""
        yield _("Theme idea {number}: {why}", number=number, why=why_seed(seed))
        for line in seed.lines:
            times = f" ×{len(line)}" if len(line) > 1 else ""
            yield f"{_INDENT}{_quoted(vision, line[0])}{times}"
        if more := reach_of(seed):
            yield f"{_INDENT}{more}"
    for voice in suggestions.voices:
        yield ""
        yield _quoted(vision, voice.voice)
        yield from (f"{_INDENT}{line}" for line in _voice_lines(vision, voice))


def _voice_lines(vision: "Vision", suggestions: "ForVoice") -> Iterator[str]:
    from path_planner.services.vision.theme_suggestions import why_alike, why_theme

    for likely in suggestions.themes:
        yield _(
            "Maybe in “{theme}”: {why}",
            theme=vision.themes[likely.id].name,
            why=why_theme(vision, likely),
        )
    for alike in suggestions.alike:
        quoted = _quoted(vision, alike.id)
        yield _("Like {voice} {why}", voice=quoted, why=why_alike(alike))
    if not (suggestions.themes or suggestions.alike):
        yield _("Nothing is like it. It may be best kept on its own.")


def _quoted(vision: "Vision", voice_id: str) -> str:
    return _("“{words}”", words=" ".join(vision.voices[voice_id].text.split()))


vision = Group(
    "vision",
    help=N_("Build a vision from many plans and conversations."),
    commands=[new, add, suggest],
)
