"""`path-planner export`: write what people take away, as files."""

import argparse
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.export_vision import export_vision, is_vision
from path_planner.cli.reading import the_plan
from path_planner.cli.store_option import add_store_option
from path_planner.cli.telling import note
from path_planner.cli.writing import check_out, put_out
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.i18n import N_, _, languages, ngettext, set_language

# The scene and its fonts take a second to import, which `--help` need not wait for.
PAPERS = ("A4", "A3", "A2", "A1", "A0", "wall")
SHEETS = ("A4", "A3")
FORMS = ("plan", "easyread", "poster", "summary", "docx", "giveaway")
AUDIENCES = ("circle", "pathfinder")


def options(parser: argparse.ArgumentParser) -> None:
    """Add what to export, where to, and how it shall look."""
    parser.add_argument(
        "plan", metavar=_("FILE|ID"), help=_("a plan's or a vision's file, or its id")
    )
    parser.add_argument(
        "--as",
        dest="form",
        metavar=_("FORM"),
        help=_("what to make of a vision: {forms}", forms=", ".join(FORMS)),
    )
    parser.add_argument(
        "--to",
        required=True,
        metavar=_("OUT"),
        help=_(
            "file to write; of a plan its ending says the kind: "
            ".pdf, .svg, .png, .json, .md or .excalidraw"
        ),
    )
    _add_look(parser)
    add_store_option(parser)


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--paper",
        choices=PAPERS,
        help=_("size of the paper (of a poster normally {paper})", paper="A1"),
    )
    parser.add_argument(
        "--tiled",
        choices=SHEETS,
        help=_("in sheets of this size to put together (PDF)"),
    )
    parser.add_argument(
        "--low-ink", action="store_true", help=_("with little ink: no filled areas")
    )
    parser.add_argument(
        "--for",
        dest="audience",
        choices=AUDIENCES,
        default="circle",
        help=_("the circle (without private words) or the pathfinder (everything)"),
    )


def carry_out(arguments: argparse.Namespace) -> int:
    """Write the file and name it."""
    out = Path(arguments.to)
    check_out(arguments, out)
    return export_vision(arguments, out) if is_vision(arguments) else _export(arguments, out)


def _export(arguments: argparse.Namespace, out: Path) -> int:
    from path_planner.exports.base import Choice, Options
    from path_planner.exports.paper import Paper
    from path_planner.exports.registry import find
    from path_planner.processes.prompts import process_of
    from path_planner.scene.model import Audience

    export = find(out.suffix)
    session = the_plan(arguments.plan, arguments.store)
    if session.about.language in languages():
        set_language(session.about.language)
    chosen = Options(
        paper=Paper(arguments.paper or "A1"),
        tiled=Paper(arguments.tiled) if arguments.tiled else None,
        low_ink=arguments.low_ink,
        audience=Audience(arguments.audience),
    )
    put_out(out, export.render(session, process_of(session), chosen))
    if Choice.AUDIENCE in export.takes and chosen.audience is Audience.CIRCLE:
        _tell_what_is_left_out(session)
    return 0


def _tell_what_is_left_out(session: Session) -> None:
    private = sum(voice.share is Share.PRIVATE for voice in session.voices.values())
    if private:
        note(
            ngettext(
                "{count} private line is left out; --for pathfinder keeps it.",
                "{count} private lines are left out; --for pathfinder keeps them.",
                private,
            )
        )


COMMAND = Command(
    "export",
    N_("Write a plan as a poster or a text, or what is made of a vision."),
    options,
    carry_out,
)
