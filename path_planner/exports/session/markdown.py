"""The session as Markdown, with people's words escaped."""

import re
from collections.abc import Iterable, Iterator, Sequence

from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import Review
from path_planner.domain.marks import Photo, Shape, Stamp
from path_planner.domain.session import Session
from path_planner.exports.base import Choice, Options, SessionExport, none_quoted
from path_planner.i18n import N_, _, format_date
from path_planner.processes.model import Process
from path_planner.processes.prompts import pathfinder_name, process_of
from path_planner.scene import content
from path_planner.scene.content import StageContent
from path_planner.scene.header_footer import CREDIT
from path_planner.scene.reading_order import alt_of
from path_planner.scene.text_blocks import Block, Sign
from path_planner.scene.wall.marks import Loose
from path_planner.scene.wall.reading_order import described_marks

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$&@])")
_ADDRESS = re.compile(r"(?i)(://)|(?<=\bwww)(\.)")
_AT_START = re.compile(r"^(\d*)([#+=:.)-])")


def plain(words: str) -> str:
    """Return words on one line, with all Markdown characters escaped."""
    line = _SIGNS.sub(r"\\\1", " ".join(words.split()))
    return _AT_START.sub(r"\1\\\2", _ADDRESS.sub(r"\\\g<0>", line))


_BOXES = {Sign.TO_DO: "[ ] ", Sign.DONE: "[x] "}
_LOOKING_BACK = (
    ("tried", N_("What we tried")),
    ("learned", N_("What we learned")),
    ("pleased", N_("What we are pleased about")),
    ("concerned", N_("What we are concerned about")),
    ("next", N_("What comes next")),
)


def render(session: Session, options: Options) -> bytes:
    """Write the plan as Markdown."""
    process = process_of(session)
    told = content.stages(session, process, options.audience)
    lines = [
        *_about(session),
        *_section(_("People in this PATH"), _items(content.people(session))),
        *_section(_("Our agreement"), _items(content.agreement(session))),
        *(line for held in told for line in _stage(session, process, held)),
        *_section(_("Parking space"), _items(content.parked(session, options.audience))),
        *(line for review in sorted_records(session.reviews) for line in _review(review)),
        *_section(_("At the end"), _items(content.closing(session))),
        plain(_(CREDIT)),
        "",
    ]
    return "\n".join(lines).encode()


def _about(session: Session) -> Iterator[str]:
    about = session.about
    owner = _("The PATH of {name}", name=pathfinder_name(session))
    day = format_date(about.held_on) if about.held_on else ""
    yield f"# {plain(about.title or owner)}"
    yield ""
    yield plain(" · ".join(part for part in (owner, day, about.place) if part))
    yield ""


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {plain(title)}"
        yield ""
        yield from items
        yield ""


def _items(blocks: Iterable[Block]) -> list[str]:
    return [_item(block) for block in blocks]


def _item(block: Block) -> str:
    words = " · ".join(plain(part.words) for part in block.parts)
    return f"- {_BOXES.get(block.sign, '')}{words.replace(' · — ', ' — ')}"


def _stage(session: Session, process: Process, content: StageContent) -> Iterator[str]:
    yield f"## {plain(content.title)}"
    yield ""
    yield plain(content.question)
    yield ""
    items = _items(content.blocks)
    items += [
        "- " + _("Drawing: {words}", words=plain(alt_of(session, process, picture)))
        for picture in content.drawings
    ]
    items += [
        f"- {_mark(mark, plain(words))}"
        for mark, words in described_marks(session, process, content.stage.id)
    ]
    if items:
        yield from items
        yield ""


def _mark(mark: Loose, words: str) -> str:
    """Return a line on a mark of the wall: its kind and its words."""
    match mark:
        case Stamp():
            return _("Stamp: {words}", words=words)
        case Photo():
            return _("Photo: {words}", words=words)
        case Shape():
            return _("Drawing: {words}", words=words)
        case _:
            return words


def _review(review: Review) -> Iterator[str]:
    said = [(_(name), getattr(review, key)) for key, name in _LOOKING_BACK]
    items = [f"- {plain(name)}: {plain(words)}" for name, words in said if words]
    yield from _section(_("Review on {date}", date=format_date(review.on)), items)


EXPORTS = (
    SessionExport(
        name=N_("The plan as plain text (Markdown)"),
        key=".md",
        suffix=".md",
        mime="text/markdown",
        takes=frozenset({Choice.AUDIENCE}),
        render=render,
        quoted_ids=none_quoted,
    ),
)
