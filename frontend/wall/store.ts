// The wall as one thing that can be asked and told: what it knows, what waits, what is chosen.
import { freshId } from "../sync/ids.ts";
import { translate, type Placeholders } from "../shared/i18n.ts";
import { Observable } from "../shared/observable.ts";
import { inverse } from "./invert_change.ts";
import { foretold, type Items } from "./items.ts";
import type { Change, Report, Told } from "./protocol.ts";
import { WallSync } from "./sync.ts";
import type { ChangeWithoutId, Panel, WallState } from "./wall.ts";

export interface State extends WallState {
  /** Which of the widths of a pen. */
  readonly thickness: number;
  /** Another window leads. */
  readonly led: boolean;
  readonly leading: boolean;
  /** A pen has been used here: then fingers only move the wall, unless asked to draw. */
  readonly pen: boolean;
  readonly fingers: boolean;
  readonly calm: boolean;
  /** The sheet of all tools in a narrow window. */
  readonly more: boolean;
}

export interface Component {
  data: Told & { calm?: boolean; trouble?: string };
  setTriggerValue(name: "wall", report: Report): void;
}

const EMPTY: State = {
  setting: null, items: new Map(), waiting: 0, speaker: null, panel: null, stage: null,
  unsaved: "", tool: "select", colour: "#1E2430", projector: false, following: false,
  selected: [], tapped: null, thickness: 1, led: false, leading: false, pen: false,
  fingers: true, calm: false, more: false,
};

export class Store extends Observable<State> {
  readonly wall = freshId();
  readonly sync: WallSync;
  /** How the words that were just sent are taken back. */
  onWords: (back: ChangeWithoutId) => void = () => {};
  #known: Items = new Map();
  #component: Component;

  constructor(component: Component) {
    super(EMPTY);
    this.#component = component;
    const report = (told: Report) => this.#component.setTriggerValue("wall", told);
    this.sync = new WallSync(component.data.session, this.wall, report, (waiting) => this.set({ waiting }));
  }

  /** The newest way to the server: each run of the page brings one. */
  use(component: Component): void {
    this.#component = component;
  }

  /** Takes in what is not on the board; false if it does not fit to what is known here. */
  hear(told: Component["data"]): boolean {
    const { revision } = this.sync;
    if (told.base !== null && (revision === null || told.base > revision)) return false;
    if (told.base === null) this.#known = new Map();
    const known = new Map(this.#known);
    told.items.forEach((item) => known.set(item.id, item));
    told.items_gone.forEach((id) => known.delete(id));
    if (told.items.length + told.items_gone.length > 0 || told.base === null) this.#known = known;
    const light = told.base !== null && told.elements.length + told.gone.length + told.files.length === 0;
    this.sync.acknowledge(told.revision, light);
    const refused = told.refused.at(-1);
    if (refused) this.set({ unsaved: refused.why });
    this.set({
      ...(told.setting ? { setting: told.setting } : {}),
      calm: told.calm ?? told.setting?.calm ?? this.state().calm,
      led: told.leader !== undefined,
      ...(told.trouble ? { unsaved: told.trouble } : {}),
    });
    this.shown();
    return true;
  }

  /** The lines of the outline, with what waits. */
  shown(): void {
    this.set({ items: foretold(this.#known, this.sync.queue.changes) });
  }

  send(change: ChangeWithoutId): Change {
    const back = inverse(change, this.state().items);
    const sent = this.tell(change);
    if (back) this.onWords(back);
    return sent;
  }

  /** Sends without a way back: undo itself does so. */
  tell(change: ChangeWithoutId): Change {
    const sent = this.sync.send(change);
    this.set({ unsaved: "" });
    this.shown();
    return sent;
  }

  open(panel: Panel | null): void {
    this.set({ panel, more: false });
  }

  say(key: string, facts?: Placeholders): string {
    return translate(this.state().setting, key, facts);
  }
}
