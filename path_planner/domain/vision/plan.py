"""The community plan: actions, outcomes, reviews, and what a group decides before it publishes."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field, FiniteFloat

from path_planner.domain.base import Line, Record, RecordId, Words
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup
from path_planner.i18n import N_


class ResponsibleParty(StrEnum):
    """Who carries an action."""

    OURSELVES = "ourselves"
    TOGETHER = "together"
    SERVICES = "services"


RESPONSIBLE_PARTY_WORDS = {
    ResponsibleParty.OURSELVES: N_("What we do ourselves"),
    ResponsibleParty.TOGETHER: N_("What we do with partners"),
    ResponsibleParty.SERVICES: N_("What services do"),
}


class Action(Record):
    """Who does what, by when, with what, and how we will know."""

    priorities: tuple[RecordId, ...] = Field(default=(), max_length=200)
    doer: ResponsibleParty = ResponsibleParty.OURSELVES
    what: Words
    easy: Words = ""
    """The same in easy words and short sentences, as people worded it for the easy read edition."""
    who: Line = ""
    by_when: date | None = None
    resources: Words = ""
    how_we_know: Words = ""
    order: FiniteFloat = 0.0


class Outcome(Record):
    """How life is when it has worked, and how people chose to measure it."""

    priorities: tuple[RecordId, ...] = Field(default=(), max_length=200)
    statement: Words
    easy: Words = ""
    """The same in easy words and short sentences, as people worded it for the easy read edition."""
    measure: Words = ""
    chosen_by: Line = ""
    now: Words = ""
    hoped: Words = ""
    order: FiniteFloat = 0.0


class ReviewRound(Record):
    """One time the group looked back: you said, we did."""

    on: date
    words: Words = ""
    next_on: date | None = None
    order: FiniteFloat = 0.0


class Progress(StrEnum):
    """How far an action has got."""

    DONE = "done"
    DOING = "doing"
    NOT_YET = "not yet"
    CANNOT = "cannot"


PROGRESS_WORDS = {
    Progress.DONE: N_("Done"),
    Progress.DOING: N_("Being done"),
    Progress.NOT_YET: N_("Not started yet"),
    Progress.CANNOT: N_("Cannot be done"),
}


class Reply(Record):
    """What became of an action by the day of a round; a "cannot" says why and who decided."""

    round: RecordId
    action: RecordId
    progress: Progress = Progress.NOT_YET
    we_did: Words = ""
    why: Words = ""
    who_decided: Line = ""
    order: FiniteFloat = 0.0


class Answer(Record):
    """Those who said it confirm or dispute what they are told was done."""

    reply: RecordId
    confirms: bool
    words: Words = ""
    standing: StakeholderGroup = StakeholderGroup.UNKNOWN
    order: FiniteFloat = 0.0


class MeasureReading(Record):
    """What a measure showed in a round."""

    round: RecordId
    outcome: RecordId
    words: Words
    order: FiniteFloat = 0.0


class Licence(StrEnum):
    """What others may do with a vision that was published; normally nothing was agreed."""

    NONE = "none"
    CC_BY = "cc by 4.0"
    OGL = "ogl 3.0"
    OTHER = "other"


LICENCE_WORDS = {
    Licence.NONE: N_("No licence: people have to ask"),
    Licence.CC_BY: N_("Creative Commons Attribution 4.0 International (CC BY 4.0)"),
    Licence.OGL: N_("Open Government Licence v3.0 (OGL)"),
    Licence.OTHER: N_("Something else, in our own words"),
}
LICENCE_ADDRESSES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.OGL: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


class ClearedText(Record):
    """Something that the check marked, and that people said identifies nobody, wherever it stands.

    `words` are no name. Where they are empty, the record stands for one whole text of the group's
    own, of which the id is a hash.
    """

    words: Line = ""
    order: FiniteFloat = 0.0


def still_said(
    cleared: Mapping[str, ClearedText],
    before: Mapping[str, SharedVoice],
    left: Mapping[str, SharedVoice],
) -> dict[str, ClearedText]:
    """Return what was cleared, without words that only stood in voices that are not left."""
    was, still = (
        "\n".join(voice.text for voice in voices.values()).casefold() for voices in (before, left)
    )
    return {
        text.id: text
        for text in cleared.values()
        if (words := text.words.casefold()) not in was or words in still
    }
