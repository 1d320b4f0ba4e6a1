"""What sort of value a column holds, as the record itself says it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from path_planner.words import mark

TEXT = mark("text")
NUMBER = mark("number")
YES_NO = mark("yes or no")
DAY = mark("day (year-month-day)")
ONE_OF = mark("one of a list")
POINTER = mark("reference to another table")
POINTERS = mark("references to another table, with spaces between")
AMOUNTS = mark("references with a number each, such as P1=2, with spaces between")

_PLAIN: tuple[tuple[type, str], ...] = ((StrEnum, ONE_OF), (bool, YES_NO), (date, DAY))


class About(NamedTuple):
    """What a table holds, and what its columns mean, in the order in which they stand."""

    meaning: str
    columns: Mapping[str, str]
    """By the field of the record; a dot leads into a value inside it."""
    points: Mapping[str, str] = {}
    """The collection that a column points at, for columns that hold references."""


class Sort(NamedTuple):
    """The sort of a column, and the values it may have where there is a list of them."""

    name: str
    values: tuple[str, ...] = ()


def sort_of(model: type[BaseModel], path: str, points: Mapping[str, str]) -> Sort:
    """Return the sort of a field; a dot leads into a value inside the record."""
    outer, _, inner = path.partition(".")
    found = _bare(model.model_fields[outer].annotation)
    if inner:
        return sort_of(found, inner, {inner: points[path]} if path in points else {})
    if path in points:
        return Sort(_pointing(found))
    for kind, name in _PLAIN:
        if isinstance(found, type) and issubclass(found, kind):
            values = tuple(one.value for one in found) if issubclass(found, StrEnum) else ()
            return Sort(name, values)
    return Sort(NUMBER if found in (int, float) else TEXT)


def _pointing(found: Any) -> str:
    origin = get_origin(found)
    if origin is tuple:
        return POINTERS
    return AMOUNTS if origin is Mapping else POINTER


def _bare(annotation: Any) -> Any:
    """Return a type without what only narrows it: checks, and that it may be missing."""
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not NoneType))
    return _bare(get_args(annotation)[0]) if hasattr(annotation, "__metadata__") else annotation
