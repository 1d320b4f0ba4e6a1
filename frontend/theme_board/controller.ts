// What people do on the board, by mouse, finger or keyboard: select, move and name, with an announcement.
import type { Placeholders } from "../shared/i18n.ts";
import { freshId } from "../sync/ids.ts";
import { ALONE, PILE } from "./lists.ts";
import { isThemeList, makeThemeChange, moveChange, toggleCards, voicesOf, type CardRef } from "./moves.ts";
import type { ChangeWithoutId } from "./protocol.ts";
import type { OpenDialog, State, Store } from "./store.ts";

/** The target that makes a new theme of the cards that are moved there. */
export const NEW_LIST = "new";

/** The actions of one window. */
export class BoardController {
  constructor(readonly store: Store) {}

  get state(): State {
    return this.store.state();
  }

  /** The revision that this window shows; what is sent names it where words were edited. */
  get based(): { base?: number } {
    const { revision } = this.store.sync;
    return revision === null ? {} : { base: revision };
  }

  t(key: string, placeholders?: Placeholders): string {
    return this.store.t(key, placeholders);
  }

  /** The name of a list in the language of the board. */
  listName(list: string): string {
    if (list === PILE) return this.t("board.pile");
    if (list === ALONE) return this.t("board.alone");
    if (list === NEW_LIST) return this.t("board.new_theme");
    return this.state.themes.get(list)?.name ?? "";
  }

  textOf(voice: string): string {
    return this.state.cards.get(voice)?.text ?? "";
  }

  /** A card, and those that it stands for: they are moved together. */
  cardsOf(card: CardRef): CardRef[] {
    const same = this.state.lists.find(({ id }) => id === card.from)?.same.get(card.voice);
    return (same ?? [card.voice]).map((voice) => ({ voice, from: card.from }));
  }

  toggleSelected(card: CardRef): void {
    const selection = toggleCards(this.state.selection, this.cardsOf(card));
    const words = this.textOf(card.voice);
    const isSelected = selection.length > this.state.selection.length;
    const announcement = isSelected
      ? this.t("told.up", { words, count: selection.length })
      : this.t("told.down", { words });
    this.store.set({ selection, announcement });
  }

  clearSelection(): void {
    this.store.set({ selection: [], announcement: this.t("told.let_go") });
  }

  /** Moves the selection, or these cards, to a list; as a copy they stay in their old themes as well. */
  moveTo(into: string, cards: readonly CardRef[] = this.state.selection, asCopy = false): void {
    if (cards.length === 0) return;
    if (into === NEW_LIST) {
      this.store.set({ open: { kind: "make", cards: cards } });
      return;
    }
    const change = moveChange(cards, into, asCopy);
    const announcement = this.#announcementFor(change, into, cards, asCopy);
    if (change) this.store.send(change);
    this.store.set({ selection: this.#selectionWithout(cards), open: null, announcement });
  }

  #announcementFor(change: ChangeWithoutId | null, into: string, cards: readonly CardRef[], asCopy: boolean): string {
    const name = this.listName(into);
    if (!change) return this.t("told.there_already", { name });
    const count = voicesOf(cards).length;
    if (into === PILE) return this.t("told.out", { count });
    if (into === ALONE) return this.t("told.alone", { count });
    return this.t(asCopy ? "told.also" : "told.put", { name, count });
  }

  #selectionWithout(cards: readonly CardRef[]): readonly CardRef[] {
    return this.state.selection.filter((card) => !cards.includes(card));
  }

  /** Moves cards to the theme with this index, as themes are numbered on the board. */
  moveToNumber(number: number, cards: readonly CardRef[]): void {
    const theme = this.state.lists.filter(({ id }) => isThemeList(id))[number];
    if (theme) this.moveTo(theme.id, cards);
    else this.store.set({ announcement: this.t("told.no_such_theme", { number: number + 1 }) });
  }

  moveToPile(cards: readonly CardRef[] = this.state.selection): void {
    this.moveTo(PILE, cards);
  }

  makeTheme(name: string, cards: readonly CardRef[]): string {
    const theme = freshId();
    this.store.send(makeThemeChange(cards, theme, name));
    this.store.set({
      selection: this.#selectionWithout(cards),
      open: null,
      announcement: this.t("told.made", { name, count: voicesOf(cards).length }),
    });
    return theme;
  }

  /** Adds lines of voices to a theme: one step to undo. */
  addLines(theme: string, lines: readonly { voices: string[] }[]): void {
    const voices = lines.flatMap((line) => line.voices);
    this.store.send({ do: "place", put: voices.map((voice) => [voice, theme]), take: [], alone: [] });
    this.store.set({ announcement: this.t("told.put", { name: this.listName(theme), count: voices.length }) });
  }

  /** Says that voices are not in a theme. */
  refuse(theme: string, voices: readonly string[]): void {
    this.store.send({ do: "refuse", theme, voices: [...voices] });
    this.store.set({ announcement: this.t("told.refused", { name: this.listName(theme) }) });
  }

  splitTheme(theme: string, name: string, cards: readonly CardRef[]): void {
    this.store.send({ do: "split", theme, as: freshId(), name, voices: voicesOf(cards) });
    this.store.set({
      selection: this.#selectionWithout(cards),
      open: null,
      announcement: this.t("told.made", { name, count: voicesOf(cards).length }),
    });
  }

  /** Sends a change, closes the dialog, and announces what happened. */
  sendAndClose(change: ChangeWithoutId, key: string, placeholders: Record<string, string> = {}): void {
    this.store.send(change);
    this.store.set({ open: null, announcement: this.t(key, placeholders) });
  }

  undo(): void {
    this.sendAndClose({ do: "undo" }, "told.undo");
  }

  open(open: OpenDialog | null): void {
    this.store.set({ open });
  }
}
