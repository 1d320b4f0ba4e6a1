// The board by keyboard: arrows go, Space takes up, Enter puts down, numbers put into a theme.
import { NEW, type Desk } from "./controller.ts";
import { deedOf, instead, walked, type Spot } from "./keyboard_navigation.ts";
import type { Held } from "./moves.ts";

const LISTS = "[data-list]";
const HEAD = "[data-head]";
const CARD = "[data-card]";

/** Listens on the board; gives back how to stop. */
export function keysOf(desk: Desk, root: HTMLElement): () => void {
  let last: Spot | null = null;
  const listen = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.isComposing || target.closest("input, textarea, select, dialog")) return keepLetters(event);
    if (!event.ctrlKey && !event.metaKey && !event.altKey && act(desk, root, event, target)) {
      event.preventDefault();
      event.stopPropagation();
    } else keepLetters(event);
  };
  const focused = (event: FocusEvent) => {
    const target = event.target as HTMLElement;
    const spot = spotOf(root, target);
    if (spot) last = spot;
    const held = heldAt(target);
    if (held && !same(desk.state.current, held)) desk.store.set({ current: held });
  };
  // A card that goes elsewhere takes the focus along: it stays with what comes in its place.
  const moved = new MutationObserver(() => {
    const nowhere = document.activeElement === document.body || document.activeElement === null;
    if (nowhere && last && !root.querySelector("dialog")) focusAt(root, instead(sizesOf(root), last));
  });
  const away = (event: FocusEvent) => {
    if (event.relatedTarget instanceof HTMLElement && !root.contains(event.relatedTarget)) last = null;
  };
  const pressed = (event: PointerEvent) => {
    if (!(event.target instanceof Node && root.contains(event.target))) last = null;
  };
  root.addEventListener("keydown", listen);
  root.addEventListener("focusin", focused);
  root.addEventListener("focusout", away);
  document.addEventListener("pointerdown", pressed, true);
  moved.observe(root, { childList: true, subtree: true });
  return () => {
    moved.disconnect();
    root.removeEventListener("keydown", listen);
    root.removeEventListener("focusin", focused);
    root.removeEventListener("focusout", away);
    document.removeEventListener("pointerdown", pressed, true);
  };
}

/** The page around the board runs anew when it hears an R. */
function keepLetters(event: KeyboardEvent): void {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}

function act(desk: Desk, root: HTMLElement, event: KeyboardEvent, target: HTMLElement): boolean {
  const spot = spotOf(root, target);
  const held = heldAt(target);
  const { hand } = desk.state;
  const deed = deedOf(event.key, held !== null, hand.length);
  // Other buttons keep their own Enter; only cards and heads are places to go from.
  if (deed === null || (spot === null && deed.act !== "let go")) return false;
  switch (deed.act) {
    case "walk":
      return spot !== null && focusAt(root, walked(sizesOf(root), spot, event.key, desk.state.setting?.right_to_left ?? false));
    case "toggle":
      if (held) desk.toggle(held);
      return held !== null;
    case "put down":
      desk.put(target.closest<HTMLElement>(LISTS)?.dataset.list ?? NEW);
      return true;
    case "let go":
      desk.letGo();
      return true;
    case "choose":
      if (held) desk.open({ kind: "choose", hand: hand.length > 0 ? hand : [held] });
      return held !== null;
    case "into":
      desk.putIntoNumber(deed.theme, hand.length > 0 ? hand : held ? [held] : []);
      return true;
  }
}

function lists(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(LISTS)];
}

function sizesOf(root: HTMLElement): number[] {
  return lists(root).map((list) => list.querySelectorAll(CARD).length);
}

function spotOf(root: HTMLElement, target: HTMLElement): Spot | null {
  const own = target.closest<HTMLElement>(LISTS);
  if (own === null) return null;
  const list = lists(root).indexOf(own);
  if (target.matches(HEAD)) return { list, card: -1 };
  const card = [...own.querySelectorAll(CARD)].indexOf(target);
  return card < 0 ? null : { list, card };
}

function heldAt(target: HTMLElement): Held | null {
  const voice = target.matches(CARD) ? target.dataset.card : undefined;
  const from = target.closest<HTMLElement>(LISTS)?.dataset.list;
  return voice !== undefined && from !== undefined ? { voice, from } : null;
}

function same(one: Held | null, other: Held): boolean {
  return one?.voice === other.voice && one.from === other.from;
}

function focusAt(root: HTMLElement, spot: Spot | null): boolean {
  if (spot === null) return false;
  const list = lists(root)[spot.list];
  const cards = list?.querySelectorAll<HTMLElement>(CARD);
  const goal = spot.card < 0 ? list?.querySelector<HTMLElement>(HEAD) : cards?.[spot.card];
  goal?.focus();
  goal?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return goal !== undefined && goal !== null;
}
