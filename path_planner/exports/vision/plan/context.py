"""What all chapters read: the vision as it may be told, counted once, and its references."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from path_planner.analysis.counts import Count, count_all
from path_planner.analysis.numbering import References, references
from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import all_voices, themes_by_voice, voices_by_theme
from path_planner.analysis.quotes import Quote, quote_of
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.i18n import N_, _
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
    """A vision read once; chapters ask here and never look for a voice's words elsewhere."""

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
        """Return the title of the plan, or plain words where it has none."""
        about = self.vision.about
        whose = about.community or _("our community")
        return about.title or _("The vision of {community}", community=whose)

    @property
    def language(self) -> str:
        """Return the language of the plan as programs that read aloud know it."""
        language = self.options.language
        if language == "en":
            language = self.vision.about.language
        return ("en-GB" if language == "en" else language).partition("@")[0]

    def name(self, collection: str, record_id: str) -> str:
        """Return the printed name of a record, such as T2."""
        return self.names.of(collection, record_id)

    def ref(self, collection: str, record_id: str) -> Ref | None:
        """Return the reference to a record, or None where it is not there."""
        key = (collection, record_id)
        if key not in self._refs:
            self._refs[key] = self._referred(collection, record_id)
        return self._refs[key]

    def refs(self, collection: str, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Return the references to those of the records that are there."""
        found = (self.ref(collection, record_id) for record_id in ids)
        return tuple(ref for ref in found if ref)

    def anchor(self, collection: str, record_id: str) -> str:
        """Return the name of the place that references to a record lead to."""
        return self.name(collection, record_id)

    def quote(self, voice: SharedVoice) -> Quote | None:
        """Return what may be printed of a voice."""
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
    """Read a vision; what was not agreed to print is taken out before anything else is done."""
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


def priorities_of(known: PlanContext, theme: str) -> list[str]:
    """Return the ids of the priorities that come from a theme."""
    return [
        priority.id
        for priority in sorted_records(known.vision.priorities)
        if theme in priority.themes
    ]


def actions_of(known: PlanContext, priorities: Collection[str]) -> list[str]:
    """Return the ids of the actions that work on any of these priorities."""
    return _led_to(sorted_records(known.vision.actions), priorities)


def outcomes_of(known: PlanContext, priorities: Collection[str]) -> list[str]:
    """Return the ids of the outcomes that are hoped for from any of these priorities."""
    return _led_to(sorted_records(known.vision.outcomes), priorities)


def _led_to(records: Iterable[Action | Outcome], priorities: Collection[str]) -> list[str]:
    wanted = {*priorities}
    return [record.id for record in records if wanted & {*record.priorities}]
