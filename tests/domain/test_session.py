"""A session is frozen, keeps what it does not know, and refuses what cannot be."""

import pytest
from pydantic import ValidationError

from path_planner.domain.marks import Stroke
from path_planner.domain.people import Person
from path_planner.domain.session import Session
from tests.domain.builders import a_session, a_voice


def test_values_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        a_voice().text = "other"  # type: ignore[misc]


def test_a_session_comes_back_the_same_from_json() -> None:
    session = a_session()
    assert Session.model_validate_json(session.model_dump_json()) == session


def test_fields_of_a_later_version_are_kept() -> None:
    person = Person.model_validate({"id": "robin", "name": "Robin", "pronouns": "they"})
    assert person.model_dump()["pronouns"] == "they"


@pytest.mark.parametrize("record_id", ["../up", "a.b", "ü", "", "a b", "x" * 41, "nul\0"])
def test_an_id_is_never_a_path_or_a_sentence(record_id: str) -> None:
    with pytest.raises(ValidationError):
        a_voice(record_id)


@pytest.mark.parametrize("points", [(), (1.0,), (1.0, 2.0, 3.0), (float("nan"), 1.0)])
def test_points_are_pairs_of_real_numbers(points: tuple[float, ...]) -> None:
    with pytest.raises(ValidationError):
        Stroke(id="k", stage="dream", sketch="s", points=points)
