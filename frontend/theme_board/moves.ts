// From the cards that are moved and the list that they go to, to one change. Pure.
import { ALONE, PILE } from "./lists.ts";
import type { ChangeWithoutId, ThemeAssignment } from "./protocol.ts";

/** A card on the board: its voice, and the list that it is in. */
export interface CardRef {
  voice: string;
  from: string;
}

export function isThemeList(list: string): boolean {
  return list !== PILE && list !== ALONE;
}

export function isSameCard(a: CardRef, b: CardRef): boolean {
  return a.voice === b.voice && a.from === b.from;
}

/** Adds a card to the selection with all that it stands for, or removes them. */
export function toggleCards(selection: readonly CardRef[], cards: readonly CardRef[]): CardRef[] {
  const others = selection.filter((selected) => !cards.some((card) => isSameCard(selected, card)));
  const isSelected = selection.some((selected) => cards[0] !== undefined && isSameCard(selected, cards[0]));
  return isSelected ? others : [...others, ...cards];
}

/** The cards that are dragged: the whole selection if the card is in it, else the card alone. */
export function draggedCards(selection: readonly CardRef[], cards: readonly CardRef[]): readonly CardRef[] {
  const isSelected = selection.some((selected) => cards[0] !== undefined && isSameCard(selected, cards[0]));
  return isSelected ? selection : cards;
}

/** The themes that cards leave when they are moved. */
export function assignmentsLeft(cards: readonly CardRef[]): ThemeAssignment[] {
  return cards.filter(({ from }) => isThemeList(from)).map(({ voice, from }) => [voice, from]);
}

export function voicesOf(cards: readonly CardRef[]): string[] {
  return [...new Set(cards.map(({ voice }) => voice))];
}

/** The change that moves cards to a list; null if all of them are there already. */
export function moveChange(cards: readonly CardRef[], into: string, asCopy: boolean): ChangeWithoutId | null {
  const arriving = cards.filter(({ from }) => from !== into);
  if (arriving.length === 0) return null;
  const put: ThemeAssignment[] = isThemeList(into) ? voicesOf(arriving).map((voice) => [voice, into]) : [];
  const take = asCopy && isThemeList(into) ? [] : assignmentsLeft(arriving);
  const alone: [string, boolean][] = [];
  if (into === ALONE) alone.push(...voicesOf(arriving).map((voice): [string, boolean] => [voice, true]));
  else {
    const leavingAlone = asCopy ? [] : arriving.filter(({ from }) => from === ALONE);
    alone.push(...voicesOf(leavingAlone).map((voice): [string, boolean] => [voice, false]));
  }
  if (put.length + take.length + alone.length === 0) return null;
  return { do: "place", put, take, alone };
}

/** The change that makes a new theme of these cards. */
export function makeThemeChange(cards: readonly CardRef[], theme: string, name: string): ChangeWithoutId {
  return { do: "make", theme, name, voices: voicesOf(cards), take: assignmentsLeft(cards) };
}

/** The theme that all of these cards are in, which they can be split from; null if there is none. */
export function commonTheme(cards: readonly CardRef[]): string | null {
  const [first] = cards;
  return first && isThemeList(first.from) && cards.every(({ from }) => from === first.from) ? first.from : null;
}
