// The changes that wait for the server, oldest first. Pure: no clock, no browser.

export interface Known {
  /** Fresh, 20 letters and digits in lower case; the server keeps each change once. */
  id: string;
  /** An earlier window left it behind: the one that tells it may not show it yet. */
  left?: boolean;
}

/** How changes of one kind are joined while none of them has been told. */
export interface Joining<Change extends Known> {
  /** What a change is about: a later one about the same takes its place; null: it stays as it is. */
  subject(change: Change): string | null;
  joined(before: Change, after: Change): Change;
}

export interface Added<Change> {
  /** As it waits: it may hold more than was given. */
  change: Change;
  /** The id of the change whose place it took. */
  instead: string | null;
}

export class Queue<Change extends Known> {
  #waiting: Change[] = [];
  #told = new Set<string>();
  #joining: Joining<Change>;

  constructor(joining: Joining<Change>) {
    this.#joining = joining;
  }

  get changes(): readonly Change[] {
    return this.#waiting;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add(change: Change): Added<Change> {
    const { subject, joined } = this.#joining;
    const about = subject(change);
    const at = about === null ? -1 : this.#waiting.findLastIndex((one) => subject(one) === about);
    const before = this.#waiting[at];
    if (before === undefined || this.#told.has(before.id)) {
      this.#waiting.push(change);
      return { change, instead: null };
    }
    const whole = joined(before, change);
    this.#waiting.splice(at, 1);
    this.#waiting.push(whole);
    return { change: whole, instead: before.id };
  }

  /** Takes over what another window left behind; it was perhaps told already. */
  adopt(left: readonly Change[]): void {
    const own = new Set(this.#waiting.map(({ id }) => id));
    const fresh = left.filter(({ id }) => !own.has(id));
    fresh.forEach(({ id }) => this.#told.add(id));
    this.#waiting = [...fresh, ...this.#waiting];
  }

  /** The oldest changes, as many as `most` letters hold, at least one: they count as told. */
  tell(most: number): Change[] {
    const telling: Change[] = [];
    let letters = 0;
    for (const change of this.#waiting) {
      letters += JSON.stringify(change).length;
      if (telling.length > 0 && letters > most) break;
      telling.push(change);
      this.#told.add(change.id);
    }
    return telling;
  }

  /** Lets go what the server kept or refused; gives back the changes that are gone. */
  settle(ids: Iterable<string>): Change[] {
    const over = new Set(ids);
    const gone = this.#waiting.filter(({ id }) => over.has(id));
    if (gone.length === 0) return gone;
    this.#waiting = this.#waiting.filter(({ id }) => !over.has(id));
    gone.forEach(({ id }) => this.#told.delete(id));
    return gone;
  }
}
