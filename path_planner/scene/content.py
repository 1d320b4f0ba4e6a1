"""The content of each part of the poster: blocks of text and sketches, before the layout."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import STATUS_WORDS, Commitment, Status
from path_planner.domain.marks import Sketch
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.session import Session
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share, Voice
from path_planner.i18n import _, format_date
from path_planner.processes.model import Process, Stage, StageInput
from path_planner.processes.prompts import fill_placeholders, stage_title
from path_planner.scene.model import QUIET, Audience
from path_planner.scene.sketches import Picture, pictures
from path_planner.scene.style import (
    DETAIL_FONT_SCALE,
    ENROLLED_NAME_FONT_SCALE,
    STEP_NAME_FONT_SCALE,
)
from path_planner.scene.text_blocks import Block, Sign, Words
from path_planner.typography.fonts import LETTERING_BOLD

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StageContent:
    """The content of one stage: its voices and commitments as blocks, and its drawings."""

    stage: Stage
    title: str
    question: str
    blocks: tuple[Block, ...]
    drawings: tuple[Picture, ...]

    @property
    def letters(self) -> int:
        """The letters of all its words."""
        return sum(len(part.words) for block in self.blocks for part in block.parts)

    @property
    def weight(self) -> float:
        """A rough measure of the space that the content needs."""
        return sum(block.natural + 3 for block in self.blocks) + 30 * len(self.drawings)


def stages(session: Session, process: Process, audience: Audience) -> tuple[StageContent, ...]:
    """Return the content of each stage, in the order of the process."""
    drawings = _by_stage(
        process, [(picture.sketch.stage, picture) for picture in pictures(session)]
    )
    with_ink = {picture.sketch.id for found in drawings.values() for picture in found}
    voices = _by_stage(
        process, [(voice.stage, voice) for voice in visible_voices(session.voices, audience)]
    )
    commitments = _by_stage(
        process,
        [(commitment.stage, commitment) for commitment in sorted_records(session.commitments)],
    )
    without_ink = _by_stage(
        process, [(mark.stage, mark) for mark in _sketches_without_ink(session, with_ink)]
    )
    return tuple(
        StageContent(
            stage=stage,
            title=stage_title(session, stage),
            question=fill_placeholders(stage.question, session),
            blocks=(
                *(
                    voice_block(session, stage, voice, audience)
                    for voice in voices.get(stage.id, ())
                ),
                *_commitment_blocks(session, stage, commitments.get(stage.id, ())),
                *(
                    _plain(f"sketch-{mark.id}", mark.words)
                    for mark in without_ink.get(stage.id, ())
                ),
            ),
            drawings=tuple(drawings.get(stage.id, ())),
        )
        for stage in process.stages
    )


def parked(session: Session, audience: Audience) -> tuple[Block, ...]:
    """Return what waits in the parking space; it is on no poster."""
    return tuple(
        _plain(f"parked-{voice.id}", voice.text)
        for voice in visible_voices(session.parked, audience)
    )


def _sketches_without_ink(session: Session, inked: set[str]) -> list[Sketch]:
    """Return sketches without strokes that have words: the words are shown as a block."""
    sketches = {key: mark for key, mark in session.marks.items() if isinstance(mark, Sketch)}
    return [mark for mark in sorted_records(sketches) if mark.words and mark.id not in inked]


def visible_voices(voices: Mapping[str, Voice], audience: Audience) -> list[Voice]:
    """Return the voices this audience may read, in their order, empty ones left out."""
    everything = audience is Audience.PATHFINDER
    return [
        voice
        for voice in sorted_records(voices)
        if voice.text and (everything or voice.share is not Share.PRIVATE)
    ]


def name_of(session: Session, person: str | None) -> str:
    """Return the name of a person of the session, or ""."""
    record = session.people.get(person) if person else None
    return record.name if record else ""


def teller(session: Session, voice: Voice, audience: Audience) -> str:
    """Return a line with speaker, supporter and manner, as far as this audience may know them."""
    named = audience is Audience.PATHFINDER or voice.share is not Share.QUOTE
    said_by = name_of(session, voice.said_by) if named else ""
    supporter = name_of(session, voice.supported_by) if named else ""
    parts = [f"— {said_by}"] if said_by else []
    if supporter:
        parts.append(_("supported by {name}", name=supporter))
    if voice.expressed is Expressed.OBSERVED:
        parts.append(_(EXPRESSED_WORDS[Expressed.OBSERVED]))
    if voice.share is Share.PRIVATE:
        parts.append(_("private"))
    return " · ".join(parts)


def voice_block(session: Session, stage: Stage, voice: Voice, audience: Audience) -> Block:
    """Return a voice as a card."""
    node = f"voice-{voice.id}"
    parts = [Words(voice.text, node)]
    if line := teller(session, voice, audience):
        parts.append(Words(line, node, DETAIL_FONT_SCALE, colour=stage.colours.ink, together=True))
    return Block(node, tuple(parts))


def _commitment_blocks(
    session: Session, stage: Stage, commitments: Sequence[Commitment]
) -> Iterator[Block]:
    shown = enrolment if stage.gathers is StageInput.ENROLMENTS else step
    for commitment in commitments:
        if commitment.what or name_of(session, commitment.who):
            yield shown(session, stage, commitment)


def enrolment(session: Session, stage: Stage, commitment: Commitment) -> Block:
    """Return an enrolment as a card: the name in large letters, what for, and the answer."""
    node = f"commitment-{commitment.id}"
    name = name_of(session, commitment.who)
    ink = stage.colours.ink
    parts = [Words(name, node, ENROLLED_NAME_FONT_SCALE, LETTERING_BOLD, ink)] if name else []
    if commitment.what:
        parts.append(Words(commitment.what, node))
    parts.append(
        Words(" · ".join(_status_words(session, commitment)), node, DETAIL_FONT_SCALE, colour=ink)
    )
    return Block(node, tuple(parts), Sign.YES if commitment.said_yes else Sign.NOT_YET)


def step(session: Session, stage: Stage, commitment: Commitment) -> Block:
    """Return a step as a card: what, who, by when, with which coach, and its status."""
    node = f"commitment-{commitment.id}"
    name, ink = name_of(session, commitment.who), stage.colours.ink
    parts = [Words(commitment.what, node)] if commitment.what else []
    if name:
        parts.append(Words(name, node, STEP_NAME_FONT_SCALE, LETTERING_BOLD, ink))
    parts.append(
        Words(" · ".join(_status_words(session, commitment)), node, DETAIL_FONT_SCALE, colour=ink)
    )
    return Block(node, tuple(parts), Sign.DONE if commitment.status is Status.DONE else Sign.TO_DO)


def _status_words(session: Session, commitment: Commitment) -> Iterator[str]:
    """Yield date, coach and status of a commitment in words: the signs alone are not enough."""
    if commitment.by_when:
        yield _("by {date}", date=format_date(commitment.by_when))
    if coach := name_of(session, commitment.coach):
        yield _("coach: {name}", name=coach)
    if commitment.status is not Status.OPEN:
        yield _(STATUS_WORDS[commitment.status])
    yield _("agreed") if commitment.said_yes else _("to ask")


def people(session: Session) -> tuple[Block, ...]:
    """Return a block for each person; those who are not here are marked in words and by dashes."""
    found = []
    for person in sorted_records(session.people):
        node = f"person-{person.id}"
        facts = [] if person.role is Role.OTHER else [_(ROLE_WORDS[person.role])]
        facts += [] if person.present else [_("not here today")]
        parts = [Words(person.name, node, together=True)]
        if facts:
            parts.append(Words(" · ".join(facts), node, DETAIL_FONT_SCALE, colour=QUIET))
        sign = Sign.PERSON if person.present else Sign.PERSON_AWAY
        found.append(Block(node, tuple(parts), sign, across=0.3, down=0.1, paper=False))
    return tuple(found)


def agreement(session: Session) -> tuple[Block, ...]:
    """Return the promises of the group agreement."""
    return tuple(
        _plain(f"promise-{promise.id}", promise.text)
        for promise in sorted_records(session.agreement)
        if promise.text
    )


def closing(session: Session) -> tuple[Block, ...]:
    """Return blocks with the closing words and the date of the review."""
    said = [person.leaving_word for person in sorted_records(session.people)]
    leaving = " · ".join(filter(None, [session.about.leaving_words, *said]))
    words = [("leaving", _("Closing words: {words}", words=leaving))] if leaving else []
    if day := session.consent.review_on:
        words.append(("review", _("We will review this plan on {date}.", date=format_date(day))))
    return tuple(_plain(node, text) for node, text in words)


def _plain(node: str, text: str) -> Block:
    return Block(node, (Words(text, node),), across=0.2, down=0.1, paper=False)


def _by_stage(process: Process, pairs: Sequence[tuple[str, T]]) -> dict[str, list[T]]:
    """Group records by stage; stages of another process are mapped to those of this one."""
    grouped: dict[str, list[T]] = {}
    for stage, record in pairs:
        grouped.setdefault(process.stage_for(stage), []).append(record)
    return grouped
