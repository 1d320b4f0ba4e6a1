// The board as the server has sent it, and as it will be once the waiting changes are applied. Pure.
import type { Card, Change, ServerMessage, Theme, ThemeAssignment } from "./protocol.ts";

/** The cards and themes of a board, by id. */
export interface BoardData {
  cards: ReadonlyMap<string, Card>;
  themes: ReadonlyMap<string, Theme>;
}

export const EMPTY_BOARD: BoardData = { cards: new Map(), themes: new Map() };
const LAST_ORDER = 1e9;

/** Applies a message; returns the very same maps where nothing changes. */
export function applyMessage(data: BoardData, message: ServerMessage): BoardData {
  const base = message.base === null ? EMPTY_BOARD : data;
  return {
    cards: updateRecords(base.cards, message.cards, message.cards_gone),
    themes: updateRecords(base.themes, message.themes, message.themes_gone),
  };
}

function updateRecords<Entry extends { id: string }>(
  records: ReadonlyMap<string, Entry>,
  updated: readonly Entry[],
  removed: readonly string[],
): ReadonlyMap<string, Entry> {
  if (updated.length + removed.length === 0) return records;
  const result = new Map(records);
  for (const entry of updated) result.set(entry.id, entry);
  for (const id of removed) result.delete(id);
  return result;
}

/** Applies the waiting changes; returns the very same data if there are none. */
export function applyPending(confirmed: BoardData, waiting: readonly Change[]): BoardData {
  if (waiting.length === 0) return confirmed;
  const optimistic = new OptimisticBoard(confirmed);
  for (const change of waiting) optimistic.apply(change);
  return { cards: optimistic.cards, themes: optimistic.themes };
}

class OptimisticBoard {
  readonly cards: Map<string, Card>;
  readonly themes: Map<string, Theme>;

  constructor({ cards, themes }: BoardData) {
    this.cards = new Map(cards);
    this.themes = new Map(themes);
  }

  apply(change: Change): void {
    switch (change.do) {
      case "place":
        this.#unassign(change.take);
        this.#assign(change.put);
        change.alone.forEach(([voice, alone]) => this.#updateCard(voice, alone ? { alone, places: [] } : { alone }));
        break;
      case "make":
        this.#unassign(change.take);
        this.#addTheme(change.theme, change.name, change.voices);
        break;
      case "rename":
        this.#updateTheme(change.theme, { name: change.name });
        break;
      case "state":
        this.#updateTheme(change.theme, { statement: change.statement, agreed: change.agreed });
        break;
      case "merge": {
        const voices = this.#voicesIn(change.theme);
        this.#assign(voices.map((voice) => [voice, change.into]));
        this.#removeTheme(change.theme);
        break;
      }
      case "split":
        this.#unassign(change.voices.map((voice) => [voice, change.theme]));
        this.#addTheme(change.as, change.name, change.voices);
        break;
      case "order":
        this.#moveTheme(change.theme, change.steps);
        break;
      case "apart":
        this.#removeTheme(change.theme);
        break;
    }
  }

  #addTheme(theme: string, name: string, voices: readonly string[]): void {
    if (!this.themes.has(theme)) {
      const order = LAST_ORDER + this.themes.size;
      this.themes.set(theme, { id: theme, name, statement: "", agreed: [], order, counts: "", side_counts: {} });
    }
    this.#assign(voices.map((voice) => [voice, theme]));
  }

  #assign(assignments: readonly ThemeAssignment[]): void {
    for (const [voice, theme] of assignments) {
      const card = this.cards.get(voice);
      if (!card || !this.themes.has(theme) || card.places.some(([id]) => id === theme)) continue;
      this.#updateCard(voice, { places: [...card.places, [theme, LAST_ORDER]], alone: false });
    }
  }

  #unassign(assignments: readonly ThemeAssignment[]): void {
    for (const [voice, theme] of assignments) {
      const card = this.cards.get(voice);
      if (card) this.#updateCard(voice, { places: card.places.filter(([id]) => id !== theme) });
    }
  }

  #removeTheme(theme: string): void {
    this.#unassign(this.#voicesIn(theme).map((voice) => [voice, theme]));
    this.themes.delete(theme);
  }

  #voicesIn(theme: string): string[] {
    return [...this.cards.values()].filter(({ places }) => places.some(([assigned]) => assigned === theme)).map(({ id }) => id);
  }

  #moveTheme(theme: string, steps: number): void {
    const ordered = sortedByOrder(this.themes.values());
    const from = ordered.findIndex(({ id }) => id === theme);
    if (from < 0) return;
    const to = Math.max(0, Math.min(ordered.length - 1, from + steps));
    ordered.splice(to, 0, ...ordered.splice(from, 1));
    const orders = ordered.map(({ order }) => order).sort((a, b) => a - b);
    ordered.forEach((moved, index) => this.themes.set(moved.id, { ...moved, order: orders[index] ?? index }));
  }

  #updateCard(voice: string, fields: Partial<Card>): void {
    const card = this.cards.get(voice);
    if (card) this.cards.set(voice, { ...card, ...fields });
  }

  #updateTheme(theme: string, fields: Partial<Theme>): void {
    const current = this.themes.get(theme);
    if (current) this.themes.set(theme, { ...current, ...fields });
  }
}

/** Records sorted by their `order`. */
export function sortedByOrder<Entry extends { id: string; order: number }>(records: Iterable<Entry>): Entry[] {
  return [...records].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
