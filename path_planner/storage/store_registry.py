"""Registry of stores: opens the store that a location names; a plain path is a folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import path_planner.storage
from path_planner.errors import UnknownStore
from path_planner.storage.protocol import (
    EventStore,
    SessionStore,
    StoreFactory,
    Stores,
    VisionStore,
)

PLAIN = "files"


@cache
def schemes() -> dict[str, StoreFactory]:
    """Return every kind of store by name: each module `…_store` of this package defines STORE."""
    found = (
        import_module(f"path_planner.storage.{module.name}").STORE
        for module in iter_modules(path_planner.storage.__path__)
        if module.name.endswith("_store")
    )
    return {scheme.name: scheme for scheme in found}


def open_store(location: str) -> SessionStore:
    """Return the store of sessions at a location such as `sessions` or `memory:`."""
    return open_stores(location).sessions


def open_vision_store(location: str) -> VisionStore:
    """Return the store of visions at a location; it is the same folder as that of sessions."""
    return open_stores(location).visions


def open_event_store(location: str) -> EventStore:
    """Return the store of events at a location; it is the same folder as that of sessions."""
    return open_stores(location).events


def open_stores(location: str) -> Stores:
    """Return the stores at a location such as `sessions`, `files:/srv/plans` or `memory:`."""
    name, colon, rest = location.partition(":")
    # One letter is a drive of Windows: C:\Plans.
    if not colon or len(name) == 1:
        return schemes()[PLAIN].make(location)
    if name not in schemes():
        raise UnknownStore(location=location, known=", ".join(sorted(schemes())))
    return schemes()[name].make(rest)
