"""Publish: look first, make the documents, know what went out."""

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.ui import fields
from path_planner.ui.parts import heading, told
from path_planner.ui.vision.at_first import at_first, not_yet
from path_planner.ui.vision.parts import look
from path_planner.ui.vision.publish.checks import look_first
from path_planner.ui.vision.publish.documents import documents
from path_planner.ui.vision.publish.past import taken_back, went_out
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.publishing import sign_off
from path_planner.words import say


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    look()
    heading(say("Publish"))
    told(
        say("Paper cannot be called back. So look first, then make what people take home."), "lead"
    )
    vision = meeting.vision
    at_first("publish", begun=bool(vision.printed))
    if not (vision.voices or vision.priorities or vision.actions or vision.printed):
        sentence = say("There is nothing to print yet. Gather voices first.")
        not_yet(vision, sentence, "gather", say("Go to “Gather”"))
        return
    checks, made = st.columns([5, 6], gap="large")
    with checks:
        look_first(meeting.vision)
        _signing_off(meeting.vision)
    with made:
        documents(meeting)
    went_out(meeting.vision)
    taken_back(meeting.vision)


def _signing_off(vision: Vision) -> None:
    heading(say("Is the easy read edition checked?"), 2)
    told(
        say(
            "People with learning disabilities read it and say whether it is clear. "
            "Until they have signed it off, every page says that it is a draft."
        )
    )
    fields.tick(
        say("They have signed it off"),
        vision.about.signed_off,
        sign_off,
        "signed off",
    )
