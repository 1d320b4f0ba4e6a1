"""The coach advises, by example."""

from datetime import date

import pytest

from path_planner.processes import find, style_checks
from path_planner.processes.model import Stage
from path_planner.processes.style_checks import check_wording, uses_past_tense
from tests.domain.builders import a_commitment, a_person, a_session, a_voice


def stage(stage_id: str) -> Stage:
    """Return a stage of the six-stage form."""
    found = find("path6").stage(stage_id)
    assert found
    return found


@pytest.mark.parametrize(
    "text",
    [
        "We have moved into our own flat.",
        "In May she started at the bakery.",
        "I’ve joined the choir",
        "Sam took the bus alone, and it was fun.",
        "I learnt to swim.",
    ],
)
def test_a_memory_sounds_like_the_past(text: str) -> None:
    assert uses_past_tense(text)


@pytest.mark.parametrize(
    "text",
    [
        "I will get a job.",
        "A job in a bakery",
        "I want to have moved",
        "We're going to travel",
        "She'll swim",
    ],
)
def test_a_wish_does_not(text: str) -> None:
    assert not uses_past_tense(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("I will have a garden", style_checks.NOT_IN_THE_PAST),
        ("I was not lonely", style_checks.NOT_POSITIVE),
        ("He didn’t have to wait", style_checks.NOT_POSITIVE),
    ],
)
def test_a_goal_gets_advice(text: str, message: str) -> None:
    session = a_session(voices={"v1": a_voice(stage="goal", text=text)})
    assert (message, "v1") in check_wording(session, stage("goal"))


def test_a_good_goal_gets_none() -> None:
    session = a_session(voices={"v1": a_voice(stage="goal", text="We have opened the café.")})
    assert check_wording(session, stage("goal")) == ()


def test_dreams_are_left_alone() -> None:
    session = a_session(voices={"v1": a_voice(text="I will not be lonely")})
    assert check_wording(session, stage("dream")) == ()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_speech_is_asked_for_the_words_that_matter(language: str) -> None:
    session = a_session(voices={"v1": a_voice(text="We sing together. " * 20)})
    about = session.about.model_copy(update={"language": language})
    session = session.model_copy(update={"about": about})
    assert [hint.message for hint in check_wording(session, stage("dream"))] == [
        style_checks.TOO_LONG
    ]


def test_wording_in_another_language_is_left_alone() -> None:
    session = a_session(voices={"v1": a_voice(stage="goal", text="Mieszkam u siebie")})
    about = session.about.model_copy(update={"language": "pl"})
    assert check_wording(session.model_copy(update={"about": about}), stage("goal")) == ()


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"who": None}, style_checks.NO_PERSON),
        ({"who": "gone"}, style_checks.NO_PERSON),
        ({"by_when": None}, style_checks.NO_DAY),
        ({"coach": None}, style_checks.NO_COACH),
        ({"what": "Explore options"}, style_checks.TOO_VAGUE),
        ({"what": "The team will ring"}, style_checks.NOT_ONE_PERSON),
        ({"who": "far"}, style_checks.NOT_HERE),
    ],
)
def test_a_step_gets_advice(facts: dict[str, object], message: str) -> None:
    whole = {"who": "asha", "coach": "robin", "by_when": date(2026, 12, 1)}
    session = a_session(
        commitments={"c1": a_commitment(**{**whole, **facts})},
        people={
            "robin": a_person("robin"),
            "asha": a_person("asha"),
            "far": a_person("far", present=False),
        },
    )
    assert [hint.message for hint in check_wording(session, stage("first_steps"))] == [message]


def test_a_whole_step_gets_none() -> None:
    assert check_wording(a_session(), stage("first_steps")) == ()


def test_somebody_enrols_for_something() -> None:
    session = a_session(commitments={"c1": a_commitment(stage="enrol", who="asha", what="")})
    assert [hint.message for hint in check_wording(session, stage("enrol"))] == [
        style_checks.NO_PURPOSE
    ]
