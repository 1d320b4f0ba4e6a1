// The waiting changes on this machine's disk: they outlive a refresh, a lost line and the server.
import { openWindows } from "./presence.ts";
import type { Known } from "./queue.ts";

const STORE = "changes";

interface Row<Change> extends Own {
  id: string;
  order: number;
  change: Change;
}

interface Own {
  /** The document that the change is about. */
  session: string;
  /** The window that keeps it. */
  wall: string;
}

export class Kept<Change extends Known> {
  #base: Promise<IDBDatabase | null>;
  #order = Date.now();

  #kind: string;
  #own: Own;

  constructor(kind: string, session: string, wall: string) {
    this.#kind = kind;
    this.#own = { session, wall };
    // Without a disk the changes wait in the page alone.
    this.#base = open(kind).catch(() => null);
  }

  async keep(change: Change, instead: string | null): Promise<void> {
    this.#order += 1;
    const row: Row<Change> = { ...this.#own, id: change.id, order: this.#order, change };
    await this.#write((store) => {
      if (instead !== null) store.delete(instead);
      store.put(row);
    });
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.#write((store) => ids.forEach((id) => store.delete(id)));
  }

  /** Takes over what windows that are no longer open left for this document, oldest first. */
  async left(): Promise<Change[]> {
    const base = await this.#base;
    if (base === null) return [];
    const open = await openWindows(this.#kind);
    const { session, wall } = this.#own;
    const rows = (await done(base.transaction(STORE).objectStore(STORE).getAll())) as Row<Change>[];
    const left = rows
      .filter((row) => row.session === session && row.wall !== wall && !open.has(row.wall))
      .sort((one, other) => one.order - other.order);
    await this.#write((store) => left.forEach((row) => store.put({ ...row, ...this.#own })));
    return left.map(({ change }) => ({ ...change, left: true }));
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

/** Fails, rather than throws, where a browser forbids pages to keep anything. */
async function open(kind: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(`path-planner-${kind}`, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
  return done(asked);
}

function done<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((found, failed) => {
    asked.onsuccess = () => found(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}
