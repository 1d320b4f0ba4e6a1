// The waiting changes on this machine's disk: they outlive a refresh, a lost line and the server.
import { walls } from "./alive.ts";
import type { Change } from "./protocol.ts";

const NAME = "path-planner-wall";
const STORE = "changes";

interface Row {
  id: string;
  session: string;
  wall: string;
  order: number;
  change: Change;
}

export class Kept {
  #base: Promise<IDBDatabase | null>;
  #order = Date.now();

  constructor(
    private readonly session: string,
    private readonly wall: string,
  ) {
    // Without a disk the changes wait in the page alone.
    this.#base = open().catch(() => null);
  }

  async keep(change: Change, instead: string | null): Promise<void> {
    this.#order += 1;
    const row: Row = { ...this.#own(), id: change.id, order: this.#order, change };
    await this.#write((store) => {
      if (instead !== null) store.delete(instead);
      store.put(row);
    });
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.#write((store) => ids.forEach((id) => store.delete(id)));
  }

  /** Takes over what walls that are no longer open left for this session, oldest first. */
  async left(): Promise<Change[]> {
    const base = await this.#base;
    if (base === null) return [];
    const open = await walls();
    const rows = (await done(base.transaction(STORE).objectStore(STORE).getAll())) as Row[];
    const left = rows
      .filter((row) => row.session === this.session && row.wall !== this.wall && !open.has(row.wall))
      .sort((one, other) => one.order - other.order);
    await this.#write((store) => left.forEach((row) => store.put({ ...row, ...this.#own() })));
    return left.map(({ change }) => ({ ...change, left: true }));
  }

  #own(): { session: string; wall: string } {
    return { session: this.session, wall: this.wall };
  }

  async #write(work: (store: IDBObjectStore) => void): Promise<void> {
    const base = await this.#base;
    if (base === null) return;
    const transaction = base.transaction(STORE, "readwrite");
    work(transaction.objectStore(STORE));
    await new Promise<void>((over) => {
      transaction.oncomplete = () => over();
      // A full disk is no reason to stop: the change still waits in the page.
      transaction.onabort = () => over();
    });
  }
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
  return done(asked);
}

function done<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((found, failed) => {
    asked.onsuccess = () => found(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}
