// The keys of the board: arrows navigate, Space selects, Enter moves, numbers move to a theme.
import { NEW_LIST, type BoardController } from "./controller.ts";
import { actionForKey, fallbackPosition, nextPosition, type Position } from "./keyboard_navigation.ts";
import type { CardRef } from "./moves.ts";

const LIST_SELECTOR = "[data-list]";
const HEADING_SELECTOR = "[data-head]";
const CARD_SELECTOR = "[data-card]";

/** Listens on the board; returns how to stop. */
export function listenForKeys(controller: BoardController, root: HTMLElement): () => void {
  let lastPosition: Position | null = null;
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.isComposing || target.closest("input, textarea, select, dialog")) return stopLetters(event);
    if (!event.ctrlKey && !event.metaKey && !event.altKey && handleKey(controller, root, event, target)) {
      event.preventDefault();
      event.stopPropagation();
    } else stopLetters(event);
  };
  const onFocusIn = (event: FocusEvent) => {
    const target = event.target as HTMLElement;
    const position = positionOf(root, target);
    if (position) lastPosition = position;
    const card = cardAt(target);
    if (card && !isSame(controller.state.current, card)) controller.store.set({ current: card });
  };
  // A card that is moved takes the focus with it: it stays with the card that takes its place.
  const observer = new MutationObserver(() => {
    const focusIsLost = document.activeElement === document.body || document.activeElement === null;
    if (focusIsLost && lastPosition && !root.querySelector("dialog")) focusAt(root, fallbackPosition(listSizes(root), lastPosition));
  });
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget instanceof HTMLElement && !root.contains(event.relatedTarget)) lastPosition = null;
  };
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.target instanceof Node && root.contains(event.target))) lastPosition = null;
  };
  root.addEventListener("keydown", onKeyDown);
  root.addEventListener("focusin", onFocusIn);
  root.addEventListener("focusout", onFocusOut);
  document.addEventListener("pointerdown", onPointerDown, true);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    root.removeEventListener("keydown", onKeyDown);
    root.removeEventListener("focusin", onFocusIn);
    root.removeEventListener("focusout", onFocusOut);
    document.removeEventListener("pointerdown", onPointerDown, true);
  };
}

/** Streamlit reruns the page at the letter R. */
function stopLetters(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}

function handleKey(controller: BoardController, root: HTMLElement, event: KeyboardEvent, target: HTMLElement): boolean {
  const position = positionOf(root, target);
  const card = cardAt(target);
  const { selection } = controller.state;
  const action = actionForKey(event.key, card !== null, selection.length);
  // Other buttons keep their own Enter; only cards and headings are navigated from.
  if (action === null || (position === null && action.type !== "clear selection")) return false;
  switch (action.type) {
    case "navigate":
      return position !== null && focusAt(root, nextPosition(listSizes(root), position, event.key, controller.state.setting?.right_to_left ?? false));
    case "toggle":
      if (card) controller.toggleSelected(card);
      return card !== null;
    case "move here":
      controller.moveTo(target.closest<HTMLElement>(LIST_SELECTOR)?.dataset.list ?? NEW_LIST);
      return true;
    case "clear selection":
      controller.clearSelection();
      return true;
    case "choose theme":
      if (card) controller.open({ kind: "choose", cards: selection.length > 0 ? selection : controller.cardsOf(card) });
      return card !== null;
    case "move to theme":
      controller.moveToNumber(action.theme, selection.length > 0 ? selection : card ? controller.cardsOf(card) : []);
      return true;
  }
}

function listElements(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(LIST_SELECTOR)];
}

function listSizes(root: HTMLElement): number[] {
  return listElements(root).map((list) => list.querySelectorAll(CARD_SELECTOR).length);
}

function positionOf(root: HTMLElement, target: HTMLElement): Position | null {
  const own = target.closest<HTMLElement>(LIST_SELECTOR);
  if (own === null) return null;
  const list = listElements(root).indexOf(own);
  if (target.matches(HEADING_SELECTOR)) return { list, card: -1 };
  const card = [...own.querySelectorAll(CARD_SELECTOR)].indexOf(target);
  return card < 0 ? null : { list, card };
}

function cardAt(target: HTMLElement): CardRef | null {
  const voice = target.matches(CARD_SELECTOR) ? target.dataset.card : undefined;
  const from = target.closest<HTMLElement>(LIST_SELECTOR)?.dataset.list;
  return voice !== undefined && from !== undefined ? { voice, from } : null;
}

function isSame(a: CardRef | null, b: CardRef): boolean {
  return a?.voice === b.voice && a.from === b.from;
}

function focusAt(root: HTMLElement, position: Position | null): boolean {
  if (position === null) return false;
  const list = listElements(root)[position.list];
  const cards = list?.querySelectorAll<HTMLElement>(CARD_SELECTOR);
  const element = position.card < 0 ? list?.querySelector<HTMLElement>(HEADING_SELECTOR) : cards?.[position.card];
  element?.focus();
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return element !== undefined && element !== null;
}
