"""What the theming board shows: a card for each voice, themes with their counts, its setting."""

from collections.abc import Iterable, Mapping
from typing import Any

from path_planner import words
from path_planner.domain.editing import in_order
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.source import SOURCE_WORDS, Source
from path_planner.domain.vision.standing import STANDING_WORDS, Standing, standing_of
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed
from path_planner.evidence.counting import Count, count_all, count_of, said_in
from path_planner.evidence.reading import all_voices, by_standing, sources_heard, voices_by_theme
from path_planner.evidence.references import LETTERS
from path_planner.ui.vision.board.words import board_words, counted_words
from path_planner.words import mark, say

PEOPLE, PROFESSIONALS, UNKNOWN = "people", "professionals", "unknown"
SIDES = {
    PEOPLE: mark("People, families and neighbours"),
    PROFESSIONALS: mark("Professionals and decision-makers"),
    UNKNOWN: mark("Not noted"),
}
SIDE_OF = {
    Standing.LIVED: PEOPLE,
    Standing.FAMILY: PEOPLE,
    Standing.COMMUNITY: PEOPLE,
    Standing.PROFESSIONAL: PROFESSIONALS,
    Standing.UNKNOWN: UNKNOWN,
}

Item = dict[str, Any]


def cards_of(vision: Vision) -> dict[str, Item]:
    """Return a card for each voice that may be told, in the order of the sources."""
    places: dict[str, list[tuple[str, float]]] = {}
    for placing in sorted(vision.placings.values(), key=lambda one: (one.order, one.id)):
        if placing.theme in vision.themes:
            places.setdefault(placing.voice, []).append((placing.theme, placing.order))
    sources = dict(source_names(vision))
    return {
        voice.id: {
            "id": voice.id,
            "text": voice.text,
            "standing": str(standing_of(voice.role)),
            "source": voice.source,
            "about": about_voice(voice, sources.get(voice.source, "")),
            "places": [[theme, order] for theme, order in dict(places.get(voice.id, ())).items()],
            "alone": voice.alone,
            "order": float(number),
        }
        for number, voice in enumerate(all_voices(vision))
    }


def about_voice(voice: SharedVoice, source: str) -> str:
    """Say who said it and where, without a name: the board hangs on a shared screen."""
    who = "" if voice.role is Role.OTHER else say(ROLE_WORDS[voice.role])
    how = "" if voice.expressed is Expressed.SAID else say(EXPRESSED_WORDS[voice.expressed])
    return " · ".join(filter(None, (who, source, how)))


def source_names(vision: Vision) -> list[tuple[str, str]]:
    """Name each source by what it was, its number, and which people they were."""
    # The numbers of `references`, without those of all else: this is looked at with each move.
    letter = LETTERS["sources"]
    heard = enumerate(sources_heard(vision), 1)
    return [(source.id, _source_name(source, f"{letter}{number}")) for number, source in heard]


def _source_name(source: Source, number: str) -> str:
    what = say("{number} {what}", number=number, what=say(SOURCE_WORDS[source.what]))
    return " · ".join(filter(None, (what, source.group, source.place)))


def themes_of_board(vision: Vision) -> dict[str, Item]:
    """Return the themes with in how many PATHs and by how many people they were said."""
    whole, inside = count_all(vision), voices_by_theme(vision)
    return {
        theme.id: _theme(vision, theme, inside[theme.id], whole)
        for theme in in_order(vision.themes)
    }


def _theme(vision: Vision, theme: Theme, voices: list[SharedVoice], whole: Count) -> Item:
    sides: dict[str, list[SharedVoice]] = {}
    for standing, said in by_standing(voices).items():
        sides.setdefault(SIDE_OF[standing], []).extend(said)
    return {
        "id": theme.id,
        "name": theme.name,
        "statement": theme.statement,
        "agreed": [one for one in theme.agreed_by if one in vision.steering],
        "order": theme.order,
        "counts": _counted(vision, voices, whole),
        "side_counts": {side: _counted(vision, said, whole) for side, said in sides.items()},
    }


def _counted(vision: Vision, voices: Iterable[SharedVoice], whole: Count) -> str:
    count = count_of(vision, voices)
    return said_in(count, whole) if count.people else ""


def setting_of(vision: Vision) -> Mapping[str, Any]:
    """Return what seldom changes, in the language spoken now."""
    standings = {standing_of(voice.role) for voice in all_voices(vision)}
    sides = {SIDE_OF[one] for one in standings} | {PEOPLE, PROFESSIONALS}
    return {
        "words": board_words(),
        "counted": counted_words(),
        "language": words.tag(),
        "standings": [
            {"id": str(one), "words": say(STANDING_WORDS[one]), "side": SIDE_OF[one]}
            for one in Standing
            if one in standings
        ],
        "sides": [[side, say(name)] for side, name in SIDES.items() if side in sides],
        "sources": [list(source) for source in source_names(vision)],
        "steering": [[one.id, one.name] for one in in_order(vision.steering)],
        "right_to_left": words.reads_from_right(words.language()),
    }
