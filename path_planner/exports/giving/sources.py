"""Each PATH and conversation by itself: what its people agreed to share, and no more."""

from collections.abc import Iterable, Iterator

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.reading import all_voices
from path_planner.evidence.references import References
from path_planner.exports.giving.packing import as_json
from path_planner.exports.giving.spreadsheet import as_csv
from path_planner.exports.giving.tables import Table


def source_files(
    vision: Vision, names: References, tables: Iterable[Table]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every source, under its short name."""
    by_name = {table.name: table for table in tables}
    voices, drawings = by_name["voices"], by_name["drawings"]
    held: dict[str, list[str]] = {}
    for voice in all_voices(vision):
        held.setdefault(names.of("sources", voice.source), []).append(names.of("voices", voice.id))
    told = {row["reference"]: row for row in voices.rows}
    for source in by_name["sources"].rows:
        name = source["reference"]
        said = [told[one] for one in held.get(name, ())]
        drawn = [row for row in drawings.rows if row["source"] == name]
        yield f"sources/{name}.json", as_json({**source, "voices": said, "drawings": drawn})
        yield f"sources/{name}.csv", as_csv(voices._replace(rows=said))
