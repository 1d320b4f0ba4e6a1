// Dragging by mouse, pen and finger. A finger that moves at once scrolls; one that lies long drags.
import {
  DndContext, DragOverlay, MeasuringStrategy, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors,
  type CollisionDetection, type DragEndEvent, type DragOverEvent, type DragStartEvent,
} from "@dnd-kit/core";
import { useState, type ReactNode } from "react";
import { About } from "./cards.tsx";
import { useDesk, usePart } from "./context.tsx";
import { RAIL } from "./drop_targets.tsx";
import { dragged, voicesOf, type Held } from "./moves.ts";

const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 260, tolerance: 8 } };
const MEASURING = { droppable: { strategy: MeasuringStrategy.Always } };
// Only close to an edge, and slowly: a list must not slide away from under a slow hand.
const SCROLLING = { threshold: { x: 0.08, y: 0.08 }, acceleration: 4 };
const nothing = () => undefined;
// What happens is told by the board's own sentences.
const SILENT = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: "" },
};

/** What lies above the lists comes before them. */
const seen: CollisionDetection = (around) => {
  const found = pointerWithin(around);
  const above = found.filter(({ id }) => isOnRail(id));
  return above.length > 0 ? above : found;
};

function isOnRail(id: string | number | undefined): boolean {
  return String(id ?? "").startsWith(RAIL);
}

export function Dragging({ children }: { children(dragging: boolean): ReactNode }) {
  const desk = useDesk();
  const [hand, setHand] = useState<readonly Held[]>([]);
  const [onRail, setOnRail] = useState(false);
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(FingerOrPen, TOUCH));
  const start = ({ active }: DragStartEvent) => setHand(dragged(desk.state.hand, active.data.current as Held));
  const end = ({ over, activatorEvent }: DragEndEvent) => {
    const into = over?.data.current?.list as string | undefined;
    setHand([]);
    setOnRail(false);
    if (into !== undefined) desk.put(into, hand, isAlso(activatorEvent));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={seen}
      // Who has found the rail needs no list to come nearer.
      autoScroll={onRail ? false : SCROLLING}
      measuring={MEASURING}
      accessibility={SILENT}
      onDragStart={start}
      onDragOver={({ over }: DragOverEvent) => setOnRail(isOnRail(over?.id))}
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
      {count > 1 ? <strong className="tb-count">{desk.say("board.voices", { count })}</strong> : null}
    </div>
  );
}

const AT_ONCE = { distance: 6 };

let pen = false;

/** Watches whether what touches a board is a pen, and lets it drag; gives back how to stop. */
export function watchPens(board: HTMLElement): () => void {
  const down = (event: PointerEvent) => {
    pen = event.pointerType === "pen";
  };
  const move = (event: TouchEvent) => {
    const onCard = event.target instanceof Element && event.target.closest(".tb-card") !== null;
    if (pen && onCard && event.cancelable) event.preventDefault();
  };
  board.addEventListener("pointerdown", down, true);
  board.addEventListener("touchmove", move, { passive: false });
  return () => {
    board.removeEventListener("pointerdown", down, true);
    board.removeEventListener("touchmove", move);
  };
}

export class FingerOrPen extends TouchSensor {
  constructor(props: ConstructorParameters<typeof TouchSensor>[0]) {
    super(pen ? { ...props, options: { ...props.options, activationConstraint: AT_ONCE } } : props);
  }
}
