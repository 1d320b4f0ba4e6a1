"""`path-planner vision`: create a vision, import sources, print suggestions."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from path_planner.cli.command import FAILED, Group, argument, command, option, store_option
from path_planner.cli.console import Progress, print_error, print_line, print_note
from path_planner.cli.inputs import check_ending, open_vision, read_file, read_plan
from path_planner.cli.option_types import Day, Line, OneOf, PathName, WholeNumber
from path_planner.errors import AgreementNotSaid, PlannerError
from path_planner.i18n import ENGLISH, N_, _, ngettext

if TYPE_CHECKING:
    from path_planner.domain.session import Session
    from path_planner.domain.vision.vision import Vision
    from path_planner.services.context import VisionContext
    from path_planner.services.vision.imports.conversation import AboutRecord, Record
    from path_planner.services.vision.sources import GatherResult
    from path_planner.services.vision.theme_suggestions import ForVoice, Suggestions

MOST_PEOPLE = 100_000
# The domain takes a while to import, which `--help` need not wait for.
KINDS = ("cafe", "open-space", "walk", "visit", "meeting", "written", "other")
SHARES = ("theme", "quote")
_RECORDS = N_("records of conversations")
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
    _check_new(path)
    if zipped is not None:
        _write_vision(path, _given_away(Path(zipped)))
        return
    from path_planner.services.vision.documents import begun

    _write_vision(path, begun(title or "", community=community, language=language or ENGLISH))


def _check_new(file: Path) -> None:
    check_ending(file)
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    if file.exists() or file.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))


def _given_away(file: Path) -> "Vision":
    from path_planner.services.vision.open_dataset_import import MOST_PACKED, read_open_data_package

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


@dataclass(frozen=True)
class _Details:
    """The details that all sources of one call share."""

    place: str
    group: str
    agreed: bool
    share: str
    kind: str
    on: date | None
    people: int


@command("add", help=N_("Add plans and records of conversations to a vision."))
@argument(
    "vision", type=PathName(), metavar=N_("FILE|ID"), help=N_("the file of a vision, or its id")
)
@argument(
    "sources",
    type=PathName(),
    nargs=-1,
    required=True,
    metavar=N_("SOURCE"),
    help=N_("plans (files or ids), or records of conversations (.csv, .txt)"),
)
@option("--place", type=Line(), default="", help=N_("where people were heard"))
@option("--group", type=Line(), default="", help=N_("who was there"))
@store_option
@option(
    "--agreed",
    is_flag=True,
    section=_RECORDS,
    help=N_("the people in it agreed to share it"),
)
@option(
    "--share",
    type=OneOf(SHARES),
    default="theme",
    section=_RECORDS,
    help=N_("how it can be shared: “theme” (counted only) or “quote” (normally “theme”)"),
)
@option(
    "--kind",
    type=OneOf(KINDS),
    default="other",
    section=_RECORDS,
    help=N_("what kind of conversation it was"),
)
@option("--on", type=Day(), section=_RECORDS, help=N_("the date, such as 2026-11-22"))
@option(
    "--people",
    type=WholeNumber(0, MOST_PEOPLE),
    default=0,
    section=_RECORDS,
    help=N_("how many people were there"),
)
def add(vision: str, sources: tuple[str, ...], store: str | None, **details: Any) -> None:
    """Import each source and print its result; print an error for each that fails."""
    shared_details = _Details(**details)
    context = open_vision(vision, store)
    refused = 0
    for named in sources:
        try:
            gathered = _added(context, named, store, shared_details)
        except (PlannerError, OSError) as error:
            print_error(error, about=named)
            refused += 1
        else:
            context = replace(context, document=gathered.saved.document)
            print_line(f"{named}: {_outcome(gathered)}")
            _name_others(context, gathered)
    if refused < len(sources):
        context.store.checkpoint(context.document.id)
    if refused:
        raise click.exceptions.Exit(FAILED)


def _added(
    context: "VisionContext", named: str, store: str | None, details: _Details
) -> "GatherResult":
    from path_planner.domain.session import Session
    from path_planner.services.vision.anonymised_copy import SourceDetails
    from path_planner.services.vision.sources import add_record, add_session

    source = _read_source(named, store)
    if isinstance(source, Session):
        return add_session(context, source, SourceDetails(place=details.place, group=details.group))
    if not details.agreed:
        raise AgreementNotSaid
    return add_record(context, source, _about(context, named, details))


def _read_source(named: str, store: str | None) -> "Session | Record":
    from path_planner.services.vision.imports.files import read_source
    from path_planner.storage.session_type import SESSIONS

    file = Path(named)
    if not file.is_file() or file.name.endswith(SESSIONS.suffix):
        return read_plan(named, store)
    return read_source(file.name, read_file(file))


def _about(context: "VisionContext", named: str, details: _Details) -> "AboutRecord":
    from path_planner.domain.vision.sources import SourceKind
    from path_planner.domain.voice import Share
    from path_planner.services.vision.imports.conversation import AboutRecord

    return AboutRecord(
        what=SourceKind(details.kind.replace("-", " ")),
        kept_as=Path(named).name,
        held_on=details.on,
        place=details.place,
        group=details.group,
        people=details.people,
        share=Share(details.share),
        agreed=details.agreed,
        language=context.document.about.language,
    )


def _name_others(context: "VisionContext", gathered: "GatherResult") -> None:
    """Print the names of other visions that still have the withdrawn words."""
    for summary in context.store.summaries():
        if summary.id in gathered.others:
            print_note(
                _("“{title}” also has these words. Withdraw them there too.", title=summary.title)
            )


def _outcome(gathered: "GatherResult") -> str:
    parts = [ngettext("{count} voice added", "{count} voices added", gathered.came)]
    if gathered.private:
        parts.append(
            ngettext(
                "{count} stays in its circle", "{count} stay in their circle", gathered.private
            )
        )
    if gathered.withheld:
        parts.append(
            ngettext(
                "{count} was withdrawn and stays out",
                "{count} were withdrawn and stay out",
                gathered.withheld,
            )
        )
    if gathered.gone:
        parts.append(
            ngettext(
                "{count} removed because it is no longer shared",
                "{count} removed because they are no longer shared",
                gathered.gone,
            )
        )
    if gathered.cut:
        parts.append(
            ngettext(
                "{count} was too long and was cut",
                "{count} were too long and were cut",
                gathered.cut,
            )
        )
    return ", ".join(parts)


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
        yield from (f"{_INDENT}{_quoted(vision, voice)}" for voice in seed.voices)
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
