"""Before printing: sentences too long for easy read, and the group's own easy wording for them."""

from functools import partial

import streamlit as st

from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.vision import Vision
from path_planner.exports.easy_read.readability import WHERE_WORDS, Hard, hard_to_read
from path_planner.exports.easy_read.sentences import MOST_WORDS
from path_planner.ui import fields
from path_planner.ui.parts import lines, told
from path_planner.ui.vision.seen import once
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.publishing import word_easily
from path_planner.words import say, say_many

_MOST = 12
too_long = once(hard_to_read)
"""Returns what is too long, by what it stands in."""


def easy_wordings(vision: Vision) -> None:
    """Show what is too long, with a field for easier words; what was written stays."""
    found = too_long(vision)
    told(
        say(
            "Easy read has no more than {count} words in a sentence. "
            "Only people can say it more easily: the machine breaks long sentences where a comma "
            "stands, and changes no word.",
            count=MOST_WORDS,
        ),
        "facts",
    )
    for hard in found[:_MOST]:
        with st.container(border=True, key=f"easy-{hard.collection}-{hard.id}", gap="small"):
            _one(hard)
    if (more := len(found) - _MOST) > 0:
        told(say_many("{count} more is long.", "{count} more are long.", more))


def _one(hard: Hard) -> None:
    said = [f"{one.sentence} ({one})" for one in hard.sentences]
    told(say(WHERE_WORDS[hard.collection]), "kicker")
    lines(said)
    fields.area(
        say("In easy words"),
        hard.easy,
        partial(_word, hard.collection, hard.id),
        f"easy {hard.collection} {hard.id}",
        height="content",
        max_chars=MOST_LETTERS,
        placeholder=say("Short sentences. One idea each."),
    )


def _word(collection: str, record_id: str, meeting: Meeting, words: str) -> Kept:
    return word_easily(meeting, collection, record_id, words)
