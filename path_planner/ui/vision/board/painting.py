"""The boards as they are shown: for each vision what it is made of, and since when.

All windows of this process share one painting of a vision in a language.
"""

from collections.abc import Mapping
from threading import RLock
from typing import Any

from path_planner.domain.vision.vision import Vision
from path_planner.storage.store import VisionStore
from path_planner.ui.line.dated import Dated, DatedItems
from path_planner.ui.line.paintings import Paintings, differs
from path_planner.ui.line.wire import Large
from path_planner.ui.vision.board.cards import cards_of, setting_of, themes_of_board

_SETTING = ("voices", "sources", "steering")
_SHOWN = ("voices", "sources", "themes", "placings", "steering")


class Painting:
    """One vision as it stands on the board, in one language."""

    def __init__(self, store: VisionStore) -> None:
        """Begin with nothing painted."""
        self.store = store
        self.lock = RLock()
        self.vision: Vision | None = None
        self.floor = 0
        self.cards = DatedItems()
        self.themes = DatedItems()
        self.setting = Dated({}, 0)
        self._large = Large()

    def look(self, vision: Vision) -> None:
        """Paint what has changed since the last look; an older state changes nothing."""
        with self.lock:
            before = self.vision
            if before is not None and vision.revision <= before.revision:
                return
            self.vision = vision
            if before is None:
                self.floor = vision.revision
            elif not differs(before, vision, _SHOWN):
                return
            self.cards.look(cards_of(vision), vision.revision)
            self.themes.look(themes_of_board(vision), vision.revision)
            if differs(before, vision, _SETTING):
                self._set_anew(setting_of(vision))

    def _set_anew(self, setting: Mapping[str, Any]) -> None:
        if setting != self.setting.value:
            self.setting = Dated(setting, self.revision)

    @property
    def revision(self) -> int:
        """Return the revision that is painted."""
        return self.vision.revision if self.vision else 0

    def told(self, has: int | None, more: dict[str, Any]) -> dict[str, Any] | bytes:
        """Return what brings a board from where it stands to the newest revision, with `more`."""
        with self.lock:
            floor = max(self.floor, self.cards.floor, self.themes.floor)
            if has is None or not floor <= has <= self.revision:
                return self._everything(more)
            found = {
                **self._heading(has),
                "cards": self.cards.since(has),
                "cards_gone": self.cards.gone_since(has),
                "themes": self.themes.since(has),
                "themes_gone": self.themes.gone_since(has),
                **more,
            }
            if self.setting.since > has:
                found["setting"] = self.setting.value
            return found

    def _everything(self, more: dict[str, Any]) -> bytes:
        gone: dict[str, Any] = {"cards_gone": [], "themes_gone": []}
        small = {**self._heading(None), **gone, "setting": self.setting.value, **more}
        large = {"cards": self.cards.all(), "themes": self.themes.all()}
        return self._large.beside(small, large, self.revision)

    def _heading(self, base: int | None) -> dict[str, Any]:
        vision_id = self.vision.id if self.vision else ""
        return {"vision": vision_id, "base": base, "revision": self.revision}


_paintings = Paintings(Painting)


def painting_of(store: VisionStore, vision: Vision) -> Painting:
    """Return the painting of a vision in the language spoken now, up to date."""
    return _paintings.of(store, vision)
