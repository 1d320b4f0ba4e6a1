// The state of the wall: topics with the changes that wait, the topic in the hand, and what was told.
import { translate, type Placeholders } from "../shared/i18n.ts";
import { Observable } from "../shared/observable.ts";
import { freshId } from "../sync/ids.ts";
import { Queue } from "../sync/queue.ts";
import { Sync } from "../sync/sync.ts";
import { troubleAfter } from "../sync/trouble.ts";
import { applyPending, moveTo, PARKED, placeOfTopic, rowsOf, topicsByPlace, WAITING, type Wall } from "./places.ts";
import type { Change, ChangeWithoutId, ClientMessage, ServerMessage, Topic } from "./protocol.ts";

export interface State {
  readonly data: ServerMessage;
  readonly topics: readonly Topic[];
  readonly byPlace: ReadonlyMap<string, readonly Topic[]>;
  /** The topic in the hand, and the place at which it would be put. */
  readonly held: string | null;
  readonly target: string | null;
  /** The topic that had the focus last. */
  readonly current: string | null;
  /** The topic whose menu is open. */
  readonly menu: string | null;
  /** What happened, for screen readers. */
  readonly announcement: string;
  /** What could not be saved, or has to be known, as a sentence. */
  readonly notice: string;
  readonly trouble: string;
  /** How many changes have waited for long. */
  readonly waiting: number;
}

/** What Streamlit hands to the wall. */
export interface Component {
  data: ServerMessage;
  setTriggerValue(name: "agenda", message: ClientMessage): void;
}

const NEVER_MERGE = { subject: () => null, merge: (_: Change, later: Change) => later };

/** The store of one window. */
export class Store extends Observable<State> {
  readonly windowId = freshId();
  readonly sync: Sync<Change, ClientMessage>;
  #component: Component;
  /** By topic the counts of this window, the last one at the end. */
  #counted = new Map<string, string[]>();

  constructor(component: Component) {
    super({
      data: component.data, topics: [], byPlace: new Map(), held: null, target: null, current: null, menu: null, announcement: "", notice: "",
      trouble: "", waiting: 0,
    });
    this.#component = component;
    this.sync = new Sync<Change, ClientMessage>(
      { kind: "agenda", documentId: component.data.event, windowId: this.windowId },
      new Queue<Change>(NEVER_MERGE),
      (message) => this.#component.setTriggerValue("agenda", message),
      (waiting) => this.set({ waiting }),
    );
    this.refresh();
  }

  updateComponent(component: Component): void {
    this.#component = component;
  }

  get wall(): Wall {
    const { data, topics } = this.state();
    return { topics, slots: data.slots, rooms: data.rooms };
  }

  receive(message: ServerMessage): void {
    const settled = this.sync.settle(message);
    const isMine = ({ id }: { id: string }) => settled.some((change) => change.id === id);
    const refusal = message.refused.filter(isMine).at(-1)?.why;
    const told = message.told?.filter(isMine).at(-1)?.words;
    // A message that arrives late has nothing newer, but for what it acknowledges.
    if (message.revision >= (this.sync.revision ?? 0)) this.set({ data: message });
    this.sync.acknowledge(Math.max(message.revision, this.sync.revision ?? 0), true);
    this.set({
      ...(refusal ? { notice: refusal, announcement: "" } : told ? { notice: told } : {}),
      trouble: troubleAfter(this.state().trouble, message, { settled, waiting: this.sync.queue.size }),
    });
    this.refresh();
  }

  /** Applies the waiting changes. */
  refresh(): void {
    const { data, held, menu } = this.state();
    const topics = applyPending(data, this.sync.queue.changes);
    const isThere = (id: string | null) => topics.some((topic) => topic.id === id);
    this.set({
      topics,
      byPlace: topicsByPlace({ ...data, topics }),
      ...(held && !isThere(held) ? { held: null, target: null } : {}),
      ...(menu && !isThere(menu) ? { menu: null } : {}),
    });
  }

  topic(id: string | null): Topic | undefined {
    return this.state().topics.find((topic) => topic.id === id);
  }

  send(change: ChangeWithoutId, announcement = ""): Change {
    const sent = this.sync.send(change);
    this.set({ notice: "", announcement });
    this.refresh();
    return sent;
  }

  /** Takes a topic into the hand, or lets go of it. */
  take(id: string): void {
    const topic = this.topic(id);
    if (this.state().held === id) return this.leave();
    if (!topic) return;
    const announcement = this.t("agenda.taken", { title: topic.title });
    this.set({ held: id, current: id, target: placeOfTopic(this.wall, topic), announcement });
  }

  leave(): void {
    this.set({ held: null, target: null, announcement: this.t("agenda.left") });
  }

  aim(target: string): void {
    const there = (this.state().byPlace.get(target) ?? []).filter(({ id }) => id !== this.state().held);
    const words = there.length > 0 ? there.map(({ title }) => title).join(", ") : this.t("agenda.free");
    const isPlace = target !== WAITING && target !== PARKED;
    this.set({ target, announcement: isPlace ? `${this.placeName(target)}: ${words}` : this.placeName(target) });
  }

  /** Puts the topic in the hand, or this one, at a place. */
  put(place: string, id = this.state().held): void {
    const topic = this.topic(id);
    this.set({ held: null, target: null, ...(id ? { current: id } : {}) });
    const change = topic && moveTo(this.wall, topic, place);
    if (topic && change) this.send(change, this.t("agenda.put", { title: topic.title, place: this.placeName(place) }));
  }

  merge(id: string, into: string): void {
    this.set({ held: null, target: null, menu: null, current: into });
    if (id !== into) this.send({ do: "merge", topic: id, into }, this.t("agenda.merged", { title: this.topic(into)?.title ?? "" }));
  }

  count(topic: string, count: number): void {
    const { id } = this.send({ do: "count", topic, count });
    this.#counted.set(topic, [...(this.#counted.get(topic) ?? []), id]);
    const interest = this.topic(topic)?.interest ?? count;
    this.set({ announcement: this.t("agenda.interest", { count: interest }) });
  }

  /** Takes back the last count of this window, else the last one of all. */
  uncount(topic: string): void {
    const counted = this.#counted.get(topic)?.pop();
    this.send({ do: "uncount", topic, ...(counted ? { counted } : {}) }, this.t("agenda.uncounted"));
  }

  placeName(place: string): string {
    const { data } = this.state();
    if (place === WAITING || place === PARKED) return this.t(`agenda.${place}`);
    const [slot, room] = place.split(" ");
    return `${data.slots.find(({ id }) => id === slot)?.begins ?? ""}, ${data.rooms.find(({ id }) => id === room)?.name ?? ""}`;
  }

  get rows(): string[][] {
    return rowsOf(this.wall);
  }

  t(key: string, placeholders?: Placeholders): string {
    return translate(this.state().data, key, placeholders);
  }
}
