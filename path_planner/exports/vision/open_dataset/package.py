"""The files of the open-data package: README, licence, dictionary, manifest, JSON, drawings."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape

import orjson

from path_planner.analysis.counts import FEW, count_all, participation_sentences
from path_planner.analysis.numbering import References, references
from path_planner.analysis.publication_facts import Marks, publication_facts
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import LICENCE_ADDRESSES
from path_planner.domain.vision.sources import Drawing
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import zip_bytes
from path_planner.exports.vision.open_dataset.columns import TEXT, ColumnType
from path_planner.exports.vision.open_dataset.safe_csv import RULE
from path_planner.exports.vision.open_dataset.tables import Column, Row, Table
from path_planner.exports.vision.publication_notes import consent_notes, licence_notes, name_notes
from path_planner.formats.sketch_svg import sketch_svg
from path_planner.i18n import N_, _

MORE_LETTERS = {
    "steering": "G",
    "unheard": "U",
    "drawings": "F",
    "votes": "V",
    "ballots": "B",
    "rounds": "R",
    "replies": "Y",
    "answers": "N",
    "readings": "M",
}
"""Reference letters of collections that the plan does not number."""

_COLUMNS = (
    ("table", N_("The table; its files have this name.")),
    ("about", N_("What is in the table.")),
    ("column", N_("The heading of the column.")),
    ("kind", N_("The type of value.")),
    ("values", N_("The values it can have, if there is a fixed list.")),
    ("meaning", N_("What it means.")),
)


def names_of(vision: Vision) -> References:
    """Return the references of all records: F3 is the third drawing."""
    names = {
        (collection, record.id): f"{letter}{number}"
        for collection, letter in MORE_LETTERS.items()
        for number, record in enumerate(sorted_records(getattr(vision, collection)), 1)
    }
    return References({**references(vision).names, **names})


FORMAT = "path-planner/give-away"
VERSION = 1
MANIFEST = "manifest.json"
VISION = "vision.vision.json"


def zip_package(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files, with a manifest of their sizes and SHA-256 hashes."""
    return zip_bytes(sorted({**files, MANIFEST: manifest(files)}.items()))


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the manifest as JSON."""
    listed = {
        name: {"bytes": len(files[name]), "sha256": sha256(files[name]).hexdigest()}
        for name in sorted(files)
    }
    return as_json({"format": FORMAT, "version": VERSION, "files": listed})


def as_json(value: object) -> bytes:
    """Return plain values as readable JSON."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def picture_files(vision: Vision, names: References) -> Iterator[tuple[str, bytes]]:
    """Yield every drawing that people agreed to show, as SVG."""
    for drawing in sorted_records(vision.drawings):
        yield f"drawings/{names.of('drawings', drawing.id)}.svg", _described(drawing).encode()


def _described(drawing: Drawing) -> str:
    """Return a drawing as SVG with its alternative text."""
    svg = sketch_svg(drawing.strokes, drawing.width, drawing.height)
    if not drawing.words:
        return svg
    start, found, rest = svg.partition(">")
    return f'{start} role="img"{found}<title>{escape(drawing.words)}</title>{rest}'


def dictionary(tables: Iterable[Table]) -> Table:
    """Return the data dictionary of these tables, itself included."""
    own = tuple(Column(name, _(meaning), ColumnType(TEXT)) for name, meaning in _COLUMNS)
    about = _("What every table and every column means.")
    empty = Table("dictionary", about, own, [])
    return empty._replace(rows=[row for table in (*tables, empty) for row in _rows(table)])


def _rows(table: Table) -> Iterator[Row]:
    for column in table.columns:
        yield {
            "table": table.name,
            "about": table.meaning,
            "column": column.name,
            "kind": _(column.column_type.name),
            "values": " | ".join(column.column_type.values),
            "meaning": column.meaning,
        }


_INSIDE = {
    "documents/": N_("the plan and the other documents, ready to read"),
    "documents/poster.svg": N_("the PATH of the whole community, as a drawing"),
    "data/": N_("everything in tables: as CSV for people and as JSON for programs"),
    "data/dictionary.csv": N_("what every table and every column means"),
    "sources/": N_("each PATH and conversation on its own, with what was shared from it"),
    "drawings/": N_("drawings that people agreed to share, as SVG"),
    VISION: N_("the whole vision; Path Planner can open it again"),
    MANIFEST: N_("a list of all files, with fingerprints (SHA-256)"),
    "LICENCE.txt": N_("what you can do with all this"),
}
_OPENED = (
    N_("You do not need an account or a special program."),
    N_("PDF files open in any PDF reader, SVG files in any web browser."),
    N_("CSV files open in any spreadsheet. They are in UTF-8."),
    RULE,
    N_("To keep working on the vision, open this whole zip in Path Planner."),
)
_COUNTED = (
    N_("We count PATHs, conversations and people. We do not count how often something was said."),
    N_("If nobody recorded who spoke, all voices from one source count as one person."),
    N_("So the number of people is the smallest it can be."),
    N_("Votes show how much people differed, and how each group voted."),
)
_NOT_HERE = (
    N_("What people kept for themselves or their circle."),
    N_("The words of voices that are only counted: shown as “…”."),
    N_("The recorded names of those who did not agree to be named."),
    N_("Who voted for what."),
    N_("Drawings that people did not agree to share."),
)


def read_me(vision: Vision, marks: Marks | None = None) -> str:
    """Return the README."""
    about, facts = vision.about, publication_facts(vision, marks)
    few = _(
        "Fewer than {few} people said some of the things here. Someone who knows "
        "them might recognise them. Please do not try to find out who they are.",
        few=FEW,
    )
    parts = (
        (about.title or _("Community vision and plan"), (about.community, about.summary)),
        (_("What is in here"), _listed(_INSIDE)),
        (_("How to open it"), map(_, _OPENED)),
        (_("How it was counted"), (*map(_, _COUNTED), _whole(vision))),
        (_("What people agreed to"), consent_notes(facts)),
        (_("Names and numbers"), name_notes(facts)),
        (_("What is not in here"), (*map(_, _NOT_HERE), few)),
        (_("Whose it is"), licence_notes(facts, _whose(vision), about.contact)),
    )
    return "\n\n".join(_part(title, lines) for title, lines in parts) + "\n"


def licence(vision: Vision) -> str:
    """Return what others may do with it, as far as the group decided that."""
    facts, about = publication_facts(vision), vision.about
    lines = [*licence_notes(facts, _whose(vision), about.contact)]
    if facts.licence in LICENCE_ADDRESSES:
        lines += [
            _("You can copy, share and change it, even to earn money."),
            _("If you change it, say so. Do not make it look as if they agreed with you."),
            _("It comes as it is, with no guarantee."),
        ]
    return _part(_("Licence"), lines) + "\n"


def _whose(vision: Vision) -> str:
    return vision.about.community or vision.about.title or _("the people who made it")


def _whole(vision: Vision) -> str:
    heard = ". ".join(participation_sentences(count_all(vision)))
    return _("In total: {said}", said=heard or _("nobody yet"))


def _listed(files: Mapping[str, str]) -> list[str]:
    return [f"- {name} – {_(meaning)}" for name, meaning in files.items()]


def _part(title: str, lines: Iterable[str]) -> str:
    underline = "=" * max(3, min(len(title), 72))
    return "\n".join((title, underline, *(line for line in lines if line)))
