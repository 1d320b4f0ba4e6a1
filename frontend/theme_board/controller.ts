// What people do on the board, by whatever hand: take up, put down, name, and be told of it.
import type { Placeholders } from "../shared/i18n.ts";
import { freshId } from "../sync/ids.ts";
import { ALONE, PILE } from "./lists.ts";
import { isTheme, madeOf, putDown, toggled, voicesOf, type Held } from "./moves.ts";
import type { ChangeWithoutId } from "./protocol.ts";
import type { Open, State, Store } from "./store.ts";

/** Where a hand may be put down that is no list yet. */
export const NEW = "new";

export class Desk {
  constructor(readonly store: Store) {}

  get state(): State {
    return this.store.state();
  }

  say(key: string, facts?: Placeholders): string {
    return this.store.say(key, facts);
  }

  /** What a list is called. */
  nameOf(list: string): string {
    if (list === PILE) return this.say("board.pile");
    if (list === ALONE) return this.say("board.alone");
    if (list === NEW) return this.say("board.new_theme");
    return this.state.themes.get(list)?.name ?? "";
  }

  wordsOf(voice: string): string {
    return this.state.cards.get(voice)?.text ?? "";
  }

  toggle(card: Held): void {
    const hand = toggled(this.state.hand, card);
    const words = this.wordsOf(card.voice);
    const up = hand.length > this.state.hand.length;
    const told = up
      ? this.say("told.up", { words, count: hand.length })
      : this.say("told.down", { words });
    this.store.set({ hand, told });
  }

  letGo(): void {
    this.store.set({ hand: [], told: this.say("told.let_go") });
  }

  /** Puts what is in the hand, or these cards, down on a list. */
  put(into: string, hand: readonly Held[] = this.state.hand, also = false): void {
    if (hand.length === 0) return;
    if (into === NEW) {
      this.store.set({ open: { kind: "make", hand } });
      return;
    }
    const change = putDown(hand, into, also);
    const told = this.#toldOf(change, into, hand, also);
    if (change) this.store.send(change);
    this.store.set({ hand: this.#without(hand), open: null, told });
  }

  #toldOf(change: ChangeWithoutId | null, into: string, hand: readonly Held[], also: boolean): string {
    const name = this.nameOf(into);
    if (!change) return this.say("told.there_already", { name });
    const count = voicesOf(hand).length;
    if (into === PILE) return this.say("told.out", { count });
    if (into === ALONE) return this.say("told.alone", { count });
    return this.say(also ? "told.also" : "told.put", { name, count });
  }

  #without(hand: readonly Held[]): readonly Held[] {
    return this.state.hand.filter((one) => !hand.includes(one));
  }

  /** Puts into the theme of this number, as people count them on the board. */
  putIntoNumber(number: number, hand: readonly Held[]): void {
    const theme = this.state.lists.filter(({ id }) => isTheme(id))[number];
    if (theme) this.put(theme.id, hand);
    else this.store.set({ told: this.say("told.no_such_theme", { number: number + 1 }) });
  }

  takeOut(hand: readonly Held[] = this.state.hand): void {
    this.put(PILE, hand);
  }

  make(name: string, hand: readonly Held[]): void {
    this.store.send(madeOf(hand, freshId(), name));
    this.store.set({
      hand: this.#without(hand),
      open: null,
      told: this.say("told.made", { name, count: voicesOf(hand).length }),
    });
  }

  split(theme: string, name: string, hand: readonly Held[]): void {
    this.store.send({ do: "split", theme, as: freshId(), name, voices: voicesOf(hand) });
    this.store.set({
      hand: this.#without(hand),
      open: null,
      told: this.say("told.made", { name, count: voicesOf(hand).length }),
    });
  }

  /** Sends a change about a theme, closes what is open, and says what happened. */
  settle(change: ChangeWithoutId, key: string, facts: Record<string, string> = {}): void {
    this.store.send(change);
    this.store.set({ open: null, told: this.say(key, facts) });
  }

  undo(): void {
    this.settle({ do: "undo" }, "told.undo");
  }

  open(open: Open | null): void {
    this.store.set({ open });
  }
}
