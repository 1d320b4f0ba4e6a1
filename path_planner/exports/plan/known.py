"""What all chapters read: the vision as it may be told, counted once, and its references."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import Count, count_all
from path_planner.evidence.quoting import Quote, quote_of
from path_planner.evidence.reading import all_voices, themes_by_voice, voices_by_theme
from path_planner.evidence.references import References, references
from path_planner.evidence.shareable import shareable
from path_planner.exports.vision_export import VisionOptions
from path_planner.pdf.reference import Ref
from path_planner.pdf.structure import Anchor
from path_planner.words import mark, say

_SAYS = {
    "sources": mark("Source {name}"),
    "voices": mark("Voice {name}"),
    "themes": mark("Theme {name}: {words}"),
    "disagreements": mark("Disagreement {name}: {words}"),
    "priorities": mark("Priority {name}: {words}"),
    "actions": mark("Action {name}: {words}"),
    "outcomes": mark("Outcome {name}: {words}"),
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
class Known:
    """A vision read once; chapters ask here and never look for a voice's words elsewhere."""

    vision: Vision
    options: VisionOptions
    names: References
    whole: Count
    voices: list[SharedVoice]
    by_theme: Mapping[str, list[SharedVoice]]
    themes_of: Mapping[str, list[Theme]]
    _refs: dict[tuple[str, str], Ref | None] = field(default_factory=dict)

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
        found = (self.ref(collection, one) for one in ids)
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
        return Ref(name, Anchor(name), say(_SAYS[collection], name=name, words=words))


def known_of(vision: Vision, options: VisionOptions) -> Known:
    """Read a vision; what was not agreed to print is taken out before anything else is done."""
    told = shareable(vision)
    return Known(
        told,
        options,
        references(told),
        count_all(told),
        all_voices(told),
        voices_by_theme(told),
        themes_by_voice(told),
    )
