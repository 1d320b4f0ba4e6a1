"""What came in and what did not: told after gathering, in numbers and never in words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from path_planner.ui import state
from path_planner.ui.messages import alert, notice
from path_planner.ui.vision.gather.elsewhere import still_elsewhere
from path_planner.visioning.gathering.bringing_in import Gathered
from path_planner.words import say_many

_NOTE = "gathered"
PATHS, FILES, PASTED, LESS = "paths", "files", "pasted", "less"
"""The ways in; the last one is that of PATHs which share less by now."""
_SENTENCES: dict[str, Callable[[int], str]] = {
    "sources": lambda count: say_many("{count} source is in.", "{count} sources are in.", count),
    "new": lambda count: say_many(
        "{count} new voice came in.", "{count} new voices came in.", count
    ),
    "private": lambda count: say_many(
        "{count} voice stayed with its circle.", "{count} voices stayed with their circle.", count
    ),
    "held_back": lambda count: say_many(
        "{count} voice stayed out, because it was taken back here.",
        "{count} voices stayed out, because they were taken back here.",
        count,
    ),
    "gone": lambda count: say_many(
        "{count} voice went out, because it is no longer shared.",
        "{count} voices went out, because they are no longer shared.",
        count,
    ),
    "drawings": lambda count: say_many(
        "{count} drawing came in.", "{count} drawings came in.", count
    ),
    "cut": lambda count: say_many(
        "{count} voice was too long and was cut.",
        "{count} voices were too long and were cut.",
        count,
    ),
    "empty": lambda count: say_many(
        "{count} row had no words and was left out.",
        "{count} rows had no words and were left out.",
        count,
    ),
}


@dataclass
class Tally:
    """The sums of one gathering, and what could not come in."""

    sums: dict[str, int] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Other visions that still hold what went out, by their ids."""

    def add(self, gathered: Gathered) -> None:
        """Add what one source brought."""
        numbers = {one: n for one, n in gathered._asdict().items() if isinstance(n, int)}
        for name, number in {**numbers, "sources": len(gathered.sources)}.items():
            self.sums[name] = self.sums.get(name, 0) + number
        self.others += [one for one in gathered.others if one not in self.others]

    def remember(self, way: str) -> None:
        """Keep it for the next run of the page; `way` is how it came in."""
        # Plain data: a kept object would outlive its class when the code is reloaded.
        state.note(
            _NOTE,
            {"way": way, "sums": self.sums, "troubles": self.troubles, "others": self.others},
        )


def tell(way: str) -> None:
    """Say what the last gathering brought, there where somebody pressed."""
    told: dict[str, Any] | None = state.noted(_NOTE)
    if not told or told["way"] != way:
        return
    for trouble in told["troubles"]:
        alert(trouble)
    if told["sums"]:
        notice(" ".join(_sentences(told["sums"])))
    still_elsewhere(told["others"])


def _sentences(sums: dict[str, int]) -> list[str]:
    always = {"sources", "new"}
    return [
        sentence(sums.get(name, 0))
        for name, sentence in _SENTENCES.items()
        if name in always or sums.get(name)
    ]
