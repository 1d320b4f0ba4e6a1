"""Versions of visions and events: every old file opens with all in it, and none is written anew."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator

from path_planner.storage import serializer
from path_planner.storage.document_type import DocumentType, schema
from path_planner.storage.event_type import EVENTS
from path_planner.storage.vision_type import VISIONS

SAMPLES = Path(__file__).parents[1] / "samples"
AnyType = DocumentType[Any, Any]
TYPES: tuple[AnyType, ...] = (VISIONS, EVENTS)
EACH_TYPE = pytest.mark.parametrize("document_type", TYPES, ids=lambda each: each.name)


def samples(document_type: AnyType) -> list[Path]:
    """Return the frozen documents of a type, one of each version."""
    return sorted(SAMPLES.glob(f"{document_type.name}_v*{document_type.suffix}"))


def newest(document_type: AnyType) -> bytes:
    """Return the frozen document of the newest version."""
    return samples(document_type)[-1].read_bytes()


@EACH_TYPE
def test_there_is_one_frozen_sample_of_each_version(document_type: AnyType) -> None:
    found = samples(document_type)
    assert [path.name for path in found] == [
        f"{document_type.name}_v{number}{document_type.suffix}"
        for number in range(1, document_type.version + 1)
    ]
    for number, path in enumerate(found, 1):
        assert orjson.loads(path.read_bytes())["version"] == number


@EACH_TYPE
def test_there_is_one_step_from_each_version_to_the_next(document_type: AnyType) -> None:
    assert sorted(document_type.migrations) == list(range(1, document_type.version))


@pytest.mark.parametrize(
    ("document_type", "path"),
    [(each, path) for each in TYPES for path in samples(each)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_every_old_sample_opens_with_all_that_is_in_it(document_type: AnyType, path: Path) -> None:
    document = serializer.read(path.read_bytes(), document_type)
    raw = orjson.loads(path.read_bytes())
    assert "Little Hopeford" in document.about.model_dump().values()
    for name in document_type.collections:
        assert set(getattr(document, name)) == {record["id"] for record in raw.get(name, [])}
    assert document.model_extra == {"kept_for_later": {"as": "it came"}}


@EACH_TYPE
def test_the_newest_sample_has_something_of_everything(document_type: AnyType) -> None:
    document = serializer.read(newest(document_type), document_type)
    assert [name for name in document_type.collections if not getattr(document, name)] == []


@EACH_TYPE
def test_the_newest_sample_fits_the_schema(document_type: AnyType) -> None:
    Draft202012Validator(schema(document_type)).validate(orjson.loads(newest(document_type)))


@EACH_TYPE
def test_the_newest_sample_is_written_byte_for_byte(document_type: AnyType) -> None:
    data = newest(document_type)
    assert serializer.write(serializer.read(data, document_type)) == data


@EACH_TYPE
def test_every_collection_has_a_limit(document_type: AnyType) -> None:
    assert document_type.record_limits.keys() == document_type.collections.keys()
