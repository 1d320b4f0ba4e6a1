// The keys of the wall: each tool has one. Of Excalidraw's own keys only harmless ones get through.
import type { WallController } from "./controller.ts";
import { chooseFile } from "./doors.ts";
import { cardOf } from "./elements.ts";
import { nearestStage } from "./panels/card_changes.ts";
import { toolForKey } from "./tools.ts";

const BOARD_KEYS = new Set([
  "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Escape", "Shift", "Alt", "Control", "Meta",
  "PageUp", "PageDown", " ", "F24",
]);
const BOARD_CTRL_KEYS = new Set(["a", "c", "x", "v", "d"]);

/** Listens before Excalidraw does; returns how to stop. */
export function listenForKeys(controller: WallController): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isElsewhere(event, controller.root)) return;
    if (handleKey(controller, event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!isForBoard(event) && (isOnBoard(event, controller.root) || isLetter(event))) {
      event.stopPropagation();
    }
  };
  window.addEventListener("keydown", listen, true);
  return () => window.removeEventListener("keydown", listen, true);
}

/** Fields, dialogs and the rest of the page keep their own keys. */
function isElsewhere(event: KeyboardEvent, root: HTMLElement): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.isComposing) return true;
  if (target.closest("input, textarea, select, [contenteditable='true'], dialog")) return true;
  if (root.ownerDocument.querySelector("dialog:modal")) return true;
  return target !== root.ownerDocument.body && !root.contains(target);
}

/** Streamlit reruns the page at the letter R. */
function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isOnBoard(event: KeyboardEvent, root: HTMLElement): boolean {
  return event.target instanceof Node && (root.querySelector(".wall-board")?.contains(event.target) ?? false);
}

function isForBoard(event: KeyboardEvent): boolean {
  // With an arrow key, Excalidraw would draw boxes of a flow chart or walk through them.
  if (event.key.startsWith("Arrow") && (event.ctrlKey || event.metaKey || event.altKey)) return false;
  if (event.ctrlKey || event.metaKey) return BOARD_CTRL_KEYS.has(event.key) || BOARD_KEYS.has(event.key);
  return BOARD_KEYS.has(event.key) || ["Delete", "Backspace", "Enter", "Tab"].includes(event.key);
}

function handleKey(controller: WallController, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return false;
    // The browser would open a file in place of the wall, or save the page, which is of no use.
    if (key === "o") chooseFile(controller);
    else if (key === "s") controller.store.set({ told: controller.t("wall.saved") });
    else if (["z", "y"].includes(key)) controller.selectTool(key === "y" || event.shiftKey ? "redo" : "undo");
    else return false;
    return true;
  }
  if (event.altKey) return false;
  if (isOnBoard(event, controller.root) || event.target === document.body) {
    if (event.key === "Enter") return handleEnter(controller);
    if (event.key === "Delete" || event.key === "Backspace") return handleDelete(controller);
  }
  if (event.key === "Escape") return handleEscape(controller);
  const tool = toolForKey(event.key, controller.isCloth);
  if (!tool) return false;
  controller.selectTool(tool.name);
  if (tool.name === "card") openCard(controller);
  return true;
}

/** A key has no position: the server places the card in the stage that is in view. */
function openCard(controller: WallController): void {
  const { stage, setting } = controller.store.state();
  controller.selectTool("select");
  controller.open({ card: null, stage: stage ?? nearestStage(setting?.stages ?? [], controller.centre()) });
}

function handleEnter(controller: WallController): boolean {
  if (controller.store.state().tool === "card") {
    openCard(controller);
    return true;
  }
  const [only, more] = controller.store.state().selected;
  if (only === undefined || more !== undefined || !isCard(controller, only)) return false;
  controller.open({ card: only });
  return true;
}

/** Asks before cards are deleted; marks that are selected with them wait for the answer. */
function handleDelete(controller: WallController): boolean {
  const { selected } = controller.store.state();
  const cards = selected.filter((id) => isCard(controller, id));
  if (cards.length === 0) return false;
  controller.open({ remove: cards, marks: selected.filter((id) => !cards.includes(id)) });
  return true;
}

function handleEscape(controller: WallController): boolean {
  const { projector, moreOpen, panel, tool } = controller.store.state();
  if (projector) controller.selectTool("hide");
  else if (moreOpen) controller.store.set({ moreOpen: false });
  else if (panel === "outline") controller.open(null);
  else if (tool !== "select") controller.selectTool("select");
  else return false;
  return true;
}

function isCard(controller: WallController, record: string): boolean {
  return controller.scene?.elements.some((element) => cardOf(element) === record) ?? false;
}
