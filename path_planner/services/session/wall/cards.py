"""Cards on the wall: moving them, storing where they were laid out, resolving overlaps."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.marks import Card, CardSubject, card_id
from path_planner.domain.session import Session
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
    """Store the automatic places of cards without one, so that they stay there."""
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
    process, item = process_of(session), _item_of(session, record_id)
    if item is None or stored_card(session, process, item):
        return session
    return _with_cards(session, cards_in(session, process, item.stage).values())


def _with_cards(session: Session, cards: Iterable[Card]) -> Session:
    new = {card.id: card for card in cards if session.marks.get(card.id) != card}
    return session.model_copy(update={"marks": {**session.marks, **new}}) if new else session


def _item_of(session: Session, record_id: str, audience: Audience = Audience.CIRCLE) -> Item | None:
    """Return the wall item of a record, or None if it has none for this audience."""
    return next(iter(items_of(narrowed(session, {record_id}), process_of(session), audience)), None)


def card_for(session: Session, record_id: str) -> Card:
    """Return the card of a record: the stored one, or its automatic place."""
    process, item = process_of(session), _item_of(session, record_id)
    if item is not None:
        stored = stored_card(session, process, item)
        return stored or cards_in(session, process, item.stage)[record_id]
    for holds in CardSubject:
        hidden = session.marks.get(card_id(holds, record_id))
        # The card of a private voice keeps its place.
        if isinstance(hidden, Card):
            return hidden
    raise UnknownRecord


def place_card(context: SessionContext, change: PlaceCard) -> SessionResult:
    """Move a card; a voice or a sketch changes to the stage of its new region."""
    # The first card that is moved makes it a wall: others keep the places where they were shown.
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
    # The audience makes little difference to the height of a card.
    item = _item_of(session, card.record, Audience.PATHFINDER)
    return item.box(card) if item else Box(card.x, card.y, card.width, card.size)


def relaid_cards(session: Session, record_id: str) -> Session:
    """Return the session with the card of a record laid out anew, if it had one."""
    candidates = (session.marks.get(card_id(holds, record_id)) for holds in CardSubject)
    for card in candidates:
        if isinstance(card, Card):
            session = _with_place(remove(session, "marks", card.id), record_id)
    return session


def with_room(session: Session, record_id: str, before: Session) -> Session:
    """Return the session with a stage laid out anew if a card has grown to overlap others.

    Cards moved by hand stay where they are.
    """
    session = with_card(session, record_id)
    process, item = process_of(session), _item_of(session, record_id)
    card = stored_card(session, process, item) if item else None
    if item is None or card is None or card.by_hand or card.hidden:
        return session
    box, old = item.box(card), box_on_wall(before, card)
    if box.width <= old.width and box.height <= old.height:
        return session
    cards = _cards_near(session, item.stage)
    if not any(box.overlaps(other) for key, (_, other) in cards.items() if key != record_id):
        return session
    return _laid_out_again(session, item.stage, _automatic(cards, item.stage))


def keep_on_wall(context: SessionContext, after: Session, record_id: str) -> SessionResult:
    """Save a record together with its card, if there is a wall.

    Two windows may give one place to two cards: then the card that is saved later is moved.
    """
    saved = context.keep(with_card(after, record_id))
    # Conflicts over the automatic places of cards do not concern people.
    conflicts = (
        conflict
        for conflict in saved.conflicts
        if not isinstance(conflict.ours or conflict.theirs, Card)
    )
    saved = saved._replace(conflicts=tuple(conflicts))
    if saved.document.revision <= context.document.revision + 1:
        return saved
    with suppress(NotSaved, StoreLocked):
        # The record itself is saved already; a failure here does no harm.
        newer = replace(context, document=saved.document, op_id=None)
        saved = saved._replace(document=newer.keep(apart(saved.document, record_id)).document)
    return saved


def apart(session: Session, last: str) -> Session:
    """Return the session without overlaps around the card `last`, unless it was moved by hand."""
    item = _item_of(session, last)
    cards = _cards_near(session, item.stage) if item else {}
    if item is None or last not in _automatic(cards, item.stage):
        return session
    moving: set[str] = set()
    for key in (last, *reversed(_automatic(cards, item.stage))):
        others = (box for other, (_, box) in cards.items() if other not in {key, *moving})
        if any(map(cards[key][1].overlaps, others)):
            moving.add(key)
    return _laid_out_again(session, item.stage, moving) if moving else session


def _cards_near(session: Session, stage: str) -> dict[str, tuple[Card, Box]]:
    """Return the visible cards near the region of a stage, with their boxes, by record."""
    process = process_of(session)
    return {
        item.record: (card, item.box(card))
        for item in items_near(session, process, stage)
        if (card := stored_card(session, process, item)) and not card.hidden
    }


def _automatic(cards: Mapping[str, tuple[Card, Box]], stage: str) -> list[str]:
    """Return the records of a stage whose cards were not moved by hand."""
    return [key for key, (card, _) in cards.items() if card.stage == stage and not card.by_hand]


def _laid_out_again(session: Session, stage: str, records: Iterable[str]) -> Session:
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
    """Lay out all cards of a stage anew."""
    session = context.document
    process = process_of(session)
    if process.stage(change.stage) is None:
        raise UnknownStage(stage=change.stage)
    after = session
    for card in relayout(session, process, change.stage).values():
        after = put(after, "marks", card)
    return context.keep(after)
