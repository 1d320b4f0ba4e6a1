"""The sorts of document that a store keeps, side by side, for what is promised of all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from path_planner.domain.base import Document, Record
from path_planner.domain.event.about import AboutEvent
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.session import AgreementLine
from path_planner.domain.vision.sources import ConsentTerms, MissingGroup, SharedVoice, Source
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.storage.document_type import DocumentType
from path_planner.storage.event_type import EVENTS
from path_planner.storage.protocol import Store, Stores
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import NOON, a_session, a_voice

AnyStore = Store[Any, Any]


@dataclass(frozen=True)
class Case:
    """One sort, and what the tests make of it."""

    sort: DocumentType[Any, Any]
    make: Callable[..., Any]
    """Makes a document with the id k7f3q2 and one voice, v1."""
    voice: Callable[..., Any]
    store_of: Callable[[Stores], AnyStore]
    flag: str
    """A field of a voice that is yes or no."""
    field: str
    """A field of what the document is about, beside its title."""
    words: str
    """A field of a voice with words that may be changed."""
    scarce: str
    """A collection that does not hold many, which is empty unless it is filled."""
    scarce_record: Record
    scarce_words: str
    """A field of that record with words."""

    def __str__(self) -> str:
        """Name the case."""
        return self.sort.name

    @property
    def for_good(self) -> bool:
        """Say whether a voice is taken out for good."""
        return "voices" in self.sort.document.kind.redacted_on_delete

    def change_voice(self, document: Document, **facts: Any) -> Any:
        """Return v1 with some fields changed."""
        voice = getattr(document, "voices")["v1"]  # noqa: B009 - all sorts have voices
        return type(voice).model_validate({**dict(voice), **facts})

    def reword(self, document: Document, words: str) -> Any:
        """Return v1 with other words."""
        return self.change_voice(document, **{self.words: words})


def a_shared_voice(voice_id: str = "v1", **facts: Any) -> SharedVoice:
    """Return something that was shared."""
    text = facts.pop("text", "I am growing sunflowers.")
    return SharedVoice(id=voice_id, source="s1", text=text, **facts)


def a_vision(**collections: Any) -> Vision:
    """Return a vision with one source and one voice."""
    whole: dict[str, Any] = {
        "sources": {"s1": Source(id="s1", kept_as="Robin’s PATH", agreed=ConsentTerms(share=True))},
        "voices": {"v1": a_shared_voice()},
    }
    about = AboutVision(title="Robin’s town", community="Little Hopeford")
    return Vision(
        **{"id": "k7f3q2", "begun": NOON, "updated": NOON, "about": about, **whole, **collections}
    )


def a_contribution(voice_id: str = "v1", **facts: Any) -> Contribution:
    """Return something that was said at a table."""
    text = facts.pop("text", "I am growing sunflowers.")
    return Contribution(id=voice_id, table="t1", round="r1", text=text, **facts)


def an_event(**collections: Any) -> Event:
    """Return a day together with one table and one voice."""
    whole: dict[str, Any] = {
        "tables": {"t1": CafeTable(id="t1", name="Home")},
        "voices": {"v1": a_contribution()},
    }
    about = AboutEvent(title="Robin’s day", method="world-cafe", place="Little Hopeford")
    return Event(
        **{"id": "k7f3q2", "begun": NOON, "updated": NOON, "about": about, **whole, **collections}
    )


CASES = (
    Case(
        sort=SESSIONS,
        make=a_session,
        voice=a_voice,
        store_of=lambda stores: stores.sessions,
        flag="approved",
        words="text",
        field="place",
        scarce="agreement",
        scarce_record=AgreementLine(id="p1", text="One voice at a time."),
        scarce_words="text",
    ),
    Case(
        sort=VISIONS,
        make=a_vision,
        voice=a_shared_voice,
        store_of=lambda stores: stores.visions,
        flag="checked",
        words="text",
        field="community",
        scarce="unheard",
        scarce_record=MissingGroup(id="p1", who="Those who work at night"),
        scarce_words="why",
    ),
    Case(
        sort=EVENTS,
        make=an_event,
        voice=a_contribution,
        store_of=lambda stores: stores.events,
        flag="supported",
        words="struck",
        field="sponsor",
        scarce="rounds",
        scarce_record=Round(id="p1", question="What is already good here?"),
        scarce_words="question",
    ),
)
