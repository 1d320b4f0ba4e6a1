"""The rendered view of the theming board: cards of voices, themes with counts, settings."""

from collections.abc import Iterable, Mapping
from threading import RLock
from typing import Any

from path_planner import i18n
from path_planner.analysis.counts import Count, count_all, count_of, count_sentence
from path_planner.analysis.numbering import LETTERS
from path_planner.analysis.queries import (
    all_voices,
    by_stakeholder_group,
    sources_with_voices,
    voices_by_theme,
)
from path_planner.domain.base import sorted_records
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import (
    SOURCE_WORDS,
    STAKEHOLDER_GROUP_WORDS,
    SharedVoice,
    Source,
    StakeholderGroup,
    stakeholder_group_of,
)
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed
from path_planner.i18n import N_, _
from path_planner.storage.protocol import VisionStore
from path_planner.ui.sync.deltas import CachedJson, Versioned, VersionedItems, ViewCache, differs
from path_planner.ui.vision.components import reactions_to
from path_planner.ui.vision.theme_board.labels import counted_theme_labels, theme_board_labels

PEOPLE, PROFESSIONALS, UNKNOWN = "people", "professionals", "unknown"
SIDES = {
    PEOPLE: N_("People, families and neighbours"),
    PROFESSIONALS: N_("Professionals and decision-makers"),
    UNKNOWN: N_("Not recorded"),
}
SIDE_OF = {
    StakeholderGroup.LIVED: PEOPLE,
    StakeholderGroup.FAMILY: PEOPLE,
    StakeholderGroup.COMMUNITY: PEOPLE,
    StakeholderGroup.PROFESSIONAL: PROFESSIONALS,
    StakeholderGroup.UNKNOWN: UNKNOWN,
}

Item = dict[str, Any]


def cards_of(vision: Vision) -> dict[str, Item]:
    """Return a card for each shared voice, in the order of the sources."""
    places: dict[str, list[tuple[str, float]]] = {}
    for placing in sorted(
        vision.placings.values(), key=lambda placing: (placing.order, placing.id)
    ):
        if placing.theme in vision.themes:
            places.setdefault(placing.voice, []).append((placing.theme, placing.order))
    sources = dict(source_names(vision))
    return {
        voice.id: {
            "id": voice.id,
            "text": voice.text,
            "standing": str(stakeholder_group_of(voice.role)),
            "source": voice.source,
            "about": about_voice(voice, sources.get(voice.source, "")),
            "places": [[theme, order] for theme, order in dict(places.get(voice.id, ())).items()],
            "alone": voice.alone,
            "order": float(number),
        }
        for number, voice in enumerate(all_voices(vision))
    }


def about_voice(voice: SharedVoice, source: str) -> str:
    """Return who said it and where, without a name: the board is shown on a shared screen."""
    who = "" if voice.role is Role.OTHER else _(ROLE_WORDS[voice.role])
    how = "" if voice.expressed is Expressed.SAID else _(EXPRESSED_WORDS[voice.expressed])
    return " · ".join(filter(None, (who, source, how, *reactions_to(voice))))


def source_names(vision: Vision) -> list[tuple[str, str]]:
    """Return the id and the name of each source: its kind, number, group and place."""
    # The same numbers as `references` gives, but quicker: this runs at each move of a card.
    letter = LETTERS["sources"]
    numbered = enumerate(sources_with_voices(vision), 1)
    return [(source.id, _source_name(source, f"{letter}{number}")) for number, source in numbered]


def _source_name(source: Source, number: str) -> str:
    what = _("{number} {what}", number=number, what=_(SOURCE_WORDS[source.what]))
    return " · ".join(filter(None, (what, source.group, source.place)))


def themes_of_board(vision: Vision) -> dict[str, Item]:
    """Return the themes with their counts of PATHs and people."""
    whole, inside = count_all(vision), voices_by_theme(vision)
    return {
        theme.id: _theme(vision, theme, inside[theme.id], whole)
        for theme in sorted_records(vision.themes)
    }


def _theme(vision: Vision, theme: Theme, voices: list[SharedVoice], whole: Count) -> Item:
    sides: dict[str, list[SharedVoice]] = {}
    for group, group_voices in by_stakeholder_group(voices).items():
        sides.setdefault(SIDE_OF[group], []).extend(group_voices)
    return {
        "id": theme.id,
        "name": theme.name,
        "statement": theme.statement,
        "agreed": [member_id for member_id in theme.agreed_by if member_id in vision.steering],
        "order": theme.order,
        "counts": _counted(vision, voices, whole),
        "side_counts": {
            side: _counted(vision, group_voices, whole) for side, group_voices in sides.items()
        },
    }


def _counted(vision: Vision, voices: Iterable[SharedVoice], whole: Count) -> str:
    count = count_of(vision, voices)
    return count_sentence(count, whole) if count.people else ""


def setting_of(vision: Vision) -> Mapping[str, Any]:
    """Return the part that seldom changes, in the current language."""
    standings = {stakeholder_group_of(voice.role) for voice in all_voices(vision)}
    sides = {SIDE_OF[group] for group in standings} | {PEOPLE, PROFESSIONALS}
    return {
        "words": theme_board_labels(),
        "counted": counted_theme_labels(),
        "language": i18n.bcp47_tag(),
        "standings": [
            {
                "id": str(stakeholder_group),
                "words": _(STAKEHOLDER_GROUP_WORDS[stakeholder_group]),
                "side": SIDE_OF[stakeholder_group],
            }
            for stakeholder_group in StakeholderGroup
            if stakeholder_group in standings
        ],
        "sides": [[side, _(name)] for side, name in SIDES.items() if side in sides],
        "sources": [list(source) for source in source_names(vision)],
        "steering": [[member.id, member.name] for member in sorted_records(vision.steering)],
        "right_to_left": i18n.is_rtl(i18n.language()),
    }


_SETTING = ("voices", "sources", "steering")
_SHOWN = ("voices", "sources", "themes", "placings", "steering")


class ThemeBoardView:
    """One vision as the board shows it, in one language."""

    def __init__(self, store: VisionStore) -> None:
        """Create a view that shows nothing yet."""
        self.store = store
        self.lock = RLock()
        self.vision: Vision | None = None
        self.floor = 0
        self.cards = VersionedItems()
        self.themes = VersionedItems()
        self.setting = Versioned({}, 0)
        self._large = CachedJson()

    def update(self, vision: Vision) -> None:
        """Render what changed since the last update; an older state changes nothing."""
        with self.lock:
            before = self.vision
            if before is not None and vision.revision <= before.revision:
                return
            self.vision = vision
            if before is None:
                self.floor = vision.revision
            elif not differs(before, vision, _SHOWN):
                return
            self.cards.update(cards_of(vision), vision.revision)
            self.themes.update(themes_of_board(vision), vision.revision)
            if differs(before, vision, _SETTING):
                self._update_setting(setting_of(vision))

    def _update_setting(self, setting: Mapping[str, Any]) -> None:
        if setting != self.setting.value:
            self.setting = Versioned(setting, self.revision)

    @property
    def revision(self) -> int:
        """Return the revision that is shown."""
        return self.vision.revision if self.vision else 0

    def delta(self, base: int | None, more: dict[str, Any]) -> dict[str, Any] | bytes:
        """Return what brings a board from revision `base` to the newest one, with `more`."""
        with self.lock:
            floor = max(self.floor, self.cards.floor, self.themes.floor)
            if base is None or not floor <= base <= self.revision:
                return self._full_state(more)
            payload = {
                **self._heading(base),
                "cards": self.cards.since(base),
                "cards_gone": self.cards.deleted_since(base),
                "themes": self.themes.since(base),
                "themes_gone": self.themes.deleted_since(base),
                **more,
            }
            if self.setting.since > base:
                payload["setting"] = self.setting.value
            return payload

    def _full_state(self, more: dict[str, Any]) -> bytes:
        deletions: dict[str, Any] = {"cards_gone": [], "themes_gone": []}
        small = {**self._heading(None), **deletions, "setting": self.setting.value, **more}
        large = {"cards": self.cards.all(), "themes": self.themes.all()}
        return self._large.merge_with(small, large, self.revision)

    def _heading(self, base: int | None) -> dict[str, Any]:
        vision_id = self.vision.id if self.vision else ""
        return {"vision": vision_id, "base": base, "revision": self.revision}


_views = ViewCache(ThemeBoardView)


def theme_board_view(store: VisionStore, vision: Vision) -> ThemeBoardView:
    """Return the view of a vision in the current language, up to date."""
    return _views.of(store, vision)
