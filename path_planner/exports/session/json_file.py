"""The session as the store's JSON file, with everything in it."""

from path_planner.domain.session import Session
from path_planner.exports.base import Options, SessionExport, none_quoted
from path_planner.i18n import N_
from path_planner.storage.serializer import write


def render(session: Session, options: Options) -> bytes:
    """Return the whole session as JSON; importing it again loses nothing."""
    del options
    return write(session)


EXPORTS = (
    SessionExport(
        name=N_("The whole plan, to keep or open elsewhere"),
        key=".json",
        suffix=".json",
        mime="application/json",
        render=render,
        quoted_ids=none_quoted,
    ),
)
