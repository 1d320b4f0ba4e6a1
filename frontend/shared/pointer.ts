// How boards are dragged on. A finger that moves at once scrolls, one that rests for a moment drags;
// a pen drags at once, as a mouse does, because people point with it.
import { MeasuringStrategy, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";

const MOUSE_ACTIVATION = { activationConstraint: { distance: 6 } };
const TOUCH_ACTIVATION = { activationConstraint: { delay: 260, tolerance: 8 } };
const PEN_ACTIVATION = { distance: 6 };

const noAnnouncement = () => undefined;
/** Boards announce moves themselves. */
const NO_ANNOUNCEMENTS = {
  announcements: { onDragStart: noAnnouncement, onDragOver: noAnnouncement, onDragEnd: noAnnouncement, onDragCancel: noAnnouncement },
  screenReaderInstructions: { draggable: "" },
};

let isPen = false;

/** Watches whether a pen touches the board, and keeps it from scrolling on cards; returns how to stop. */
export function watchPens(board: HTMLElement, cards: string): () => void {
  const onPointerDown = (event: PointerEvent) => {
    isPen = event.pointerType === "pen";
  };
  const onTouchMove = (event: TouchEvent) => {
    const onCard = event.target instanceof Element && event.target.closest(cards) !== null;
    if (isPen && onCard && event.cancelable) event.preventDefault();
  };
  board.addEventListener("pointerdown", onPointerDown, true);
  board.addEventListener("touchmove", onTouchMove, { passive: false });
  return () => {
    board.removeEventListener("pointerdown", onPointerDown, true);
    board.removeEventListener("touchmove", onTouchMove);
  };
}

/** A touch sensor without the delay when the pointer is a pen. */
export class FingerOrPenSensor extends TouchSensor {
  constructor(props: ConstructorParameters<typeof TouchSensor>[0]) {
    super(isPen ? { ...props, options: { ...props.options, activationConstraint: PEN_ACTIVATION } } : props);
  }
}

/** How a board of places is dragged on: what is under the pointer takes the card. */
export const PLACES = {
  collisionDetection: pointerWithin,
  // Only close to an edge, and slowly: a place must not slide away from under a card that is held over it.
  autoScroll: { threshold: { x: 0.08, y: 0.08 }, acceleration: 4 },
  measuring: { droppable: { strategy: MeasuringStrategy.Always } },
  accessibility: NO_ANNOUNCEMENTS,
};

/** The sensors of all boards: mouse, pen and finger. */
export function useBoardSensors(): ReturnType<typeof useSensors> {
  return useSensors(useSensor(MouseSensor, MOUSE_ACTIVATION), useSensor(FingerOrPenSensor, TOUCH_ACTIVATION));
}
