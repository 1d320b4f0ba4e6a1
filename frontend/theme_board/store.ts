// The board as one thing that can be asked and told: what it knows, what waits, what is in the hand.
import { translate, type Placeholders } from "../shared/i18n.ts";
import { Observable } from "../shared/observable.ts";
import { freshId } from "../sync/ids.ts";
import { Queue } from "../sync/queue.ts";
import { Sync } from "../sync/sync.ts";
import { ALL, listsOf, type List, type Sought } from "./lists.ts";
import type { Held } from "./moves.ts";
import { foretold, learn, NOTHING, type Known } from "./optimistic_state.ts";
import type { Answer, Ask, Change, ChangeWithoutId, Report, Setting, Told } from "./protocol.ts";

/** What is open over the board. */
export type Open =
  | { kind: "choose"; hand: readonly Held[] }
  | { kind: "make"; hand: readonly Held[] }
  | { kind: "theme" | "rename" | "state" | "merge" | "apart"; theme: string }
  | { kind: "split"; theme: string; hand: readonly Held[] }
  | { kind: "disagree"; one: readonly string[]; other: readonly string[] }
  | { kind: "seeds" };

export interface State extends Known {
  readonly setting: Setting | null;
  readonly lists: readonly List[];
  readonly sought: Sought;
  /** How many changes have waited for long. */
  readonly waiting: number;
  /** What could not be kept, in words. */
  readonly unsaved: string;
  readonly hand: readonly Held[];
  /** The card that the keys were on last. */
  readonly current: Held | null;
  /** One side of a disagreement that was chosen already. */
  readonly oneSide: readonly string[];
  readonly open: Open | null;
  /** What happened, for those who do not see it. */
  readonly told: string;
  readonly asked: Ask | null;
  readonly answer: Answer | null;
  /** How far the answer is, in words. */
  readonly busy: string;
  /** People and professionals side by side. */
  readonly sides: boolean;
  /** The board fills the window. */
  readonly whole: boolean;
  readonly calm: boolean;
}

export interface Component {
  data: Told;
  setTriggerValue(name: "board", report: Report): void;
}

const EMPTY: State = {
  ...NOTHING, setting: null, lists: [], sought: ALL, waiting: 0, unsaved: "", hand: [], current: null, oneSide: [], open: null,
  told: "", asked: null, answer: null, busy: "", sides: false, whole: false, calm: false,
};

const NEVER_MERGED = { subject: () => null, merge: (_: Change, after: Change) => after };

export class Store extends Observable<State> {
  readonly window = freshId();
  readonly sync: Sync<Change, Report>;
  #known: Known = NOTHING;
  #component: Component;

  constructor(component: Component) {
    super(EMPTY);
    this.#component = component;
    this.sync = new Sync<Change, Report>(
      { kind: "themes", documentId: component.data.vision, windowId: this.window },
      new Queue<Change>(NEVER_MERGED),
      (report) => this.#component.setTriggerValue("board", report),
      (waiting) => this.set({ waiting }),
    );
  }

  /** The newest way to the server: each run of the page brings one. */
  use(component: Component): void {
    this.#component = component;
  }

  hear(told: Told): void {
    const { revision } = this.sync;
    if (told.base !== null && (revision === null || told.base > revision)) {
      this.sync.requestAll();
      return;
    }
    // News that are told again, or come late, know nothing newer.
    if (told.base === null || revision === null || told.revision >= revision) this.#known = learn(this.#known, told);
    const settled = this.sync.settle(told);
    const light = told.base !== null && told.cards.length + told.cards_gone.length === 0;
    this.sync.acknowledge(Math.max(told.revision, told.base === null ? 0 : (revision ?? 0)), light);
    const refused = told.refused.filter(({ id }) => settled.some((one) => one.id === id)).at(-1);
    this.set({
      calm: told.calm,
      busy: told.busy ?? "",
      ...(told.setting ? { setting: told.setting } : {}),
      // What was told when it was done is not so.
      ...(refused ? { unsaved: refused.why, told: "" } : {}),
      ...(told.trouble ? { unsaved: told.trouble } : {}),
      ...(told.answer && told.answer.id === this.state().asked?.id ? { answer: told.answer } : {}),
    });
    this.shown();
  }

  /** The board with what waits; what is gone from it is in nobody's hand. */
  shown(): void {
    const { cards, themes } = foretold(this.#known, this.sync.queue.changes);
    const { cards: before, themes: had, sought, hand } = this.state();
    if (cards === before && themes === had && this.state().lists.length > 0) return;
    const there = hand.filter(({ voice }) => cards.has(voice));
    this.set({
      cards,
      themes,
      lists: listsOf({ cards, themes }, sought),
      ...(there.length < hand.length ? { hand: there } : {}),
    });
  }

  seek(news: Partial<Sought>): void {
    const sought = { ...this.state().sought, ...news };
    this.set({ sought, lists: listsOf(this.state(), sought) });
  }

  send(change: ChangeWithoutId): void {
    this.sync.send(change);
    this.set({ unsaved: "" });
    this.shown();
  }

  /** Asks the machine for suggestions; an answer to something else is forgotten. */
  ask(what: Omit<Ask, "id"> | null): void {
    const asked = what && { ...what, id: freshId() };
    this.set({ asked, answer: null, busy: "" });
    this.sync.attach(asked ? { ask: asked } : {});
  }

  say(key: string, facts?: Placeholders): string {
    return translate(this.state().setting, key, facts);
  }
}
