"""The list of sessions: search, open, copy, download, delete."""

from path_planner.i18n import _, format_date, ngettext
from path_planner.services.session.documents import duplicate
from path_planner.storage.protocol import SessionSummary
from path_planner.storage.session_type import SESSIONS
from path_planner.ui.components.basics import placeholder, title_of
from path_planner.ui.components.document_list import (
    ListedKind,
    ListItem,
    SearchField,
    document_list,
    document_row,
)
from path_planner.ui.stores import session_store

KIND = ListedKind("session", SESSIONS.suffix, session_store, duplicate)


def session_list() -> None:
    """Show the sessions, newest first, with a search field if there are any."""
    entries = session_store().summaries()
    if not entries:
        placeholder(_("No PATHs yet. Start one, or try an example."))
        return
    search = SearchField(
        _("Find a PATH"),
        _("Title, name or place"),
        _("No PATH has these words in its title, name or place."),
    )
    document_list(ListItem("session", _text_of, _row), entries, search)


def _text_of(entry: SessionSummary) -> str:
    return f"{entry.title} {entry.pathfinder} {entry.place}"


def _row(entry: SessionSummary) -> None:
    page = "walk" if entry.voices else "prepare"
    document_row(KIND, entry, page, title_of(entry), _facts(entry))


def _facts(entry: SessionSummary) -> list[str]:
    facts = [
        entry.pathfinder if entry.title else "",
        format_date(entry.held_on) if entry.held_on else "",
        entry.place,
        ngettext("{count} voice", "{count} voices", entry.voices),
    ]
    if entry.open_steps:
        facts.append(ngettext("{count} open step", "{count} open steps", entry.open_steps))
    return facts
