// The changes that wait for the server, oldest first. Pure: no clock, no browser.
import type { Change } from "./protocol.ts";

/** What a change is about: a later change about the same takes the place of one not yet told. */
function subject(change: Change): string | null {
  switch (change.do) {
    case "put":
      return `mark ${change.element.id}`;
    case "gone":
      return `mark ${change.mark}`;
    case "place":
      return `card ${change.card}`;
    default:
      return null;
  }
}

function joined(before: Change, after: Change): Change {
  if (before.do === "place" && after.do === "place") {
    return { ...after, scale: before.scale * after.scale };
  }
  if (before.do === "put" && after.do === "put" && before.file && !after.file) {
    return { ...after, file: before.file };
  }
  return after;
}

export interface Added {
  /** As it waits: it may hold more than was given. */
  change: Change;
  /** The id of the change whose place it took. */
  instead: string | null;
}

export interface Pending {
  marks: Set<string>;
  cards: Set<string>;
}

export class Queue {
  #waiting: Change[] = [];
  #told = new Set<string>();

  get changes(): readonly Change[] {
    return this.#waiting;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add(change: Change): Added {
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

  /** Takes over what another wall left behind; it was perhaps told already. */
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

  /** The marks and cards that a waiting change is about. */
  pending(): Pending {
    const pending: Pending = { marks: new Set(), cards: new Set() };
    for (const change of this.#waiting) {
      if (change.do === "put") pending.marks.add(change.element.id);
      if (change.do === "gone") pending.marks.add(change.mark);
      if (change.do === "place") pending.cards.add(change.card);
    }
    return pending;
  }
}
