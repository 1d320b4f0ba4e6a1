// The keys of the wall: each tool has one; of the board's own keys only harmless ones get through.
import { cardOf } from "./elements.ts";
import type { Desk } from "./controller.ts";
import { stageNear } from "./panels/card_changes.ts";
import { toolOf } from "./tools.ts";

const BOARDS_OWN = new Set([
  "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Escape", "Shift", "Alt", "Control", "Meta",
  "PageUp", "PageDown", " ", "F24",
]);
const WITH_CONTROL = new Set(["a", "c", "x", "v", "d", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]);

/** Listens before the board does; gives back how to stop. */
export function keysOf(desk: Desk): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isElsewhere(event, desk.root)) return;
    if (act(desk, event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (!passes(event) && (isOnBoard(event, desk.root) || isLetter(event))) {
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

/** The page around the wall runs anew when it hears an R. */
function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isOnBoard(event: KeyboardEvent, root: HTMLElement): boolean {
  return event.target instanceof Node && (root.querySelector(".wall-board")?.contains(event.target) ?? false);
}

function passes(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return WITH_CONTROL.has(event.key) || BOARDS_OWN.has(event.key);
  return BOARDS_OWN.has(event.key) || ["Delete", "Backspace", "Enter", "Tab"].includes(event.key);
}

function act(desk: Desk, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey || !["z", "y"].includes(key)) return false;
    desk.tool(key === "y" || event.shiftKey ? "redo" : "undo");
    return true;
  }
  if (event.altKey) return false;
  if (isOnBoard(event, desk.root) || event.target === document.body) {
    if (event.key === "Enter") return enter(desk);
    if (event.key === "Delete" || event.key === "Backspace") return remove(desk);
  }
  if (event.key === "Escape") return escape(desk);
  const tool = toolOf(event.key);
  if (!tool) return false;
  desk.tool(tool.name);
  if (tool.name === "card") openCard(desk);
  return true;
}

/** A key says nothing of a place: the stage that is looked at finds room for the card. */
function openCard(desk: Desk): void {
  const { stage, setting } = desk.store.state();
  desk.tool("select");
  desk.open({ card: null, stage: stage ?? stageNear(setting?.stages ?? [], desk.centre()) });
}

function enter(desk: Desk): boolean {
  if (desk.store.state().tool === "card") {
    openCard(desk);
    return true;
  }
  const [only, more] = desk.store.state().selected;
  if (only === undefined || more !== undefined || !isCard(desk, only)) return false;
  desk.open({ card: only });
  return true;
}

/** Cards are asked about; marks that were chosen with them wait for the answer. */
function remove(desk: Desk): boolean {
  const { selected } = desk.store.state();
  const cards = selected.filter((id) => isCard(desk, id));
  if (cards.length === 0) return false;
  desk.open({ remove: cards, marks: selected.filter((id) => !cards.includes(id)) });
  return true;
}

function escape(desk: Desk): boolean {
  const { projector, more, panel, tool } = desk.store.state();
  if (projector) desk.tool("hide");
  else if (more) desk.store.set({ more: false });
  else if (panel === "outline") desk.open(null);
  else if (tool !== "select") desk.tool("select");
  else return false;
  return true;
}

function isCard(desk: Desk, record: string): boolean {
  return desk.scene?.elements.some((one) => cardOf(one) === record) ?? false;
}
