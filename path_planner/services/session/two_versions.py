"""The choice between two versions in a session: a card on the wall follows its words."""

from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.other_versions import Choice, after_choice, version_of
from path_planner.services.session.wall.cards import keep_on_wall, with_room

_ON_CARDS = frozenset({"voices", "commitments"})


def choose_on_wall(
    context: SessionContext, version_id: str, choice: Choice, words: str = ""
) -> SessionResult:
    """Save what somebody chose of two versions, with room for it on the wall."""
    version = version_of(context.document, version_id)
    after = after_choice(context.document, version_id, choice, words)
    if version.collection not in _ON_CARDS:
        return context.keep(after)
    roomy = with_room(after, version.record, context.document)
    return keep_on_wall(context, roomy, version.record)
