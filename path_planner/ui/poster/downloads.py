"""Downloads of a session: each export is rendered on demand."""

from functools import partial
from hashlib import sha256

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.exports.base import Choice, Options, SessionExport
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.exports.session.poster import BLANK_FORMS, render_blank
from path_planner.i18n import _
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.stores import session_store

FIRST = ".pdf"
ORDER = (FIRST, ".png", ".svg", ".md", ".json")
"""The order of the exports by name; others come last."""


def downloads(session: Session, options: Options) -> None:
    """Show a download button for each export, the printed poster first."""
    for export in sorted(SESSION_EXPORTS.known, key=_place):
        offer = Offer(
            file_name=file_name(session, export, options),
            mime=export.mime,
            content=made_from(session_store, session.id, partial(_made, export, options)),
        )
        download_button(
            _(export.name),
            offer,
            state.key(f"take {export.suffix}"),
            facts=repr(options),
            primary=export.suffix == FIRST,
        )
        if Choice.AUDIENCE not in export.takes:
            paragraph(_("This holds everything, private words too."), "facts")


def blank_forms(session: Session, options: Options) -> None:
    """Show a download button for each blank PATH, on the paper that was chosen."""
    heading(_("For a workshop on paper"), 2)
    for stages, name in BLANK_FORMS.items():
        offer = Offer(
            file_name=f"blank-path-{stages}.pdf",
            mime="application/pdf",
            content=partial(render_blank, stages, options, session.begun),
        )
        facts = f"{stages} {options!r} {i18n.language()}"
        download_button(_(name), offer, state.key(f"take blank {stages}"), facts=facts)


def _place(export: SessionExport) -> int:
    return ORDER.index(export.suffix) if export.suffix in ORDER else len(ORDER)


def file_name(session: Session, export: SessionExport, options: Options) -> str:
    """Return a file name from day, session and a hash of everything that the file depends on."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{options!r} {i18n.language()} {export.suffix}".encode() + write(session)
    return f"{day}_{session.id}_{sha256(facts).hexdigest()[:12]}{export.suffix}"


def _made(export: SessionExport, options: Options, session: Session) -> bytes:
    return export.render(session, options)
