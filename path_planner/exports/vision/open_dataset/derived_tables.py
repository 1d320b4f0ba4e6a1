"""Derived tables of the dataset: counts, vote results, and the golden thread of every voice."""

from collections.abc import Iterable, Iterator

from path_planner.analysis.counts import count_all, count_of, is_few
from path_planner.analysis.numbering import References, trace
from path_planner.analysis.queries import all_voices, voices_by_theme
from path_planner.analysis.tally import tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision.open_dataset import columns
from path_planner.exports.vision.open_dataset.package import as_json
from path_planner.exports.vision.open_dataset.safe_csv import as_csv
from path_planner.exports.vision.open_dataset.tables import Column, Row, Table
from path_planner.i18n import N_, _

_COUNTED = (
    ("theme", N_("The theme; empty for the whole vision."), columns.POINTER),
    ("paths", N_("How many PATHs it was said in."), columns.NUMBER),
    ("conversations", N_("How many other conversations it was said in."), columns.NUMBER),
    (
        "people",
        N_("The smallest number of people in PATHs and conversations it can be."),
        columns.NUMBER,
    ),
    ("surveys", N_("How many surveys it was answered in."), columns.NUMBER),
    ("answers", N_("The smallest number of people who answered so."), columns.NUMBER),
    (
        "unsigned",
        N_("More answers of surveys in which nobody recorded who wrote which."),
        columns.NUMBER,
    ),
    ("few", N_("Whether so few people said it that someone could be recognised."), columns.YES_NO),
)
_VOTED = (
    ("vote", N_("The vote."), columns.POINTER),
    ("priority", N_("The priority."), columns.POINTER),
    ("total", N_("All the dots, hands or fingers it got."), columns.NUMBER),
    ("people", N_("How many people chose it at all."), columns.NUMBER),
    ("by_standing", N_("What it got, by group."), columns.AMOUNTS),
    ("spread", N_("How many people gave it 0, 1, 2 and so on."), columns.AMOUNTS),
    ("not_lost", N_("How many people said it must not be lost."), columns.NUMBER),
    ("voters", N_("How many people voted in this vote."), columns.NUMBER),
    ("by_proxy", N_("How many votes someone else entered."), columns.NUMBER),
)
_TRACED = (
    ("voice", N_("The voice."), columns.POINTER),
    ("themes", N_("Themes it is in."), columns.POINTERS),
    ("priorities", N_("Priorities that came from them."), columns.POINTERS),
    ("actions", N_("Actions that came from them."), columns.POINTERS),
    ("outcomes", N_("Outcomes that came from them."), columns.POINTERS),
)


def finding_tables(vision: Vision, names: References) -> Iterable[Table]:
    """Return the derived tables; each could be recomputed from the others."""
    yield Table(
        "counts",
        _("How many PATHs, conversations, surveys and people it came from."),
        _columns(_COUNTED),
        list(_counts(vision, names)),
    )
    yield Table(
        "tallies",
        _("Every vote, counted."),
        _columns(_VOTED),
        list(_tallies(vision, names)),
    )
    yield Table(
        "trace",
        _("From each voice to what came from it."),
        _columns(_TRACED),
        list(_traces(vision, names)),
    )


def _columns(descriptions: Iterable[tuple[str, str, str]]) -> tuple[Column, ...]:
    return tuple(
        Column(name, _(meaning), columns.ColumnType(column_type))
        for name, meaning, column_type in descriptions
    )


def _counts(vision: Vision, names: References) -> Iterator[Row]:
    whole = count_all(vision)
    yield {"theme": "", **whole._asdict(), "few": is_few(whole)}
    held = voices_by_theme(vision)
    for theme in sorted_records(vision.themes):
        count = count_of(vision, held[theme.id])
        yield {"theme": names.of("themes", theme.id), **count._asdict(), "few": is_few(count)}


def _tallies(vision: Vision, names: References) -> Iterator[Row]:
    for vote_round in sorted_records(vision.votes):
        counted = tally(vision, vote_round.id)
        for result in counted.results:
            yield {
                "vote": names.of("votes", vote_round.id),
                "priority": names.of("priorities", result.priority),
                "total": result.total,
                "people": result.people,
                "by_standing": {
                    group.value: result.by_stakeholder_group[group]
                    for group in StakeholderGroup
                    if group in result.by_stakeholder_group
                },
                "spread": {str(many): people for many, people in result.spread.items()},
                "not_lost": result.not_lost,
                "voters": counted.people,
                "by_proxy": counted.proxies,
            }


def _traces(vision: Vision, names: References) -> Iterator[Row]:
    for row in trace(vision):
        told = {
            name: [names.of(name, record_id) for record_id in getattr(row, name)]
            for name in ("themes", "priorities", "actions", "outcomes")
        }
        yield {"voice": names.of("voices", row.voice), **told}


def source_files(
    vision: Vision, names: References, tables: Iterable[Table]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every source, by its reference."""
    by_name = {table.name: table for table in tables}
    voices, drawings = by_name["voices"], by_name["drawings"]
    held: dict[str, list[str]] = {}
    for voice in all_voices(vision):
        held.setdefault(names.of("sources", voice.source), []).append(names.of("voices", voice.id))
    by_reference = {row["reference"]: row for row in voices.rows}
    for source in by_name["sources"].rows:
        name = source["reference"]
        said = [by_reference[reference] for reference in held.get(name, ())]
        drawn = [row for row in drawings.rows if row["source"] == name]
        yield f"sources/{name}.json", as_json({**source, "voices": said, "drawings": drawn})
        yield f"sources/{name}.csv", as_csv(voices._replace(rows=said))
