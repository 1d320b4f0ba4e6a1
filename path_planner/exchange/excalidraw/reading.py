"""A file of Excalidraw as marks for the wall, and what of it cannot come along."""

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from path_planner.domain.mark import Mark
from path_planner.domain.picture import Picture
from path_planner.domain.wall import Label
from path_planner.errors import NotAMark
from path_planner.exchange.excalidraw import left_out, marks
from path_planner.exchange.excalidraw.fitting import fitted
from path_planner.exchange.excalidraw.foreign_images import Images, PictureFrom
from path_planner.exchange.excalidraw.opening import opened
from path_planner.exchange.excalidraw.plain import table, words_of
from path_planner.exchange.excalidraw.renaming import renamed
from path_planner.scene.wall.marks import box_of_mark

Element = Mapping[str, Any]
_KNOWN = frozenset(
    ("freedraw", "text", "image", "rectangle", "ellipse", "diamond", "line", "arrow", "draw")
)
_EARLIER = 1.0
"""How far the first mark lies above all that is there."""


@dataclass(frozen=True)
class Place:
    """The wall that a drawing comes to."""

    stage_at: Callable[[float, float], str]
    fresh_id: Callable[[], str]
    picture_from: PictureFrom
    records: Container[str] = ()
    """The voices, commitments and sketches that are here already: their cards are not copied."""
    people: Container[str] = ()
    above: float = 0.0
    """The order of the topmost mark."""


class Imported(NamedTuple):
    """What a file brings, and sentences about what it does not."""

    marks: tuple[Mark, ...]
    pictures: tuple[Picture, ...]
    left_out: tuple[str, ...]


def read_wall(data: bytes, place: Place) -> Imported:
    """Return what a file of Excalidraw brings to a wall; nothing is dropped without a word."""
    drawn = opened(data)
    counted: Counter[str] = Counter()
    rows = fitted(renamed(list(_rows(drawn.elements, place, counted)), place.fresh_id))
    images = Images(drawn.files, place.picture_from)
    found = tuple(_marks(rows, place, images, counted))
    return Imported(found, images.pictures, left_out.sentences(counted + images.counted))


def _rows(elements: Sequence[Element], place: Place, counted: Counter[str]) -> Iterator[Element]:
    """Yield what can become marks: cards that nobody knows here as the lines they are made of."""
    here: set[str] = set()
    for row in elements:
        kind, data = row.get("type"), table(row.get("customData"))
        if data.get("part") == "ground":
            continue
        if data.get("part") == "card":
            record = words_of(data.get("card"))
            if record in place.records:
                here.add(record)
            elif data.get("paper") is not True:
                yield {**row, "customData": {}}
        elif isinstance(kind, str) and kind in _KNOWN:
            yield row
        elif kind != "selection":
            counted[left_out.kind_of(kind)] += 1
    if here:
        counted[left_out.HERE] += len(here)


def _marks(
    rows: Sequence[Element], place: Place, images: Images, counted: Counter[str]
) -> Iterator[Mark]:
    for number, row in enumerate(rows, 1):
        whole = images.known(row) if row.get("type") == "image" else row
        if whole is None:
            continue
        try:
            read = marks.read(_complete(whole), stage="here")
        except NotAMark:
            counted[left_out.BROKEN] += 1
            continue
        if isinstance(read.mark, Label) and not read.mark.text:
            continue
        for name in {left_out.LINK if each == "link" else left_out.DETAIL for each in read.dropped}:
            counted[name] += 1
        yield _at_home(read.mark, place, place.above + _EARLIER * number)


def _complete(row: Element) -> Element:
    """Return an element of a file with what Excalidraw takes for granted there."""
    if row.get("type") == "arrow" and "endArrowhead" not in row:
        return {**row, "endArrowhead": "arrow"}
    return row


def _at_home(mark: Any, place: Place, order: float) -> Mark:
    by = mark.by if mark.by in place.people else None
    facts = {"order": order, "by": by, "stage": place.stage_at(*box_of_mark(mark).centre)}
    if hasattr(mark, "signs"):
        facts["signs"] = None
    at_home: Mark = mark.model_copy(update=facts)
    return at_home
