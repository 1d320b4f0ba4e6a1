"""What can be said of a vision that is published: what was read, agreed and chosen, and no more."""

from typing import NamedTuple

from path_planner.analysis.queries import all_voices, sources_with_voices
from path_planner.analysis.quotes import may_be_quoted
from path_planner.domain.vision.plan import Licence
from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.vision.vision import Vision


class Marks(NamedTuple):
    """How many texts the check marked as telling who somebody may be, and nobody has confirmed."""

    quotes: int = 0
    own_texts: int = 0

    @property
    def in_all(self) -> int:
        """Return the number of all these texts."""
        return self.quotes + self.own_texts


class PublicationFacts(NamedTuple):
    """The facts from which each sentence about names, consent and licence follows."""

    quotes: int
    """The quotes that may be printed."""
    read: int
    """Those that a person has read, looking for names, places and numbers."""
    bracketed: int
    """Those with words in square brackets, which stand for what was taken out."""
    marks: Marks | None
    """What is marked and unread; None where nothing was looked for."""
    paths: int
    """PATHs, in which people chose for each voice how it can be shared."""
    records: int
    """Other sources: one choice was recorded for everything in it."""
    dated: int
    """Sources with a recorded date of the agreement."""
    drawings: int
    licence: Licence
    licence_words: str

    @property
    def unread(self) -> int:
        """Return the number of quotes that nobody has read."""
        return self.quotes - self.read


def publication_facts(vision: Vision, marks: Marks | None = None) -> PublicationFacts:
    """Return the facts about a vision, or about its publishable part: they are the same."""
    quotes = [voice for voice in all_voices(vision) if may_be_quoted(voice)]
    sources = sources_with_voices(vision)
    paths = sum(source.what is SourceKind.PATH for source in sources)
    shown = {source.id for source in sources if source.agreed.drawings}
    return PublicationFacts(
        quotes=len(quotes),
        read=sum(voice.checked for voice in quotes),
        bracketed=sum("[" in voice.text and "]" in voice.text for voice in quotes),
        marks=marks,
        paths=paths,
        records=len(sources) - paths,
        dated=sum(source.agreed.given_on is not None for source in sources),
        drawings=sum(drawing.source in shown for drawing in vision.drawings.values()),
        licence=vision.about.licence,
        licence_words=vision.about.licence_words.strip(),
    )
