// The changes that the server has not confirmed yet, oldest first. Pure: no clock, no browser.

/** What every change has, whatever it does. */
export interface QueuedChange {
  /** Random, 20 letters and digits in lower case; the server applies each change once. */
  id: string;
  /** An earlier window left it behind: the window that sends it may not show it yet. */
  left?: boolean;
  /** The revision that the words came from, where somebody edited them for a while. */
  base?: number;
}

/** How changes about the same thing become one while neither has been sent. */
export interface MergeRules<Change extends QueuedChange> {
  /** A key of what the change is about: a later one with the same key replaces it. Null: never. */
  subject(change: Change): string | null;
  merge(earlier: Change, later: Change): Change;
}

export interface AddResult<Change> {
  /** As it waits: merged with the change that it replaced. */
  change: Change;
  /** The id of that change. */
  replacedId: string | null;
}

/** A queue whose changes stay until the server has kept or refused them. */
export class Queue<Change extends QueuedChange> {
  #waiting: Change[] = [];
  #sentIds = new Set<string>();
  #rules: MergeRules<Change>;

  constructor(rules: MergeRules<Change>) {
    this.#rules = rules;
  }

  get changes(): readonly Change[] {
    return this.#waiting;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add(change: Change): AddResult<Change> {
    const { subject, merge } = this.#rules;
    const key = subject(change);
    const index = key === null ? -1 : this.#waiting.findLastIndex((queued) => subject(queued) === key);
    const previous = this.#waiting[index];
    if (previous === undefined || this.#sentIds.has(previous.id)) {
      this.#waiting.push(change);
      return { change, replacedId: null };
    }
    const merged = merge(previous, change);
    this.#waiting.splice(index, 1);
    this.#waiting.push(merged);
    return { change: merged, replacedId: previous.id };
  }

  /** Takes over what another window left behind, and may have sent already. */
  adopt(orphans: readonly Change[]): void {
    const ownIds = new Set(this.#waiting.map(({ id }) => id));
    const adopted = orphans.filter(({ id }) => !ownIds.has(id));
    adopted.forEach(({ id }) => this.#sentIds.add(id));
    this.#waiting = [...adopted, ...this.#waiting];
  }

  /** Returns the oldest changes that fit into `maxChars` of JSON, at least one; they count as sent. */
  nextBatch(maxChars: number): Change[] {
    const batch: Change[] = [];
    let chars = 0;
    for (const change of this.#waiting) {
      chars += JSON.stringify(change).length;
      if (batch.length > 0 && chars > maxChars) break;
      batch.push(change);
      this.#sentIds.add(change.id);
    }
    return batch;
  }

  /** Removes the changes that the server has kept or refused, and returns them. */
  settle(ids: Iterable<string>): Change[] {
    const settledIds = new Set(ids);
    const removed = this.#waiting.filter(({ id }) => settledIds.has(id));
    if (removed.length === 0) return removed;
    this.#waiting = this.#waiting.filter(({ id }) => !settledIds.has(id));
    removed.forEach(({ id }) => this.#sentIds.delete(id));
    return removed;
  }
}
