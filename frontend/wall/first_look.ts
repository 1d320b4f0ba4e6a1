// The first look at the wall: how large it is shows only once its styles and the page have come.
import type { Size } from "./view.ts";

const PATIENCE = 5000;
const OFTEN = 150;
const HANDS = ["pointerdown", "wheel", "keydown"] as const;

/** Looks, and looks again while the window still changes, until a hand is on it; gives back how to end it. */
export function firstLook(root: HTMLElement, size: () => Size, look: () => void): () => void {
  const begun = performance.now();
  let last = "";
  const often = setInterval(() => {
    const { width, height } = size();
    const now = `${Math.round(width)} ${Math.round(height)}`;
    if (now !== last) look();
    last = now;
    if (performance.now() - begun > PATIENCE) end();
  }, OFTEN);
  const end = () => {
    clearInterval(often);
    HANDS.forEach((hand) => root.removeEventListener(hand, end, true));
  };
  HANDS.forEach((hand) => root.addEventListener(hand, end, true));
  return end;
}
