"""What is said in a sample: the words of its story, then more until there are enough voices."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count, cycle, islice

from path_planner.domain.voice import Voice
from path_planner.sample.chance import Chance
from path_planner.sample.story import Said, Story, bank


def voices(
    story: Story,
    stages: Sequence[str],
    wanted: int | None,
    chance: Chance,
    *,
    people: Mapping[str, str],
    names: Mapping[str, str],
    opened: Mapping[str, datetime],
) -> dict[str, Voice]:
    """Tell the story, or exactly this many voices of it and more, each after its stage opened."""
    told = _in_turn(story, stages)
    if wanted is not None:
        told = islice(_with_more(told, stages, list(people), chance), wanted)
    made = [
        Voice(
            id=chance.fresh_id(),
            stage=stage,
            text=said.text.format_map(names),
            said_by=people.get(said.by),
            expressed=said.expressed,
            share=said.share,
            approved=chance.happens(0.8),
            order=float(order),
            at=opened[stage] + timedelta(seconds=40 * (order // len(stages))),
        )
        for order, (stage, said) in enumerate(told)
    ]
    return {voice.id: voice for voice in made}


def _in_turn(story: Story, stages: Sequence[str]) -> Iterator[tuple[str, Said]]:
    """Take one voice of each stage in turn, so that any number of them covers every stage."""
    longest = max(len(said) for said in story.voices.values())
    for place in range(longest):
        for stage in stages:
            said = story.voices.get(stage, ())
            if place < len(said):
                yield stage, said[place]


def _with_more(
    told: Iterator[tuple[str, Said]],
    stages: Sequence[str],
    speakers: Sequence[str],
    chance: Chance,
) -> Iterator[tuple[str, Said]]:
    yield from told
    said = set[str]()
    for stage in cycle(stages):
        # Words run out in the end: then some things are said twice, as in real life.
        for _ in islice(count(), 20):
            text = _sentence(stage, chance)
            if text not in said:
                break
        said.add(text)
        yield stage, Said(by=chance.one_of(speakers), text=text)


def _sentence(stage: str, chance: Chance) -> str:
    words = bank(stage)
    filled = {blank: chance.one_of(choices) for blank, choices in words.blanks().items()}
    text = chance.one_of(words.frames).format_map(filled)
    return text[:1].upper() + text[1:]
