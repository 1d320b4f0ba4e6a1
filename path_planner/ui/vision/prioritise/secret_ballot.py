"""The secret ballot: people take turns at the screen, and no dots stay visible."""

from typing import Any

import streamlit as st

from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.voting import VoteRound
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext, fresh_id
from path_planner.services.vision.voting import cast_ballot
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown, escaped, heading, paragraph
from path_planner.ui.components.messages import notice
from path_planner.ui.context import run_use_case
from path_planner.ui.vision.components import line, priority_title, stakeholder_group_name

_AT = "booth"
_DRAFT = "ballot being filled"
_TURN, _GIVING = "turn", "giving"
_ORDER = (
    StakeholderGroup.LIVED,
    StakeholderGroup.FAMILY,
    StakeholderGroup.COMMUNITY,
    StakeholderGroup.PROFESSIONAL,
    StakeholderGroup.UNKNOWN,
)


def is_voting(vote: VoteRound) -> bool:
    """Say whether this window shows the secret ballot of a vote."""
    at = state.recall(_AT)
    return bool(at) and at[0] == vote.id


def show_if_closed(open_vote: VoteRound | None) -> None:
    """Show that the vote was closed in another window while somebody was giving dots."""
    at = state.recall(_AT)
    if not at or (open_vote is not None and open_vote.id == at[0]):
        return
    if at[1] == _GIVING:
        notice(_("This vote has closed. The dots on this screen were not counted."))
    _leave()


def hand_over(vote_id: str, *, thanks: bool = False) -> None:
    """Show the hand-over screen, without the dots of the person before."""
    state.remember(_DRAFT, None)
    state.remember(_AT, (vote_id, _TURN, thanks))


def secret_ballot(context: VisionContext, vote: VoteRound) -> None:
    """Show the hand-over screen, or the dots of the person whose turn it is."""
    _round, at, thanks = state.recall(_AT)
    draft = state.recall(_DRAFT)
    with st.container(key="booth"):
        if at == _GIVING and draft:
            _giving(context, vote, draft)
        else:
            _turn(vote, thanks)


def _turn(vote: VoteRound, thanks: bool) -> None:
    if thanks:
        line(_("Thank you. Your vote is in."), "in-the-box", role="status")
    heading(_("Next person, please") if thanks else _("Your turn"))
    paragraph(_("Nobody sees how you vote. When you finish, this screen is cleared."), "lead")
    with st.container(horizontal=True, key="turn-buttons"):
        st.button(
            _("Start"),
            type="primary",
            icon=":material/how_to_vote:",
            key=state.key("begin ballot"),
            on_click=_begin,
            args=(vote.id, vote.dots),
        )
        st.button(
            _("Back to the group"),
            key=state.key("leave booth"),
            icon=":material/groups:",
            on_click=_leave,
        )


def _begin(vote_id: str, most: int) -> None:
    # The id is generated before any dots are given: a double click saves one ballot.
    state.remember(_DRAFT, {"id": fresh_id(), "most": most, "given": {}, "kept": None})
    state.remember(_AT, (vote_id, _GIVING, False))


def _leave() -> None:
    state.remember(_DRAFT, None)
    state.remember(_AT, None)


def _giving(context: VisionContext, vote: VoteRound, draft: dict[str, Any]) -> None:
    heading(vote.question or _("What matters most to you?"))
    left = vote.dots - sum(draft["given"].values())
    line(_left(vote, left), "dots-left", role="status")
    for priority in vote.options:
        if priority in context.document.priorities:
            _row(priority, priority_title(context.document, priority), draft)
    _who(draft)
    with st.container(horizontal=True, key="ballot-buttons"):
        st.button(
            _("Cast your vote"),
            type="primary",
            icon=":material/inbox:",
            key=state.key("cast ballot"),
            on_click=_cast,
            args=(vote.id, draft["id"]),
        )
        st.button(
            _("Stop and discard"),
            type="tertiary",
            key=state.key("throw ballot away"),
            on_click=hand_over,
            args=(vote.id,),
        )


def _left(vote: VoteRound, left: int) -> str:
    if left <= 0:
        return _("You have used all your dots. You can take dots back and move them.")
    many = ngettext("{count} dot", "{count} dots", vote.dots)
    return ngettext(
        "You have {count} of your {dots} left.",
        "You have {count} of your {dots} left.",
        left,
        dots=many,
    )


def _row(priority: str, title: str, draft: dict[str, Any]) -> None:
    dots, is_kept = draft["given"].get(priority, 0), draft["kept"] == priority
    with st.container(border=True, key=f"dots-{priority}", gap="small"):
        heading(title, 2)
        with st.container(horizontal=True, key=f"give-{priority}", vertical_alignment="center"):
            _dot_button(
                "fewer", _("One dot fewer: {title}", title=escape_markdown(title)), priority, -1
            )
            st.html(_dots(dots), width="content")
            _dot_button(
                "more", _("One dot more: {title}", title=escape_markdown(title)), priority, 1
            )
            st.button(
                _("Marked: must not be lost") if is_kept else _("This must not be lost"),
                icon=":material/bookmark_added:" if is_kept else ":material/bookmark_add:",
                type="secondary" if is_kept else "tertiary",
                key=state.key(f"keep {priority}"),
                on_click=_keep,
                args=(priority,),
            )


def _dots(count: int) -> str:
    words = ngettext("{count} dot", "{count} dots", count)
    drawn = "●" * count or "○"
    return (
        f'<p class="dots"><span aria-hidden="true">{drawn}</span> '
        f'<span class="dots-words">{escaped(words)}</span></p>'
    )


def _dot_button(name: str, label: str, priority: str, step: int) -> None:
    st.button(
        label,
        icon=":material/add:" if step > 0 else ":material/remove:",
        key=state.key(f"{name} {priority}"),
        on_click=_give,
        args=(priority, step),
    )


def _give(priority: str, step: int) -> None:
    """Move one dot; the button stays where it is, so that the keyboard does too."""
    draft = state.recall(_DRAFT)
    if not draft:
        return
    given = {**draft["given"], priority: max(0, draft["given"].get(priority, 0) + step)}
    if step < 0 or sum(given.values()) <= draft["most"]:
        state.remember(_DRAFT, {**draft, "given": given})


def _keep(priority: str) -> None:
    draft = state.recall(_DRAFT)
    if draft:
        state.remember(_DRAFT, {**draft, "kept": None if draft["kept"] == priority else priority})


def _who(draft: dict[str, Any]) -> None:
    st.radio(
        _("Which group are you in?"),
        _ORDER,
        index=None,
        format_func=_standing,
        key=_standing_key(draft["id"]),
    )
    st.checkbox(
        _("I am entering this for someone else, as they told me"), key=_proxy_key(draft["id"])
    )


def _standing(group: StakeholderGroup) -> str:
    if group is StakeholderGroup.UNKNOWN:
        return _("I would rather not say")
    return stakeholder_group_name(group)


def _standing_key(ballot_id: str) -> str:
    return state.key(f"ballot standing {ballot_id}")


def _proxy_key(ballot_id: str) -> str:
    return state.key(f"ballot proxy {ballot_id}")


def _cast(vote_id: str, ballot_id: str) -> None:
    draft = state.recall(_DRAFT)
    if not draft or draft["id"] != ballot_id:
        return
    saved = run_use_case(
        cast_ballot,
        vote_id,
        draft["given"],
        standing=state.widget_value(_standing_key(ballot_id)) or StakeholderGroup.UNKNOWN,
        by_proxy=bool(state.widget_value(_proxy_key(ballot_id))),
        not_lost=(draft["kept"],) if draft["kept"] else (),
        ballot_id=ballot_id,
    )
    if saved is not None:
        hand_over(vote_id, thanks=True)
