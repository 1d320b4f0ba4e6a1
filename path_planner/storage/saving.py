"""Saving: what the disk answers is said in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from path_planner.errors import NotSaved
from path_planner.storage import reasons


@contextmanager
def saving() -> Iterator[None]:
    """Say in plain words what the disk answered."""
    try:
        yield
    except OSError as trouble:
        raise NotSaved(why=reasons.of_disk(trouble)) from trouble
