"""Cards on the wall: where they are put, how they are laid out, and that they stay there."""

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.session import Session
from path_planner.domain.wall_items import Card, CardSubject, card_id
from path_planner.errors import UnknownRecord, UnknownStage
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience
from path_planner.scene.wall import cards_of, has_wall, relayout, stage_at
from path_planner.scene.wall.card_content import items_of
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.commands import PlaceCard, Relayout


def settle_cards(context: SessionContext) -> SessionResult:
    """Write down where the cards without a place were laid out, so that they stay there."""
    if not has_wall(context.document):
        return SessionResult(context.document)
    return context.keep(settled(context.document))


def settled(session: Session) -> Session:
    """Return the session with a card for each record that is shown on the wall."""
    after = session
    for card in cards_of(session, process_of(session)).values():
        if session.marks.get(card.id) != card:
            after = put(after, "marks", card)
    return after


def card_for(session: Session, record_id: str) -> Card:
    """Return where the card of a record stands, or would be laid out."""
    found = cards_of(session, process_of(session)).get(record_id)
    for holds in CardSubject if found is None else ():
        kept = session.marks.get(card_id(holds, record_id))
        # The card of a private voice keeps its place unseen.
        found = kept if isinstance(kept, Card) else found
    if found is None:
        raise UnknownRecord
    return found


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
    items = items_of(session, process_of(session), Audience.PATHFINDER)
    found = (item.box(card) for item in items if card_id(item.holds, item.record) == card.id)
    return next(found, Box(card.x, card.y, card.width, card.size))


def relaid_cards(session: Session, record_id: str) -> Session:
    """Return the session with the card of a record laid out anew, if it had one."""
    held = (session.marks.get(card_id(holds, record_id)) for holds in CardSubject)
    for card in held:
        if isinstance(card, Card):
            session = settled(remove(session, "marks", card.id))
    return session


def with_room(session: Session, record_id: str) -> Session:
    """Return the session with its stage laid out anew if a card has grown over others.

    What somebody has put in its place by hand stays there.
    """
    process = process_of(session)
    cards = cards_of(session, process) if has_wall(session) else {}
    card = cards.get(record_id)
    if card is None or card.by_hand or card.hidden:
        return session
    items = items_of(session, process, Audience.CIRCLE)
    boxes = {item.record: item.box(cards[item.record]) for item in items}
    shown = {record: one for record, one in cards.items() if not one.hidden}
    others = (boxes[record] for record in shown if record != record_id)
    if not any(map(boxes[record_id].overlaps, others)):
        return session
    for one in shown.values():
        if one.stage == card.stage and not one.by_hand:
            session = remove(session, "marks", one.id)
    return settled(session)


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
