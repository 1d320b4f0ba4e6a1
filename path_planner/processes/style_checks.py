"""Hints on the wording of voices and commitments. They are advice: nothing is refused."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from path_planner.domain.commitment import Commitment
from path_planner.domain.session import Session
from path_planner.i18n import N_
from path_planner.processes.model import Rule, Stage, StageInput


class Hint(NamedTuple):
    """One hint: a message id, and the id of the record that it is about."""

    message: str
    record: str


NOT_IN_THE_PAST = N_("Try saying it as a memory, as if it has happened: “We have…”, “She moved…”.")
NOT_POSITIVE = N_("Try saying what there is now, instead of what there is not.")
TOO_LONG = N_("That is a lot of words for the wall. Which ones matter most?")
NO_PERSON = N_("Who will do this? Choose one person.")
NO_DAY = N_("By when? A date makes it easier to remember.")
NO_COACH = N_("Who is the coach? Someone kind who asks how it went.")
NO_PURPOSE = N_("What is this person enrolling for? Say one thing.")
TOO_VAGUE = N_("Can you make it smaller and clearer? What will people see happening?")
NOT_ONE_PERSON = N_("“The team” is not one person. Who says “I will”?")
NOT_HERE = N_("This person is not in the room. Who here will ask them?")

_LONG_VOICE = 240
"""The length in characters beyond which one voice makes its whole stage small on the poster."""

# The wording is judged in English alone; other languages get the advice that needs no grammar.
_FUTURE = re.compile(
    r"\b(will|won't|shall|going to|gonna|want(s)? to|would like|hope(s)? to|plan(s)? to|should)\b"
    r"|\b\w+'ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(have|has|had|was|were|did|'ve|went|got|made|found|began|bought|met|took|became|built|won"
    r"|came|gave|knew|learnt|left|ran|said|saw|sang|sold|spoke|spent|stood|swam|taught|thought|told"
    r"|wrote|ate|drew|drove|felt|grew|held|kept|led|paid|read|rode|sent|set|slept|danced|\w{2,}ed)\b"
    r"|\w+['’](ve|d)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(not|no longer|no more|never|nobody|nothing|without|stopped|cannot|less|fewer)\b"
    r"|\w+n['’]t\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(explore|look into|think about|consider|discuss|investigate|try to|be aware|liaise)\b",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"\b(the (team|council|service|services|group|staff|family|school)|everyone|everybody"
    r"|someone|somebody|they|we) (will|shall|should|must|need)\b",
    re.IGNORECASE,
)


def check_wording(session: Session, stage: Stage) -> tuple[Hint, ...]:
    """Return the hints on a stage, first on its voices, then on its commitments."""
    return (*_voice_hints(session, stage), *_commitment_hints(session, stage))


def _voice_hints(session: Session, stage: Stage) -> Iterator[Hint]:
    english = session.about.language.partition("@")[0] == "en"
    for voice in session.voices.values():
        if voice.stage != stage.id:
            continue
        if len(voice.text) > _LONG_VOICE:
            yield Hint(TOO_LONG, voice.id)
        if not english:
            continue
        if Rule.TOLD_IN_THE_PAST in stage.rules and not uses_past_tense(voice.text):
            yield Hint(NOT_IN_THE_PAST, voice.id)
        if Rule.POSITIVE in stage.rules and _NEGATIVE.search(voice.text):
            yield Hint(NOT_POSITIVE, voice.id)
        if stage.gathers is StageInput.STEPS:
            yield from _wording_hints(voice.text, voice.id)


def uses_past_tense(text: str) -> bool:
    """Say whether English words sound like a memory and not like a wish."""
    return bool(_PAST.search(text)) and not _FUTURE.search(text)


def _wording_hints(text: str, record: str) -> Iterator[Hint]:
    if _COLLECTIVE.search(text):
        yield Hint(NOT_ONE_PERSON, record)
    if _VAGUE.search(text):
        yield Hint(TOO_VAGUE, record)


def _commitment_hints(session: Session, stage: Stage) -> Iterator[Hint]:
    english = session.about.language.partition("@")[0] == "en"
    for commitment in session.commitments.values():
        if commitment.stage != stage.id:
            continue
        if commitment.who not in session.people:
            yield Hint(NO_PERSON, commitment.id)
        yield from _rule_hints(session, stage, commitment)
        if english:
            yield from _wording_hints(commitment.what, commitment.id)


def _rule_hints(session: Session, stage: Stage, commitment: Commitment) -> Iterator[Hint]:
    if Rule.WHO_AND_WHAT_FOR in stage.rules and not commitment.what:
        yield Hint(NO_PURPOSE, commitment.id)
    if Rule.WHO_WHAT_BY_WHEN in stage.rules:
        if commitment.by_when is None:
            yield Hint(NO_DAY, commitment.id)
        if commitment.coach not in session.people:
            yield Hint(NO_COACH, commitment.id)
    if Rule.SOMEBODY_PRESENT in stage.rules:
        person = session.people.get(commitment.who or "")
        if person and not person.present:
            yield Hint(NOT_HERE, commitment.id)
