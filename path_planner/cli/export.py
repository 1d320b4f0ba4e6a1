"""`path-planner export` and `blank`: write a plan, a document of a vision or a blank PATH."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
from click import Context, Parameter

from path_planner.cli.command import argument, command, option, store_option
from path_planner.cli.console import Progress, check_output, print_note, write_output
from path_planner.cli.inputs import open_vision, read_event, read_plan
from path_planner.cli.option_types import OneOf, PathName
from path_planner.i18n import N_, _, languages, ngettext, set_language

if TYPE_CHECKING:
    from path_planner.analysis.publication_facts import Marks
    from path_planner.domain.session import Session
    from path_planner.exports.base import Options, VisionExport
    from path_planner.services.context import VisionContext

# The scene and its fonts take a second to import, which `--help` need not wait for.
PAPERS = ("A4", "A3", "A2", "A1", "A0", "wall")
SHEETS = ("A4", "A3")
STAGES = ("6", "8")
FORMS = ("plan", "evidence", "easyread", "poster", "summary", "docx", "giveaway")
PRINTS = (
    "agenda", "csv", "giveaway", "letter", "news-wall", "principles", "proceedings",
    "proceedings-easy", "report-forms", "route-cards", "rule-card", "table-tents", "tablecloths",
    "tally", "topic-sheets", "what-will-happen",
)  # fmt: skip
"""What can be made from an event."""
AUDIENCES = ("circle", "pathfinder", "everybody")
PAPER_OF_A_POSTER = "A1"
_EVERYBODY = AUDIENCES[-1]
VISION_SUFFIX = ".vision.json"
EVENT_SUFFIX = ".event.json"


def _complete_form(context: Context, _param: Parameter, incomplete: str) -> list[str]:
    # While a line is typed its file may stand among the words that are not understood yet.
    words = (context.params.get("plan") or "", *context.args)
    of_event = any(word.endswith(EVENT_SUFFIX) for word in words)
    return [form for form in (PRINTS if of_event else FORMS) if form.startswith(incomplete)]


@command(
    "export", help=N_("Save a plan as a poster or text, or make documents of a vision or a day.")
)
@argument(
    "plan",
    type=PathName(),
    metavar=N_("FILE|ID"),
    help=N_("the file of a plan, a vision or a day, or its id"),
)
@option(
    "--as",
    "form",
    metavar=N_("FORM"),
    shell_complete=_complete_form,
    help=N_(
        "what to make from a vision: plan, evidence, easyread, poster, summary, docx or giveaway; "
        "from a day: agenda, topic-sheets, table-tents, route-cards, proceedings, letter, csv …"
    ),
)
@option(
    "--to",
    type=PathName(),
    required=True,
    metavar=N_("OUT"),
    help=N_(
        "file to write; for a plan, its ending decides the "
        "type: .pdf, .svg, .png, .json, .md or .excalidraw"
    ),
)
@option("--paper", type=OneOf(PAPERS), help=N_("paper size (for a poster, normally A1)"))
@option("--tiled", type=OneOf(SHEETS), help=N_("split over sheets of this size, to join up (PDF)"))
@option("--low-ink", is_flag=True, help=N_("save ink: no filled areas"))
@option(
    "--for",
    "audience",
    type=OneOf(AUDIENCES),
    help=N_(
        "who it is for: the circle (private words left out) or the pathfinder (everything); "
        "of a day, those who were there (circle) or everybody (normally)"
    ),
)
@option(
    "--anyway",
    is_flag=True,
    help=N_("make it even though marked words have not been checked; it says so inside"),
)
@store_option
def export(
    *,
    plan: str,
    form: str | None,
    to: str,
    paper: str | None,
    tiled: str | None,
    low_ink: bool,
    audience: str | None,
    anyway: bool,
    store: str | None,
) -> None:
    """Write the file and print its name."""
    out = Path(to)
    check_output(out, source=Path(plan), of_vision=bool(form))
    if plan.endswith(EVENT_SUFFIX) or (form in PRINTS and form not in FORMS):
        choices = _Prints(paper=paper, tiled=tiled, low_ink=low_ink, audience=audience)
        _export_event(plan, store, out, form, choices)
        return
    if form or plan.endswith(VISION_SUFFIX):
        _export_vision(plan, store, out, form=form, paper=paper, anyway=anyway)
        return
    if audience == _EVERYBODY:
        raise click.UsageError(_("A PATH is for its circle or its pathfinder."))
    readers = audience or AUDIENCES[0]
    _export_plan(plan, store, out, paper=paper, tiled=tiled, low_ink=low_ink, audience=readers)


@command("blank", help=N_("Make a blank PATH to print for a workshop on paper (PDF)."))
@option("--to", type=PathName(), required=True, metavar=N_("OUT"), help=N_("file to write"))
@option(
    "--stages",
    type=OneOf(STAGES),
    default=STAGES[0],
    help=N_("how many stages: 6, or 8 as in the classic PATH (normally 6)"),
)
@option("--paper", type=OneOf(PAPERS), help=N_("paper size (for a poster, normally A1)"))
@option("--tiled", type=OneOf(SHEETS), help=N_("split over sheets of this size, to join up (PDF)"))
@option("--low-ink", is_flag=True, help=N_("save ink: no filled areas"))
def blank(*, to: str, stages: str, paper: str | None, tiled: str | None, low_ink: bool) -> None:
    """Write the blank PATH and print the name of its file."""
    from path_planner.exports.base import Options, Paper
    from path_planner.exports.session.poster import render_blank

    out = Path(to)
    check_output(out, source=out, of_vision=False)
    sheet = Paper(tiled) if tiled else None
    options = Options(paper=Paper(paper or PAPER_OF_A_POSTER), tiled=sheet, low_ink=low_ink)
    write_output(out, render_blank(int(stages), options, datetime.now(UTC)))
    _note_how_many(options)


def _export_plan(
    named: str,
    store: str | None,
    out: Path,
    *,
    paper: str | None,
    tiled: str | None,
    low_ink: bool,
    audience: str,
) -> None:
    from path_planner.exports.base import Choice, Options, Paper
    from path_planner.exports.registry import SESSION_EXPORTS
    from path_planner.exports.session.poster import (
        scene_for,
        unprintable_in_words,
        unprintable_words,
    )
    from path_planner.scene.model import Audience

    export = SESSION_EXPORTS.find(out.suffix or ".")
    session = read_plan(named, store)
    _use_language(session.about.language)
    options = Options(
        paper=Paper(paper or PAPER_OF_A_POSTER),
        tiled=Paper(tiled) if tiled else None,
        low_ink=low_ink,
        audience=Audience(audience),
    )
    if Choice.PAPER in export.takes and (
        warning := unprintable_in_words(unprintable_words(scene_for(session, options)))
    ):
        print_note(warning)
    write_output(out, export.render(session, options))
    if Choice.TILED in export.takes:
        _note_how_many(options)
    if Choice.AUDIENCE in export.takes and options.audience is Audience.CIRCLE:
        _note_what_is_left_out(session)


def _note_how_many(options: "Options") -> None:
    from path_planner.exports.session.tiling import grid_for

    if options.sheets:
        print_note(grid_for(options.paper.size, options.sheets).in_words())


def _note_what_is_left_out(session: "Session") -> None:
    from path_planner.domain.voice import Share

    private = sum(voice.share is Share.PRIVATE for voice in session.voices.values())
    if private:
        print_note(
            ngettext(
                "{count} private line is left out; --for pathfinder keeps it.",
                "{count} private lines are left out; --for pathfinder keeps them.",
                private,
            )
        )


def _export_vision(
    named: str,
    store: str | None,
    out: Path,
    *,
    form: str | None,
    paper: str | None,
    anyway: bool,
) -> None:
    from path_planner.exports.base import Paper, VisionOptions

    export = _vision_export(form, out)
    context = open_vision(named, store)
    language = context.document.about.language
    _use_language(language)
    marks = _marks(context, export, anyway=anyway)
    with Progress() as progress:
        options = VisionOptions(
            on=date.today(),  # noqa: DTZ011 - the day where the people are
            language=language,
            paper=Paper(paper) if paper else export.paper,
            marks=marks,
            progress=progress,
        )
        content = export.render(context.document, options)
    _record_printed(context, export)
    write_output(out, content)


class _Prints(NamedTuple):
    """What was said about the prints of an event."""

    paper: str | None
    tiled: str | None
    low_ink: bool
    audience: str | None


def _export_event(
    named: str, store: str | None, out: Path, form: str | None, choices: _Prints
) -> None:
    from path_planner.analysis.event_lines import Readers
    from path_planner.errors import FormNotSaid, MisleadingEnding
    from path_planner.exports.base import EventOptions, Paper
    from path_planner.exports.registry import EVENT_EXPORTS

    if not form:
        raise FormNotSaid(known=", ".join(each.key for each in EVENT_EXPORTS.known))
    export = EVENT_EXPORTS.find(form)
    if out.suffix.lower() in {each.suffix for each in EVENT_EXPORTS.known} - {export.suffix}:
        raise MisleadingEnding(form=export.key, suffix=export.suffix)
    event = read_event(named, store)
    _use_language(event.about.language)
    is_for_circle = choices.audience == Readers.CIRCLE
    options = EventOptions(
        on=date.today(),  # noqa: DTZ011 - the day where the people are
        language=event.about.language,
        paper=Paper(choices.paper) if choices.paper else export.paper,
        tiled=Paper(choices.tiled) if choices.tiled else None,
        low_ink=choices.low_ink,
        audience=Readers.CIRCLE if is_for_circle else Readers.EVERYBODY,
    )
    write_output(out, export.render(event, options))


def _vision_export(form: str | None, out: Path) -> "VisionExport":
    """Return the export of this form; raise MisleadingEnding for the file ending of another."""
    from path_planner.errors import FormNotSaid, MisleadingEnding
    from path_planner.exports.registry import VISION_EXPORTS

    if not form:
        raise FormNotSaid(known=", ".join(candidate.key for candidate in VISION_EXPORTS.known))
    export = VISION_EXPORTS.find(form)
    other_endings = {candidate.suffix for candidate in VISION_EXPORTS.known} - {export.suffix}
    if out.suffix.lower() in other_endings:
        raise MisleadingEnding(form=export.key, suffix=export.suffix)
    return export


def _marks(context: "VisionContext", export: "VisionExport", *, anyway: bool) -> "Marks":
    """Return what is marked and unread in what would be made; raise NotChecked unless `anyway`."""
    from path_planner.errors import NotChecked
    from path_planner.services.vision.privacy.pii_checks import marks_of

    marks = marks_of(context.document, export.quoted_ids(context.document).voices)
    if marks.in_all and not anyway:
        raise NotChecked(quotes=marks.quotes, own=marks.own_texts)
    return marks


def _record_printed(context: "VisionContext", export: "VisionExport") -> None:
    """Record which voices and sources the file quotes, before it is written."""
    from path_planner.services.vision.sources import note_printed

    quoted = export.quoted_ids(context.document)
    if quoted.voices or quoted.sources:
        note_printed(context, export.key, quoted.voices, quoted.sources)
        context.store.checkpoint(context.document.id)


def _use_language(language: str) -> None:
    if language in languages():
        set_language(language)
