"""Make a low-ink version of a poster: lines and words, no coloured areas."""

from collections.abc import Iterator
from dataclasses import replace

from path_planner.scene.model import Part, Role, Scene, Shape

_THIN = 0.55
_WHITE = "#FFFFFF"
_OMITTED = frozenset({Role.PAPER, Role.SHADOW})
_UNCHANGED = frozenset({Role.INK})
"""What people drew themselves stays as dark and as wide as they drew it."""


def with_low_ink(scene: Scene) -> Scene:
    """Return the scene without coloured areas; every word and every drawing stays."""
    return replace(scene, painting=tuple(_reduced(scene)))


def _reduced(scene: Scene) -> Iterator[Part]:
    for part in scene.painting:
        if not isinstance(part, Shape) or part.role in _UNCHANGED:
            yield part
        elif part.role not in _OMITTED:
            # A white fill hides what lies behind, as the colour did, without ink.
            yield replace(part, fill=_WHITE if part.fill else None, width=part.width * _THIN)
