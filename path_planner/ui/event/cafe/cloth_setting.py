"""What a tablecloth on the wall is told: its rounds, who sits there, and its sentences."""

from typing import Any

from path_planner import i18n
from path_planner.analysis.cafe import (
    CLOTH_WIDTH,
    current_round,
    open_round,
    rounds_of,
)
from path_planner.analysis.event_lines import Readers, guest_labels, may_read
from path_planner.analysis.seating_facts import guests_at
from path_planner.domain.base import sorted_records
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.people import ROLE_WORDS
from path_planner.domain.voice import Share
from path_planner.i18n import _, plural_forms
from path_planner.scene.cloth import table_title
from path_planner.ui.components import choices
from path_planner.ui.components.people_field import Speaker
from path_planner.ui.event.line_places import SHARE_AT_EVENT, manner_words, speakers
from path_planner.ui.wall.labels import counted_labels, wall_labels


def people_at(event: Event, table_id: str) -> list[Speaker] | None:
    """Return who sits at a table now; None, which is everybody, if nobody is seated."""
    now = current_round(event)
    seats = guests_at(event, now.id).get(table_id, []) if now else []
    labels = guest_labels(event)
    return [
        Speaker(seat.guest, labels[seat.guest]) for seat in seats if seat.guest in labels
    ] or None


def stages_of(event: Event, table_id: str) -> dict[str, dict[str, Any]]:
    """Return the rounds of a cloth by their stage, that of now first, each with its question."""
    now = open_round(event)
    shown = [
        (number, each)
        for number, each in enumerate(rounds_of(event), start=1)
        if each.begun or each is now
    ]
    table = event.tables[table_id]
    stages = {}
    for number, each in reversed(shown):
        stage = cloth_stage(table_id, each.id)
        title = _("Round {number}", number=number)
        stages[stage] = {
            "id": stage,
            "title": title if each is now else _("{round}, locked", round=title),
            "question": table.question or each.question or event.about.question,
            "prompts": [],
            "ink": choices.INKS[0].colour,
            "gathers": "voices",
        }
    return stages


def cloth_setting(event: Event, table_id: str, height: float) -> dict[str, Any]:
    """Return all that seldom changes of a cloth of this height, in the current language."""
    now = open_round(event)
    box = [0.0, 0.0, CLOTH_WIDTH, round(height, 1)]
    labels = guest_labels(event)
    people = people_at(event, table_id) or speakers(event)
    present = {guest.id: guest for guest in sorted_records(event.guests)}
    return {
        "title": table_title(event, table_id),
        "words": {**wall_labels(), **_labels()},
        "counted": {**counted_labels(), **_counted()},
        "language": i18n.bcp47_tag(),
        "stages": [{**stage, "box": box} for stage in stages_of(event, table_id).values()],
        "people": [
            {"id": one.id, "name": one.name, "role": _(ROLE_WORDS[present[one.id].role]),
             "present": True}
            for one in people
        ],
        "parked": [],
        "shares": [[str(share), _(SHARE_AT_EVENT[share])] for share in Share],
        "width": CLOTH_WIDTH,
        "height": round(height, 1),
        "right_to_left": i18n.is_rtl(i18n.language()),
        "pens": [ink.colour for ink in choices.INKS],
        "cloth": {
            "open": cloth_stage(table_id, now.id) if now else "",
            "helpers": [[guest.id, labels[guest.id]] for guest in present.values()],
        },
    }  # fmt: skip


def line_about(event: Event, line: Contribution) -> str:
    """Return who said a line, who helped, how it may be shared, and what it answers."""
    before = event.voices.get(line.answers or "")
    answered = ""
    if line.answers:
        is_shown = before is not None and may_read(event, before, Readers.CIRCLE)
        answered = (
            _("answers “{words}”", words=before.text) if before and is_shown else _("an answer")
        )
    struck = _("Does not hold any more: {reason}", reason=line.struck) if line.struck else ""
    facts = (*manner_words(line, guest_labels(event)), answered, struck)
    return " · ".join(filter(None, facts))


def _labels() -> dict[str, str]:
    """Return the sentences that are others on a cloth than on the wall of a PATH."""
    return {
        "wall.board": _("The tablecloth"),
        "tool.card": _("Words"),
        "tool.whole": _("Whole cloth"),
        "card.new": _("Words on the cloth"),
        "card.hint_new": _(
            "Enter puts it on the cloth. Shift and Enter starts a new line. Escape closes."
        ),
        "card.private": _("Private words are saved. They are not shown on the cloth."),
        "card.put": _("Put it on the cloth"),
        "card.told": _("On the cloth: “{words}” — {name}"),
        "cloth.helper": _("Who supported them?"),
        "cloth.no_helper": _("Nobody"),
        "cloth.answer": _("Answer it"),
        "cloth.answers": _("An answer to: “{words}”"),
        "cloth.take_back": _("Take it back"),
        "cloth.rule": _("Add, never rub out. To disagree, answer it."),
        "cloth.only_words": _("Only words can be pasted here. Draw with a pen."),
        "remove.title": _("Take these words back?"),
        "remove.title_many": _("Take these words back?"),
        "remove.out": _("Take it back"),
        "remove.history": _("What is taken back is erased everywhere."),
        "remove.told_out": _("Taken back. It is erased."),
        "outline.show": _("Show on the cloth"),
        "speaker.hint": _("What you write next will be theirs."),
    }


def _counted() -> dict[str, dict[str, str]]:
    return {
        "lines.told": plural_forms(
            "{count} line is on the cloth.", "{count} lines are on the cloth."
        ),
        "lines.each": plural_forms("Add {count} line", "Add {count} lines"),
    }
