"""The walls as they are painted: for each session what it is made of, and since when.

All windows of this process share one painting of a session. After a change only what changed is
painted anew: records are frozen, so the same object is the same record.
"""

from collections.abc import Iterable, Mapping
from threading import RLock
from typing import Any, NamedTuple

from path_planner.domain.mark import Mark, Sketch, Stroke
from path_planner.domain.record import Record
from path_planner.domain.session import Session
from path_planner.domain.wall import Card, Label, Photo, Stamp
from path_planner.exchange.excalidraw import (
    elements_of,
    elements_of_piece,
    files_of,
    files_of_piece,
)
from path_planner.processes.asking import process_of
from path_planner.scene.wall import Piece, card_pieces, ground_pieces
from path_planner.storage.store import SessionStore
from path_planner.ui.line.dated import Dated, DatedItems, forget_some
from path_planner.ui.line.paintings import Paintings, differs
from path_planner.ui.line.wire import Large
from path_planner.ui.wall.items import items_of
from path_planner.ui.wall.setting import setting_of

Element = Mapping[str, Any]

_ABOUT = ("about", "people", "stages")
_GROUND = (*_ABOUT, "agreement", "consent")
_CARDS = (*_ABOUT, "voices", "commitments")


class Part(NamedTuple):
    """What belongs together: a piece of the ground, a card, or a mark."""

    elements: tuple[Element, ...]
    since: int
    """The revision at which it became what it is."""


class Shown(NamedTuple):
    """The file of an image, what shows it, and the revision at which it came."""

    file: Element
    users: set[str]
    since: int


class Painting:
    """One session as it stands on the wall, in one language."""

    def __init__(self, store: SessionStore) -> None:
        """Begin with nothing painted."""
        self.store = store
        self.lock = RLock()
        self.session: Session | None = None
        self.floor = 0
        self.parts: dict[str, Part] = {}
        self.gone: dict[str, int] = {}
        self.items = DatedItems()
        self.files: dict[str, Shown] = {}
        self._shows: dict[str, set[str]] = {}
        self.setting = Dated({}, 0)
        self.unsettled = False
        """Cards were painted anew: some may stand where it is not yet written down."""
        self.own: dict[str, tuple[str, Mark]] = {}
        """Marks that a wall has just as they would be told to it: the wall, and the mark."""
        self.large = Large()
        self._pieces: dict[str, tuple[Piece, int]] = {}

    @property
    def revision(self) -> int:
        """Return the revision that is painted."""
        return self.session.revision if self.session else 0

    def look(self, session: Session) -> None:
        """Paint what has changed since the last look; an older state changes nothing."""
        with self.lock:
            before, self.session = self.session, self._newer(session)
            if before is None:
                self.floor = session.revision
            if before is self.session:
                return
            changed = _changed(before.marks if before else {}, session.marks)
            old = (before.marks[key] for key in changed if before and key in before.marks)
            touched = (*old, *filter(None, changed.values()))
            if differs(before, session, _GROUND) or any(map(_is_photo, touched)):
                self._pieces_anew("ground", ground_pieces(session, process_of(session)))
                self._set_anew(setting_of(session))
            if differs(before, session, _CARDS) or any(map(is_part_of_card, touched)):
                self.unsettled = True
                self._pieces_anew("card", card_pieces(session, process_of(session)))
            self._marks_anew(session, changed)
            self.items.look(items_of(session), self.revision)
            self.floor = max(self.floor, forget_some(self.gone), self.items.floor)

    def _newer(self, session: Session) -> Session:
        newer = self.session is None or session.revision > self.session.revision
        return session if newer or self.session is None else self.session

    def _set_anew(self, setting: dict[str, Any]) -> None:
        if setting != self.setting.value:
            self.setting = Dated(setting, self.revision)

    def _pieces_anew(self, kind: str, pieces: Iterable[Piece]) -> None:
        # The ground lies in the order of its pieces; a card has an order of its own.
        found = {
            f"{kind} {piece.id}": (piece, 0 if piece.card else place)
            for place, piece in enumerate(pieces)
        }
        for name, placed in found.items():
            if self._pieces.get(name) != placed:
                self._pieces[name] = placed
                self._tell(name, elements_of_piece(*placed))
                self._show(name, files_of_piece(placed[0]))
        for name in [key for key in self._pieces if key.startswith(f"{kind} ")]:
            if name not in found:
                del self._pieces[name]
                self._tell(name, ())
                self._show(name, ())

    def _marks_anew(self, session: Session, changed: Mapping[str, Mark | None]) -> None:
        # The words inside a shape are named by the shape as well.
        around = {mark.inside for mark in changed.values() if isinstance(mark, Label)}
        for mark_id in dict.fromkeys([*changed, *(one for one in around if one)]):
            mark = session.marks.get(mark_id)
            stands = mark is not None and not is_part_of_card(mark)
            self._tell(f"mark {mark_id}", elements_of(mark, session) if mark and stands else ())
            if mark is None:
                self.own.pop(mark_id, None)
            if mark is None or isinstance(mark, Photo | Stamp):
                self._show(f"mark {mark_id}", files_of(session, [mark] if mark else []))

    def _show(self, user: str, files: Iterable[Element]) -> None:
        """Keep the files that something shows, each for as long as somebody shows it."""
        names = set()
        for file in files:
            names.add(name := str(file["id"]))
            shown = self.files.get(name) or Shown(file, set(), self.revision)
            shown.users.add(user)
            self.files[name] = shown
        for name in self._shows.pop(user, set()) - names:
            self.files[name].users.discard(user)
            if not self.files[name].users:
                del self.files[name]
        if names:
            self._shows[user] = names

    def _tell(self, name: str, elements: tuple[Element, ...]) -> None:
        before = self.parts.pop(name, None)
        if before and before.elements == elements:
            self.parts[name] = before
            return
        here = {str(element["id"]) for element in elements}
        for element in before.elements if before else ():
            if element["id"] not in here:
                self.gone[str(element["id"])] = self.revision
        for element_id in here:
            self.gone.pop(element_id, None)
        if elements:
            self.parts[name] = Part(elements, self.revision)


def is_part_of_card(mark: Record) -> bool:
    """Say whether a mark is seen on a card alone: a card, a sketch, its ink, a signature."""
    return isinstance(mark, Card | Sketch) or (
        isinstance(mark, Stroke) and bool(mark.sketch or mark.signs)
    )


def _is_photo(mark: Record) -> bool:
    """Say whether a mark may be a paper PATH: the ground lets those shine through."""
    return isinstance(mark, Photo)


def _changed(before: Mapping[str, Mark], after: Mapping[str, Mark]) -> dict[str, Mark | None]:
    changed: dict[str, Mark | None] = {
        key: mark for key, mark in after.items() if before.get(key) is not mark
    }
    return {**changed, **dict.fromkeys(key for key in before if key not in after)}


_paintings = Paintings(Painting)


def painting_of(store: SessionStore, session: Session) -> Painting:
    """Return the painting of a session in the language spoken now, up to date."""
    return _paintings.of(store, session)
