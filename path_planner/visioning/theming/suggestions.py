"""Suggestions for theming: the machine says what might belong together, and why; people decide."""

from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.reading import all_voices, themes_of, unthemed, voices_by_theme
from path_planner.storage import disk
from path_planner.suggesting.alike import like_this_one
from path_planner.suggesting.likely_themes import Gathered, LikelyTheme, Themes
from path_planner.suggesting.likeness import Alike
from path_planner.suggesting.pile import Pile, Said
from path_planner.suggesting.seeds import Seed, seeds
from path_planner.suggesting.vectors import HERE, Progress
from path_planner.suggesting.words_shared import learn_words

_MOST_READY = 2
_PARTS = 4
_ready: OrderedDict[tuple[tuple[tuple[str, Said], ...], Path | None], Pile] = OrderedDict()
"""Piles made ready a moment ago: the next voice is asked about the same one."""


class ForVoice(NamedTuple):
    """What may go with one voice."""

    voice: str
    alike: tuple[Alike, ...]
    """Voices like this one, nearest first."""
    themes: tuple[LikelyTheme, ...]
    """The likeliest of the group's own themes that it is not in yet, likeliest first."""
    known_language: bool
    """Its language was learnt; else only letters could be compared."""


class Suggestions(NamedTuple):
    """What may go together in a vision, for those who want to be told all of it."""

    voices: tuple[ForVoice, ...]
    """For each voice of the pile, in the order of the pile."""
    seeds: tuple[Seed, ...]
    strange: tuple[str, ...]
    """Voices in languages that were not learnt."""


def suggest(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> Suggestions:
    """Return suggestions for every voice of the pile; `progress` is told how far it is."""
    voices = [voice.id for voice in unthemed(vision)]
    pile = pile_of(vision, keep_in, _part(progress, 0))
    gathered = _gathered(vision)
    texts = [said.text for said in pile.said] + [one.statement for one in gathered.values()]
    learn_words(texts, HERE, _part(progress, 1))
    themes, tell = Themes(pile, gathered), _part(progress, 2)
    found = []
    for done, voice in enumerate(voices):
        if tell:
            tell(done, len(voices))
        found.append(_for_voice(vision, pile, themes, voice))
    started = seeds(pile, voices, progress=_part(progress, 3))
    return Suggestions(tuple(found), started, pile.strange())


def for_voice(
    vision: Vision, voice_id: str, keep_in: Path | None = None, progress: Progress | None = None
) -> ForVoice:
    """Return voices like this one, and the likeliest themes for it."""
    pile = pile_of(vision, keep_in, progress)
    if voice_id not in pile.place:
        return ForVoice(voice_id, (), (), known_language=True)
    return _for_voice(vision, pile, Themes(pile, _gathered(vision)), voice_id)


def for_pile(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> tuple[Seed, ...]:
    """Return small seeds to start themes from, out of the voices nobody placed yet."""
    voices = [voice.id for voice in unthemed(vision)]
    return seeds(pile_of(vision, keep_in, progress), voices)


def pile_of(vision: Vision, keep_in: Path | None = None, progress: Progress | None = None) -> Pile:
    """Return the voices of a vision made ready; what that costs is kept in a file, if one is named.

    The file may be lost or damaged. It holds the voices of today and no others.
    """
    told = {voice.id: Said(voice.text, voice.language) for voice in all_voices(vision)}
    key = (tuple(sorted(told.items())), keep_in)
    pile = _ready.get(key)
    if pile is None:
        pile = _ready[key] = _made(told, keep_in, progress)
    _ready.move_to_end(key)
    while len(_ready) > _MOST_READY:
        _ready.popitem(last=False)
    return pile


def _made(told: Mapping[str, Said], keep_in: Path | None, progress: Progress | None) -> Pile:
    texts = [said.text for said in told.values()]
    kept = False
    with suppress(OSError):
        kept = HERE.learn(disk.read(keep_in) if keep_in else None, texts)
    pile = Pile(told, progress=progress)
    if keep_in and not kept:
        with suppress(OSError):
            disk.make_folder(keep_in.parent)
            disk.write_whole(keep_in, HERE.written(texts))
    return pile


def _for_voice(vision: Vision, pile: Pile, themes: Themes, voice_id: str) -> ForVoice:
    inside = {theme.id for theme in themes_of(vision, voice_id)}
    known = voice_id not in pile.strange()
    likely = themes.likely(voice_id, without=inside)
    return ForVoice(voice_id, like_this_one(pile, voice_id), likely, known)


def _gathered(vision: Vision) -> Mapping[str, Gathered]:
    held = voices_by_theme(vision)
    return {
        theme.id: Gathered(
            f"{theme.name}. {theme.statement}", tuple(voice.id for voice in held[theme.id])
        )
        for theme in in_order(vision.themes)
    }


def _part(progress: Progress | None, part: int) -> Progress | None:
    """Return the progress of one part, told in hundredths of the whole."""
    if progress is None:
        return None
    share = 100 // _PARTS
    return lambda done, count: progress(share * part + share * done // (count or 1), 100)
