// Tells the server what waits, again and again until it has kept it.
import { freshId } from "./ids.ts";
import { Kept } from "./offline_store.ts";
import type { Known, Queue } from "./queue.ts";

const SOON = 40;
const AGAIN = 2500;
const SELDOM = 4;
const QUIET = 1500;
const LATE = 1500;
const NOW_AND_THEN = 5000;
const MOST = 1_500_000;

/** What a window tells the server each time; more may travel along. */
export interface Report<Change> {
  /** Grows with each report, so that the same changes told again are a new value. */
  turn: number;
  /** The revision this window stands at, null if it has nothing yet. */
  has: number | null;
  /** The id of this window, fresh with each page. */
  wall: string;
  changes: Change[];
}

/** What the server says became of changes. */
export interface Settled {
  done: string[];
  refused: { id: string; why: string }[];
}

export type WithoutId<Kind> = Kind extends unknown ? Omit<Kind, "id"> : never;

export interface Place {
  /** Such as "wall": windows of one kind take over what one of them left behind. */
  kind: string;
  /** The document that is changed. */
  document: string;
  /** The id of this window. */
  window: string;
}

export class Sync<Change extends Known, All extends Report<Change> = Report<Change>> {
  readonly queue: Queue<Change>;
  #place: Place;
  #report: (report: All) => void;
  #onLate: (waiting: number) => void;
  #kept: Kept<Change>;
  #has: number | null = null;
  #turn = Date.now();
  #tries = 0;
  #soon = 0;
  #again = 0;
  #late = 0;
  #standing = 0;
  #looking = 0;
  #stopped = false;
  #along: Partial<All> = {};

  constructor(
    place: Place,
    queue: Queue<Change>,
    report: (report: All) => void,
    /** Called when the number of changes that have waited for long is another. */
    onLate: (waiting: number) => void,
  ) {
    this.queue = queue;
    this.#place = place;
    this.#report = report;
    this.#onLate = onLate;
    this.#kept = new Kept(place.kind, place.document, place.window);
  }

  /** Takes over what an earlier window left behind; gives it back. */
  async begin(): Promise<readonly Change[]> {
    // An earlier window may still be closing, or a window beside this one may break.
    this.#looking = window.setInterval(() => void this.#adopt(), NOW_AND_THEN);
    return this.#adopt();
  }

  async #adopt(): Promise<readonly Change[]> {
    const left = await this.#kept.left();
    if (this.#stopped) return [];
    this.queue.adopt(left);
    if (left.length > 0) this.#hurry();
    return left;
  }

  send(change: WithoutId<Change>): Change {
    const whole = { ...change, id: freshId() } as unknown as Change;
    const { change: waits, instead } = this.queue.add(whole);
    void this.#kept.keep(waits, instead);
    this.#hurry();
    return waits;
  }

  /** What travels along with each report from now on. */
  along(more: Partial<All>): void {
    this.#along = more;
    this.#hurry();
  }

  /** Asks for everything: what was told does not fit to what is here. */
  ask(): void {
    this.#has = null;
    this.#hurry();
  }

  /** Takes note of where this window stands; `light` news may well be told again with newer ones. */
  stands(revision: number, light: boolean): void {
    if (revision === this.#has) return;
    this.#has = revision;
    if (light) return;
    // The server hears of it soon: until then it tells the same news again with all that is newer.
    this.#standing ||= window.setTimeout(() => this.#tell(), QUIET);
  }

  get has(): number | null {
    return this.#has;
  }

  /** Lets go what was kept or refused; gives back those changes. */
  settle(told: Settled): Change[] {
    const over = [...told.done, ...told.refused.map(({ id }) => id)];
    const gone = this.queue.settle(over);
    if (gone.length === 0) return gone;
    void this.#kept.forget(gone.map(({ id }) => id));
    this.#tries = 0;
    clearTimeout(this.#late);
    this.#late = 0;
    this.#insist();
    this.#watch();
    return gone;
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#looking);
    for (const timer of [this.#soon, this.#again, this.#late, this.#standing]) clearTimeout(timer);
  }

  #hurry(): void {
    clearTimeout(this.#soon);
    this.#soon = window.setTimeout(() => this.#tell(), SOON);
    this.#watch();
  }

  #tell(): void {
    clearTimeout(this.#soon);
    clearTimeout(this.#standing);
    this.#standing = 0;
    this.#turn += 1;
    const report: Report<Change> = {
      turn: this.#turn,
      has: this.#has,
      wall: this.#place.window,
      changes: this.queue.tell(MOST),
    };
    this.#report({ ...report, ...this.#along } as All);
    this.#insist();
  }

  // A server that ended and came back knows nothing: what waits is told until it is kept.
  #insist(): void {
    clearTimeout(this.#again);
    if (this.queue.size === 0 && this.#has !== null) return;
    this.#tries = Math.min(this.#tries + 1, SELDOM);
    this.#again = window.setTimeout(() => this.#tell(), AGAIN * this.#tries);
  }

  #watch(): void {
    if (this.queue.size === 0) {
      this.#onLate(0);
    } else if (this.#late === 0) {
      this.#late = window.setTimeout(() => {
        this.#late = 0;
        this.#onLate(this.queue.size);
        if (this.queue.size > 0) this.#watch();
      }, LATE);
    }
  }
}
