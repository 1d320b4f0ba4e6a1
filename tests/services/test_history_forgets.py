"""Whatever people do in whatever order: what was taken out for good is in no point of the history.

Random sequences of giving, rewording, withdrawing, sorting, restoring and naming points; then every
state, point, preview, comparison, backup and byte on the disk is searched.
"""

import tempfile
import zipfile
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.people import PhotoConsent
from path_planner.domain.session import Consent
from path_planner.domain.vision.sources import ConsentTerms, Source
from path_planner.domain.vision.theme import Theme, ThemeAssignment
from path_planner.domain.voice import Share
from path_planner.errors import PlannerError
from path_planner.services.backup import save_backup
from path_planner.services.context import EditContext
from path_planner.services.history.comparing import differences
from path_planner.services.history.points import name_point, named_points, points
from path_planner.services.history.restoring import (
    bring_back,
    preview,
    restore_revision,
    state_to_show,
)
from path_planner.services.session.people import record_consent, remove_person
from path_planner.services.vision.sources import withdraw
from path_planner.storage.store_registry import open_stores
from tests.domain.builders import a_person, a_session, a_voice
from tests.storage.cases import a_shared_voice, a_vision
from tests.storage.test_history_redaction import on_the_disk

VOICES = ("v1", "v2", "v3")
LEVELS = tuple(Share)
places = st.integers(0, 10**6)

vision_acts = st.one_of(
    st.tuples(st.just("give"), st.sampled_from(VOICES), places),
    st.tuples(st.just("reword"), st.sampled_from(VOICES), places),
    st.tuples(st.just("withdraw"), st.sampled_from((*VOICES, "s1")), places),
    st.tuples(st.just("sort"), st.sampled_from(VOICES), places),
    st.tuples(st.just("restore"), st.just(""), places),
    st.tuples(st.just("bring"), st.just("t1"), places),
    st.tuples(st.just("name"), st.just(""), places),
    st.tuples(st.just("checkpoint"), st.just(""), places),
)


class Group:
    """A group that works on a vision; it knows every word that was taken out for good."""

    def __init__(self, folder: str) -> None:
        """Begin a vision without voices."""
        self.stores = open_stores(folder)
        self.store = self.stores.visions
        self.store.create(a_vision(voices={}))
        self.words: dict[str, str] = {}
        self.erased: set[str] = set()
        self._given = 0

    @property
    def context(self) -> EditContext[Any]:
        """Return what a use case needs."""
        return EditContext(self.store, self.store.open("k7f3q2").document)

    def act(self, what: str, target: str, number: int) -> None:
        """Do one thing; what is refused changes nothing."""
        try:
            getattr(self, what)(target, number)
        except PlannerError:
            return

    def _words(self) -> str:
        self._given += 1
        return f"canary{self._given:03}words"

    def give(self, voice: str, _number: int) -> None:
        """Add a voice, with its source if that is gone; a given one stays as it is."""
        document = self.context.document
        if voice in self.words or any(voice in each.gone for each in document.withdrawals.values()):
            return
        if "s1" not in document.sources:
            source = Source(id="s1", kept_as="A PATH", agreed=ConsentTerms(share=True))
            document = put(document, "sources", source)
        self.words[voice] = self._words()
        self.context.keep(put(document, "voices", a_shared_voice(voice, text=self.words[voice])))

    def reword(self, voice: str, _number: int) -> None:
        """Put other words in the place of those that were said."""
        if voice in self.words:
            self.erased.add(self.words[voice])
            self.words[voice] = self._words()
            record = self.context.document.voices[voice]
            after = with_fields(record, text=self.words[voice], reworded=True)
            self.context.keep(put(self.context.document, "voices", after))

    def withdraw(self, target: str, _number: int) -> None:
        """Take out a voice, or the source with all of them."""
        withdraw(self.context, target)
        for voice in self.words.keys() - self.context.document.voices.keys():
            self.erased.add(self.words.pop(voice))

    def sort(self, voice: str, number: int) -> None:
        """Put a voice into a theme, or the theme away."""
        document = put(self.context.document, "themes", Theme(id="t1", name=f"Theme {number}"))
        if voice in document.voices:
            placed = ThemeAssignment(id=f"a-{voice}", voice=voice, theme="t1")
            document = put(document, "placings", placed)
        elif number % 2:
            document = remove(document, "themes", "t1")
        self.context.keep(document)

    def restore(self, _target: str, number: int) -> None:
        """Make an earlier state the newest."""
        restore_revision(self.context, self._revision(number))

    def bring(self, theme: str, number: int) -> None:
        """Bring back one theme."""
        bring_back(self.context, self._revision(number), "themes", theme)

    def name(self, _target: str, number: int) -> None:
        """Give a point a name."""
        name_point(self.context, f"Point {number}")

    def checkpoint(self, _target: str, _number: int) -> None:
        """Write the file."""
        self.store.checkpoint("k7f3q2")

    def _revision(self, number: int) -> int:
        steps = self.store.history("k7f3q2")
        return steps[number % len(steps)].revision

    def everything(self) -> str:
        """Return all that the history, its points, a backup and the disk tell."""
        context, steps = self.context, self.store.history("k7f3q2")
        found = points(steps, named_points(self.store, "k7f3q2"))
        told = [self.store.at_revision("k7f3q2", step.revision).model_dump_json() for step in steps]
        shown = [state_to_show(context, point.revision) for point in found]
        told += [state.model_dump_json() for state in shown]
        told += [preview(context, point.revision).document.model_dump_json() for point in found]
        told += [str(differences(*pair)) for pair in combinations([*shown, context.document], 2)]
        with zipfile.ZipFile(BytesIO(save_backup(self.stores).content)) as archive:
            told += [archive.read(name).decode() for name in archive.namelist()]
        return "\n".join(map(str, (found, steps, *told)))


@pytest.mark.slow
@settings(deadline=None, max_examples=20)
@given(st.lists(vision_acts, min_size=3, max_size=12))
def test_what_was_taken_out_of_a_vision_for_good_is_nowhere(
    acts: list[tuple[str, str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        group = Group(folder)
        for voice in VOICES[:2]:
            group.act("give", voice, 0)
        for each in acts:
            group.act(*each)
        told, disk = group.everything(), on_the_disk(Path(folder)).decode("utf-8", "replace")
        document = group.context.document
        assert {voice.text for voice in document.voices.values()} == set(group.words.values())
        for words in group.words.values():
            assert words in told
        for words in group.erased:
            assert words not in told
            assert words not in disk


session_acts = st.one_of(
    st.tuples(st.just("share"), st.sampled_from(VOICES), places),
    st.tuples(st.just("delete"), st.sampled_from(VOICES), places),
    st.tuples(st.just("consent"), st.just(""), places),
    st.tuples(st.just("photos"), st.just("robin"), places),
    st.tuples(st.just("leave"), st.sampled_from(("robin", "asha")), places),
    st.tuples(st.just("restore"), st.just(""), places),
    st.tuples(st.just("bring"), st.sampled_from(VOICES), places),
)


class Circle:
    """A circle that works on a session; it knows what people said last about sharing."""

    def __init__(self) -> None:
        """Begin with three voices that may be shared with a name."""
        self.store = open_stores("memory:").sessions
        voices = {key: a_voice(key, share=Share.NAMED, said_by="robin") for key in VOICES}
        self.consent = Consent(keep=True, share=True, photos=True)
        people = {key: a_person(key, photos=PhotoConsent.YES) for key in ("robin", "asha")}
        self.store.create(a_session(voices=voices, consent=self.consent, people=people))
        self.levels = dict.fromkeys(VOICES, Share.NAMED)
        self.photos = PhotoConsent.YES
        self.left: set[str] = set()

    @property
    def context(self) -> EditContext[Any]:
        """Return what a use case needs."""
        return EditContext(self.store, self.store.open("k7f3q2").document)

    def act(self, what: str, target: str, number: int) -> None:
        """Do one thing; what is refused changes nothing."""
        try:
            getattr(self, what)(target, number)
        except PlannerError:
            return

    def share(self, voice: str, number: int) -> None:
        """Say how far a voice may be shared."""
        session = self.context.document
        if voice in session.voices:
            self.levels[voice] = LEVELS[number % len(LEVELS)]
            record = with_fields(session.voices[voice], share=self.levels[voice])
            self.context.keep(put(session, "voices", record))

    def delete(self, voice: str, _number: int) -> None:
        """Delete a voice."""
        self.context.keep(remove(self.context.document, "voices", voice))

    def consent_is(self, number: int) -> dict[str, bool | None]:
        """Return answers by a number."""
        return {"share": (True, False, None)[number % 3], "photos": number % 2 == 0}

    def photos_are(self, number: int) -> PhotoConsent:
        """Return an answer by a number."""
        return tuple(PhotoConsent)[number % 3]

    def restore(self, _target: str, number: int) -> None:
        """Make an earlier state the newest."""
        restore_revision(self.context, self._revision(number))

    def bring(self, voice: str, number: int) -> None:
        """Bring back one voice."""
        bring_back(self.context, self._revision(number), "voices", voice)

    def leave(self, person: str, _number: int) -> None:
        """Take a person out."""
        remove_person(self.context, person)
        self.left.add(person)

    def _revision(self, number: int) -> int:
        steps = self.store.history("k7f3q2")
        return steps[number % len(steps)].revision


def _consent(circle: Circle, _target: str, number: int) -> None:
    answers = circle.consent_is(number)
    circle.consent = record_consent(circle.context, **answers).document.consent


def _photos(circle: Circle, person: str, number: int) -> None:
    session = circle.context.document
    if person in session.people:
        circle.photos = circle.photos_are(number)
        record = with_fields(session.people[person], photos=circle.photos)
        circle.context.keep(put(session, "people", record))


@settings(deadline=None, max_examples=150)
@given(st.lists(session_acts, min_size=3, max_size=16))
def test_going_back_never_widens_what_people_said_last_and_brings_nobody_back(
    acts: list[tuple[str, str, int]],
) -> None:
    circle = Circle()
    by_hand = {"consent": _consent, "photos": _photos}
    for what, target, number in acts:
        if what in by_hand:
            by_hand[what](circle, target, number)
        else:
            circle.act(what, target, number)
        session = circle.context.document
        for key, voice in session.voices.items():
            assert LEVELS.index(voice.share) <= LEVELS.index(circle.levels[key])
            assert voice.said_by not in circle.left
        assert session.consent == circle.consent
        assert circle.left.isdisjoint(session.people)
        if circle.photos is not PhotoConsent.YES and "robin" in session.people:
            assert session.people["robin"].photos is not PhotoConsent.YES
