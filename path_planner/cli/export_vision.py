"""Writing what is made of a vision, and noting whose words went out with it."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.opened_vision import opened_vision
from path_planner.cli.progress import Progress
from path_planner.cli.writing import put_out
from path_planner.i18n import languages, set_language

if TYPE_CHECKING:
    from path_planner.exports.base import VisionExport
    from path_planner.services.context import VisionContext

SUFFIX = ".vision.json"


def is_vision(arguments: argparse.Namespace) -> bool:
    """Say whether a vision is to be exported: a form is said, or the file is one."""
    return bool(arguments.form) or str(arguments.plan).endswith(SUFFIX)


def export_vision(arguments: argparse.Namespace, out: Path) -> int:
    """Write the file, name it, and note in the vision that it went out."""
    from path_planner.errors import FormNotSaid, MisleadingEnding
    from path_planner.exports.base import VisionOptions
    from path_planner.exports.paper import Paper
    from path_planner.exports.registry import find_vision_export, vision_exports

    if not arguments.form:
        raise FormNotSaid(known=", ".join(one.key for one in vision_exports()))
    export = find_vision_export(arguments.form)
    endings = {one.suffix for one in vision_exports()} - {export.suffix}
    if out.suffix.lower() in endings:
        # Under such a name no program would open it.
        raise MisleadingEnding(form=export.key, suffix=export.suffix)
    context = opened_vision(arguments.plan, arguments.store)
    language = context.document.about.language
    if language in languages():
        set_language(language)
    paper = Paper(arguments.paper) if arguments.paper else export.paper
    with Progress() as progress:
        options = VisionOptions(
            on=date.today(),  # noqa: DTZ011 - the day where the people are
            language=language,
            paper=paper,
            progress=progress,
        )
        content = export.render(context.document, options)
    _note(context, export)
    put_out(out, content)
    return 0


def _note(context: "VisionContext", export: "VisionExport") -> None:
    """Note it before the file is there: whose words went out must never be forgotten."""
    from path_planner.services.vision.sources import note_printed

    stands = export.quoted(context.document)
    if stands.voices or stands.sources:
        note_printed(context, export.key, stands.voices, stands.sources)
        context.store.checkpoint(context.document.id)
