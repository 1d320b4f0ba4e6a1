// The state of the board: cards, themes, filter and selection, and the changes that wait to be sent.
import { translate, type Placeholders } from "../shared/i18n.ts";
import { Observable } from "../shared/observable.ts";
import { freshId } from "../sync/ids.ts";
import { Queue } from "../sync/queue.ts";
import { Sync } from "../sync/sync.ts";
import { troubleAfter } from "../sync/trouble.ts";
import { listsOf, NO_FILTER, type Filter, type List } from "./lists.ts";
import type { CardRef } from "./moves.ts";
import { applyMessage, applyPending, EMPTY_BOARD, type BoardData } from "./optimistic_state.ts";
import type { Change, ChangeWithoutId, ClientMessage, ServerMessage, Setting, SuggestionRequest, Suggestions } from "./protocol.ts";

/** The dialog that is open over the board. */
export type OpenDialog =
  | { kind: "choose"; cards: readonly CardRef[] }
  | { kind: "make"; cards: readonly CardRef[] }
  | { kind: "theme" | "rename" | "state" | "merge" | "apart" | "offers"; theme: string }
  | { kind: "split"; theme: string; cards: readonly CardRef[] }
  | { kind: "disagree"; one: readonly string[]; other: readonly string[] }
  | { kind: "seeds" };

export interface State extends BoardData {
  readonly setting: Setting | null;
  readonly lists: readonly List[];
  readonly filter: Filter;
  /** How many changes have waited for long. */
  readonly waiting: number;
  /** What could not be saved, as a sentence. */
  readonly unsaved: string;
  /** Why nothing can be saved at the moment, as a sentence; empty once a save has succeeded. */
  readonly trouble: string;
  readonly selection: readonly CardRef[];
  /** The card that had the focus last. */
  readonly current: CardRef | null;
  /** The voices of the first side of a disagreement, once it is chosen. */
  readonly firstSide: readonly string[];
  readonly open: OpenDialog | null;
  /** What happened, for screen readers. */
  readonly announcement: string;
  readonly request: SuggestionRequest | null;
  readonly suggestions: Suggestions | null;
  /** The progress of the suggestions, as a sentence. */
  readonly progress: string;
  /** People and professionals are shown side by side. */
  readonly splitBySide: boolean;
  /** The board fills the window. */
  readonly fullscreen: boolean;
  readonly calm: boolean;
}

/** What Streamlit hands to the board. */
export interface Component {
  data: ServerMessage;
  setTriggerValue(name: "board", message: ClientMessage): void;
}

const INITIAL_STATE: State = {
  ...EMPTY_BOARD, setting: null, lists: [], filter: NO_FILTER, waiting: 0, unsaved: "", trouble: "", selection: [], current: null, firstSide: [], open: null,
  announcement: "", request: null, suggestions: null, progress: "", splitBySide: false, fullscreen: false, calm: false,
};

const NEVER_MERGE = { subject: () => null, merge: (_: Change, later: Change) => later };

/** The store of one window. */
export class Store extends Observable<State> {
  readonly windowId = freshId();
  readonly sync: Sync<Change, ClientMessage>;
  #data: BoardData = EMPTY_BOARD;
  #component: Component;

  constructor(component: Component) {
    super(INITIAL_STATE);
    this.#component = component;
    this.sync = new Sync<Change, ClientMessage>(
      { kind: "themes", documentId: component.data.vision, windowId: this.windowId },
      new Queue<Change>(NEVER_MERGE),
      (message) => this.#component.setTriggerValue("board", message),
      (waiting) => this.set({ waiting }),
    );
  }

  /** Takes over the newest component: each run of the page brings one. */
  updateComponent(component: Component): void {
    this.#component = component;
  }

  receive(message: ServerMessage): void {
    const { revision } = this.sync;
    if (message.base !== null && (revision === null || message.base > revision)) {
      this.sync.requestAll();
      return;
    }
    // A delta that is sent again, or arrives late, has nothing newer.
    if (message.base === null || revision === null || message.revision >= revision) this.#data = applyMessage(this.#data, message);
    const settled = this.sync.settle(message);
    const isLight = message.base !== null && message.cards.length + message.cards_gone.length === 0;
    this.sync.acknowledge(Math.max(message.revision, message.base === null ? 0 : (revision ?? 0)), isLight);
    const refusal = message.refused.filter(({ id }) => settled.some((change) => change.id === id)).at(-1);
    this.set({
      calm: message.calm,
      progress: message.busy ?? "",
      ...(message.setting ? { setting: message.setting } : {}),
      // The announcement that the change was made is no longer true.
      ...(refusal ? { unsaved: refusal.why, announcement: "" } : {}),
      trouble: troubleAfter(this.state().trouble, message, { settled, waiting: this.sync.queue.size }),
      ...(message.answer && message.answer.id === this.state().request?.id ? { suggestions: message.answer } : {}),
    });
    this.refresh();
  }

  /** Applies the waiting changes; cards that are gone are deselected. */
  refresh(): void {
    const { cards, themes } = applyPending(this.#data, this.sync.queue.changes);
    const { cards: previousCards, themes: previousThemes, filter, selection } = this.state();
    if (cards === previousCards && themes === previousThemes && this.state().lists.length > 0) return;
    const remaining = selection.filter(({ voice }) => cards.has(voice));
    this.set({
      cards,
      themes,
      lists: listsOf({ cards, themes }, filter),
      ...(remaining.length < selection.length ? { selection: remaining } : {}),
    });
  }

  setFilter(changes: Partial<Filter>): void {
    const filter = { ...this.state().filter, ...changes };
    this.set({ filter, lists: listsOf(this.state(), filter) });
  }

  send(change: ChangeWithoutId): void {
    this.sync.send(change);
    this.set({ unsaved: "" });
    this.refresh();
  }

  /** Asks for suggestions, or for none; an answer to an earlier request is ignored. */
  requestSuggestions(wanted: Omit<SuggestionRequest, "id"> | null): void {
    const request = wanted && { ...wanted, id: freshId() };
    this.set({ request, suggestions: null, progress: "" });
    this.sync.attach(request ? { ask: request } : {});
  }

  t(key: string, placeholders?: Placeholders): string {
    return translate(this.state().setting, key, placeholders);
  }
}
