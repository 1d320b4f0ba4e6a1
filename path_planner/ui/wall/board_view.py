"""The rendered view of a board: its elements, files and outline items, each with its revision.

All windows of this process share one view of a document, or of a part of it.
"""

from collections.abc import Iterable, Mapping
from threading import RLock
from typing import Any, Generic, NamedTuple

from path_planner.domain.base import D, Record
from path_planner.ui.sync.deltas import CachedJson, Versioned, VersionedItems

Element = Mapping[str, Any]


class Part(NamedTuple):
    """The elements of one thing on the board: a piece of the background, a card, or a mark."""

    elements: tuple[Element, ...]
    since: int
    """The revision at which it last changed."""


class SharedFile(NamedTuple):
    """An image file, the parts that use it, and the revision at which it was added."""

    file: Element
    users: set[str]
    since: int


class BoardView(Generic[D]):
    """What a board shows, in one language; `update` of its kinds renders a newer state."""

    def __init__(self, store: Any) -> None:
        """Create a view that shows nothing yet."""
        self.store = store
        self.lock = RLock()
        self.document: D | None = None
        self.floor = 0
        """A window with an older revision gets everything."""
        self.parts: dict[str, Part] = {}
        self.deleted: dict[str, int] = {}
        self.items = VersionedItems()
        self.files: dict[str, SharedFile] = {}
        self._files_of: dict[str, set[str]] = {}
        self.setting = Versioned({}, 0)
        self.echoes: dict[str, tuple[str, Record]] = {}
        """By mark id: the window that drew this state of the mark, as the server would send it."""
        self.off_paper: dict[str, str] = {}
        """By part that lies off the paper: the thing that it belongs to."""
        self.large = CachedJson()

    @property
    def revision(self) -> int:
        """Return the revision that is shown."""
        return self.document.revision if self.document else 0

    @property
    def board_id(self) -> str:
        """Return the name under which a browser keeps what it has of the board."""
        return self.document.id if self.document else ""

    def newer(self, document: D) -> D:
        """Return a document, or the one that is shown if that is newer."""
        if self.document is None or document.revision > self.document.revision:
            return document
        return self.document

    def set_setting(self, setting: dict[str, Any]) -> None:
        """Set what seldom changes."""
        if setting != self.setting.value:
            self.setting = Versioned(setting, self.revision)

    def set_files(self, user: str, files: Iterable[Element]) -> None:
        """Set the files that a part uses; a file without users is dropped."""
        names = set()
        for file in files:
            names.add(name := str(file["id"]))
            shared = self.files.get(name) or SharedFile(file, set(), self.revision)
            shared.users.add(user)
            self.files[name] = shared
        for name in self._files_of.pop(user, set()) - names:
            self.files[name].users.discard(user)
            if not self.files[name].users:
                del self.files[name]
        if names:
            self._files_of[user] = names

    def set_part(self, name: str, elements: tuple[Element, ...]) -> None:
        """Set the elements of a part; without any it is taken off the board."""
        before = self.parts.pop(name, None)
        if before and before.elements == elements:
            self.parts[name] = before
            return
        element_ids = {str(element["id"]) for element in elements}
        for element in before.elements if before else ():
            if element["id"] not in element_ids:
                self.deleted[str(element["id"])] = self.revision
        for element_id in element_ids:
            self.deleted.pop(element_id, None)
        if elements:
            self.parts[name] = Part(elements, self.revision)
