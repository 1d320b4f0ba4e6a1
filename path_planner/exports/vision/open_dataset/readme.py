"""The README and the licence of a pack: plain text for people, in the language spoken."""

from collections.abc import Iterable, Iterator, Mapping

from path_planner.analysis.counts import FEW, count_all, count_sentence
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision.open_dataset.columns import TEXT, ColumnType
from path_planner.exports.vision.open_dataset.package import MANIFEST, VISION
from path_planner.exports.vision.open_dataset.safe_csv import RULE
from path_planner.exports.vision.open_dataset.tables import Column, Row, Table
from path_planner.i18n import N_, _

_COLUMNS = (
    ("table", N_("The table; its files have this name.")),
    ("about", N_("What the table holds.")),
    ("column", N_("What stands above the column.")),
    ("kind", N_("What sort of value it holds.")),
    ("values", N_("All values it may have, where there is a list of them.")),
    ("meaning", N_("What it means.")),
)


def dictionary(tables: Iterable[Table]) -> Table:
    """Return the dictionary of these tables, itself among them."""
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


LICENCE_NAME = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

_INSIDE = {
    "documents/": N_("the plan and the other documents, as people read them"),
    "documents/poster.svg": N_("the PATH of the whole community, as a drawing"),
    "data/": N_("everything as tables, once as CSV for people and once as JSON for programs"),
    "data/dictionary.csv": N_("what every table and every column means"),
    "sources/": N_("each PATH and conversation by itself, with what was shared of it"),
    "drawings/": N_("drawings that people agreed to show, as SVG"),
    VISION: N_("the whole vision; Path Planner can open it again"),
    MANIFEST: N_("a list of all files, with fingerprints (SHA-256)"),
    "LICENCE.txt": N_("what you may do with all this"),
}
_OPENED = (
    N_("You need no account and no special program."),
    N_("PDF files open in any PDF reader, SVG files in any web browser."),
    N_("CSV files open in any spreadsheet. They are in UTF-8."),
    RULE,
    N_("To go on working with the vision, give this whole zip to Path Planner."),
)
_COUNTED = (
    N_("Counts are of PATHs, conversations and people, never of how often a thing was said."),
    N_("Where nobody noted who spoke, all voices of one source count as one person."),
    N_("The number of people is therefore the smallest it can be."),
    N_("Votes are told with how far people were apart, and by from where they speak."),
)
_NOT_HERE = (
    N_("What people kept for themselves or for their circle."),
    N_("The words of voices that are only counted: they stand as “…”."),
    N_("Names of people who did not agree to be named."),
    N_("Who gave which vote."),
    N_("Drawings whose people did not agree to show them."),
)


def read_me(vision: Vision) -> str:
    """Return the README."""
    about = vision.about
    few = _(
        "Some things here were said by fewer than {few} people. Somebody who knows them "
        "may recognise them. Please do not try to find out who they are.",
        few=FEW,
    )
    parts = (
        (about.title or _("A community vision and plan"), (about.community, about.summary)),
        (_("What is in here"), _listed(_INSIDE)),
        (_("How to open it"), map(_, _OPENED)),
        (_("How it was counted"), (*map(_, _COUNTED), _whole(vision))),
        (_("What is not in here"), (*map(_, _NOT_HERE), few)),
        (_("Whose it is"), (_owned(), _reached(about.contact))),
    )
    return "\n\n".join(_part(title, lines) for title, lines in parts) + "\n"


def _reached(contact: str) -> str:
    words = " ".join(contact.split())
    return _("How to reach the people who made it: {contact}", contact=words) if words else ""


def licence(vision: Vision) -> str:
    """Return the licence in our own words, and the name of the one it stands for."""
    whose = vision.about.community or vision.about.title or _("the people who made it")
    parts = (
        (
            _("Licence"),
            (
                _owned(),
                _("Please name them like this: {whose}.", whose=whose),
                _("You may copy, share and change it, also to earn money with it."),
                _("If you change it, say so. Do not let it look as if they agreed with you."),
                _("It is given as it is, without any promise."),
                _("The full text of the licence is at {address}", address=LICENCE_ADDRESS),
            ),
        ),
    )
    return "\n\n".join(_part(title, lines) for title, lines in parts) + "\n"


def _owned() -> str:
    return _(
        "The words and drawings belong to the people who said and drew them. "
        "They share them under the licence {licence}.",
        licence=LICENCE_NAME,
    )


def _whole(vision: Vision) -> str:
    count = count_all(vision)
    return _("The whole: {said}", said=count_sentence(count, count))


def _listed(files: Mapping[str, str]) -> list[str]:
    return [f"- {name} – {_(meaning)}" for name, meaning in files.items()]


def _part(title: str, lines: Iterable[str]) -> str:
    underline = "=" * max(3, min(len(title), 72))
    return "\n".join((title, underline, *(line for line in lines if line)))
