"""The open-data zip: everything that people agreed to share, as documents, data and vision."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from path_planner.analysis.counts import count_all, count_of, is_few
from path_planner.analysis.numbering import References, trace
from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import all_voices, voices_by_theme, without_reidentifiable
from path_planner.analysis.tally import tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, all_quotable
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision.open_dataset import columns
from path_planner.exports.vision.open_dataset.package import (
    VISION,
    as_json,
    dictionary,
    licence,
    names_of,
    picture_files,
    read_me,
    zip_package,
)
from path_planner.exports.vision.open_dataset.safe_csv import as_csv
from path_planner.exports.vision.open_dataset.tables import Column, Row, Table, record_tables
from path_planner.i18n import N_, _
from path_planner.storage.serializer import write

Files = Iterator[tuple[str, bytes]]

KEY = "giveaway"
_DOCUMENTS = 0.9
"""The part of the progress that the documents take."""

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


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Return the zip; importing it and exporting again gives the same bytes."""
    told = publishable(without_reidentifiable(vision))
    names = names_of(told)
    files = {VISION: write(told), **dict(_documents(told, options)), **dict(_data(told, names))}
    files |= dict(picture_files(told, names))
    files["README.txt"] = read_me(told, options.marks).encode()
    files["LICENCE.txt"] = licence(told).encode()
    content = zip_package(files)
    options.progress(1.0)
    return content


def _documents(vision: Vision, options: VisionOptions) -> Files:
    """Yield every other export of the vision: a new one comes along by itself."""
    others = [export for export in VISION_EXPORTS.known if export.key != KEY]
    for index, export in enumerate(others):
        share, start = _DOCUMENTS / len(others), _DOCUMENTS * index / len(others)

        def told(done: float, start: float = start, share: float = share) -> None:
            options.progress(start + share * done)

        chosen = replace(options, paper=export.paper, progress=told)
        content = export.render(vision, chosen)
        yield document_name(export), content


def document_name(export: VisionExport) -> str:
    """Return the name of a document in the zip, such as poster.svg."""
    return f"documents/{export.key.removesuffix(export.suffix[1:]) or 'plan'}{export.suffix}"


def _data(vision: Vision, names: References) -> Files:
    tables = [*record_tables(vision, names), *finding_tables(vision, names)]
    for table in (*tables, dictionary(tables)):
        yield f"data/{table.name}.csv", as_csv(table)
        yield f"data/{table.name}.json", as_json(_table(table))
    yield from source_files(vision, names, tables)


def _table(table: Table) -> dict[str, object]:
    return {"table": table.name, "about": table.meaning, "rows": table.rows}


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


EXPORTS = (
    VisionExport(
        name=N_("Everything to give away, in one zip"),
        key=KEY,
        suffix=".zip",
        mime="application/zip",
        render=render,
        quoted_ids=all_quotable,
    ),
)
