// Taps and double clicks on the board.
import type { WallController } from "./controller.ts";

/** Opens a card at a double click, or a click with the text tool; returns how to stop. */
export function listenForGestures(controller: WallController, canvas: HTMLElement): () => void {
  const openCard = (event: MouseEvent) => {
    if (!isCanvas(event) || (event.type === "pointerdown" && controller.store.state().tool !== "text")) return;
    const card = controller.cardAt(event.clientX, event.clientY);
    if (card === null && !controller.isCloth) return;
    stop(event);
    controller.selectTool("select");
    // On a cloth no words are typed on the board itself.
    const open = () => controller.open(card === null ? { card, at: controller.pointAt(event.clientX, event.clientY) } : { card });
    if (event.type === "dblclick") open();
    else afterTap(canvas.ownerDocument, open);
  };
  // Nothing in the context menu of Excalidraw is of use here.
  const suppressMenu = (event: Event) => (isCanvas(event) ? stop(event) : undefined);
  canvas.addEventListener("pointerdown", openCard, true);
  canvas.addEventListener("dblclick", openCard, true);
  canvas.addEventListener("contextmenu", suppressMenu, true);
  return () => {
    canvas.removeEventListener("pointerdown", openCard, true);
    canvas.removeEventListener("dblclick", openCard, true);
    canvas.removeEventListener("contextmenu", suppressMenu, true);
  };
}

function isCanvas({ target }: Event): boolean {
  return target instanceof HTMLCanvasElement;
}

function stop(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

const MAX_WAIT_MS = 400;

/**
 * Opens a panel once the tap that asked for it is over. The click of a finger comes after the finger has
 * left: it would fall onto the panel that has just been opened and take the focus from it.
 */
export function afterTap(page: Document, open: () => void): void {
  let isOpen = false;
  const openOnce = () => {
    if (isOpen) return;
    isOpen = true;
    page.removeEventListener("click", openSoon, true);
    open();
  };
  const openSoon = () => setTimeout(openOnce);
  page.addEventListener("click", openSoon, true);
  // A long press, or a finger that moved, causes no click.
  setTimeout(openOnce, MAX_WAIT_MS);
}
