"""The context of all chapters: the publishable vision, its counts and its references."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from path_planner.analysis.counts import Count, count_all
from path_planner.analysis.numbering import References, references
from path_planner.analysis.publication_facts import PublicationFacts, publication_facts
from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import all_voices, themes_by_voice, voices_by_theme
from path_planner.analysis.quotes import Quote, quote_of
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
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
    _refs: dict[tuple[str, str], Ref | None] = field(default_factory=dict)

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
        """Return the references to existing records."""
        found = (self.ref(collection, record_id) for record_id in ids)
        return tuple(ref for ref in found if ref)

    def anchor(self, collection: str, record_id: str) -> str:
        """Return the anchor of a record."""
        return self.name(collection, record_id)

    def quote(self, voice: SharedVoice) -> Quote | None:
        """Return the quote of a voice, or None if it may not be quoted."""
        return quote_of(self.vision, voice)

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
    told = publishable(vision)
    return PlanContext(
        told,
        options,
        references(told),
        count_all(told),
        all_voices(told),
        voices_by_theme(told),
        themes_by_voice(told),
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
