"""Everything people agreed to share, in one zip: to read, to count anew, to go on working with."""

from collections.abc import Iterator
from dataclasses import replace

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.linking import unlinked
from path_planner.evidence.references import References
from path_planner.evidence.shareable import shareable
from path_planner.exports.giving.dictionary import dictionary
from path_planner.exports.giving.findings import finding_tables
from path_planner.exports.giving.naming import names_of
from path_planner.exports.giving.packing import VISION, as_json, packed
from path_planner.exports.giving.pictures import picture_files
from path_planner.exports.giving.read_me import licence, read_me
from path_planner.exports.giving.sources import source_files
from path_planner.exports.giving.spreadsheet import as_csv
from path_planner.exports.giving.tables import Table, record_tables
from path_planner.exports.vision_export import VisionExport, VisionOptions, vision_exports
from path_planner.storage.document import write
from path_planner.words import mark

Files = Iterator[tuple[str, bytes]]

KEY = "giveaway"
_DOCUMENTS = 0.9
"""How much of the work the documents are."""


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Pack all that may be given away; whoever takes it in again can pack the very same."""
    told = shareable(unlinked(vision))
    names = names_of(told)
    files = {VISION: write(told), **dict(_documents(told, options)), **dict(_data(told, names))}
    files |= dict(picture_files(told, names))
    files |= {"README.txt": read_me(told).encode(), "LICENCE.txt": licence(told).encode()}
    content = packed(files)
    options.progress(1.0)
    return content


def _documents(vision: Vision, options: VisionOptions) -> Files:
    """Yield every other export of the vision: a new one comes along by itself."""
    others = [export for export in vision_exports() if export.key != KEY]
    for place, export in enumerate(others):
        share, start = _DOCUMENTS / len(others), _DOCUMENTS * place / len(others)

        def told(done: float, start: float = start, share: float = share) -> None:
            options.progress(start + share * done)

        chosen = replace(options, paper=export.paper, progress=told)
        content = export.render(vision, chosen)
        yield document_name(export), content


def document_name(export: VisionExport) -> str:
    """Name a document in the zip by what it is: the poster's SVG is poster.svg."""
    return f"documents/{export.key.removesuffix(export.suffix[1:]) or 'plan'}{export.suffix}"


def _data(vision: Vision, names: References) -> Files:
    tables = [*record_tables(vision, names), *finding_tables(vision, names)]
    for table in (*tables, dictionary(tables)):
        yield f"data/{table.name}.csv", as_csv(table)
        yield f"data/{table.name}.json", as_json(_table(table))
    yield from source_files(vision, names, tables)


def _table(table: Table) -> dict[str, object]:
    return {"table": table.name, "about": table.meaning, "rows": table.rows}


VISION_EXPORT = VisionExport(
    name=mark("Everything to give away, in one zip"),
    key=KEY,
    suffix=".zip",
    mime="application/zip",
    render=render,
)
