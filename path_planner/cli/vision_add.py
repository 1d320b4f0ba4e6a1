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
from path_planner.domain.vision.source import SourceKind
from path_planner.domain.voice import Share
from path_planner.errors import AgreementNotSaid, PlannerError
from path_planner.words import mark, say, say_many

if TYPE_CHECKING:
    from path_planner.visioning.gathering.bringing_in import Gathered
    from path_planner.visioning.meeting import Meeting
    from path_planner.visioning.records.conversations import AboutRecord, Record

MOST_PEOPLE = 100_000
_KINDS = {kind.value.replace(" ", "-"): kind for kind in SourceKind if kind is not SourceKind.PATH}
_SHARES = {"theme": Share.THEME, "quote": Share.QUOTE}


def options(parser: argparse.ArgumentParser) -> None:
    """Add the vision, what comes into it, and what is known of conversation records."""
    parser.add_argument("vision", metavar=say("FILE|ID"), help=say("a vision's file, or its id"))
    parser.add_argument(
        "sources",
        nargs="+",
        metavar=say("SESSION"),
        help=say("plans (files or ids), or records of conversations (.csv, .txt)"),
    )
    parser.add_argument("--place", type=a_line, default="", help=say("where people were heard"))
    parser.add_argument("--group", type=a_line, default="", help=say("which people they were"))
    records = parser.add_argument_group(say("records of conversations"))
    records.add_argument(
        "--agreed", action="store_true", help=say("the people in it agreed to share it")
    )
    records.add_argument(
        "--share",
        choices=tuple(_SHARES),
        default="theme",
        help=say("how far it may travel: in themes only, or as a quote (normally “theme”)"),
    )
    records.add_argument(
        "--kind", choices=tuple(_KINDS), default="other", help=say("where it comes from")
    )
    records.add_argument("--on", type=a_day, help=say("the day, such as 2026-11-22"))
    records.add_argument("--people", type=a_count, default=0, help=say("how many were there"))
    add_store_option(parser)


def a_day(text: str) -> date:
    """Read a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(say("a day looks like 2026-11-22")) from None


def a_count(text: str) -> int:
    """Read a number of people."""
    count = int(text) if text.isdecimal() else -1
    if not 0 <= count <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(
            say("a number of people lies between 0 and {most}", most=MOST_PEOPLE)
        )
    return count


def carry_out(arguments: argparse.Namespace) -> int:
    """Add one after the other and tell what came of each; refuse the others one by one."""
    meeting = opened_vision(arguments.vision, arguments.store)
    refused = 0
    for named in arguments.sources:
        try:
            gathered = _added(meeting, named, arguments)
        except (PlannerError, OSError) as error:
            complain(error, about=named)
            refused += 1
        else:
            meeting = replace(meeting, vision=gathered.kept.document)
            tell(f"{named}: {_came(gathered)}")
            _name_others(meeting, gathered)
    if refused < len(arguments.sources):
        meeting.store.settle(meeting.vision.id)
    return 1 if refused else 0


def _name_others(meeting: "Meeting", gathered: "Gathered") -> None:
    """Name other visions beside this one that still hold what went out."""
    for one in meeting.store.entries():
        if one.id in gathered.others:
            note(say("“{title}” holds these words too. Take them back there.", title=one.title))


def _added(meeting: "Meeting", named: str, arguments: argparse.Namespace) -> "Gathered":
    from path_planner.visioning.gathering.bringing_in import add_record, add_session
    from path_planner.visioning.gathering.freezing import About

    found = _source(named, arguments.store)
    if isinstance(found, Session):
        about = About(place=arguments.place, group=arguments.group)
        return add_session(meeting, found, about)
    if not arguments.agreed:
        raise AgreementNotSaid
    return add_record(meeting, found, _about(meeting, named, arguments))


def _source(named: str, store: str | None) -> "Session | Record":
    from path_planner.storage.sessions import SESSIONS
    from path_planner.visioning.records.files import read_source

    file = Path(named)
    if not file.is_file() or file.name.endswith(SESSIONS.suffix):
        return the_plan(named, store)
    return read_source(file.name, read_plan(file))


def _about(meeting: "Meeting", named: str, arguments: argparse.Namespace) -> "AboutRecord":
    from path_planner.visioning.records.conversations import AboutRecord

    return AboutRecord(
        what=_KINDS[arguments.kind],
        kept_as=Path(named).name,
        held_on=arguments.on,
        place=arguments.place,
        group=arguments.group,
        people=arguments.people,
        share=_SHARES[arguments.share],
        agreed=arguments.agreed,
        language=meeting.vision.about.language,
    )


def _came(gathered: "Gathered") -> str:
    told = [say_many("{count} voice is in", "{count} voices are in", gathered.came)]
    if gathered.private:
        told.append(
            say_many(
                "{count} stays with its circle", "{count} stay with their circle", gathered.private
            )
        )
    if gathered.held_back:
        told.append(
            say_many(
                "{count} was taken back and stays out",
                "{count} were taken back and stay out",
                gathered.held_back,
            )
        )
    if gathered.gone:
        told.append(
            say_many(
                "{count} went out, as it is shared no longer",
                "{count} went out, as they are shared no longer",
                gathered.gone,
            )
        )
    if gathered.cut:
        told.append(
            say_many(
                "{count} was too long and is cut", "{count} were too long and are cut", gathered.cut
            )
        )
    return ", ".join(told)


COMMAND = Command(
    "add", mark("Add plans and records of conversations to a vision."), options, carry_out
)
