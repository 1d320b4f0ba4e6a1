"""The README and the licence of a pack: plain text for people, in the language spoken."""

from collections.abc import Iterable, Mapping

from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import FEW, count_all, said_in
from path_planner.exports.giving.packing import MANIFEST, VISION
from path_planner.exports.giving.spreadsheet import RULE
from path_planner.words import mark, say

LICENCE_NAME = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

_INSIDE = {
    "documents/": mark("the plan and the other documents, as people read them"),
    "documents/poster.svg": mark("the PATH of the whole community, as a drawing"),
    "data/": mark("everything as tables, once as CSV for people and once as JSON for programs"),
    "data/dictionary.csv": mark("what every table and every column means"),
    "sources/": mark("each PATH and conversation by itself, with what was shared of it"),
    "drawings/": mark("drawings that people agreed to show, as SVG"),
    VISION: mark("the whole vision; Path Planner can open it again"),
    MANIFEST: mark("a list of all files, with fingerprints (SHA-256)"),
    "LICENCE.txt": mark("what you may do with all this"),
}
_OPENED = (
    mark("You need no account and no special program."),
    mark("PDF files open in any PDF reader, SVG files in any web browser."),
    mark("CSV files open in any spreadsheet. They are in UTF-8."),
    RULE,
    mark("To go on working with the vision, give this whole zip to Path Planner."),
)
_COUNTED = (
    mark("Counts are of PATHs, conversations and people, never of how often a thing was said."),
    mark("Where nobody noted who spoke, all voices of one source count as one person."),
    mark("The number of people is therefore the smallest it can be."),
    mark("Votes are told with how far people were apart, and by from where they speak."),
)
_NOT_HERE = (
    mark("What people kept for themselves or for their circle."),
    mark("The words of voices that are only counted: they stand as “…”."),
    mark("Names of people who did not agree to be named."),
    mark("Who gave which vote."),
    mark("Drawings whose people did not agree to show them."),
)


def read_me(vision: Vision) -> str:
    """Return the README."""
    about = vision.about
    few = say(
        "Some things here were said by fewer than {few} people. Somebody who knows them "
        "may recognise them. Please do not try to find out who they are.",
        few=FEW,
    )
    parts = (
        (about.title or say("A community vision and plan"), (about.community, about.summary)),
        (say("What is in here"), _listed(_INSIDE)),
        (say("How to open it"), map(say, _OPENED)),
        (say("How it was counted"), (*map(say, _COUNTED), _whole(vision))),
        (say("What is not in here"), (*map(say, _NOT_HERE), few)),
        (say("Whose it is"), (_owned(), _reached(about.contact))),
    )
    return "\n\n".join(_part(title, lines) for title, lines in parts) + "\n"


def _reached(contact: str) -> str:
    words = " ".join(contact.split())
    return say("How to reach the people who made it: {contact}", contact=words) if words else ""


def licence(vision: Vision) -> str:
    """Return the licence in our own words, and the name of the one it stands for."""
    whose = vision.about.community or vision.about.title or say("the people who made it")
    parts = (
        (
            say("Licence"),
            (
                _owned(),
                say("Please name them like this: {whose}.", whose=whose),
                say("You may copy, share and change it, also to earn money with it."),
                say("If you change it, say so. Do not let it look as if they agreed with you."),
                say("It is given as it is, without any promise."),
                say("The full text of the licence is at {address}", address=LICENCE_ADDRESS),
            ),
        ),
    )
    return "\n\n".join(_part(title, lines) for title, lines in parts) + "\n"


def _owned() -> str:
    return say(
        "The words and drawings belong to the people who said and drew them. "
        "They share them under the licence {licence}.",
        licence=LICENCE_NAME,
    )


def _whole(vision: Vision) -> str:
    count = count_all(vision)
    return say("The whole: {said}", said=said_in(count, count))


def _listed(files: Mapping[str, str]) -> list[str]:
    return [f"- {name} – {say(meaning)}" for name, meaning in files.items()]


def _part(title: str, lines: Iterable[str]) -> str:
    underline = "=" * max(3, min(len(title), 72))
    return "\n".join((title, underline, *(line for line in lines if line)))
