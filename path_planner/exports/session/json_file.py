"""The plan as the store keeps it: one readable file with everything in it."""

from path_planner.domain.session import Session
from path_planner.exports.base import Options, SessionExport, none_quoted
from path_planner.i18n import N_
from path_planner.storage.serializer import write


def render(session: Session, options: Options) -> bytes:
    """Write the whole session; it can be brought back in without loss."""
    del options
    return write(session)


EXPORTS = (
    SessionExport(
        name=N_("The whole plan, to keep or open elsewhere"),
        key=".json",
        suffix=".json",
        mime="application/json",
        render=render,
        quoted=none_quoted,
    ),
)
