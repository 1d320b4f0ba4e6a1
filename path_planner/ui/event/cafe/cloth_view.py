"""The rendered view of a tablecloth: as all windows show it, and what is locked for one of them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from path_planner.analysis.cafe import CLOTH_WIDTH, ink_of_cloth, open_round
from path_planner.domain.diff import Change
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Stroke
from path_planner.formats.excalidraw import elements_of, elements_of_piece
from path_planner.i18n import ngettext
from path_planner.scene.cloth import element_of_words, head_of_cloth
from path_planner.scene.cloth_words import WordsOnCloth, length_of, stored_place, words_on_cloth
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET
from path_planner.scene.wall import WallElement
from path_planner.storage.protocol import EventStore
from path_planner.ui.event.cafe.cloth_setting import cloth_setting, line_about, stages_of
from path_planner.ui.sync.deltas import ViewCache, prune_deletions
from path_planner.ui.wall.board_view import BoardView, Element
from path_planner.ui.wall.outline_items import STROKES, Item

_GREY = 45
"""The opacity, in hundredths, of ink of earlier rounds."""


class ClothView(BoardView[Event]):
    """The cloth of one table, in one language."""

    def __init__(self, store: EventStore, table_id: str) -> None:
        """Create a view that shows nothing yet."""
        super().__init__(store)
        self.table = table_id
        self.unsettled = False
        """Whether some words have a computed place that is not saved yet."""
        self.added_by: dict[tuple[str, str], str] = {}
        """By collection and id: the window that was the first to save it."""
        self._strokes: dict[str, Stroke] = {}
        self._words: dict[str, tuple[object, ...]] = {}

    @property
    def board_id(self) -> str:
        """Return the name under which a browser keeps what it has of this cloth."""
        return f"{super().board_id}:{self.table}"

    @property
    def open_stage(self) -> str:
        """Return the stage of the round that is written in now, or an empty string."""
        now = open_round(self.document) if self.document else None
        return cloth_stage(self.table, now.id) if now else ""

    def update(self, event: Event) -> None:
        """Render what changed since the last update; an older state changes nothing."""
        with self.lock:
            before, stage = self.document, self.open_stage
            self.document = event = self.newer(event)
            if before is event or self.table not in event.tables:
                return
            is_new_round = before is None or stage != self.open_stage
            if is_new_round:
                # Who may still move something is another matter now: everybody gets everything.
                self.floor = event.revision
            words = words_on_cloth(event, self.table)
            self.unsettled = any(stored_place(event, one.line) is None for one in words)
            self._update_ground(words)
            self._update_words(words)
            self._update_ink(ink_of_cloth(event, self.table), anew=is_new_round)
            self.set_setting(cloth_setting(event, self.table, length_of(words)))
            self.items.update(_items(event, self.table, words), event.revision)
            self.floor = max(self.floor, prune_deletions(self.deleted), self.items.floor)
            self._find_authors(event)

    def owned_by(self, window: str) -> frozenset[str]:
        """Return the ids of the words and strokes that a window added."""
        with self.lock:
            return frozenset(
                key
                for (collection, key), by in self.added_by.items()
                # The place of words is a mark too: whose words they are is what counts.
                if by == window and key in (self._strokes if collection == "marks" else self._words)
            )

    def note_author(self, window: str, changes: Iterable[Change]) -> None:
        """Note that a window has just saved these changes: what is new is its own."""
        with self.lock:
            for change in changes:
                if change.record is not None:
                    self.added_by.setdefault((change.collection, change.id), window)

    def _update_ground(self, words: list[WordsOnCloth]) -> None:
        assert self.document is not None  # noqa: S101 - set by the caller
        length = length_of(words)
        head = head_of_cloth(self.document, self.table, length)
        box = Box(0.0, 0.0, CLOTH_WIDTH, length)
        self.set_part("ground head", elements_of_piece(WallElement("head", "", box, tuple(head))))

    def _update_words(self, words: list[WordsOnCloth]) -> None:
        shown: dict[str, tuple[object, ...]] = {}
        for one in words:
            looks = (one.card, *one.block.parts)
            shown[one.line.id] = looks
            if self._words.get(one.line.id) != looks:
                self.set_part(f"card {one.line.id}", elements_of_piece(element_of_words(one)))
        for line_id in self._words.keys() - shown.keys():
            self.set_part(f"card {line_id}", ())
        self._words = shown

    def _update_ink(self, strokes: Iterable[Stroke], *, anew: bool) -> None:
        here = {stroke.id: stroke for stroke in strokes}
        for stroke in here.values():
            if anew or self._strokes.get(stroke.id) is not stroke:
                self.set_part(f"mark {stroke.id}", self._drawn(stroke))
        for stroke_id in self._strokes.keys() - here.keys():
            self.set_part(f"mark {stroke_id}", ())
        self._strokes = here

    def _drawn(self, stroke: Stroke) -> tuple[Element, ...]:
        if stroke.stage == self.open_stage:
            return elements_of(stroke)
        pen = stroke.pen.model_copy(update={"colour": QUIET})
        (element,) = elements_of(stroke.model_copy(update={"pen": pen}))
        return ({**element, "opacity": min(element.get("opacity", 100), _GREY)},)

    def _find_authors(self, event: Event) -> None:
        """Ask the journal who was the first to save what is shown, where that is not known yet."""
        shown = {
            *(("marks", key) for key in self._strokes),
            *(("voices", key) for key in self._words),
        }
        if shown <= self.added_by.keys():
            return
        first: dict[tuple[str, str], str] = {}
        for step in self.store.history(event.id):
            for name in step.changes:
                first.setdefault(name, step.by)
        self.added_by |= {name: first.get(name, "") for name in shown}


def as_seen(
    elements: Iterable[Element], own: Collection[str], open_stage: str
) -> list[dict[str, Any]]:
    """Return elements as one window gets them: all but its own of this round are locked.

    They become part of the ground, which no tool of the board touches.
    """
    seen = []
    for element in elements:
        role: Mapping[str, Any] = element["customData"]
        record = role.get("card") or role.get("mark")
        if record is None or (record in own and role.get("stage") == open_stage):
            seen.append(dict(element))
        elif not role.get("paper"):
            ground = {"part": "ground", "piece": record, "stage": role.get("stage", "")}
            seen.append({**element, "locked": True, "groupIds": [], "customData": ground})
    return seen


def _items(event: Event, table_id: str, words: Iterable[WordsOnCloth]) -> dict[str, Item]:
    """Return the items of the outline: each line, and the strokes of each round as one."""
    items = {one.line.id: _line(event, one.line, one.card.stage) for one in words}
    counts: dict[str, int] = {}
    for stroke in ink_of_cloth(event, table_id):
        counts[stroke.stage] = counts.get(stroke.stage, 0) + 1
    stages = stages_of(event, table_id)
    for stage, count in counts.items():
        round_id = stage.partition("--")[2]
        items[f"{STROKES}{round_id}"] = {
            "id": f"{STROKES}{round_id}",
            "collection": "marks",
            "kind": "stroke",
            "stage": stage if stage in stages else "",
            "order": 0.0,
            "text": ngettext("{count} stroke of a pen", "{count} strokes of a pen", count),
            "by": None,
            "about": "",
            "count": count,
        }
    return items


def _line(event: Event, line: Contribution, stage: str) -> Item:
    return {
        "id": line.id,
        "collection": "voices",
        "kind": "voice",
        "stage": stage,
        "order": line.order,
        "text": line.text,
        "by": line.speaker,
        "about": line_about(event, line),
        "share": str(line.share),
    }


_MOST_TABLES = 40
"""The most cloths whose views are kept: of more tables than one event has, as a rule."""
_views = ViewCache(ClothView, most=_MOST_TABLES)


def cloth_view_of(store: EventStore, event: Event, table_id: str) -> ClothView:
    """Return the view of a table's cloth in the current language, up to date."""
    return _views.of(store, event, table_id)
