// What is dragged on the page of the harvest: its lines and groups, and the moves that wait to be sent.
import { translate, type Placeholders, type Translations } from "../shared/i18n.ts";
import { Observable } from "../shared/observable.ts";
import { freshId } from "../sync/ids.ts";
import { Queue, type QueuedChange } from "../sync/queue.ts";
import { Sync, type Acks, type ClientMessage } from "../sync/sync.ts";

/** A line goes into a group, or out of any: `group` is then empty. */
export type Change = QueuedChange & { do: "group"; line: string; group: string };

export interface ServerMessage extends Acks, Translations {
  event: string;
  revision: number;
  /** By id: the words of a line, and the title of a group; that of no group has the id "". */
  lines: Record<string, string>;
  groups: Record<string, string>;
  /** The classes of their elements on the page, before the id. */
  row: string;
  box: string;
  loose: string;
}

/** What Streamlit hands over. */
export interface Component {
  data: ServerMessage;
  setTriggerValue(name: "harvest", message: ClientMessage<Change>): void;
}

export interface State {
  readonly data: ServerMessage;
  /** What happened, for screen readers. */
  readonly announcement: string;
  /** What could not be saved, as a sentence. */
  readonly notice: string;
}

const NEVER_MERGE = { subject: () => null, merge: (_: Change, later: Change) => later };

/** The store of one window. */
export class Store extends Observable<State> {
  readonly windowId = freshId();
  readonly sync: Sync<Change>;
  #component: Component;

  constructor(component: Component) {
    super({ data: component.data, announcement: "", notice: "" });
    this.#component = component;
    this.sync = new Sync<Change>(
      { kind: "harvest", documentId: component.data.event, windowId: this.windowId },
      new Queue<Change>(NEVER_MERGE),
      (message) => this.#component.setTriggerValue("harvest", message),
      () => {},
    );
  }

  receive(component: Component): void {
    this.#component = component;
    const { data } = component;
    const settled = this.sync.settle(data).map(({ id }) => id);
    const refusal = data.refused.findLast(({ id }) => settled.includes(id))?.why;
    this.sync.acknowledge(data.revision, true);
    this.set({ data, ...(refusal ? { notice: refusal, announcement: "" } : {}) });
  }

  move(line: string, group: string): void {
    const { lines, groups } = this.state().data;
    this.sync.send({ do: "group", line, group });
    this.set({ notice: "", announcement: this.t("harvest.moved", { words: lines[line] ?? "", group: groups[group] ?? "" }) });
  }

  t(key: string, placeholders?: Placeholders): string {
    return translate(this.state().data, key, placeholders);
  }
}
