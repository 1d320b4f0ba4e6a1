"""The result of an import, shown afterwards: counts, never the words of people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import streamlit as st
from pydantic import ValidationError

from path_planner.errors import PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.sources import GatherResult
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown
from path_planner.ui.components.messages import alert, notice
from path_planner.ui.context import open_vision_context
from path_planner.ui.vision.gather.withdrawal import links_to_other_visions

_NOTE = "gathered"
PATHS, DAYS, FILES, PASTED, LESS = "paths", "days", "files", "pasted", "less"
"""The kinds of import; the last one updates PATHs that share less than before."""
_SENTENCES: dict[str, Callable[[int], str]] = {
    "sources": lambda count: ngettext(
        "{count} source was added.", "{count} sources were added.", count
    ),
    "new": lambda count: ngettext(
        "{count} new voice was added.", "{count} new voices were added.", count
    ),
    "private": lambda count: ngettext(
        "{count} voice stayed in its circle.", "{count} voices stayed in their circle.", count
    ),
    "held_back": lambda count: ngettext(
        "{count} voice was left out because it was withdrawn here.",
        "{count} voices were left out because they were withdrawn here.",
        count,
    ),
    "gone": lambda count: ngettext(
        "{count} voice was removed because it is no longer shared.",
        "{count} voices were removed because they are no longer shared.",
        count,
    ),
    "drawings": lambda count: ngettext(
        "{count} drawing was added.", "{count} drawings were added.", count
    ),
    "cut": lambda count: ngettext(
        "{count} voice was too long and was cut.",
        "{count} voices were too long and were cut.",
        count,
    ),
    "empty": lambda count: ngettext(
        "{count} row had no words and was left out.",
        "{count} rows had no words and were left out.",
        count,
    ),
    "changed": lambda count: ngettext(
        "{count} voice was brought up to date.", "{count} voices were brought up to date.", count
    ),
    "set_aside": lambda count: ngettext(
        "{count} empty answer was set aside. You can bring it back under “Who was heard”.",
        "{count} empty answers were set aside. You can bring them back under “Who was heard”.",
        count,
    ),
    "moderated": lambda count: ngettext(
        "{count} was moderated out where it was collected, and stays out.",
        "{count} were moderated out where they were collected, and stay out.",
        count,
    ),
    "unreadable": lambda count: ngettext(
        "{count} row could not be read.", "{count} rows could not be read.", count
    ),
    "missing": lambda count: ngettext(
        "{count} voice is not in this file any more. It stays until you withdraw it.",
        "{count} voices are not in this file any more. They stay until you withdraw them.",
        count,
    ),
}


@dataclass
class ImportResult:
    """The counts of one import, and the sources that failed."""

    counts: dict[str, int] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """The ids of other visions that still have the withdrawn words."""

    def add(self, gathered: GatherResult) -> None:
        """Add the counts of one source."""
        numbers = {name: n for name, n in gathered._asdict().items() if isinstance(n, int)}
        for name, number in {**numbers, "sources": len(gathered.sources)}.items():
            self.counts[name] = self.counts.get(name, 0) + number
        self.others += [other for other in gathered.others if other not in self.others]

    def remember(self, kind: str) -> None:
        """Store it for the next run of the page; `kind` is the kind of import."""
        # Plain data: a stored object would outlive its class when the code is reloaded.
        state.remember(
            _NOTE,
            {"way": kind, "counts": self.counts, "troubles": self.troubles, "others": self.others},
        )


def show_import_result(kind: str) -> None:
    """Show the result of the last import of this kind."""
    result: dict[str, Any] | None = state.recall(_NOTE)
    if not result or result["way"] != kind:
        return
    for trouble in result["troubles"]:
        alert(trouble)
    if result["counts"]:
        notice(" ".join(_sentences(result["counts"])))
    links_to_other_visions(result["others"])


def _sentences(counts: dict[str, int]) -> list[str]:
    always = {"sources", "new"}
    return [
        sentence(counts.get(name, 0))
        for name, sentence in _SENTENCES.items()
        if name in always or counts.get(name)
    ]


class ImportTask(NamedTuple):
    """One source to import: its title, and the function that imports it."""

    name: str
    gather: Callable[[VisionContext], GatherResult]


def run_imports(tasks: Sequence[ImportTask]) -> ImportResult:
    """Run the imports one after another; a failure is listed by title and stops no other."""
    tally, context = ImportResult(), open_vision_context()
    bar = st.progress(0.0, text=_("Gathering …"))
    for place, deed in enumerate(tasks):
        bar.progress(
            place / len(tasks), text=escape_markdown(_("Gathering: {name}", name=deed.name))
        )
        context = _done(deed, context, tally)
    bar.empty()
    return tally


def _done(deed: ImportTask, context: VisionContext, tally: ImportResult) -> VisionContext:
    try:
        gathered = deed.gather(context)
    except PlannerError as error:
        tally.troubles.append(_("{name}: {trouble}", name=deed.name, trouble=error))
        return context
    except ValidationError:
        trouble = _("This does not fit here, so it was not saved. Is it too long?")
        tally.troubles.append(_("{name}: {trouble}", name=deed.name, trouble=trouble))
        return context
    tally.add(gathered)
    return replace(context, document=gathered.saved.document)


def import_and_rerun(kind: str, tasks: Sequence[ImportTask]) -> None:
    """Run the imports, store the result, and rerun the page."""
    run_imports(tasks).remember(kind)
    st.rerun()
