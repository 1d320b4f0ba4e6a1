"""`path-planner vision add`: what people shared comes into a vision."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.command import Command
from path_planner.cli.opened_vision import opened_vision
from path_planner.cli.reading import read_plan, the_plan
from path_planner.cli.store_option import add_store_option
from path_planner.cli.telling import complain, note, tell
from path_planner.cli.vision_new import a_line
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.voice import Share
from path_planner.errors import AgreementNotSaid, PlannerError
from path_planner.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from path_planner.services.context import VisionContext
    from path_planner.services.vision.imports.conversation import AboutRecord, Record
    from path_planner.services.vision.sources import GatherResult

MOST_PEOPLE = 100_000
_KINDS = {kind.value.replace(" ", "-"): kind for kind in SourceKind if kind is not SourceKind.PATH}
_SHARES = {"theme": Share.THEME, "quote": Share.QUOTE}


def options(parser: argparse.ArgumentParser) -> None:
    """Add the vision, what comes into it, and what is known of conversation records."""
    parser.add_argument("vision", metavar=_("FILE|ID"), help=_("a vision's file, or its id"))
    parser.add_argument(
        "sources",
        nargs="+",
        metavar=_("SESSION"),
        help=_("plans (files or ids), or records of conversations (.csv, .txt)"),
    )
    parser.add_argument("--place", type=a_line, default="", help=_("where people were heard"))
    parser.add_argument("--group", type=a_line, default="", help=_("which people they were"))
    records = parser.add_argument_group(_("records of conversations"))
    records.add_argument(
        "--agreed", action="store_true", help=_("the people in it agreed to share it")
    )
    records.add_argument(
        "--share",
        choices=tuple(_SHARES),
        default="theme",
        help=_("how far it may travel: in themes only, or as a quote (normally “theme”)"),
    )
    records.add_argument(
        "--kind", choices=tuple(_KINDS), default="other", help=_("where it comes from")
    )
    records.add_argument("--on", type=a_day, help=_("the day, such as 2026-11-22"))
    records.add_argument("--people", type=a_count, default=0, help=_("how many were there"))
    add_store_option(parser)


def a_day(text: str) -> date:
    """Read a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("a day looks like 2026-11-22")) from None


def a_count(text: str) -> int:
    """Read a number of people."""
    count = int(text) if text.isdecimal() else -1
    if not 0 <= count <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(
            _("a number of people lies between 0 and {most}", most=MOST_PEOPLE)
        )
    return count


def carry_out(arguments: argparse.Namespace) -> int:
    """Add one after the other and tell what came of each; refuse the others one by one."""
    context = opened_vision(arguments.vision, arguments.store)
    refused = 0
    for named in arguments.sources:
        try:
            gathered = _added(context, named, arguments)
        except (PlannerError, OSError) as error:
            complain(error, about=named)
            refused += 1
        else:
            context = replace(context, document=gathered.kept.document)
            tell(f"{named}: {_came(gathered)}")
            _name_others(context, gathered)
    if refused < len(arguments.sources):
        context.store.checkpoint(context.document.id)
    return 1 if refused else 0


def _name_others(context: "VisionContext", gathered: "GatherResult") -> None:
    """Name other visions beside this one that still hold what went out."""
    for one in context.store.summaries():
        if one.id in gathered.others:
            note(_("“{title}” holds these words too. Take them back there.", title=one.title))


def _added(context: "VisionContext", named: str, arguments: argparse.Namespace) -> "GatherResult":
    from path_planner.services.vision.anonymised_copy import SourceDetails
    from path_planner.services.vision.sources import add_record, add_session

    found = _source(named, arguments.store)
    if isinstance(found, Session):
        about = SourceDetails(place=arguments.place, group=arguments.group)
        return add_session(context, found, about)
    if not arguments.agreed:
        raise AgreementNotSaid
    return add_record(context, found, _about(context, named, arguments))


def _source(named: str, store: str | None) -> "Session | Record":
    from path_planner.services.vision.imports.files import read_source
    from path_planner.storage.session_type import SESSIONS

    file = Path(named)
    if not file.is_file() or file.name.endswith(SESSIONS.suffix):
        return the_plan(named, store)
    return read_source(file.name, read_plan(file))


def _about(context: "VisionContext", named: str, arguments: argparse.Namespace) -> "AboutRecord":
    from path_planner.services.vision.imports.conversation import AboutRecord

    return AboutRecord(
        what=_KINDS[arguments.kind],
        kept_as=Path(named).name,
        held_on=arguments.on,
        place=arguments.place,
        group=arguments.group,
        people=arguments.people,
        share=_SHARES[arguments.share],
        agreed=arguments.agreed,
        language=context.document.about.language,
    )


def _came(gathered: "GatherResult") -> str:
    told = [ngettext("{count} voice is in", "{count} voices are in", gathered.came)]
    if gathered.private:
        told.append(
            ngettext(
                "{count} stays with its circle", "{count} stay with their circle", gathered.private
            )
        )
    if gathered.held_back:
        told.append(
            ngettext(
                "{count} was taken back and stays out",
                "{count} were taken back and stay out",
                gathered.held_back,
            )
        )
    if gathered.gone:
        told.append(
            ngettext(
                "{count} went out, as it is shared no longer",
                "{count} went out, as they are shared no longer",
                gathered.gone,
            )
        )
    if gathered.cut:
        told.append(
            ngettext(
                "{count} was too long and is cut", "{count} were too long and are cut", gathered.cut
            )
        )
    return ", ".join(told)


COMMAND = Command(
    "add", N_("Add plans and records of conversations to a vision."), options, carry_out
)
