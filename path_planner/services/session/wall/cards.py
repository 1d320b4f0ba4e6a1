"""Cards on the wall: where they are put, how they are laid out, and that they stay there."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.session import Session
from path_planner.domain.wall_items import Card, CardSubject, card_id
from path_planner.errors import NotSaved, StoreLocked, UnknownRecord, UnknownStage
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience
from path_planner.scene.wall import cards_in, cards_of, has_wall, relayout, stage_at
from path_planner.scene.wall.card_content import Item, items_of, narrowed
from path_planner.scene.wall.card_layout import items_near, stored_card
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.commands import PlaceCard, Relayout


def settle_cards(context: SessionContext) -> SessionResult:
    """Write down where the cards without a place were laid out, so that they stay there."""
    if not has_wall(context.document):
        return SessionResult(context.document)
    return context.keep(settled(context.document))


def settled(session: Session) -> Session:
    """Return the session with a card for each record that is shown on the wall."""
    return _with_cards(session, cards_of(session, process_of(session)).values())


def with_card(session: Session, record_id: str) -> Session:
    """Return the session with a place for the card of a record, if it has a wall."""
    return _with_place(session, record_id) if has_wall(session) else session


def _with_place(session: Session, record_id: str) -> Session:
    process, item = process_of(session), _shown(session, record_id)
    if item is None or stored_card(session, process, item):
        return session
    return _with_cards(session, cards_in(session, process, item.stage).values())


def _with_cards(session: Session, cards: Iterable[Card]) -> Session:
    new = {card.id: card for card in cards if session.marks.get(card.id) != card}
    return session.model_copy(update={"marks": {**session.marks, **new}}) if new else session


def _shown(session: Session, record_id: str, audience: Audience = Audience.CIRCLE) -> Item | None:
    """Return what the card of a record shows, if anything."""
    return next(iter(items_of(narrowed(session, {record_id}), process_of(session), audience)), None)


def card_for(session: Session, record_id: str) -> Card:
    """Return where the card of a record stands, or would be laid out."""
    process, item = process_of(session), _shown(session, record_id)
    if item is not None:
        kept = stored_card(session, process, item)
        return kept or cards_in(session, process, item.stage)[record_id]
    for holds in CardSubject:
        unseen = session.marks.get(card_id(holds, record_id))
        # The card of a private voice keeps its place.
        if isinstance(unseen, Card):
            return unseen
    raise UnknownRecord


def place_card(context: SessionContext, change: PlaceCard) -> SessionResult:
    """Put a card where somebody moved it; a voice or a sketch goes to the stage it lies in."""
    # The first card that is moved makes it a wall: the others stay where they were shown before.
    session = context.document if has_wall(context.document) else settled(context.document)
    before = card_for(session, change.card)
    after = with_fields(
        before,
        x=change.x,
        y=change.y,
        width=before.width * change.scale,
        size=before.size * change.scale,
        by_hand=True,
    )
    old, new = _region(session, before), _region(session, after)
    if old != new and after.holds is not CardSubject.COMMITMENTS:
        after = after.model_copy(update={"stage": new})
        session = _at_stage(session, change.card, after)
    return context.keep(put(session, "marks", after))


def _at_stage(session: Session, record_id: str, card: Card) -> Session:
    collection = str(card.holds)
    records = getattr(session, collection)
    record = records.get(record_id)
    if record is None:
        raise UnknownRecord
    facts = {"stage": card.stage, "order": next_order(records)}
    return put(session, collection, record.model_copy(update=facts))


def _region(session: Session, card: Card) -> str:
    return stage_at(session, process_of(session), *box_on_wall(session, card).centre)


def box_on_wall(session: Session, card: Card) -> Box:
    """Return the box that a card fills."""
    # Whoever may read it, a card is about as tall.
    item = _shown(session, card.record, Audience.PATHFINDER)
    return item.box(card) if item else Box(card.x, card.y, card.width, card.size)


def relaid_cards(session: Session, record_id: str) -> Session:
    """Return the session with the card of a record laid out anew, if it had one."""
    held = (session.marks.get(card_id(holds, record_id)) for holds in CardSubject)
    for card in held:
        if isinstance(card, Card):
            session = _with_place(remove(session, "marks", card.id), record_id)
    return session


def with_room(session: Session, record_id: str, before: Session) -> Session:
    """Return the session with its stage laid out anew if a card has grown over others.

    What somebody has put in its place by hand stays there.
    """
    session = with_card(session, record_id)
    process, item = process_of(session), _shown(session, record_id)
    card = stored_card(session, process, item) if item else None
    if item is None or card is None or card.by_hand or card.hidden:
        return session
    box, was = item.box(card), box_on_wall(before, card)
    if box.width <= was.width and box.height <= was.height:
        return session
    cards = _cards_near(session, item.stage)
    if not any(box.overlaps(other) for one, (_, other) in cards.items() if one != record_id):
        return session
    return _anew(session, item.stage, _loose(cards, item.stage))


def keep_on_wall(context: SessionContext, after: Session, record_id: str) -> SessionResult:
    """Save a record and the place of its card as one step; without a wall there are no cards.

    Two windows may give one place to two cards: the card that is kept later moves on.
    """
    kept = context.keep(with_card(after, record_id))
    # Where cards were laid out for them, nobody's words are in conflict.
    conflicts = (
        conflict
        for conflict in kept.conflicts
        if not isinstance(conflict.ours or conflict.theirs, Card)
    )
    kept = kept._replace(conflicts=tuple(conflicts))
    if kept.document.revision <= context.document.revision + 1:
        return kept
    with suppress(NotSaved, StoreLocked):
        # The record itself is kept, whatever becomes of this.
        moved = replace(context, document=kept.document, op_id=None)
        kept = kept._replace(document=moved.keep(apart(kept.document, record_id)).document)
    return kept


def apart(session: Session, last: str) -> Session:
    """Return the session without overlaps around the card that came last, if it is loose."""
    item = _shown(session, last)
    cards = _cards_near(session, item.stage) if item else {}
    if item is None or last not in _loose(cards, item.stage):
        return session
    moving: set[str] = set()
    for one in (last, *reversed(_loose(cards, item.stage))):
        others = (box for other, (_, box) in cards.items() if other not in {one, *moving})
        if any(map(cards[one][1].overlaps, others)):
            moving.add(one)
    return _anew(session, item.stage, moving) if moving else session


def _cards_near(session: Session, stage: str) -> dict[str, tuple[Card, Box]]:
    """Return the cards that show in the region of a stage, and the boxes that they fill."""
    process = process_of(session)
    return {
        item.record: (card, item.box(card))
        for item in items_near(session, process, stage)
        if (card := stored_card(session, process, item)) and not card.hidden
    }


def _loose(cards: Mapping[str, tuple[Card, Box]], stage: str) -> list[str]:
    """Return those of a stage that nobody has put in their places by hand."""
    return [one for one, (card, _) in cards.items() if card.stage == stage and not card.by_hand]


def _anew(session: Session, stage: str, records: Iterable[str]) -> Session:
    """Return the session with these cards of a stage laid out anew."""
    moving = set(records)
    marks = {
        key: mark
        for key, mark in session.marks.items()
        if not (isinstance(mark, Card) and mark.record in moving)
    }
    session = session.model_copy(update={"marks": marks})
    return _with_cards(session, cards_in(session, process_of(session), stage).values())


def tidy(context: SessionContext, change: Relayout) -> SessionResult:
    """Lay the cards of a stage out anew."""
    session = context.document
    process = process_of(session)
    if process.stage(change.stage) is None:
        raise UnknownStage(stage=change.stage)
    after = session
    for card in relayout(session, process, change.stage).values():
        after = put(after, "marks", card)
    return context.keep(after)
