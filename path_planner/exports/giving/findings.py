"""The tables that follow from the others: counts, votes counted, and the trace of every voice."""

from collections.abc import Iterable, Iterator

from path_planner.domain.editing import in_order
from path_planner.domain.vision.standing import Standing
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import count_all, count_of, is_few
from path_planner.evidence.reading import voices_by_theme
from path_planner.evidence.references import References, trace
from path_planner.evidence.voting import tally
from path_planner.exports.giving.kinds import AMOUNTS, NUMBER, POINTER, POINTERS, YES_NO, Sort
from path_planner.exports.giving.tables import Column, Row, Table
from path_planner.words import mark, say

_COUNTED = (
    ("theme", mark("The theme; empty for the whole vision."), POINTER),
    ("paths", mark("In how many PATHs it was said."), NUMBER),
    ("conversations", mark("In how many other conversations it was said."), NUMBER),
    ("people", mark("By how many people at the least."), NUMBER),
    ("few", mark("Whether so few people said it that somebody may be recognised."), YES_NO),
)
_VOTED = (
    ("vote", mark("The vote."), POINTER),
    ("priority", mark("The priority."), POINTER),
    ("total", mark("All dots, hands or fingers it got."), NUMBER),
    ("people", mark("How many people gave it anything."), NUMBER),
    ("by_standing", mark("What it got, by from where people speak."), AMOUNTS),
    ("spread", mark("How many people gave it 0, 1, 2 and so on."), AMOUNTS),
    ("not_lost", mark("How many people said that it must not be lost."), NUMBER),
    ("voters", mark("How many people voted in this vote."), NUMBER),
    ("by_proxy", mark("How many votes somebody else put in."), NUMBER),
)
_TRACED = (
    ("voice", mark("The voice."), POINTER),
    ("themes", mark("Themes it is in."), POINTERS),
    ("priorities", mark("Priorities that came of them."), POINTERS),
    ("actions", mark("Actions that came of those."), POINTERS),
    ("outcomes", mark("Outcomes that came of those."), POINTERS),
)


def finding_tables(vision: Vision, names: References) -> Iterable[Table]:
    """Return the tables that are worked out; each could be worked out anew from the others."""
    yield Table(
        "counts",
        say("In how many PATHs and conversations, and by how many people, it was said."),
        _columns(_COUNTED),
        list(_counts(vision, names)),
    )
    yield Table(
        "tallies",
        say("Every vote, counted."),
        _columns(_VOTED),
        list(_tallies(vision, names)),
    )
    yield Table(
        "trace",
        say("From each voice to what came of it."),
        _columns(_TRACED),
        list(_traces(vision, names)),
    )


def _columns(told: Iterable[tuple[str, str, str]]) -> tuple[Column, ...]:
    return tuple(Column(name, say(meaning), Sort(sort)) for name, meaning, sort in told)


def _counts(vision: Vision, names: References) -> Iterator[Row]:
    whole = count_all(vision)
    yield {"theme": "", **whole._asdict(), "few": is_few(whole)}
    held = voices_by_theme(vision)
    for theme in in_order(vision.themes):
        count = count_of(vision, held[theme.id])
        yield {"theme": names.of("themes", theme.id), **count._asdict(), "few": is_few(count)}


def _tallies(vision: Vision, names: References) -> Iterator[Row]:
    for held in in_order(vision.votes):
        counted = tally(vision, held.id)
        for result in counted.results:
            yield {
                "vote": names.of("votes", held.id),
                "priority": names.of("priorities", result.priority),
                "total": result.total,
                "people": result.people,
                "by_standing": {
                    one.value: result.by_standing[one]
                    for one in Standing
                    if one in result.by_standing
                },
                "spread": {str(many): people for many, people in result.spread.items()},
                "not_lost": result.not_lost,
                "voters": counted.people,
                "by_proxy": counted.proxies,
            }


def _traces(vision: Vision, names: References) -> Iterator[Row]:
    for row in trace(vision):
        told = {
            name: [names.of(name, one) for one in getattr(row, name)]
            for name in ("themes", "priorities", "actions", "outcomes")
        }
        yield {"voice": names.of("voices", row.voice), **told}
