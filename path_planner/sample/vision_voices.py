"""The voices of a sample vision's sessions and conversations, with their themes."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from path_planner.domain.people import Person
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import StakeholderGroup, stakeholder_group_of
from path_planner.domain.voice import Share, Voice
from path_planner.sample.fixtures import RecordFixture, ThemeFixture, VisionStory, varied
from path_planner.sample.seeded_random import Chance
from path_planner.sample.sessions import DAYS_BETWEEN, DAYS_IN_A_CYCLE, FIRST_DAY, sample_session

WHOLE_STORIES = 6
"""The number of sessions with a story and drawings; others are generated from the themes."""
_FEWEST, _MOST = 7, 13
_OWN_SHARED = 2
_LEVELS = (
    *(Share.PRIVATE,) * 2,
    *(Share.CIRCLE,) * 4,
    *(Share.THEME,) * 5,
    *(Share.QUOTE,) * 8,
    *(Share.NAMED,) * 2,
)


class Said(NamedTuple):
    """A sentence and its themes; without a theme it is a single voice."""

    text: str
    themes: tuple[str, ...] = ()
    paid: bool = False
    """Said by a professional."""


class SampleVoices(NamedTuple):
    """A session, and the themes of its voices by their ids."""

    session: Session
    themes: dict[str, tuple[str, ...]]


def session_voices(
    number: int, story: VisionStory, seed: int | str, lone: str = ""
) -> SampleVoices:
    """Make a PATH in which people say what belongs to the themes, and perhaps a thing of one."""
    chance = Chance("vision", seed, number)
    whole = number < WHOLE_STORIES
    session = sample_session(
        number,
        begins=FIRST_DAY + timedelta(days=number * DAYS_BETWEEN % DAYS_IN_A_CYCLE),
        seed=f"vision {seed}",
        voices=None if whole else 0,
        strokes=None if whole else 0,
    )
    said = [*_sentences(story, chance), *([Said(lone)] if lone else ())]
    voices = _own(session, chance)
    themes: dict[str, tuple[str, ...]] = {}
    for order, one in enumerate(said):
        speaker = _speaker(session, one, chance)
        share = chance.one_of(_LEVELS) if one.themes else Share.QUOTE
        voice = Voice(
            id=chance.fresh_id(),
            stage="now" if order % 2 else "dream",
            text=one.text,
            said_by=speaker.id,
            share=share,
            approved=True,
            order=500.0 + order,
        )
        voices[voice.id] = voice
        themes[voice.id] = one.themes
    return SampleVoices(session.model_copy(update={"voices": voices}), themes)


def record_voices(record: RecordFixture, story: VisionStory, chance: Chance) -> list[Said]:
    """Return what was said in a conversation."""
    known = {theme.id: theme for theme in story.themes}
    said = [_of(known[voice], chance) for voice, count in record.voices for _ in range(count)]
    return said + [Said(text, (theme,) if theme else ()) for theme, text in record.told]


def _sentences(story: VisionStory, chance: Chance) -> Iterator[Said]:
    seen = set[str]()
    for _ in range(int(chance.between(_FEWEST, _MOST + 1))):
        # The first themes are the most frequent ones.
        place = min(chance.between(0, 1), chance.between(0.1, 1.4))
        said = _of(story.themes[int(place * len(story.themes))], chance)
        if said.text not in seen:
            seen.add(said.text)
            yield said


def _of(theme: ThemeFixture, chance: Chance) -> Said:
    if chance.happens(0.12):
        return Said(varied(chance.one_of(theme.professionals), chance), (theme.id,), paid=True)
    place = int(chance.between(0, len(theme.voices)))
    also = theme.also.get(str(place))
    return Said(varied(theme.voices[place], chance), (theme.id, also) if also else (theme.id,))


def _own(session: Session, chance: Chance) -> dict[str, Voice]:
    """Return the voices of the story itself; a few of them are shared too."""
    shared = {chance.one_of(list(session.voices)) for _ in range(_OWN_SHARED) if session.voices}
    return {
        voice.id: voice.model_copy(
            update={"share": chance.one_of(_LEVELS) if voice.id in shared else _kept(voice.share)}
        )
        for voice in session.voices.values()
    }


def _kept(share: Share) -> Share:
    return share if share is Share.PRIVATE else Share.CIRCLE


def _is_paid(person: Person) -> bool:
    return stakeholder_group_of(person.role) is StakeholderGroup.PROFESSIONAL


def _speaker(session: Session, said: Said, chance: Chance) -> Person:
    present = [person for person in session.people.values() if person.present]
    fitting = [one for one in present if _is_paid(one) is said.paid]
    # Most voices are the pathfinder's.
    first = fitting[: 1 + len(fitting) // 3]
    return chance.one_of(first if chance.happens(0.5) else fitting)
