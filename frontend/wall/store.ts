// The state of the wall: items, selection and tool, and the changes that wait to be sent.
import { translate, type Placeholders } from "../shared/i18n.ts";
import { Observable } from "../shared/observable.ts";
import { freshId } from "../sync/ids.ts";
import type { SetAside } from "../sync/set_aside.ts";
import { troubleAfter } from "../sync/trouble.ts";
import { holdsWork } from "./aside_file.ts";
import { invertChange, takeBack } from "./invert_change.ts";
import { applyPending, type Items } from "./items.ts";
import type { Change, ClientMessage, ServerMessage } from "./protocol.ts";
import { WallSync } from "./sync.ts";
import type { ChangeWithoutId, Panel, WallState } from "./wall.ts";

export interface State extends WallState {
  /** The index of the width of the pen. */
  readonly thickness: number;
  /** Why nothing can be saved at the moment, as a sentence; empty once a save has succeeded. */
  readonly trouble: string;
  /** The refused changes that the browser keeps until they are saved elsewhere. */
  readonly setAside: readonly SetAside<Change>[];
  /** What became of what somebody asked for, as a sentence. */
  readonly told: string;
  /** How many things lie off the paper. */
  readonly offPaper: number;
  /** Another window leads. */
  readonly hasLeader: boolean;
  readonly leading: boolean;
  /** A pen has been used here: from then on fingers only move the wall, unless they are allowed to draw. */
  readonly penUsed: boolean;
  readonly fingersDraw: boolean;
  readonly calm: boolean;
  /** Whether all tools are open in a narrow window. */
  readonly moreOpen: boolean;
}

/** What Streamlit hands to the wall. */
export interface Component {
  data: ServerMessage;
  setTriggerValue(name: "wall", message: ClientMessage): void;
}

const INITIAL_STATE: State = {
  setting: null, items: new Map(), waiting: 0, speaker: null, panel: null, stage: null,
  unsaved: "", trouble: "", told: "", offPaper: 0, setAside: [], tool: "select", colour: "#1E2430", projector: false, following: false,
  selected: [], tappedAt: null, thickness: 1, hasLeader: false, leading: false, penUsed: false,
  fingersDraw: true, calm: false, moreOpen: false,
};

/** The store of one window. */
export class Store extends Observable<State> {
  readonly windowId = freshId();
  readonly sync: WallSync;
  /** Called with the changes that undo, as one step, what was just sent. */
  onUndoable: (undoChanges: readonly ChangeWithoutId[]) => void = () => {};
  #knownItems: Items = new Map();
  #component: Component;

  constructor(component: Component) {
    super(INITIAL_STATE);
    this.#component = component;
    const post = (message: ClientMessage) => this.#component.setTriggerValue("wall", message);
    this.sync = new WallSync(
      component.data.session,
      this.windowId,
      post,
      (waiting) => this.set({ waiting }),
      (setAside) => this.set({ setAside }),
    );
  }

  /** Takes over the newest component: each run of the page brings one. */
  updateComponent(component: Component): void {
    this.#component = component;
  }

  /** Forgets the changes that were kept or refused, and returns them; shows why some are not kept. */
  settle(message: Component["data"]): Change[] {
    const settled = this.sync.settle(message);
    const dropped = settled.filter((change) => !holdsWork(change)).map(({ id }) => id);
    const told = (message.told ?? []).filter(({ id }) => settled.some((change) => change.id === id)).map(({ words }) => words);
    const refusal = message.refused.findLast(({ id }) => dropped.includes(id));
    this.set({
      trouble: troubleAfter(this.state().trouble, message, { settled, waiting: this.sync.queue.size }),
      ...(refusal ? { unsaved: refusal.why } : {}),
      ...(told.length > 0 ? { told: told.join(" ") } : {}),
    });
    return settled;
  }

  /** Applies everything but the elements; false if the delta does not apply to this revision. */
  receive(message: Component["data"]): boolean {
    const { revision } = this.sync;
    if (message.base !== null && (revision === null || message.base > revision)) return false;
    if (message.base === null) this.#knownItems = new Map();
    const items = new Map(this.#knownItems);
    message.items.forEach((item) => items.set(item.id, item));
    message.items_gone.forEach((id) => items.delete(id));
    if (message.items.length + message.items_gone.length > 0 || message.base === null) this.#knownItems = items;
    const isLight = message.base !== null && message.elements.length + message.gone.length + message.files.length === 0;
    this.sync.acknowledge(message.revision, isLight);
    this.set({
      ...(message.setting ? { setting: message.setting } : {}),
      calm: message.calm ?? message.setting?.calm ?? this.state().calm,
      hasLeader: message.leader !== undefined,
      offPaper: message.off_paper ?? this.state().offPaper,
    });
    this.refreshItems();
    return true;
  }

  /** Applies the waiting changes to the items. */
  refreshItems(): void {
    this.set({ items: applyPending(this.#knownItems, this.sync.queue.changes) });
  }

  send(change: ChangeWithoutId): Change {
    const undoChange = this.#inverse(change);
    const sent = this.sendWithoutUndo(change);
    const undo = undoChange ?? takeBack(sent);
    if (undo) this.onUndoable([undo]);
    return sent;
  }

  /** Sends changes that are one step to undo. */
  sendAll(changes: readonly ChangeWithoutId[]): void {
    const undoChanges = changes.flatMap((change) => this.#inverse(change) ?? []);
    changes.forEach((change) => this.sync.send(change));
    this.set({ unsaved: "" });
    this.refreshItems();
    this.onUndoable(undoChanges.reverse());
  }

  // What was taken back from a tablecloth is erased: nothing brings it back.
  #inverse(change: ChangeWithoutId): ChangeWithoutId | null {
    const { setting, items } = this.state();
    return setting?.cloth && change.do === "drop" ? null : invertChange(change, items);
  }

  /** Sends a change that is not to be undone: undo itself does so. */
  sendWithoutUndo(change: ChangeWithoutId): Change {
    const sent = this.sync.send(change);
    this.set({ unsaved: "" });
    this.refreshItems();
    return sent;
  }

  open(panel: Panel | null): void {
    this.set({ panel, moreOpen: false });
  }

  t(key: string, placeholders?: Placeholders): string {
    return translate(this.state().setting, key, placeholders);
  }
}
