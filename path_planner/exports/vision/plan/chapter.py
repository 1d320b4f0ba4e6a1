"""What a chapter of the plan is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from path_planner.exports.vision.plan.blocks import Block, ChapterStart, Paragraph
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title (a message id), and the function that returns its blocks."""

    key: str
    title: str
    content: Callable[[PlanContext], Iterable[Block]]
    runs_on: bool = False
    keep: float = 0.0
    """These two are as in its start."""

    def blocks(self, context: PlanContext) -> Iterator[Block]:
        """Yield the title and the blocks; nothing if there are no blocks."""
        content = tuple(self.content(context))
        if content:
            yield ChapterStart(self.key, _(self.title), self.runs_on, self.keep)
            yield from content


def nothing_yet() -> Paragraph:
    """Return a paragraph that says that a chapter is empty."""
    return Paragraph(_("Nothing here yet."))
