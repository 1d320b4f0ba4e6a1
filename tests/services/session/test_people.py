"""Getting ready: people, agreement, consent, form."""

from datetime import date
from pathlib import Path

import pytest

from path_planner.domain.people import Role
from path_planner.domain.session import Columns, Session
from path_planner.errors import UnknownRecord
from path_planner.processes import find
from path_planner.services.records import delete
from path_planner.services.session import commitments, people
from path_planner.storage import serializer
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_commitment, a_session, a_voice
from tests.services.session.rooms import a_group


def test_somebody_is_welcomed_with_a_role() -> None:
    group = a_group()
    group.does(people.add_person(group.room, "Sam Reed", Role.FAMILY))
    assert group.session.people["n1"].name == "Sam Reed"
    assert group.session.people["n1"].role is Role.FAMILY
    assert group.does(people.add_person(group.room, "  ")).changes == ()


def test_the_pathfinders_name_is_one_name() -> None:
    group = a_group()
    group.does(people.change_person(group.room, "robin", name="Robin Bell"))
    assert group.session.about.pathfinder.name == "Robin Bell"
    group.does(people.name_pathfinder(group.room, name="Rob"))
    assert group.session.about.pathfinder.name == "Rob"


def test_the_pathfinder_is_named_first() -> None:
    group = a_group()
    assert [one.id for one in people.people_in_order(group.session)] == ["robin", "asha"]


def test_a_goodbye_keeps_what_was_said_without_the_name() -> None:
    group = a_group()
    group.does(people.remove_person(group.room, "robin"))
    session = group.session
    assert "robin" not in session.people
    assert session.voices["v1"].said_by is None
    assert session.voices["v1"].text
    assert session.commitments["c1"].coach is None
    assert session.commitments["c1"].who == "asha"
    assert session.marks["s1"].by is None
    assert session.about.pathfinder.person is None
    assert session.about.pathfinder.name == "Robin"


def newest_sample() -> Session:
    """Return a session with every kind of mark."""
    samples = Path(__file__).parents[2] / "samples"
    return serializer.read(
        (samples / f"session_v{SESSIONS.version}.path.json").read_bytes(), SESSIONS
    )


@pytest.mark.parametrize("person", ["jo", "sam", "wren", "ines"])
def test_a_goodbye_keeps_every_kind_of_mark_without_the_name(person: str) -> None:
    before = newest_sample()
    made = {key for key, mark in before.marks.items() if getattr(mark, "by", None) == person}
    assert made
    group = a_group(before)
    group.does(people.remove_person(group.room, person))
    marks = group.session.marks
    assert marks.keys() == before.marks.keys()
    assert {key for key, mark in marks.items() if getattr(mark, "by", None) == person} == set()
    assert all(marks[key] == mark for key, mark in before.marks.items() if key not in made)
    for key in made:
        assert marks[key].model_copy(update={"by": person}) == before.marks[key]


def test_every_kind_of_mark_finds_a_stage_of_another_form() -> None:
    before = newest_sample()
    group = a_group(before)
    for process in ("path8", "path6"):
        group.does(people.describe_session(group.room, process=process))
        homes = {stage.id for stage in find(process).stages}
        marks = group.session.marks
        assert {mark.stage for mark in marks.values()} <= homes
        assert before.marks.keys() <= marks.keys()
    kept = serializer.read(serializer.write(group.session), SESSIONS)
    assert kept == group.session


@pytest.mark.parametrize("form", ["path6", "path8"])
def test_another_form_takes_every_record_along(form: str) -> None:
    stages = ["dream", "first_steps", "next_months", "next_month", "first_step"]
    group = a_group(
        a_session(
            voices={f"v{place}": a_voice(f"v{place}", stage) for place, stage in enumerate(stages)},
            commitments={"c1": a_commitment()},
        )
    )
    for process in ("path8", form):
        group.does(people.describe_session(group.room, process=process))
    homes = {stage.id for stage in find(form).stages}
    assert {voice.stage for voice in group.session.voices.values()} <= homes
    assert len(group.session.voices) == len(stages)
    assert group.session.commitments["c1"].stage in homes


def test_the_order_of_the_columns_is_a_choice() -> None:
    group = a_group()
    group.does(people.describe_session(group.room, columns="as asked"))
    assert group.session.about.columns is Columns.AS_ASKED


def test_the_agreement_is_written_line_by_line() -> None:
    group = a_group()
    group.does(people.add_agreement_line(group.room, "We take breaks."))
    group.does(people.change_agreement_line(group.room, "n1", "We take many breaks."))
    assert group.session.agreement["n1"].text == "We take many breaks."
    group.does(people.change_agreement_line(group.room, "n1", ""))
    assert "n1" not in group.session.agreement
    with pytest.raises(UnknownRecord):
        people.change_agreement_line(group.room, "n1", "again")


def test_consent_is_noted() -> None:
    group = a_group()
    assert group.session.consent.keep is None
    group.does(people.record_consent(group.room, keep=True, photos=False))
    assert (group.session.consent.keep, group.session.consent.photos) == (True, False)
    assert group.session.consent.given_on == group.clock.time.date()


def test_a_no_has_no_day_and_a_day_that_was_given_stays() -> None:
    group = a_group()
    group.does(people.record_consent(group.room, keep=False))
    assert group.session.consent.given_on is None
    group.does(people.record_consent(group.room, given_on=date(2026, 1, 2)))
    group.does(people.record_consent(group.room, share=True))
    assert group.session.consent.given_on == date(2026, 1, 2)


def test_somebody_new_is_enrolled_by_name_and_somebody_known_is_found() -> None:
    group = a_group()
    group.does(commitments.enrol(group.room, "enrol", "asha", "Lifts"))
    group.does(commitments.enrol(group.room, "enrol", "Uncle Jo", "Tools", said_yes=True))
    assert len(group.session.people) == 3
    known, new = (one for one in group.session.commitments.values() if one.stage == "enrol")
    assert known.who == "asha"
    assert not group.session.people[new.who or ""].present


def test_commitments_and_reviews_are_changed_and_taken_out() -> None:
    group = a_group()
    group.does(commitments.change_commitment(group.room, "c1", status="done", said_yes=True))
    assert group.session.commitments["c1"].status == "done"
    group.does(commitments.begin_review(group.room))
    review = next(iter(group.session.reviews))
    group.does(commitments.change_review(group.room, review, tried="We rang."))
    assert group.session.reviews[review].tried == "We rang."
    group.does(delete(group.room, "reviews", review))
    group.does(delete(group.room, "commitments", "c1"))
    assert not group.session.commitments
    assert commitments.commit(group.room, "first_steps", " ").changes == ()
