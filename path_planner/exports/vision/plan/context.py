"""The context of all chapters: the publishable vision, its counts and its references."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from path_planner.analysis.counts import Count, count_all
from path_planner.analysis.numbering import References, references
from path_planner.analysis.publication_facts import PublicationFacts, publication_facts
from path_planner.analysis.publishable import publishable, with_short_texts
from path_planner.analysis.queries import all_voices, themes_by_voice, voices_by_theme
from path_planner.analysis.quotes import Quote, best_quotes, quote_of
from path_planner.analysis.ranking import Ranked, themes_by_weight
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision.plan.detail import EVERYTHING, Detail
from path_planner.i18n import ENGLISH, N_, _, document_language
from path_planner.pdf.crossref import Ref
from path_planner.pdf.structure import Anchor

_SAYS = {
    "sources": N_("Source {name}"),
    "voices": N_("Voice {name}"),
    "themes": N_("Theme {name}: {words}"),
    "disagreements": N_("Disagreement {name}: {words}"),
    "priorities": N_("Priority {name}: {words}"),
    "actions": N_("Action {name}: {words}"),
    "outcomes": N_("Outcome {name}: {words}"),
}
_WORDS = {
    "themes": "name",
    "disagreements": "about",
    "priorities": "title",
    "actions": "what",
    "outcomes": "statement",
}
_LONGEST = 90
_QUOTES = 5
"""The number of quotes of a theme that actions take turns with."""
T = TypeVar("T")
IN_THE_EVIDENCE = "…"
"""The anchor of what is only in the evidence."""


@dataclass(frozen=True)
class PlanContext:
    """The publishable vision with derived data; chapters read voices only through this."""

    vision: Vision
    options: VisionOptions
    names: References
    whole: Count
    voices: list[SharedVoice]
    by_theme: Mapping[str, list[SharedVoice]]
    themes_of: Mapping[str, list[Theme]]
    ranked: Sequence[Ranked]
    """The themes, those of most people first."""
    detail: Detail = EVERYTHING
    _refs: dict[tuple[str, str], Ref | None] = field(default_factory=dict)
    _best: dict[tuple[str, int], tuple[Quote, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return the title of the plan, or a default."""
        about = self.vision.about
        whose = about.community or _("our community")
        return about.title or _("The vision of {community}", community=whose)

    @property
    def whose(self) -> str:
        """Return how to name the people whose plan it is."""
        about = self.vision.about
        return about.community or about.title or _("the people who made it")

    @property
    def facts(self) -> PublicationFacts:
        """Return what can be said about names, consent and licence."""
        return publication_facts(self.vision, self.options.marks)

    @property
    def language(self) -> str:
        """Return the language of the plan as a BCP 47 tag."""
        chosen = self.options.language
        return document_language(self.vision.about.language if chosen == ENGLISH else chosen)

    def name(self, collection: str, record_id: str) -> str:
        """Return the reference of a record as text, such as T2."""
        return self.names.of(collection, record_id)

    def ref(self, collection: str, record_id: str) -> Ref | None:
        """Return a reference to a record with its link, or None if there is no such record."""
        key = (collection, record_id)
        if key not in self._refs:
            self._refs[key] = self._referred(collection, record_id)
        return self._refs[key]

    def refs(self, collection: str, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Return the references to existing records, as many as a table has rows."""
        found = [ref for record_id in ids if (ref := self.ref(collection, record_id))]
        if len(found) <= self.detail.rows:
            return tuple(found)
        rest = Ref("…", Anchor(IN_THE_EVIDENCE), _("More are in the evidence"))
        return (*found[: self.detail.rows], rest)

    def anchor(self, collection: str, record_id: str) -> str:
        """Return the anchor of a record."""
        return self.name(collection, record_id)

    def quote(self, voice: SharedVoice) -> Quote | None:
        """Return the quote of a voice, or None if it may not be quoted."""
        return quote_of(self.vision, voice)

    def main_theme(self, priorities: Iterable[str]) -> Theme | None:
        """Return the theme that people put first for these priorities; None if there is none."""
        records = (self.vision.priorities.get(priority) for priority in priorities)
        themes = (theme for record in records if record for theme in record.themes)
        return next((self.vision.themes[one] for one in themes if one in self.vision.themes), None)

    def best_quote(self, theme: str, turn: int = 0) -> Quote | None:
        """Return a quote that stands for a theme; each turn gives another one, if there are any."""
        most = _QUOTES if turn else 1
        if (theme, most) not in self._best:
            self._best[theme, most] = best_quotes(self.vision, self.by_theme[theme], most)
        found = self._best[theme, most]
        return found[turn % len(found)] if found else None

    def some(self, records: Sequence[T]) -> Sequence[T]:
        """Return as many records as a table of this detail has rows."""
        return records[: self.detail.rows]

    @property
    def anchors(self) -> frozenset[str]:
        """Return the anchors of all records; the plan has some of them, the evidence others."""
        names = self.names.names
        of_themes = (
            voices_of(name).name
            for (collection, _id), name in names.items()
            if collection == "themes"
        )
        return frozenset({*names.values(), *of_themes, IN_THE_EVIDENCE})

    def of(self, detail: Detail) -> "PlanContext":
        """Return the context with this detail; its longest texts are cut."""
        return _context(with_short_texts(self.vision, detail.letters), self.options, detail)

    def _referred(self, collection: str, record_id: str) -> Ref | None:
        name = self.name(collection, record_id)
        if not name:
            return None
        words = ""
        if collection in _WORDS:
            words = getattr(getattr(self.vision, collection)[record_id], _WORDS[collection])
            words = " ".join(words.split())
            words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        return Ref(name, Anchor(name), _(_SAYS[collection], name=name, words=words))


def plan_context(vision: Vision, options: VisionOptions) -> PlanContext:
    """Return the context of a vision, which is first reduced to what may be published."""
    return _context(publishable(vision), options, EVERYTHING)


def _context(told: Vision, options: VisionOptions, detail: Detail) -> PlanContext:
    return PlanContext(
        told,
        options,
        references(told),
        count_all(told),
        all_voices(told),
        voices_by_theme(told),
        themes_by_voice(told),
        themes_by_weight(told),
        detail,
    )


def priorities_of(context: PlanContext, theme: str) -> list[str]:
    """Return the ids of the priorities that come from a theme."""
    return [
        priority.id
        for priority in sorted_records(context.vision.priorities)
        if theme in priority.themes
    ]


def actions_of(context: PlanContext, priorities: Collection[str]) -> list[str]:
    """Return the ids of the actions that work on any of these priorities."""
    return _led_to(sorted_records(context.vision.actions), priorities)


def outcomes_of(context: PlanContext, priorities: Collection[str]) -> list[str]:
    """Return the ids of the outcomes of any of these priorities."""
    return _led_to(sorted_records(context.vision.outcomes), priorities)


def _led_to(records: Iterable[Action | Outcome], priorities: Collection[str]) -> list[str]:
    wanted = {*priorities}
    return [record.id for record in records if wanted & {*record.priorities}]


def voices_of(theme: str) -> Anchor:
    """Return the anchor in the evidence where all voices of a theme are listed."""
    return Anchor(f"{theme} voices")
