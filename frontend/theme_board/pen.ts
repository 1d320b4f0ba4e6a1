// A pen drags at once, as a mouse does: people point with it. A finger that moves at once scrolls,
// and one that lies for a moment drags.
import { TouchSensor } from "@dnd-kit/core";

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
