// What putting down does: from the cards in a hand and the list they go to, to one change. Pure.
import { ALONE, PILE } from "./lists.ts";
import type { ChangeWithoutId, Placed } from "./protocol.ts";

/** A card in the hand: the voice, and the list it was taken up from. */
export interface Held {
  voice: string;
  from: string;
}

export function isTheme(list: string): boolean {
  return list !== PILE && list !== ALONE;
}

export function isSame(one: Held, other: Held): boolean {
  return one.voice === other.voice && one.from === other.from;
}

/** Takes up a card, or lets go of it. */
export function toggled(hand: readonly Held[], card: Held): Held[] {
  const without = hand.filter((one) => !isSame(one, card));
  return without.length < hand.length ? without : [...hand, card];
}

/** What is dragged: the whole hand if the card is in it, else the card alone. */
export function dragged(hand: readonly Held[], card: Held): readonly Held[] {
  return hand.some((one) => isSame(one, card)) ? hand : [card];
}

/** The places that cards leave when they go elsewhere. */
export function left(hand: readonly Held[], keep: string | null = null): Placed[] {
  return hand.filter(({ from }) => isTheme(from) && from !== keep).map(({ voice, from }) => [voice, from]);
}

export function voicesOf(hand: readonly Held[]): string[] {
  return [...new Set(hand.map(({ voice }) => voice))];
}

/** What putting the hand down on a list does; null if all of it is there already. */
export function putDown(hand: readonly Held[], into: string, also: boolean): ChangeWithoutId | null {
  const coming = hand.filter(({ from }) => from !== into);
  if (coming.length === 0) return null;
  const put: Placed[] = isTheme(into) ? voicesOf(coming).map((voice) => [voice, into]) : [];
  const take = also && isTheme(into) ? [] : left(coming);
  const alone: [string, boolean][] = [];
  if (into === ALONE) alone.push(...voicesOf(coming).map((voice): [string, boolean] => [voice, true]));
  else {
    const were = also ? [] : coming.filter(({ from }) => from === ALONE);
    alone.push(...voicesOf(were).map((voice): [string, boolean] => [voice, false]));
  }
  if (put.length + take.length + alone.length === 0) return null;
  return { do: "place", put, take, alone };
}

/** A new theme of what is in the hand. */
export function madeOf(hand: readonly Held[], theme: string, name: string): ChangeWithoutId {
  return { do: "make", theme, name, voices: voicesOf(hand), take: left(hand) };
}

/** What of a hand came from one theme: it can be split off. */
export function splittable(hand: readonly Held[]): string | null {
  const [first] = hand;
  return first && isTheme(first.from) && hand.every(({ from }) => from === first.from) ? first.from : null;
}
