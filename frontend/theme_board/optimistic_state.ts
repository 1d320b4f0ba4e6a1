// What the server has told of the board, and what it will be once it has heard of what waits. Pure.
import type { Card, Change, Placed, Theme, Told } from "./protocol.ts";

export interface Known {
  cards: ReadonlyMap<string, Card>;
  themes: ReadonlyMap<string, Theme>;
}

export const NOTHING: Known = { cards: new Map(), themes: new Map() };
const LAST = 1e9;

/** Takes in what the server tells; the very same maps where it tells nothing. */
export function learn(known: Known, told: Told): Known {
  const from = told.base === null ? NOTHING : known;
  return {
    cards: changed(from.cards, told.cards, told.cards_gone),
    themes: changed(from.themes, told.themes, told.themes_gone),
  };
}

function changed<One extends { id: string }>(
  before: ReadonlyMap<string, One>,
  news: readonly One[],
  gone: readonly string[],
): ReadonlyMap<string, One> {
  if (news.length + gone.length === 0) return before;
  const after = new Map(before);
  for (const one of news) after.set(one.id, one);
  for (const id of gone) after.delete(id);
  return after;
}

/** Plays what waits over what is known; gives back the known itself if nothing waits. */
export function foretold(known: Known, waiting: readonly Change[]): Known {
  if (waiting.length === 0) return known;
  const board = new Foretelling(known);
  for (const change of waiting) board.play(change);
  return { cards: board.cards, themes: board.themes };
}

class Foretelling {
  readonly cards: Map<string, Card>;
  readonly themes: Map<string, Theme>;

  constructor({ cards, themes }: Known) {
    this.cards = new Map(cards);
    this.themes = new Map(themes);
  }

  play(change: Change): void {
    switch (change.do) {
      case "place":
        this.#take(change.take);
        this.#put(change.put);
        change.alone.forEach(([voice, alone]) => this.#amend(voice, alone ? { alone, places: [] } : { alone }));
        break;
      case "make":
        this.#take(change.take);
        this.#make(change.theme, change.name, change.voices);
        break;
      case "rename":
        this.#say(change.theme, { name: change.name });
        break;
      case "state":
        this.#say(change.theme, { statement: change.statement, agreed: change.agreed });
        break;
      case "merge": {
        const voices = this.#in(change.theme);
        this.#put(voices.map((voice) => [voice, change.into]));
        this.#end(change.theme);
        break;
      }
      case "split":
        this.#take(change.voices.map((voice) => [voice, change.theme]));
        this.#make(change.as, change.name, change.voices);
        break;
      case "order":
        this.#order(change.theme, change.steps);
        break;
      case "apart":
        this.#end(change.theme);
        break;
    }
  }

  #make(theme: string, name: string, voices: readonly string[]): void {
    if (!this.themes.has(theme)) {
      const order = LAST + this.themes.size;
      this.themes.set(theme, { id: theme, name, statement: "", agreed: [], order, counts: "", side_counts: {} });
    }
    this.#put(voices.map((voice) => [voice, theme]));
  }

  #put(placed: readonly Placed[]): void {
    for (const [voice, theme] of placed) {
      const card = this.cards.get(voice);
      if (!card || !this.themes.has(theme) || card.places.some(([one]) => one === theme)) continue;
      this.#amend(voice, { places: [...card.places, [theme, LAST]], alone: false });
    }
  }

  #take(taken: readonly Placed[]): void {
    for (const [voice, theme] of taken) {
      const card = this.cards.get(voice);
      if (card) this.#amend(voice, { places: card.places.filter(([one]) => one !== theme) });
    }
  }

  #end(theme: string): void {
    this.#take(this.#in(theme).map((voice) => [voice, theme]));
    this.themes.delete(theme);
  }

  #in(theme: string): string[] {
    return [...this.cards.values()].filter(({ places }) => places.some(([one]) => one === theme)).map(({ id }) => id);
  }

  #order(theme: string, steps: number): void {
    const row = inOrder(this.themes.values());
    const from = row.findIndex(({ id }) => id === theme);
    if (from < 0) return;
    const to = Math.max(0, Math.min(row.length - 1, from + steps));
    row.splice(to, 0, ...row.splice(from, 1));
    const orders = row.map(({ order }) => order).sort((one, other) => one - other);
    row.forEach((one, at) => this.themes.set(one.id, { ...one, order: orders[at] ?? at }));
  }

  #amend(voice: string, facts: Partial<Card>): void {
    const card = this.cards.get(voice);
    if (card) this.cards.set(voice, { ...card, ...facts });
  }

  #say(theme: string, facts: Partial<Theme>): void {
    const one = this.themes.get(theme);
    if (one) this.themes.set(theme, { ...one, ...facts });
  }
}

/** The records in their order. */
export function inOrder<One extends { id: string; order: number }>(records: Iterable<One>): One[] {
  return [...records].sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
}
