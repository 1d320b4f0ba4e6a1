// Dragging by mouse, pen and finger.
import {
  DndContext, DragOverlay, pointerWithin,
  type CollisionDetection, type DragEndEvent, type DragOverEvent, type DragStartEvent,
} from "@dnd-kit/core";
import { useState, type ReactNode } from "react";
import { PLACES, useBoardSensors } from "../shared/pointer.ts";
import { CardDetails } from "./cards.tsx";
import { useBoardState, useController } from "./context.tsx";
import { RAIL_ID_PREFIX } from "./drop_targets.tsx";
import { draggedCards, voicesOf, type CardRef } from "./moves.ts";

/** The rail lies above the lists, and so comes before them. */
const detectCollision: CollisionDetection = (pointer) => {
  const collisions = pointerWithin(pointer);
  const onRail = collisions.filter(({ id }) => isOnRail(id));
  return onRail.length > 0 ? onRail : collisions;
};

function isOnRail(id: string | number | undefined): boolean {
  return String(id ?? "").startsWith(RAIL_ID_PREFIX);
}

export function Dragging({ children }: { children(dragging: boolean): ReactNode }) {
  const controller = useController();
  const [cards, setCards] = useState<readonly CardRef[]>([]);
  const [onRail, setOnRail] = useState(false);
  const sensors = useBoardSensors();
  const start = ({ active }: DragStartEvent) => setCards(draggedCards(controller.state.selection, controller.cardsOf(active.data.current as CardRef)));
  const end = ({ over, activatorEvent }: DragEndEvent) => {
    const into = over?.data.current?.list as string | undefined;
    setCards([]);
    setOnRail(false);
    if (into !== undefined) controller.moveTo(into, cards, isCopyGesture(activatorEvent));
  };
  return (
    <DndContext
      sensors={sensors}
      {...PLACES}
      collisionDetection={detectCollision}
      // Over the rail no list needs to scroll.
      autoScroll={onRail ? false : PLACES.autoScroll}
      onDragStart={start}
      onDragOver={({ over }: DragOverEvent) => setOnRail(isOnRail(over?.id))}
      onDragEnd={end}
      onDragCancel={() => setCards([])}
    >
      {children(cards.length > 0)}
      <DragOverlay dropAnimation={null} zIndex={1000}>
        {cards.length > 0 ? <DragPreview cards={cards} /> : null}
      </DragOverlay>
    </DndContext>
  );
}

/** Whether Control or Alt was pressed: then the card is copied and stays in its old theme as well. */
function isCopyGesture(event: Event): boolean {
  const { ctrlKey = false, altKey = false, metaKey = false } = event as MouseEvent;
  return ctrlKey || altKey || metaKey;
}

function DragPreview({ cards }: { cards: readonly CardRef[] }) {
  const controller = useController();
  const card = useBoardState((state) => state.cards.get(cards[0]?.voice ?? ""));
  const count = voicesOf(cards).length;
  return (
    <div className="tb-card tb-air">
      <p className="tb-grip" dir="auto">
        {card?.text}
      </p>
      <div className="tb-foot">{card ? <CardDetails card={card} /> : null}</div>
      {count > 1 ? <strong className="tb-count">{controller.t("board.voices", { count })}</strong> : null}
    </div>
  );
}
