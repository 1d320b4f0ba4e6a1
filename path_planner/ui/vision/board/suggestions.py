"""Suggestions as the board shows them: each with what made it."""

from pathlib import Path
from typing import Any

from path_planner.domain.vision.vision import Vision
from path_planner.suggesting.vectors import Progress
from path_planner.visioning.theming import suggestions
from path_planner.visioning.theming.suggestion_words import why_alike, why_seed, why_theme
from path_planner.words import say

Suggested = dict[str, Any]


def for_voice(
    vision: Vision, voice_id: str, keep_in: Path | None, progress: Progress | None = None
) -> Suggested:
    """Return voices like one, and the likeliest of the group's own themes for it."""
    found = suggestions.for_voice(vision, voice_id, keep_in, progress)
    note = say("The machine has not learnt this language. It compares letters alone.")
    return {
        "alike": [{"voice": one.id, "because": why_alike(one)} for one in found.alike],
        "themes": [{"theme": one.id, "because": why_theme(vision, one)} for one in found.themes],
        "note": "" if found.known_language else note,
    }


def for_pile(vision: Vision, keep_in: Path | None, progress: Progress | None = None) -> Suggested:
    """Return small groups of voices that may belong together, out of those in no theme."""
    found = suggestions.for_pile(vision, keep_in, progress)
    return {
        "seeds": [
            {"id": "-".join(seed.voices), "voices": list(seed.voices), "because": why_seed(seed)}
            for seed in found
        ]
    }
