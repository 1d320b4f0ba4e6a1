"""What a group decides before it publishes: a licence, and which marked words tell of nobody."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import FiniteFloat

from path_planner.domain.base import Line, Record
from path_planner.domain.vision.sources import SharedVoice
from path_planner.i18n import N_


class Licence(StrEnum):
    """What others may do with a vision that was published; normally nothing was agreed."""

    NONE = "none"
    CC_BY = "cc by 4.0"
    OGL = "ogl 3.0"
    OTHER = "other"


LICENCE_WORDS = {
    Licence.NONE: N_("No licence: people have to ask"),
    Licence.CC_BY: N_("Creative Commons Attribution 4.0 International (CC BY 4.0)"),
    Licence.OGL: N_("Open Government Licence v3.0 (OGL)"),
    Licence.OTHER: N_("Something else, in our own words"),
}
LICENCE_ADDRESSES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.OGL: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


class ClearedText(Record):
    """Something that the check marked, and that people said identifies nobody, wherever it stands.

    `words` are no name. Where they are empty, the record stands for one whole text of the group's
    own, of which the id is a hash.
    """

    words: Line = ""
    order: FiniteFloat = 0.0


def still_said(
    cleared: Mapping[str, ClearedText],
    before: Mapping[str, SharedVoice],
    left: Mapping[str, SharedVoice],
) -> dict[str, ClearedText]:
    """Return what was cleared, without words that only stood in voices that are not left."""
    was, still = (
        "\n".join(voice.text for voice in voices.values()).casefold() for voices in (before, left)
    )
    return {
        text.id: text
        for text in cleared.values()
        if (words := text.words.casefold()) not in was or words in still
    }
