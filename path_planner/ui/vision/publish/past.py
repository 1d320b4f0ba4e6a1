"""What went out and what was taken back since: paper cannot be called back, but people can tell."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.vision.source import Printed, Withdrawal
from path_planner.domain.vision.vision import Vision
from path_planner.ui import fields
from path_planner.ui.parts import empty, heading, lines, told
from path_planner.ui.vision.publish.documents import names_of_documents
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.publishing import note_told
from path_planner.words import say, say_many, say_moment

_MOST = 20


def went_out(vision: Vision) -> None:
    """List what was taken home, the last first."""
    heading(say("What went out"), 2)
    found = sorted(in_order(vision.printed), key=lambda one: one.at, reverse=True)
    if not found:
        empty(say("Nothing was taken home yet."))
        return
    lines([_said(one) for one in found[:_MOST]])
    if (more := len(found) - _MOST) > 0:
        told(say_many("… and {count} more", "… and {count} more", more))


def _said(printed: Printed) -> str:
    name = names_of_documents().get(printed.what, printed.what)
    voices = say_many("{count} quote", "{count} quotes", len(printed.voices))
    return say(
        "{document}, {moment}: {voices}",
        document=name,
        moment=say_moment(printed.at),
        voices=voices,
    )


def taken_back(vision: Vision) -> None:
    """Show who took a yes back, which documents had gone out, and whether people were told."""
    found = sorted(in_order(vision.withdrawals), key=lambda one: one.at, reverse=True)
    if not found:
        return
    heading(say("What was taken back"), 2)
    for one in found:
        with st.container(border=True, key=f"withdrawal-{one.id}", gap="small"):
            _withdrawal(vision, one)


def _withdrawal(vision: Vision, one: Withdrawal) -> None:
    what = (
        say("Everything of a source")
        if one.whole_source
        else say_many("{count} voice", "{count} voices", one.voices)
    )
    told(say("{what}, taken back on {moment}.", what=what, moment=say_moment(one.at)))
    touched = [vision.printed[each] for each in one.printed if each in vision.printed]
    if not touched:
        told(say("No document with it had gone out."), "facts")
        return
    told(say("It stood in documents that had gone out. Tell those who hold them:"))
    lines([_said(each) for each in touched])
    fields.tick(say("They were told"), one.told, partial(_told, one.id), f"told {one.id}")


def _told(withdrawal_id: str, meeting: Meeting, told_now: bool) -> Kept:
    return note_told(meeting, withdrawal_id, told_now)
