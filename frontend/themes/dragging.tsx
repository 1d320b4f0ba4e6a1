// Dragging by mouse, pen and finger. A finger that moves at once scrolls; one that lies long drags.
import {
  DndContext, DragOverlay, MeasuringStrategy, MouseSensor, pointerWithin, useSensor, useSensors,
  type DragEndEvent, type DragStartEvent,
} from "@dnd-kit/core";
import { useState, type ReactNode } from "react";
import { About } from "./card.tsx";
import { useDesk, usePart } from "./here.tsx";
import { dragged, voicesOf, type Held } from "./moves.ts";
import { FingerOrPen } from "./pen.ts";

const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 260, tolerance: 8 } };
const MEASURING = { droppable: { strategy: MeasuringStrategy.Always } };
const nothing = () => undefined;
// What happens is told by the board's own sentences.
const SILENT = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: "" },
};

export function Dragging({ children }: { children(dragging: boolean): ReactNode }) {
  const desk = useDesk();
  const [hand, setHand] = useState<readonly Held[]>([]);
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(FingerOrPen, TOUCH));
  const start = ({ active }: DragStartEvent) => setHand(dragged(desk.state.hand, active.data.current as Held));
  const end = ({ over, activatorEvent }: DragEndEvent) => {
    const into = over?.data.current?.list as string | undefined;
    setHand([]);
    if (into !== undefined) desk.put(into, hand, isAlso(activatorEvent));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      measuring={MEASURING}
      accessibility={SILENT}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={() => setHand([])}
    >
      {children(hand.length > 0)}
      <DragOverlay dropAnimation={null} zIndex={1000}>
        {hand.length > 0 ? <InAir hand={hand} /> : null}
      </DragOverlay>
    </DndContext>
  );
}

/** Begun with Control or Alt, a card stays where it is and goes into the other theme as well. */
function isAlso(event: Event): boolean {
  const { ctrlKey = false, altKey = false, metaKey = false } = event as MouseEvent;
  return ctrlKey || altKey || metaKey;
}

function InAir({ hand }: { hand: readonly Held[] }) {
  const desk = useDesk();
  const card = usePart((state) => state.cards.get(hand[0]?.voice ?? ""));
  const count = voicesOf(hand).length;
  return (
    <div className="tb-card tb-air">
      <p className="tb-grip" dir="auto">
        {card?.text}
      </p>
      <div className="tb-foot">{card ? <About card={card} /> : null}</div>
      {count > 1 ? <strong className="tb-count">{desk.store.sayMany("board.voices", count)}</strong> : null}
    </div>
  );
}
