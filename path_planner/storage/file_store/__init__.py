"""A store in a folder: each document is a readable file beside a journal of its changes."""

from path_planner.storage.file_store.store import STORE

__all__ = ["STORE"]
