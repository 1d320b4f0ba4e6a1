"""Our marks become elements of Excalidraw and come back as they were."""

import orjson
import pytest
from hypothesis import example, given

from path_planner.domain.marks import Label, Mark, Stroke
from path_planner.formats.excalidraw.marks import elements_of, mark_of
from tests.domain.builders import a_session
from tests.formats.marks_made import marks_of_the_wall

SESSION = a_session()


@pytest.mark.slow
@given(marks_of_the_wall)
def test_a_mark_survives_the_way_there_and_back(mark: Mark) -> None:
    (element,) = elements_of(mark, SESSION)
    travelled = orjson.loads(orjson.dumps(element))
    assert mark_of(travelled, stage=mark.stage) == mark


@pytest.mark.slow
@given(marks_of_the_wall)
@example(Stroke(id="zero", stage="dream", points=(0.0, -0.0)))
def test_an_element_is_the_same_each_time(mark: Mark) -> None:
    assert elements_of(mark, SESSION) == elements_of(mark, SESSION)
    (element,) = elements_of(mark, SESSION)
    again = mark_of(element, stage=mark.stage)
    assert elements_of(again, SESSION) == (element,)


def test_words_in_the_lettering_of_a_machine_have_that_of_the_wall() -> None:
    label = Label(id="old", stage="now", text="Here", foreign={"fontFamily": 2, "lineHeight": 1.15})
    (element,) = elements_of(label, SESSION)
    assert (element["fontFamily"], element["lineHeight"]) == (5, 1.15)
    assert mark_of({**element, "fontFamily": 2}, stage="now").foreign == {"lineHeight": 1.15}


def test_what_lies_on_a_pad_or_is_a_card_is_no_element() -> None:
    session = a_session()
    assert elements_of(session.marks["s1"], session) == ()
    assert elements_of(session.marks["k1"], session) == ()
    assert isinstance(session.marks["k1"], Stroke)


if __name__ == "__main__":
    pytest.main([__file__])
