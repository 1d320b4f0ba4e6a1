"""Where lines of an event stand, who may speak there, and how a line was given, in words."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from path_planner.analysis.event_lines import guest_labels
from path_planner.domain.base import sorted_records
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share
from path_planner.i18n import N_, _
from path_planner.services.context import EventResult
from path_planner.ui.components.people_field import Speaker

SHARE_AT_EVENT = {
    Share.PRIVATE: N_("Private"),
    Share.CIRCLE: N_("Only people here"),
    Share.THEME: N_("Count only"),
    Share.QUOTE: N_("Quote, no name"),
    Share.NAMED: N_("Quote, with name"),
}
"""The share levels of a line in short, as message ids."""

Write = Callable[..., EventResult]
"""Adds a line, as `contribute` does: with the context, the part, the words and further facts."""


class LinePlace(NamedTuple):
    """Where lines stand: some parts, and the topic, table and round if these are told."""

    parts: tuple[Part, ...]
    facts: Mapping[str, str | None]

    @property
    def name(self) -> str:
        """Return a name for widgets, of this place alone."""
        return " ".join((*self.parts, *(str(each) for each in self.facts.values())))

    def lines_of(self, event: Event) -> list[Contribution]:
        """Return the lines that stand here, in their order."""
        return [
            line
            for line in sorted_records(event.voices)
            if line.part in self.parts
            and all(getattr(line, name) == value for name, value in self.facts.items())
        ]


def speakers(event: Event) -> list[Speaker]:
    """Return the guests who are there, as they are called on screen."""
    labels = guest_labels(event)
    present = (guest for guest in sorted_records(event.guests) if guest.present)
    return [Speaker(guest.id, labels[guest.id]) for guest in present]


def manner_words(line: Contribution, labels: Mapping[str, str]) -> list[str]:
    """Return who said a line, who helped, how it was said and how far it is shared, each short."""
    helper = labels.get(line.supported_by or "", "")
    supported = _("supported by {name}", name=helper) if helper else _("supported")
    return [
        labels.get(line.speaker or "", ""),
        supported if helper or line.supported else "",
        "" if line.expressed is Expressed.SAID else _(EXPRESSED_WORDS[line.expressed]),
        _(SHARE_AT_EVENT[line.share]),
    ]
