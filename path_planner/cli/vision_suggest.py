"""`path-planner vision suggest`: what might belong together, and why; people decide."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from path_planner.cli.command import Command
from path_planner.cli.opened_vision import opened_vision
from path_planner.cli.progress import Progress
from path_planner.cli.store_option import add_store_option
from path_planner.cli.telling import tell
from path_planner.i18n import N_, _

if TYPE_CHECKING:
    from path_planner.domain.vision.vision import Vision
    from path_planner.services.vision.theme_suggestions import ForVoice, Suggestions

_INDENT = "    "


def options(parser: argparse.ArgumentParser) -> None:
    """Add the vision and the store."""
    parser.add_argument("vision", metavar=_("FILE|ID"), help=_("a vision's file, or its id"))
    add_store_option(parser)


def carry_out(arguments: argparse.Namespace) -> int:
    """Print suggestions for the voices that are in no theme; change nothing."""
    from path_planner.services.vision.theme_suggestions import suggest

    meeting = opened_vision(arguments.vision, arguments.store)
    with Progress() as progress:
        found = suggest(
            meeting.document,
            meeting.store.cache_path(meeting.document.id),
            lambda done, whole: progress(done / (whole or 1)),
        )
    for line in lines(meeting.document, found):
        tell(line)
    return 0


def lines(vision: "Vision", found: "Suggestions") -> Iterator[str]:
    """Yield what is printed: the seeds of themes, then each voice that waits."""
    from path_planner.services.vision.theme_suggestions import (
        machine_words,
        strange_words,
        why_seed,
    )

    if not found.voices:
        yield _("Every voice is in a theme or stands for itself.")
        return
    yield machine_words()
    if found.strange:
        yield strange_words(len(found.strange))
    for number, seed in enumerate(found.seeds, start=1):
        yield ""
        yield _("A start for a theme, {number}: {why}", number=number, why=why_seed(seed))
        yield from (f"{_INDENT}{_quoted(vision, voice)}" for voice in seed.voices)
    for voice in found.voices:
        yield ""
        yield _quoted(vision, voice.voice)
        yield from (f"{_INDENT}{line}" for line in _for_voice(vision, voice))


def _for_voice(vision: "Vision", found: "ForVoice") -> Iterator[str]:
    from path_planner.services.vision.theme_suggestions import why_alike, why_theme

    for likely in found.themes:
        yield _(
            "Perhaps in “{theme}”: {why}",
            theme=vision.themes[likely.id].name,
            why=why_theme(vision, likely),
        )
    for alike in found.alike:
        quoted = _quoted(vision, alike.id)
        yield _("Like {voice} {why}", voice=quoted, why=why_alike(alike))
    if not (found.themes or found.alike):
        yield _("Nothing is like it. It may be a voice of its own.")


def _quoted(vision: "Vision", voice_id: str) -> str:
    return _("“{words}”", words=" ".join(vision.voices[voice_id].text.split()))


COMMAND = Command(
    "suggest", N_("Say what might belong together; nothing is changed."), options, carry_out
)
