// The waiting changes in IndexedDB: they outlive a reload, a lost connection and a restart of the server.
import { isOfOneOf } from "./owner.ts";
import { openWindows } from "./presence.ts";
import type { QueuedChange } from "./queue.ts";
import type { SetAside } from "./set_aside.ts";

const STORE = "changes";

interface Row<Change> extends RowOwner {
  id: string;
  order: number;
  change: Change;
  /** Why the server refused it; it is set aside and not sent any more. */
  why?: string;
}

interface RowOwner {
  /** The id of the document that the change is about. */
  session: string;
  /** The id of the window that is to send it. */
  wall: string;
}

/** What closed windows left behind. */
export interface Orphans<Change extends QueuedChange> {
  waiting: Change[];
  setAside: SetAside<Change>[];
}

/** The waiting changes of one window, and those that are set aside. */
export class OfflineStore<Change extends QueuedChange> {
  #database: Promise<IDBDatabase | null>;
  #order = Date.now();

  #kind: string;
  #owner: RowOwner;

  constructor(kind: string, documentId: string, windowId: string) {
    this.#kind = kind;
    this.#owner = { session: documentId, wall: windowId };
    // Without a database the changes wait in the memory of the page alone.
    this.#database = openDatabase(kind).catch(() => null);
  }

  async put(change: Change, replacedId: string | null): Promise<void> {
    const row = this.#newRow(change);
    await this.#write((store) => {
      if (replacedId !== null) store.delete(replacedId);
      store.put(row);
    });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#write((store) => ids.forEach((id) => store.delete(id)));
  }

  /** Sets changes aside: each takes the place that it had while it waited. */
  async setAside(refused: readonly SetAside<Change>[]): Promise<void> {
    const rows = refused.map(({ change, why }) => ({ ...this.#newRow(change), why }));
    await this.#write((store) => rows.forEach((row) => store.put(row)));
  }

  /** Takes over what closed windows left behind of this document, oldest first. */
  async adoptOrphans(): Promise<Orphans<Change>> {
    const database = await this.#database;
    if (database === null) return { waiting: [], setAside: [] };
    const openIds = await openWindows(this.#kind);
    const { session: documentId, wall: windowId } = this.#owner;
    const rows = (await resultOf(database.transaction(STORE).objectStore(STORE).getAll())) as Row<Change>[];
    const orphans = rows
      .filter((row) => row.session === documentId && row.wall !== windowId && !openIds.has(row.wall))
      .sort((a, b) => a.order - b.order);
    await this.#write((store) => orphans.forEach((row) => store.put({ ...row, ...this.#owner })));
    return {
      waiting: orphans.filter(({ why }) => why === undefined).map(({ change }) => ({ ...change, left: true })),
      setAside: orphans.flatMap(({ change, why }) => (why === undefined ? [] : [{ change, why }])),
    };
  }

  #newRow(change: Change): Row<Change> {
    this.#order += 1;
    return { ...this.#owner, id: change.id, order: this.#order, change };
  }

  async #write(change: (store: IDBObjectStore) => void): Promise<void> {
    const database = await this.#database;
    if (database === null) return;
    const transaction = database.transaction(STORE, "readwrite");
    change(transaction.objectStore(STORE));
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
      // A full disk is no reason to stop: the change still waits in memory.
      transaction.onabort = () => resolve();
    });
  }
}

/** Deletes the changes that wait, or are set aside, for documents that were erased, whatever window was to send them. */
export async function forgetDocuments(kind: string, documentIds: readonly string[]): Promise<void> {
  const database = await openDatabase(kind).catch(() => null);
  if (database === null) return;
  const store = database.transaction(STORE, "readwrite").objectStore(STORE);
  const rows = (await resultOf(store.getAll())) as Row<QueuedChange>[];
  rows.filter(({ session }) => isOfOneOf(documentIds, session)).forEach(({ id }) => store.delete(id));
  // It closes once these deletions are done.
  database.close();
}

/** Rejects, rather than throws, where a browser forbids pages to store anything. */
async function openDatabase(kind: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`path-planner-${kind}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return resultOf(request);
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
