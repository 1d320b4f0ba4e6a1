"""The documents that are open in this program, so that most looks need no reading."""

from collections import OrderedDict
from threading import RLock
from typing import Generic

from path_planner.storage.store import D, L
from path_planner.storage.volume import Volume

MOST_OPEN = 32
"""Documents held in memory; another one pushes out the one that was least used."""


class AtHand(Generic[D, L]):
    """Open documents by their ids, for many threads at once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._guard = RLock()
        self._open: OrderedDict[str, Volume[D, L]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._open)

    def get(self, document_id: str) -> Volume[D, L] | None:
        """Return a document if it is open."""
        return self._open.get(document_id)

    def remember(self, volume: Volume[D, L]) -> Volume[D, L]:
        """Hold a document as the one used last."""
        with self._guard:
            self._open[volume.shelf.id] = volume
            self._open.move_to_end(volume.shelf.id)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        return volume

    def forget(self, document_id: str) -> None:
        """Hold a document no more."""
        with self._guard:
            self._open.pop(document_id, None)
