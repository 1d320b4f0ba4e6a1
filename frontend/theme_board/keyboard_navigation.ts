// The keyboard on the board: where the focus goes, and what keys do. Pure.

/** The index of a list, and of a card in it; card -1 is the heading of the list. */
export interface Position {
  list: number;
  card: number;
}

/** Where a key moves the focus, or null. `sizes` are the numbers of cards that the lists show. */
export function nextPosition(sizes: readonly number[], current: Position, key: string, rightToLeft: boolean): Position | null {
  const size = sizes[current.list] ?? 0;
  const [before, after] = rightToLeft ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  switch (key) {
    case "ArrowUp":
      return current.card < 0 ? null : { ...current, card: current.card - 1 };
    case "ArrowDown":
      return current.card + 1 < size ? { ...current, card: current.card + 1 } : null;
    case "Home":
      return size > 0 ? { ...current, card: 0 } : null;
    case "End":
      return size > 0 ? { ...current, card: size - 1 } : null;
    case before:
      return inAdjacentList(sizes, current, -1);
    case after:
      return inAdjacentList(sizes, current, 1);
    default:
      return null;
  }
}

function inAdjacentList(sizes: readonly number[], current: Position, step: number): Position | null {
  const list = current.list + step;
  const size = sizes[list];
  return size === undefined ? null : { list, card: Math.min(current.card, size - 1) };
}

/** Where the focus goes when its card has left the list: to the next card, else to the heading. */
export function fallbackPosition(sizes: readonly number[], lost: Position): Position {
  return { list: lost.list, card: Math.min(lost.card, (sizes[lost.list] ?? 0) - 1) };
}

/** What a key does. */
export type KeyAction =
  | { type: "navigate" }
  /** Select the card, or deselect it. */
  | { type: "toggle" }
  /** Move the selection to the list with the focus. */
  | { type: "move here" }
  | { type: "clear selection" }
  /** Open the dialog of all themes. */
  | { type: "choose theme" }
  /** Move to the theme with this index. */
  | { type: "move to theme"; theme: number };

/** What a key does on a card (`onCard`) or on the heading of a list, or null. */
export function actionForKey(key: string, onCard: boolean, selectedCount: number): KeyAction | null {
  if (key.startsWith("Arrow") || key === "Home" || key === "End") return { type: "navigate" };
  if (key === "Escape") return selectedCount > 0 ? { type: "clear selection" } : null;
  if (key === " " && onCard) return { type: "toggle" };
  if (key === "Enter") {
    if (selectedCount > 0) return { type: "move here" };
    return onCard ? { type: "toggle" } : null;
  }
  if (/^[1-9]$/.test(key) && (onCard || selectedCount > 0)) return { type: "move to theme", theme: Number(key) - 1 };
  if (key.toLowerCase() === "m" && onCard) return { type: "choose theme" };
  return null;
}
