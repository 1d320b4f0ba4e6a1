"""A store in a folder: each document is a JSON file with a journal (write-ahead log) beside it."""

from path_planner.storage.file_store.store import STORE

__all__ = ["STORE"]
