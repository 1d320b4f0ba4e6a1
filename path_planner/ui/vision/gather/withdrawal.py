"""Withdrawals, and other visions of this store that still have the withdrawn words."""

from collections.abc import Sequence

import streamlit as st

from path_planner.domain.vision.sources import Withdrawal
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext
from path_planner.services.vision.publication import mark_notified
from path_planner.services.vision.withdrawal import (
    other_visions_with,
    people_to_notify,
    withdrawn_by,
)
from path_planner.storage.protocol import FileState, VisionSummary
from path_planner.ui import state
from path_planner.ui.components.basics import heading, link, paragraph, vision_title
from path_planner.ui.context import on_click_run
from path_planner.ui.stores import vision_store


def links_to_other_visions(vision_ids: Sequence[str]) -> None:
    """Show these visions with links; people withdraw the words there themselves."""
    visions = {
        summary.id: summary for summary in vision_store().summaries() if summary.id in vision_ids
    }
    if not visions:
        return
    paragraph(other_visions_sentence(list(visions.values())), "needed")
    for summary in visions.values():
        where = {"vision": summary.id, "step": "gather", "part": "heard"}
        with st.container(key=f"elsewhere-{summary.id}", width="content"):
            link(
                "vision_builder",
                _("Go to “{title}”", title=vision_title(summary.title)),
                ":material/arrow_forward:",
                key=summary.id,
                **where,
            )


def other_visions_sentence(others: Sequence[VisionSummary]) -> str:
    """Return sentences that name the visions which still have the withdrawn words."""
    titles = ", ".join(f"“{vision_title(other.title)}”" for other in others)
    return ngettext(
        "Another vision here also has these words: {titles}. Please withdraw them there too.",
        "Other visions here also have these words: {titles}. Please withdraw them there too.",
        len(others),
        titles=titles,
    )


def unreadable_in_trash() -> None:
    """Return the titles of unreadable visions in the trash, which may have withdrawn words."""
    unread = [
        vision_title(trashed.entry.title)
        for trashed in vision_store().trash()
        if trashed.entry.state is not FileState.OK
    ]
    for title in unread:
        paragraph(
            _(
                "“{title}” was deleted and cannot be read here. It may still hold what "
                "was withdrawn. You can delete it for good in the list of visions.",
                title=title,
            ),
            "needed",
        )


_SHOWN = 20


def withdrawn(vision: Vision) -> None:
    """Show the withdrawals, the last first."""
    if not vision.withdrawals:
        return
    heading(_("Withdrawn"), 2)
    unreadable_in_trash()
    newest = sorted(
        vision.withdrawals.values(),
        key=lambda withdrawal: (withdrawal.at, withdrawal.id),
        reverse=True,
    )
    for withdrawal in newest[:_SHOWN]:
        with st.container(border=True, key=f"withdrawal-{withdrawal.id}", gap="small"):
            _withdrawal(vision, withdrawal)


def _withdrawal(vision: Vision, withdrawal: Withdrawal) -> None:
    paragraph(people_to_notify(vision, withdrawal))
    others = other_visions_with(vision_store(), vision.id, withdrawn_by(vision, withdrawal))
    links_to_other_visions([other.id for other in others])
    if not withdrawal.printed:
        return
    if withdrawal.told:
        paragraph(_("The people who have the documents have been told."), "strong")
        return
    st.button(
        _("They have been told"),
        key=state.key(f"holders told {withdrawal.id}"),
        icon=":material/check:",
        on_click=on_click_run,
        args=(mark_notified, withdrawal.id),
    )
