"""The list of sessions: find one, open it, copy it, take it along, delete it."""

from path_planner.storage.sessions import SESSIONS
from path_planner.storage.store import Entry
from path_planner.ui.kept_list import Asked, Listed, kept_list
from path_planner.ui.kept_row import KeptKind, kept_row
from path_planner.ui.parts import empty
from path_planner.ui.the_store import the_store
from path_planner.words import say, say_date, say_many
from path_planner.workshop.keeping import duplicate

KIND = KeptKind("session", SESSIONS.suffix, the_store, duplicate)


def session_list() -> None:
    """Show the sessions, newest first, with a search above when there are some."""
    entries = the_store().entries()
    if not entries:
        empty(say("No sessions yet. Begin one, or try a made-up PATH."))
        return
    asked = Asked(
        say("Find a session"),
        say("Title, name or place"),
        say("No session has these words in its title, name or place."),
    )
    kept_list(Listed("session", _text_of, _row), entries, asked)


def _text_of(entry: Entry) -> str:
    return f"{entry.title} {entry.pathfinder} {entry.place}"


def entry_title(title: str, pathfinder: str) -> str:
    """Return the title of a listed session, or whose PATH it is."""
    return title or say("PATH of {name}", name=pathfinder or say("the pathfinder"))


def title_of(entry: Entry) -> str:
    """Return the title of a line of the list."""
    return entry_title(entry.title, entry.pathfinder)


def _row(entry: Entry) -> None:
    page = "walk" if entry.voices else "prepare"
    kept_row(KIND, entry, page, title_of(entry), _facts(entry))


def _facts(entry: Entry) -> list[str]:
    facts = [
        entry.pathfinder if entry.title else "",
        say_date(entry.held_on) if entry.held_on else "",
        entry.place,
        say_many("{count} voice", "{count} voices", entry.voices),
    ]
    if entry.open_commitments:
        facts.append(say_many("{count} step to do", "{count} steps to do", entry.open_commitments))
    return facts
