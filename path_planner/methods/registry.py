"""The registry of methods: every module of this package that defines METHOD."""

import pkgutil
from functools import cache
from importlib import import_module

import path_planner.methods
from path_planner.domain.event.event import Event
from path_planner.errors import UnknownMethod
from path_planner.methods.model import Feature, Method


@cache
def methods() -> dict[str, Method]:
    """Return every method by its id, those with fewer features first."""
    names = [found.name for found in pkgutil.iter_modules(path_planner.methods.__path__)]
    modules = [import_module(f"path_planner.methods.{name}") for name in names]
    found = [module.METHOD for module in modules if hasattr(module, "METHOD")]
    return {method.id: method for method in sorted(found, key=_simplest_first)}


def _simplest_first(method: Method) -> tuple[int, str]:
    return len(method.features), method.id


def find_method(method_id: str) -> Method:
    """Return the method with this id; raise UnknownMethod."""
    try:
        return methods()[method_id]
    except KeyError:
        raise UnknownMethod(method=method_id, known=", ".join(methods())) from None


def method_of(event: Event) -> Method:
    """Return the method of an event; of one that a later version named, the most complete one."""
    return methods().get(event.about.method) or list(methods().values())[-1]


def has(event: Event, feature: Feature) -> bool:
    """Whether the method of an event works with this."""
    return feature in method_of(event).features
