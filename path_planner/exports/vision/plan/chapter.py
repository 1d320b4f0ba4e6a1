"""What a chapter of the plan is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from path_planner.exports.vision.plan.blocks import Block, ChapterStart, Paragraph
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, an id of the catalogue, and what returns the blocks below it."""

    key: str
    title: str
    content: Callable[[PlanContext], Iterable[Block]]
    runs_on: bool = False
    keep: float = 0.0
    """These two are as in its start."""

    def blocks(self, known: PlanContext) -> Iterator[Block]:
        """Yield the chapter from its title on; a chapter without content is left out."""
        content = tuple(self.content(known))
        if content:
            yield ChapterStart(self.key, _(self.title), self.runs_on, self.keep)
            yield from content


def nothing_yet() -> Paragraph:
    """Say honestly that a chapter is empty."""
    return Paragraph(_("Nothing here yet."))
