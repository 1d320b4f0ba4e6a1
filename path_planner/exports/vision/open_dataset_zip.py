"""The open-data zip: everything that people agreed to share, as documents, data and vision."""

from collections.abc import Iterator
from dataclasses import replace

from path_planner.analysis.numbering import References
from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import without_reidentifiable
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, all_quotable
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision.open_dataset.derived_tables import finding_tables, source_files
from path_planner.exports.vision.open_dataset.package import (
    VISION,
    as_json,
    names_of,
    picture_files,
    zip_package,
)
from path_planner.exports.vision.open_dataset.readme import dictionary, licence, read_me
from path_planner.exports.vision.open_dataset.safe_csv import as_csv
from path_planner.exports.vision.open_dataset.tables import Table, record_tables
from path_planner.i18n import N_
from path_planner.storage.serializer import write

Files = Iterator[tuple[str, bytes]]

KEY = "giveaway"
_DOCUMENTS = 0.9
"""The part of the progress that the documents take."""


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
