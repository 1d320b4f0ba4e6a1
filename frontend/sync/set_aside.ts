// Changes that the server refused and that hold what somebody made: they are set aside in the browser,
// until they are saved elsewhere or let go of. Pure.
import type { QueuedChange } from "./queue.ts";

/** A change that the server refused, and why, as a sentence. */
export interface Refusal {
  id: string;
  why: string;
}

export interface SetAside<Change extends QueuedChange> {
  change: Change;
  why: string;
}

/** Returns what is to be set aside of the changes that were just settled. */
export function refusedWork<Change extends QueuedChange>(
  settled: readonly Change[],
  refused: readonly Refusal[],
  holdsWork: (change: Change) => boolean,
): SetAside<Change>[] {
  const reasons = new Map(refused.map(({ id, why }) => [id, why]));
  return settled.flatMap((change) => {
    const why = reasons.get(change.id);
    return why !== undefined && holdsWork(change) ? [{ change, why }] : [];
  });
}

/** Returns the reasons, each once. */
export function reasonsOf(setAside: readonly { why: string }[]): string[] {
  return [...new Set(setAside.map(({ why }) => why))];
}
