// Taps and double clicks on the board.
import type { Desk } from "./controller.ts";

/** Double clicks open a card, and so does the text tool: its words have a panel of their own. */
export function gesturesOf(desk: Desk, place: HTMLElement): () => void {
  const opens = (event: MouseEvent) => {
    if (!isCanvas(event) || (event.type === "pointerdown" && desk.store.state().tool !== "text")) return;
    const card = desk.cardAt(event.clientX, event.clientY);
    if (card === null) return;
    stop(event);
    desk.tool("select");
    if (event.type === "dblclick") desk.open({ card });
    else afterTap(place.ownerDocument, () => desk.open({ card }));
  };
  // The menu of the right button has nothing for a room.
  const menu = (event: Event) => (isCanvas(event) ? stop(event) : undefined);
  place.addEventListener("pointerdown", opens, true);
  place.addEventListener("dblclick", opens, true);
  place.addEventListener("contextmenu", menu, true);
  return () => {
    place.removeEventListener("pointerdown", opens, true);
    place.removeEventListener("dblclick", opens, true);
    place.removeEventListener("contextmenu", menu, true);
  };
}

function isCanvas({ target }: Event): boolean {
  return target instanceof HTMLCanvasElement;
}

function stop(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

const LATEST = 400;

/**
 * Opens what a tap on the board opens once the tap is over: a finger's click comes after the finger
 * has left, and would fall onto what has just been opened and take the focus from it.
 */
export function afterTap(page: Document, open: () => void): void {
  let isOpen = false;
  const once = () => {
    if (isOpen) return;
    isOpen = true;
    page.removeEventListener("click", soon, true);
    open();
  };
  const soon = () => setTimeout(once);
  page.addEventListener("click", soon, true);
  // A finger that lay long, or was drawn along, clicks nothing.
  setTimeout(once, LATEST);
}
