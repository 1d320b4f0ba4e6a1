// The lists of the board: the pile, each theme, and the voices that stand alone. Pure.
import { inOrder, type Known } from "./optimistic_state.ts";
import type { Card, Setting, Theme } from "./protocol.ts";

/** The lists that are no themes. */
export const PILE = "pile";
export const ALONE = "alone";

export interface List {
  /** A theme's id, or one of the two above. */
  id: string;
  theme: Theme | null;
  /** What is left of it by the search. */
  cards: Card[];
  /** How many there are without a search. */
  all: number;
}

export interface Sought {
  words: string;
  standing: string;
  source: string;
}

export const ALL: Sought = { words: "", standing: "", source: "" };

const plain = new WeakMap<Card, string>();

/** Letters as they are looked for: without case and accents. */
export function simple(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function plainOf(card: Card): string {
  let found = plain.get(card);
  if (found === undefined) plain.set(card, (found = simple(`${card.text} ${card.about}`)));
  return found;
}

/** Every word that is sought must be there. */
export function fits(card: Card, sought: Sought, words: readonly string[]): boolean {
  if (sought.standing && card.standing !== sought.standing) return false;
  if (sought.source && card.source !== sought.source) return false;
  return words.every((word) => plainOf(card).includes(word));
}

/** The pile first, then the themes in their order, then those that stand alone. */
export function listsOf({ cards, themes }: Known, sought: Sought): List[] {
  const words = simple(sought.words).split(/\s+/u).filter(Boolean);
  const row = inOrder(themes.values());
  const found = new Map<string, { list: List; orders: Map<string, number> }>();
  const begin = (id: string, theme: Theme | null) =>
    found.set(id, { list: { id, theme, cards: [], all: 0 }, orders: new Map() });
  begin(PILE, null);
  row.forEach((theme) => begin(theme.id, theme));
  begin(ALONE, null);
  for (const card of inOrder(cards.values())) {
    const shown = fits(card, sought, words);
    for (const [id, order] of homesOf(card, themes)) {
      const home = found.get(id);
      if (!home) continue;
      home.list.all += 1;
      home.orders.set(card.id, order);
      if (shown) home.list.cards.push(card);
    }
  }
  for (const { list, orders } of found.values()) {
    if (list.theme) list.cards.sort((one, other) => (orders.get(one.id) ?? 0) - (orders.get(other.id) ?? 0));
  }
  return [...found.values()].map(({ list }) => list);
}

function homesOf(card: Card, themes: Known["themes"]): [string, number][] {
  const homes = card.places.filter(([theme]) => themes.has(theme));
  if (card.alone) return [...homes, [ALONE, card.order]];
  return homes.length > 0 ? homes : [[PILE, card.order]];
}

/** The cards of a list, side by side: those whose lives it is, those who are paid, the rest. */
export function bySide(cards: readonly Card[], setting: Setting): [id: string, words: string, cards: Card[]][] {
  const sides = new Map(setting.standings.map(({ id, side }) => [id, side]));
  return setting.sides.map(([id, words]) => [id, words, cards.filter((card) => sides.get(card.standing) === id)]);
}

/** How many themes a card is in. */
export function themesOf(card: Card, themes: Known["themes"]): Theme[] {
  return card.places.flatMap(([id]) => themes.get(id) ?? []);
}
