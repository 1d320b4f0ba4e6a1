"""Background jobs say how far they are and about how long they take, and stop without a trace."""

from threading import Event

import pytest

from path_planner.ui.vision.background import BackgroundWorker, Progress, StoppableJob, Stopped


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def read(self) -> float:
        """Return the time that was set."""
        return self.now


def begun(steps: list[tuple[float, int]], total: int = 100) -> StoppableJob[None]:
    """Return a job that was done so far at these times."""
    watch = Watch()

    def make(progress: Progress) -> None:
        for now, done in steps:
            watch.now = now
            progress(done, total)

    job = StoppableJob(BackgroundWorker("test"), make, watch.read)
    job.future.result(60)
    return job


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([(0, 0)], ""),
        ([(0, 0), (1, 1)], ""),
        ([(0, 0), (2, 50)], "A few seconds left."),
        ([(0, 0), (20, 50)], "About 20 seconds left."),
        ([(0, 0), (9, 20)], "About 35 seconds left."),
        ([(0, 0), (60, 20)], "About 4 minutes left."),
        ([(0, 0), (60, 100)], ""),
    ],
)
def test_it_says_about_how_long_it_takes_yet(steps: list[tuple[float, int]], said: str) -> None:
    job = begun(steps)
    assert job.time_left() == said
    assert job.part == steps[-1][1] / 100


def test_the_pace_is_that_of_the_present_part_alone() -> None:
    job = begun([(0, 0), (1000, 100), (1000, 0), (1020, 50)])
    assert job.time_left() == "About 20 seconds left."


def test_a_job_that_is_stopped_goes_no_further_and_keeps_nothing() -> None:
    is_working, go_on = Event(), Event()
    kept = []

    def make(progress: Progress) -> None:
        progress(0, 2)
        is_working.set()
        assert go_on.wait(60)
        progress(1, 2)
        kept.append("something")

    job = StoppableJob(BackgroundWorker("test"), make)
    assert is_working.wait(60)
    job.stop()
    go_on.set()
    with pytest.raises(Stopped):
        job.future.result(60)
    assert kept == []


def test_a_job_that_is_stopped_before_its_turn_does_not_begin() -> None:
    worker, go_on = BackgroundWorker("test"), Event()
    first = StoppableJob(worker, lambda _progress: go_on.wait(60))
    second = StoppableJob(worker, lambda _progress: pytest.fail("it began"))
    second.stop()
    go_on.set()
    assert first.future.result(60)
    assert second.future.cancelled()
