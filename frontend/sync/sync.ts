// Sends the waiting changes to the server, again and again until it has confirmed them.
import { freshId } from "./ids.ts";
import { OfflineStore } from "./offline_store.ts";
import type { Queue, QueuedChange } from "./queue.ts";
import { refusedWork, type Refusal, type SetAside } from "./set_aside.ts";

const SEND_DELAY_MS = 40;
const RETRY_MS = 2500;
const MAX_RETRY_FACTOR = 4;
const ACK_DELAY_MS = 1500;
const LATE_AFTER_MS = 1500;
const ADOPT_EVERY_MS = 5000;
const MAX_BATCH_CHARS = 1_500_000;

/** What a window sends each time; a board may attach more to it. */
export interface ClientMessage<Change> {
  /** Grows with each message, so that the same changes sent again are a new value to Streamlit. */
  turn: number;
  /** The revision that this window has, null if it has nothing yet. */
  has: number | null;
  /** The id of this window, a new one with each page. */
  wall: string;
  changes: Change[];
}

/** Which changes the server has kept, and which it refused and why. */
export interface Acks {
  done: string[];
  refused: Refusal[];
}

/** How a board sets refused changes aside. */
export interface AsideRules<Change extends QueuedChange> {
  /** Whether a change holds what somebody made. */
  holdsWork(change: Change): boolean;
  /** Called with all that is set aside now. */
  onChange(setAside: readonly SetAside<Change>[]): void;
}

/** A change before it has an id; distributes over a union of changes. */
export type WithoutId<Kind> = Kind extends unknown ? Omit<Kind, "id"> : never;

/** The document and the window that changes are sent for. */
export interface SyncTarget {
  /** Such as "wall": windows of one kind adopt what one of them left behind. */
  kind: string;
  /** The id of the document that is changed. */
  documentId: string;
  /** The id of this window. */
  windowId: string;
}

/** Keeps one window of a board in step with the server. */
export class Sync<Change extends QueuedChange, Message extends ClientMessage<Change> = ClientMessage<Change>> {
  readonly queue: Queue<Change>;
  #target: SyncTarget;
  #post: (message: Message) => void;
  #onLate: (waiting: number) => void;
  #asideRules: AsideRules<Change> | undefined;
  #setAside: readonly SetAside<Change>[] = [];
  #offlineStore: OfflineStore<Change>;
  #revision: number | null = null;
  #sequence = Date.now();
  #attempts = 0;
  #sendTimer = 0;
  #retryTimer = 0;
  #lateTimer = 0;
  #ackTimer = 0;
  #adoptTimer = 0;
  #stopped = false;
  #attachment: Partial<Message> = {};

  constructor(
    target: SyncTarget,
    queue: Queue<Change>,
    post: (message: Message) => void,
    /** Called with the number of changes that have waited for long. */
    onLate: (waiting: number) => void,
    /** Without them, nothing is set aside. */
    asideRules?: AsideRules<Change>,
  ) {
    this.queue = queue;
    this.#target = target;
    this.#post = post;
    this.#onLate = onLate;
    this.#asideRules = asideRules;
    this.#offlineStore = new OfflineStore(target.kind, target.documentId, target.windowId);
  }

  /** Adopts what an earlier window left behind, and returns it. */
  async start(): Promise<readonly Change[]> {
    // An earlier window may still be closing, or another one may crash.
    this.#adoptTimer = window.setInterval(() => void this.#adoptOrphans(), ADOPT_EVERY_MS);
    return this.#adoptOrphans();
  }

  async #adoptOrphans(): Promise<readonly Change[]> {
    const { waiting, setAside } = await this.#offlineStore.adoptOrphans();
    if (this.#stopped) return [];
    this.queue.adopt(waiting);
    if (waiting.length > 0) this.#scheduleSend();
    if (setAside.length > 0) this.#showSetAside([...setAside, ...this.#setAside]);
    return waiting;
  }

  /** Lets go of what is set aside: nothing keeps it any more. */
  letGo(ids: readonly string[]): void {
    void this.#offlineStore.remove(ids);
    this.#showSetAside(this.#setAside.filter(({ change }) => !ids.includes(change.id)));
  }

  #showSetAside(setAside: readonly SetAside<Change>[]): void {
    this.#setAside = setAside;
    this.#asideRules?.onChange(setAside);
  }

  send(change: WithoutId<Change>): Change {
    const identified = { ...change, id: freshId() } as unknown as Change;
    const { change: queued, replacedId } = this.queue.add(identified);
    void this.#offlineStore.put(queued, replacedId);
    this.#scheduleSend();
    return queued;
  }

  /** Sets what is sent along with each message from now on. */
  attach(attachment: Partial<Message>): void {
    this.#attachment = attachment;
    this.#scheduleSend();
  }

  /** Requests the full state: the delta does not apply to this revision. */
  requestAll(): void {
    this.#revision = null;
    this.#scheduleSend();
  }

  /** Notes the revision that this window has now. A delta that `isLight` may as well be sent again. */
  acknowledge(revision: number, isLight: boolean): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    if (isLight) return;
    // The server sends the same delta again, with all that is newer, until it gets this revision.
    this.#ackTimer ||= window.setTimeout(() => this.#sendNow(), ACK_DELAY_MS);
  }

  get revision(): number | null {
    return this.#revision;
  }

  /** Forgets the changes that were kept or refused, and returns them; refused work is set aside. */
  settle(acks: Acks): Change[] {
    const settledIds = [...acks.done, ...acks.refused.map(({ id }) => id)];
    const removed = this.queue.settle(settledIds);
    if (removed.length === 0) return removed;
    const work = refusedWork(removed, acks.refused, (change) => this.#asideRules?.holdsWork(change) ?? false);
    const workIds = new Set(work.map(({ change }) => change.id));
    void this.#offlineStore.remove(removed.map(({ id }) => id).filter((id) => !workIds.has(id)));
    if (work.length > 0) {
      void this.#offlineStore.setAside(work);
      this.#showSetAside([...this.#setAside, ...work]);
    }
    this.#attempts = 0;
    clearTimeout(this.#lateTimer);
    this.#lateTimer = 0;
    this.#scheduleRetry();
    this.#watchForDelay();
    return removed;
  }

  /** Sends at once, rather than soon, what waits. */
  sendNow(): void {
    this.#sendNow();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#adoptTimer);
    for (const timer of [this.#sendTimer, this.#retryTimer, this.#lateTimer, this.#ackTimer]) clearTimeout(timer);
  }

  #scheduleSend(): void {
    clearTimeout(this.#sendTimer);
    this.#sendTimer = window.setTimeout(() => this.#sendNow(), SEND_DELAY_MS);
    this.#watchForDelay();
  }

  #sendNow(): void {
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#ackTimer);
    this.#ackTimer = 0;
    this.#sequence += 1;
    const message: ClientMessage<Change> = {
      turn: this.#sequence,
      has: this.#revision,
      wall: this.#target.windowId,
      changes: this.queue.nextBatch(MAX_BATCH_CHARS),
    };
    this.#post({ ...message, ...this.#attachment } as Message);
    this.#scheduleRetry();
  }

  // A restarted server has lost all messages: waiting changes are sent until they are confirmed.
  #scheduleRetry(): void {
    clearTimeout(this.#retryTimer);
    if (this.queue.size === 0 && this.#revision !== null) return;
    this.#attempts = Math.min(this.#attempts + 1, MAX_RETRY_FACTOR);
    this.#retryTimer = window.setTimeout(() => this.#sendNow(), RETRY_MS * this.#attempts);
  }

  #watchForDelay(): void {
    if (this.queue.size === 0) {
      this.#onLate(0);
    } else if (this.#lateTimer === 0) {
      this.#lateTimer = window.setTimeout(() => {
        this.#lateTimer = 0;
        this.#onLate(this.queue.size);
        if (this.queue.size > 0) this.#watchForDelay();
      }, LATE_AFTER_MS);
    }
  }
}
