"""Versions of a vision: every old file opens with all that is in it, and none is written anew."""

from pathlib import Path

import orjson
import pytest
from jsonschema import Draft202012Validator

from path_planner.storage import serializer
from path_planner.storage.migrations import VISION_STEPS
from path_planner.storage.schema import schema
from path_planner.storage.vision_type import VISIONS

SAMPLES = Path(__file__).parents[1] / "samples"


def samples() -> list[Path]:
    """Return the frozen documents, one of each version."""
    return sorted(SAMPLES.glob("vision_v*.vision.json"))


def test_there_is_one_frozen_sample_of_each_version() -> None:
    assert [path.name for path in samples()] == [
        f"vision_v{number}.vision.json" for number in range(1, VISIONS.version + 1)
    ]
    for number, path in enumerate(samples(), 1):
        assert orjson.loads(path.read_bytes())["version"] == number


def test_there_is_one_step_from_each_version_to_the_next() -> None:
    assert sorted(VISION_STEPS) == list(range(1, VISIONS.version))


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_every_old_sample_opens_with_all_that_is_in_it(path: Path) -> None:
    vision = serializer.read(path.read_bytes(), VISIONS)
    raw = orjson.loads(path.read_bytes())
    assert vision.about.community == "Little Hopeford"
    for name in VISIONS.collections:
        assert set(getattr(vision, name)) == {record["id"] for record in raw.get(name, [])}
    assert vision.model_extra == {"kept_for_later": {"as": "it came"}}


def test_the_newest_sample_has_something_of_everything() -> None:
    vision = serializer.read(samples()[-1].read_bytes(), VISIONS)
    assert [name for name in VISIONS.collections if not getattr(vision, name)] == []


def test_the_newest_sample_fits_the_schema() -> None:
    Draft202012Validator(schema(VISIONS)).validate(orjson.loads(samples()[-1].read_bytes()))


def test_the_newest_sample_is_written_byte_for_byte() -> None:
    data = samples()[-1].read_bytes()
    assert serializer.write(serializer.read(data, VISIONS)) == data


def test_every_collection_has_a_limit() -> None:
    assert VISIONS.record_limits.keys() == VISIONS.collections.keys()
