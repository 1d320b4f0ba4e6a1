"""The film of how a PATH came to be: what comes when, and what never comes."""

from datetime import timedelta

import pytest

from path_planner.services.session.timelapse import (
    LONGEST,
    SHORTEST,
    Item,
    Timelapse,
    What,
    build_timelapse,
)
from path_planner.storage.protocol import Revision
from tests.domain.builders import NOON

STAGES = ("dream", "goal", "now")


def step(revision: int, minutes: float, *keys: tuple[str, str]) -> Revision:
    """Return a step of the history."""
    return Revision(revision, NOON + timedelta(minutes=minutes), "asha", keys)


def film(things: list[Item], *steps: Revision) -> Timelapse:
    """Return the film of some things."""
    return build_timelapse(things, steps, STAGES, NOON)


def order(things: list[Item], shown: Timelapse) -> list[str]:
    """Return which things came, in their order."""
    came = (moment for moment in shown.moments if moment.what is What.CAME)
    return [things[moment.item].id for moment in came]


def voice(name: str, stage: str = "dream", **facts: object) -> Item:
    """Return a voice on the wall."""
    return Item("voices", name, stage, **facts)  # type: ignore[arg-type] # told by name


def line(name: str, stage: str = "dream", length: float = 300.0) -> Item:
    """Return a line drawn on the wall."""
    return Item("marks", name, stage, length=length)


def test_things_come_in_the_order_they_came() -> None:
    things = [voice("a", "now"), voice("b"), line("k", "goal")]
    shown = film(
        things,
        step(1, 1, ("marks", "k")),
        step(2, 2, ("voices", "a")),
        step(3, 3, ("voices", "b")),
    )
    assert order(things, shown) == ["k", "a", "b"]
    starts = [moment.start for moment in shown.moments]
    assert starts == sorted(starts)


def test_what_came_in_one_step_comes_stage_by_stage() -> None:
    things = [voice("a", "now"), voice("b", "dream", order=2.0), voice("c", "dream", order=1.0)]
    everything = step(1, 1, *(thing.key for thing in things))
    assert order(things, film(things, everything)) == ["c", "b", "a"]


def test_what_is_older_than_the_journal_comes_when_it_was_said() -> None:
    things = [
        voice("late", at=NOON + timedelta(hours=1)),
        voice("early", "now", at=NOON),
        voice("new"),
    ]
    shown = film(things, step(1, 90, ("voices", "new")))
    assert order(things, shown) == ["early", "late", "new"]


def test_words_that_changed_are_pointed_out_once_more() -> None:
    things = [voice("a"), voice("b"), line("k")]
    shown = film(
        things,
        step(1, 1, ("voices", "a"), ("marks", "k")),
        step(2, 2, ("voices", "b")),
        step(3, 3, ("voices", "a"), ("marks", "k")),
        step(4, 4, ("voices", "a")),
    )
    changed = [moment for moment in shown.moments if moment.what is What.CHANGED]
    assert [things[moment.item].id for moment in changed] == ["a"]
    assert changed[0] == shown.moments[-1]


def test_what_was_taken_out_is_not_in_the_film() -> None:
    things = [voice("stays")]
    shown = film(things, step(1, 1, ("voices", "gone")), step(2, 2, ("voices", "stays")))
    assert order(things, shown) == ["stays"]
    assert len(shown.moments) == 1


def test_nothing_makes_no_film() -> None:
    assert film([], step(1, 1, ("about", "about"))) == Timelapse(0.0, (), ())


@pytest.mark.parametrize("many", [1, 3, 40, 3_000])
@pytest.mark.parametrize("hours", [0.0, 3.0])
def test_a_film_takes_ten_to_sixty_seconds(many: int, hours: float) -> None:
    things = [line(f"k{n}", STAGES[n * 3 // many]) for n in range(many)]
    steps = [step(n + 1, n * hours, ("marks", f"k{n}")) for n in range(many)]
    shown = film(things, *steps)
    assert SHORTEST <= shown.seconds <= LONGEST
    assert len(shown.moments) == many
    last = max(moment.start + moment.lasts for moment in shown.moments)
    assert last <= shown.seconds + 1e-9
    assert 1 <= len(shown.stops) <= 60
    assert shown.stops[-1].at == pytest.approx(last)


def test_a_long_silence_becomes_a_short_one() -> None:
    things = [voice("a"), voice("b"), voice("c")]
    quick = film(
        things, step(1, 0, ("voices", "a")), step(2, 0.1, ("voices", "b")),
        step(3, 0.2, ("voices", "c")),
    )  # fmt: skip
    slow = film(
        things, step(1, 0, ("voices", "a")), step(2, 0.1, ("voices", "b")),
        step(3, 60 * 24 * 7, ("voices", "c")),
    )  # fmt: skip
    assert slow.moments[2].start < quick.moments[2].start * 1.5


def test_a_long_line_takes_longer_than_a_dot() -> None:
    things = [line("dot", length=1.0), line("long", length=2_000.0), line("end")]
    shown = film(things, step(1, 1, *(thing.key for thing in things)))
    lasting = {things[moment.item].id: moment.lasts for moment in shown.moments}
    assert lasting["long"] > 3 * lasting["dot"]


def test_the_film_can_rest_after_each_stage() -> None:
    things = [voice("a"), voice("b"), voice("c", "goal"), voice("d", "now"), voice("e")]
    shown = film(things, *(step(n, n, thing.key) for n, thing in enumerate(things, 1)))
    assert [stop.stage for stop in shown.stops] == ["dream", "goal", "now", "dream"]
    ats = [stop.at for stop in shown.stops]
    assert ats == sorted(ats)


def test_a_film_needs_no_true_clock() -> None:
    things = [voice("a"), voice("b")]
    shown = film(things, step(1, 5, ("voices", "a")), step(2, -5, ("voices", "b")))
    assert order(things, shown) == ["b", "a"]
    assert all(moment.start >= 0 for moment in shown.moments)
