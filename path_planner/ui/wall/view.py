"""The rendered view of a wall: its elements and outline items, each with its revision.

All windows of this process share one view of a session. After a change only what changed is
rendered again: records are frozen, so the same object is the same record.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from threading import RLock
from typing import Any, NamedTuple, TypeVar

from path_planner.domain.base import Record
from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import Mark, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.domain.wall_items import Card, CardSubject, Label, Photo, Shape, Stamp, card_id
from path_planner.formats.excalidraw import elements_of, elements_of_piece, files_of, files_of_piece
from path_planner.i18n import _, ngettext
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import WallElement, background_pieces, card_pieces, settled_pieces
from path_planner.storage.protocol import SessionStore
from path_planner.ui.commitments.cards import facts_of
from path_planner.ui.components.person_select import name_of
from path_planner.ui.components.voice_labels import SHARE_IN_SHORT, how_it_came
from path_planner.ui.sync.deltas import CachedJson, Versioned, VersionedItems, prune_deletions
from path_planner.ui.sync.view_cache import ViewCache, differs
from path_planner.ui.wall.labels import board_config

Item = dict[str, Any]
R = TypeVar("R", bound=Record)
STROKES = "strokes-"
"""The prefix of the id of the item that represents all loose strokes of a stage."""


def items_of(session: Session, only: Collection[str] | None = None) -> dict[str, Item]:
    """Return the items of the outline, or those of loose strokes and of some other records.

    Private words stay off the shared screen.
    """
    home = process_of(session).stage_for
    found: dict[str, Item] = {}
    for item in (*_voices(session, only), *_commitments(session, only), *_marks(session, only)):
        found[item["id"]] = {**item, "stage": home(item["stage"])}
    return found


def _selected(records: Mapping[str, R], only: Collection[str] | None) -> Iterable[R]:
    if only is None:
        return records.values()
    return [records[record_id] for record_id in only if record_id in records]


def _voices(session: Session, only: Collection[str] | None) -> Iterator[Item]:
    for voice in _selected(session.voices, only):
        if voice.share is not Share.PRIVATE and voice.text:
            yield {
                **_line(voice, CardSubject.VOICES, "voice", voice.text, voice.said_by),
                "about": _about_voice(session, voice),
                "share": str(voice.share),
                "approved": voice.approved,
                "hidden": _is_hidden(session, CardSubject.VOICES, voice.id),
            }


def _about_voice(session: Session, voice: Voice) -> str:
    if voice.share is Share.QUOTE:
        # The outline stands on the shared screen.
        return _(SHARE_IN_SHORT[voice.share])
    return f"{name_of(session, voice.said_by) or _('No name')}{how_it_came(session, voice)}"


def _commitments(session: Session, only: Collection[str] | None) -> Iterator[Item]:
    for commitment in _selected(session.commitments, only):
        who = name_of(session, commitment.who) or _("Nobody yet")
        yield {
            **_line(
                commitment, CardSubject.COMMITMENTS, "commitment", commitment.what, commitment.who
            ),
            "about": " · ".join([who, *facts_of(session, commitment)]),
            "by_when": commitment.by_when.isoformat() if commitment.by_when else None,
            "hidden": _is_hidden(session, CardSubject.COMMITMENTS, commitment.id),
        }


def _marks(session: Session, only: Collection[str] | None) -> Iterator[Item]:
    strokes = [mark for mark in session.marks.values() if isinstance(mark, Stroke)]
    drawn = {stroke.sketch for stroke in strokes}
    loose = Counter([stroke.stage for stroke in strokes if not (stroke.sketch or stroke.signs)])
    for mark in _selected(session.marks, only):
        if isinstance(mark, Sketch):
            if mark.id in drawn or mark.words:
                yield _sketch(session, mark)
        elif not isinstance(mark, Card | Stroke):
            about = name_of(session, mark.by)
            yield {
                **_line(mark, CardSubject.MARKS, mark.kind, words_of(mark), mark.by),
                "about": about,
            }
    yield from (_strokes(stage, count) for stage, count in sorted(loose.items()))


def _sketch(session: Session, sketch: Sketch) -> Item:
    return {
        **_line(sketch, CardSubject.MARKS, "sketch", sketch.words, sketch.by),
        "about": name_of(session, sketch.by),
        "hidden": _is_hidden(session, CardSubject.MARKS, sketch.id),
    }


def _strokes(stage: str, count: int) -> Item:
    """Return one item for all loose strokes of a stage."""
    return {
        "id": f"{STROKES}{stage}",
        "collection": "marks",
        "kind": "stroke",
        "stage": stage,
        "order": 0.0,
        "text": ngettext("{count} stroke of a pen", "{count} strokes of a pen", count),
        "by": None,
        "about": "",
        "count": count,
    }


def words_of(mark: Mark) -> str:
    """Return the words of a mark, where it can have any."""
    if isinstance(mark, Label):
        return mark.text
    return mark.words if isinstance(mark, Shape | Stamp | Photo | Sketch) else ""


def _line(
    record: Voice | Commitment | Mark, subject: CardSubject, kind: str, text: str, by: str | None
) -> Item:
    return {
        "id": record.id,
        "collection": str(subject),
        "kind": kind,
        "stage": record.stage,
        "order": record.order,
        "text": text,
        "by": by,
    }


def _is_hidden(session: Session, subject: CardSubject, record_id: str) -> bool:
    card = session.marks.get(card_id(subject, record_id))
    return isinstance(card, Card) and card.hidden


Element = Mapping[str, Any]

_ABOUT = ("about", "people", "stages")
_BACKGROUND = (*_ABOUT, "agreement", "consent")


class Part(NamedTuple):
    """The elements of one thing on the wall: a piece of the background, a card, or a mark."""

    elements: tuple[Element, ...]
    since: int
    """The revision at which it last changed."""


class SharedFile(NamedTuple):
    """An image file, the parts that use it, and the revision at which it was added."""

    file: Element
    users: set[str]
    since: int


class WallView:
    """One session as the wall shows it, in one language."""

    def __init__(self, store: SessionStore) -> None:
        """Create a view that shows nothing yet."""
        self.store = store
        self.lock = RLock()
        self.session: Session | None = None
        self.floor = 0
        self.parts: dict[str, Part] = {}
        self.deleted: dict[str, int] = {}
        self.items = VersionedItems()
        self.files: dict[str, SharedFile] = {}
        self._files_of: dict[str, set[str]] = {}
        self.setting = Versioned({}, 0)
        self.unsettled = False
        """Whether some card has a computed place that is not saved yet."""
        self.echoes: dict[str, tuple[str, Mark]] = {}
        """By mark id: the window that drew this state of the mark, as the server would send it."""
        self.large = CachedJson()
        self._pieces: dict[str, tuple[WallElement, int]] = {}

    @property
    def revision(self) -> int:
        """Return the revision that is shown."""
        return self.session.revision if self.session else 0

    def update(self, session: Session) -> None:
        """Render what changed since the last update; an older state changes nothing."""
        with self.lock:
            before, self.session = self.session, self._newer(session)
            if before is None:
                self.floor = session.revision
            if before is self.session:
                return
            changed = _changed(before.marks if before else {}, session.marks)
            old = (before.marks[key] for key in changed if before and key in before.marks)
            touched = (*old, *filter(None, changed.values()))
            if differs(before, session, _BACKGROUND) or any(map(_is_photo, touched)):
                self._update_pieces("ground", background_pieces(session, process_of(session)))
                self._update_setting(board_config(session))
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

    def _newer(self, session: Session) -> Session:
        newer = self.session is None or session.revision > self.session.revision
        return session if newer or self.session is None else self.session

    def _update_setting(self, setting: dict[str, Any]) -> None:
        if setting != self.setting.value:
            self.setting = Versioned(setting, self.revision)

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
        found = {
            f"{kind} {piece.id}": (piece, 0 if piece.card else place)
            for place, piece in enumerate(pieces)
        }
        for name, placed in found.items():
            if self._pieces.get(name) != placed:
                self._pieces[name] = placed
                self._set_part(name, elements_of_piece(*placed))
                self._set_files(name, files_of_piece(placed[0]))
        candidates = None if only is None else {f"{kind} {piece_id}" for piece_id in only}
        for name in [key for key in self._pieces if key.startswith(f"{kind} ")]:
            if name not in found and (candidates is None or name in candidates):
                del self._pieces[name]
                self._set_part(name, ())
                self._set_files(name, ())

    def _update_marks(self, session: Session, changed: Mapping[str, Mark | None]) -> None:
        # The words inside a shape are named by the shape as well.
        shape_ids = {mark.inside for mark in changed.values() if isinstance(mark, Label)}
        for mark_id in dict.fromkeys([*changed, *filter(None, shape_ids)]):
            mark = session.marks.get(mark_id)
            is_shown = mark is not None and not is_part_of_card(mark)
            self._set_part(
                f"mark {mark_id}", elements_of(mark, session) if mark and is_shown else ()
            )
            if mark is None:
                self.echoes.pop(mark_id, None)
            if mark is None or isinstance(mark, Photo | Stamp):
                self._set_files(f"mark {mark_id}", files_of(session, [mark] if mark else []))

    def _set_files(self, user: str, files: Iterable[Element]) -> None:
        """Set the files that a part uses; a file without users is dropped."""
        names = set()
        for file in files:
            names.add(name := str(file["id"]))
            shown = self.files.get(name) or SharedFile(file, set(), self.revision)
            shown.users.add(user)
            self.files[name] = shown
        for name in self._files_of.pop(user, set()) - names:
            self.files[name].users.discard(user)
            if not self.files[name].users:
                del self.files[name]
        if names:
            self._files_of[user] = names

    def _set_part(self, name: str, elements: tuple[Element, ...]) -> None:
        before = self.parts.pop(name, None)
        if before and before.elements == elements:
            self.parts[name] = before
            return
        here = {str(element["id"]) for element in elements}
        for element in before.elements if before else ():
            if element["id"] not in here:
                self.deleted[str(element["id"])] = self.revision
        for element_id in here:
            self.deleted.pop(element_id, None)
        if elements:
            self.parts[name] = Part(elements, self.revision)


def is_part_of_card(mark: Record) -> bool:
    """Say whether a mark is only drawn within a card: a card, a sketch, its ink, a signature."""
    return isinstance(mark, Card | Sketch) or (
        isinstance(mark, Stroke) and bool(mark.sketch or mark.signs)
    )


def _records_on_cards(
    before: Session, after: Session, touched: Iterable[Record]
) -> Collection[str]:
    """Return the ids of the records whose cards may look different from before."""
    found = {
        key
        for name in ("voices", "commitments")
        for key in _changed(getattr(before, name), getattr(after, name))
    }
    for mark in touched:
        match mark:
            case Card():
                found.add(mark.record)
            case Sketch():
                found.add(mark.id)
            case Stroke():
                found.update(filter(None, (mark.sketch, mark.signs)))
    return found


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
