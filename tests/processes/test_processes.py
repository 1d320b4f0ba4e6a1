"""Every form is whole: stages, words, regions, colours, minutes; and what PATH asks for is kept."""

import pytest

from path_planner.domain.session import About, Columns
from path_planner.processes import (
    arrow_stages,
    find,
    form_of,
    known,
    path,
    path_alone,
    planned_by,
)
from path_planner.processes.model import PlannedBy, Process, Region, Stage
from path_planner.processes.prompts import (
    fill_placeholders,
    looking_back_from,
    pathfinder_name,
    process_of,
    stage_title,
)
from tests.domain.builders import a_session

FORMS = pytest.mark.parametrize("form", known(), ids=lambda form: form.id)
FORMS_OF_PATH = pytest.mark.parametrize("form", path.PROCESSES, ids=lambda form: form.id)
STAGES = pytest.mark.parametrize(
    ("form", "stage"),
    [(form, stage) for form in known() for stage in form.stages],
    ids=lambda part: part.id,
)


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_forms_of_path_are_among_those_that_are_found() -> None:
    assert {form.id for form in path.PROCESSES} <= {form.id for form in known()}
    assert find("something newer") is known()[0]
    assert find(About().process).id == About().process


@FORMS
def test_it_is_found_by_its_own_id_and_has_no_stage_twice(form: Process) -> None:
    assert find(form.id) is form
    stages = [stage.id for stage in form.stages]
    assert len({*stages}) == len(stages)


@FORMS_OF_PATH
def test_it_starts_at_the_dream_and_asks_backwards(form: Process) -> None:
    assert [stage.id for stage in form.stages][:5] == [
        "dream",
        "goal",
        "now",
        "enrol",
        "strengthen",
    ]


@FORMS
def test_the_minutes_of_the_stages_fill_the_workshop(form: Process) -> None:
    (lengths,) = {frozenset(stage.minutes) for stage in form.stages}
    assert lengths
    for workshop in lengths:
        assert sum(stage.minutes[workshop] for stage in form.stages) == workshop


@FORMS
def test_one_star_one_circle_and_the_rest_in_the_arrow(form: Process) -> None:
    regions = [stage.region for stage in form.stages]
    assert regions.count(Region.STAR) == regions.count(Region.CIRCLE) == 1
    assert len(arrow_stages(form, Columns.NEAR_TO_FAR)) == len(form.stages) - 2


@FORMS_OF_PATH
@pytest.mark.parametrize("columns", list(Columns))
def test_now_stands_at_the_far_left(form: Process, columns: Columns) -> None:
    assert arrow_stages(form, columns)[0].id == "now"


@FORMS_OF_PATH
@pytest.mark.parametrize("who", list(PlannedBy))
def test_each_form_is_for_a_group_for_one_person_and_with_a_supporter(
    form: Process, who: PlannedBy
) -> None:
    planned = planned_by(form, who)
    assert planned.planned_by is who
    assert form_of(planned) is form
    assert planned_by(planned, PlannedBy.GROUP) is form
    assert [stage.id for stage in planned.stages] == [stage.id for stage in form.stages]
    assert (planned is form) == (who is PlannedBy.GROUP)


@pytest.mark.parametrize("form", path_alone.PROCESSES, ids=lambda form: form.id)
def test_one_person_is_asked_as_you_and_not_by_name(form: Process) -> None:
    for stage in form.stages:
        asked = (stage.question, stage.tense_hint, *stage.prompts)
        assert not any("{name}" in words or "this room" in words for words in asked)
        assert "you" in stage.question.lower() or stage.id == "goal"


def test_the_order_of_the_columns_is_a_choice() -> None:
    near = [stage.id for stage in arrow_stages(find("path8"), Columns.NEAR_TO_FAR)]
    asked = [stage.id for stage in arrow_stages(find("path8"), Columns.AS_ASKED)]
    assert near[-3:] == ["first_step", "next_month", "next_months"]
    assert asked[-3:] == ["next_months", "next_month", "first_step"]


@STAGES
def test_every_stage_has_its_words(form: Process, stage: Stage) -> None:
    session = a_session()
    for message in (stage.question, stage.tense_hint, *stage.prompts, *stage.drawing_hints):
        said = fill_placeholders(message, session)
        assert said
        assert "{" not in said
    assert stage.prompts
    assert stage.drawing_hints
    assert form.stage(stage.id) is stage


@STAGES
def test_ink_can_be_read_on_the_fill_of_its_stage(form: Process, stage: Stage) -> None:
    light, dark = brightness(stage.colours.fill), brightness(stage.colours.ink)
    assert (light + 0.05) / (dark + 0.05) >= 4.5, form.id


@FORMS
def test_records_of_every_stage_of_every_form_have_a_home(form: Process) -> None:
    for other in known():
        for stage in other.stages:
            assert form.stage(form.stage_for(stage.id))
    assert form.stage_for("from the future") == form.stages[0].id


def test_a_session_speaks_with_its_own_name_and_date() -> None:
    session = a_session()
    assert pathfinder_name(session) == "Robin"
    assert str(looking_back_from(session)) == "2027-11-22"
    assert "22 November 2027" in fill_placeholders(find("path6").stages[1].question, session)
    assert stage_title(session, process_of(session).stages[0]) == "Dream"


def test_a_year_after_a_leap_day_there_is_a_day() -> None:
    session = a_session()
    about = session.about.model_copy(
        update={"held_on": session.begun.replace(year=2028, month=2, day=29).date()}
    )
    assert str(looking_back_from(session.model_copy(update={"about": about}))) == "2029-02-28"
