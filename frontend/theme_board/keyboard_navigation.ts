// Going over the board by keyboard: from card to card, from list to list. Pure.

/** A list, by its place on the board, and a card in it; -1 is the head of the list. */
export interface Spot {
  list: number;
  card: number;
}

/** Where a key leads; null if it leads nowhere. `sizes` tells how many cards each list shows. */
export function walked(sizes: readonly number[], here: Spot, key: string, rightToLeft: boolean): Spot | null {
  const size = sizes[here.list] ?? 0;
  const [before, after] = rightToLeft ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  switch (key) {
    case "ArrowUp":
      return here.card < 0 ? null : { ...here, card: here.card - 1 };
    case "ArrowDown":
      return here.card + 1 < size ? { ...here, card: here.card + 1 } : null;
    case "Home":
      return size > 0 ? { ...here, card: 0 } : null;
    case "End":
      return size > 0 ? { ...here, card: size - 1 } : null;
    case before:
      return beside(sizes, here, -1);
    case after:
      return beside(sizes, here, 1);
    default:
      return null;
  }
}

function beside(sizes: readonly number[], here: Spot, step: number): Spot | null {
  const list = here.list + step;
  const size = sizes[list];
  return size === undefined ? null : { list, card: Math.min(here.card, size - 1) };
}

/** Where the focus goes when its card has left the list: to what took its place, else to the head. */
export function instead(sizes: readonly number[], lost: Spot): Spot {
  return { list: lost.list, card: Math.min(lost.card, (sizes[lost.list] ?? 0) - 1) };
}

export type Deed =
  | { act: "walk" }
  /** Take up the card, or let go of it. */
  | { act: "toggle" }
  | { act: "put down" }
  | { act: "let go" }
  | { act: "choose" }
  /** Put into the theme of this number, from 0. */
  | { act: "into"; theme: number };

/** What a key does on a card (`onCard`) or on the head of a list. */
export function deedOf(key: string, onCard: boolean, inHand: number): Deed | null {
  if (key.startsWith("Arrow") || key === "Home" || key === "End") return { act: "walk" };
  if (key === "Escape") return inHand > 0 ? { act: "let go" } : null;
  if (key === " " && onCard) return { act: "toggle" };
  if (key === "Enter") {
    if (inHand > 0) return { act: "put down" };
    return onCard ? { act: "toggle" } : null;
  }
  if (/^[1-9]$/.test(key) && (onCard || inHand > 0)) return { act: "into", theme: Number(key) - 1 };
  if (key.toLowerCase() === "m" && onCard) return { act: "choose" };
  return null;
}
