"""The rendered view of a wall: its elements and outline items, each with its revision.

All windows of this process share one view of a session. After a change only what changed is
rendered again: records are frozen, so the same object is the same record.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from path_planner.domain.base import Record
from path_planner.domain.marks import Card, Label, Mark, Photo, Sketch, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.formats.excalidraw import elements_of, elements_of_piece, files_of, files_of_piece
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import WallElement, background_pieces, card_pieces, settled_pieces
from path_planner.scene.wall.marks import Loose, box_of_mark
from path_planner.scene.wall.off_paper import group_of, lies_off
from path_planner.storage.protocol import SessionStore
from path_planner.ui.sync.deltas import (
    ViewCache,
    differs,
    prune_deletions,
)
from path_planner.ui.wall.board_view import BoardView
from path_planner.ui.wall.labels import board_config
from path_planner.ui.wall.outline_items import STROKES, items_of

R = TypeVar("R", bound=Record)

_ABOUT = ("about", "people", "stages")
_BACKGROUND = (*_ABOUT, "agreement", "consent")
_SETTING = (*_BACKGROUND, "parked")


class WallView(BoardView[Session]):
    """One session as the wall shows it, in one language."""

    def __init__(self, store: SessionStore) -> None:
        """Create a view that shows nothing yet."""
        super().__init__(store)
        self.unsettled = False
        """Whether some card has a computed place that is not saved yet."""
        self._pieces: dict[str, tuple[WallElement, int]] = {}

    def update(self, session: Session) -> None:
        """Render what changed since the last update; an older state changes nothing."""
        with self.lock:
            before, self.document = self.document, self.newer(session)
            if before is None:
                self.floor = session.revision
            if before is self.document:
                return
            changed = _changed(before.marks if before else {}, session.marks)
            old = (before.marks[key] for key in changed if before and key in before.marks)
            touched = (*old, *filter(None, changed.values()))
            if differs(before, session, _BACKGROUND) or any(map(_is_photo, touched)):
                self._update_pieces("ground", background_pieces(session, process_of(session)))
            if differs(before, session, _SETTING):
                self.set_setting(board_config(session))
            # While a card has no place of its own, each other one may move it.
            if before is None or self.unsettled or differs(before, session, _ABOUT):
                self._update_all_cards(session)
                self.items.update(items_of(session), self.revision)
            else:
                records = _records_on_cards(before, session, touched)
                self._update_cards(session, records)
                self._update_outline(session, {*records, *changed})
            self._update_marks(session, changed)
            self.floor = max(self.floor, prune_deletions(self.deleted), self.items.floor)

    def _update_cards(self, session: Session, records: Collection[str]) -> None:
        pieces = settled_pieces(session, process_of(session), records)
        if pieces is None:
            self._update_all_cards(session)
        else:
            self._update_pieces("card", pieces, records)

    def _update_all_cards(self, session: Session) -> None:
        pieces = card_pieces(session, process_of(session))
        self.unsettled = any(
            piece.card and session.marks.get(piece.card.id) is not piece.card for piece in pieces
        )
        self._update_pieces("card", pieces)

    def _update_outline(self, session: Session, records: Collection[str]) -> None:
        strokes = (name for name in self.items.items if name.startswith(STROKES))
        self.items.update(items_of(session, records), self.revision, {*records, *strokes})

    def _update_pieces(
        self, kind: str, pieces: Iterable[WallElement], only: Collection[str] | None = None
    ) -> None:
        # The z-order of the background is the order of its pieces; a card has an order of its own.
        placed_pieces = {
            f"{kind} {piece.id}": (piece, 0 if piece.card else place)
            for place, piece in enumerate(pieces)
        }
        for name, placed in placed_pieces.items():
            if self._pieces.get(name) != placed:
                self._pieces[name] = placed
                is_off = kind == "card" and lies_off(placed[0].box)
                self._set_off_paper(name, name if is_off else None)
                self.set_part(name, elements_of_piece(*placed))
                self.set_files(name, files_of_piece(placed[0]))
        candidates = None if only is None else {f"{kind} {piece_id}" for piece_id in only}
        for name in [key for key in self._pieces if key.startswith(f"{kind} ")]:
            if name not in placed_pieces and (candidates is None or name in candidates):
                del self._pieces[name]
                self._set_off_paper(name, None)
                self.set_part(name, ())
                self.set_files(name, ())

    def _update_marks(self, session: Session, changed: Mapping[str, Mark | None]) -> None:
        # The words inside a shape are named by the shape as well.
        shape_ids = {mark.inside for mark in changed.values() if isinstance(mark, Label)}
        for mark_id in dict.fromkeys([*changed, *filter(None, shape_ids)]):
            mark = session.marks.get(mark_id)
            is_shown = mark is not None and not is_part_of_card(mark)
            self.set_part(
                f"mark {mark_id}", elements_of(mark, session) if mark and is_shown else ()
            )
            loose = mark if is_shown and isinstance(mark, Loose) else None
            is_off = loose is not None and lies_off(box_of_mark(loose))
            self._set_off_paper(f"mark {mark_id}", group_of(loose) if loose and is_off else None)
            if mark is None:
                self.echoes.pop(mark_id, None)
            if mark is None or isinstance(mark, Photo | Stamp):
                self.set_files(f"mark {mark_id}", files_of(session, [mark] if mark else []))

    def _set_off_paper(self, name: str, thing: str | None) -> None:
        if thing is None:
            self.off_paper.pop(name, None)
        else:
            self.off_paper[name] = thing


def is_part_of_card(mark: Record) -> bool:
    """Say whether a mark is only drawn within a card: a card, a sketch, its ink, a signature."""
    return isinstance(mark, Card | Sketch) or (
        isinstance(mark, Stroke) and bool(mark.sketch or mark.signs)
    )


def _records_on_cards(
    before: Session, after: Session, touched: Iterable[Record]
) -> Collection[str]:
    """Return the ids of the records whose cards may look different from before."""
    record_ids = {
        key
        for name in ("voices", "commitments")
        for key in _changed(getattr(before, name), getattr(after, name))
    }
    for mark in touched:
        match mark:
            case Card():
                record_ids.add(mark.record)
            case Sketch():
                record_ids.add(mark.id)
            case Stroke():
                record_ids.update(filter(None, (mark.sketch, mark.signs)))
    return record_ids


def _is_photo(mark: Record) -> bool:
    """Say whether a mark may be a photo of a paper PATH: the background above it is translucent."""
    return isinstance(mark, Photo)


def _changed(before: Mapping[str, R], after: Mapping[str, R]) -> dict[str, R | None]:
    changed: dict[str, R | None] = {
        key: mark for key, mark in after.items() if before.get(key) is not mark
    }
    return {**changed, **dict.fromkeys(key for key in before if key not in after)}


_views = ViewCache(WallView)


def wall_view(store: SessionStore, session: Session) -> WallView:
    """Return the view of a session in the current language, up to date."""
    return _views.of(store, session)
