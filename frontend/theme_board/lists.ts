// The lists of the board: the pile, each theme, and the voices that stand alone. Pure.
import { sortedByOrder, type BoardData } from "./optimistic_state.ts";
import type { Card, Setting, Theme } from "./protocol.ts";

/** The ids of the lists that are no themes. */
export const PILE = "pile";
export const ALONE = "alone";

/** A list of cards on the board. */
export interface List {
  /** The id of a theme, or one of the two above. */
  id: string;
  theme: Theme | null;
  /** The cards that match the filter; in the pile one for all that say the same in the same place. */
  cards: Card[];
  /** In the pile, the voices of a card that stands for several, itself the first. */
  same: ReadonlyMap<string, readonly string[]>;
  /** How many voices match the filter. */
  found: number;
  /** The number of voices without the filter. */
  total: number;
}

/** What is searched for; empty fields match everything. */
export interface Filter {
  words: string;
  standing: string;
  source: string;
}

export const NO_FILTER: Filter = { words: "", standing: "", source: "" };

const searchTexts = new WeakMap<Card, string>();

/** A text without case and accents, for searching. */
export function normalise(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function searchTextOf(card: Card): string {
  let text = searchTexts.get(card);
  if (text === undefined) searchTexts.set(card, (text = normalise(`${card.text} ${card.about}`)));
  return text;
}

/** Whether a card matches the filter; its words are given normalised, and each must be in the card. */
export function matches(card: Card, filter: Filter, words: readonly string[]): boolean {
  if (filter.standing && card.standing !== filter.standing) return false;
  if (filter.source && card.source !== filter.source) return false;
  return words.every((word) => searchTextOf(card).includes(word));
}

/** The pile, the themes in their order, then the voices that stand alone. */
export function listsOf({ cards, themes }: BoardData, filter: Filter): List[] {
  const words = normalise(filter.words).split(/\s+/u).filter(Boolean);
  const ordered = sortedByOrder(themes.values());
  const byId = new Map<string, { list: List; orders: Map<string, number> }>();
  const addList = (id: string, theme: Theme | null) =>
    byId.set(id, { list: { id, theme, cards: [], same: new Map(), found: 0, total: 0 }, orders: new Map() });
  addList(PILE, null);
  ordered.forEach((theme) => addList(theme.id, theme));
  addList(ALONE, null);
  for (const card of sortedByOrder(cards.values())) {
    const isShown = matches(card, filter, words);
    for (const [id, order] of listsWith(card, themes)) {
      const entry = byId.get(id);
      if (!entry) continue;
      entry.list.total += 1;
      entry.orders.set(card.id, order);
      if (isShown) entry.list.cards.push(card);
    }
  }
  for (const { list, orders } of byId.values()) {
    list.found = list.cards.length;
    if (list.id === PILE) foldSame(list);
    if (list.theme) list.cards.sort((a, b) => (orders.get(a.id) ?? 0) - (orders.get(b.id) ?? 0));
  }
  return [...byId.values()].map(({ list }) => list);
}

/** Leaves one card for all that look the same: equal words, said in the same place by people alike. */
function foldSame(list: List): void {
  const groups = new Map<string, Card[]>();
  for (const card of list.cards) {
    const key = `${searchTextOf(card)} ${card.standing} ${card.source}`;
    const group = groups.get(key);
    if (group) group.push(card);
    else groups.set(key, [card]);
  }
  list.cards = [...groups.values()].flatMap(([first]) => first ?? []);
  list.same = new Map(
    [...groups.values()].filter(({ length }) => length > 1).map((group) => [group[0]?.id ?? "", group.map(({ id }) => id)]),
  );
}

function listsWith(card: Card, themes: BoardData["themes"]): [string, number][] {
  const assigned = card.places.filter(([theme]) => themes.has(theme));
  if (card.alone) return [...assigned, [ALONE, card.order]];
  return assigned.length > 0 ? assigned : [[PILE, card.order]];
}

/** The cards of a list by side: people, professionals, the rest. */
export function cardsBySide(cards: readonly Card[], setting: Setting): [id: string, words: string, cards: Card[]][] {
  const sides = new Map(setting.standings.map(({ id, side }) => [id, side]));
  return setting.sides.map(([id, words]) => [id, words, cards.filter((card) => sides.get(card.standing) === id)]);
}

/** The themes that a card is in. */
export function themesOf(card: Card, themes: BoardData["themes"]): Theme[] {
  return card.places.flatMap(([id]) => themes.get(id) ?? []);
}
