// What a tab remembers of a field, so that a page that is loaded again has it: the text being
// written, and the lines that the server refused. Waiting lines are in the queue.
import { isOfOneOf } from "../sync/owner.ts";

export interface Remembered {
  draft: string;
  refused: readonly { text: string; why: string; by?: string | undefined }[];
}

const NOTHING: Remembered = { draft: "", refused: [] };

export function recall(name: string): Remembered {
  try {
    return { ...NOTHING, ...JSON.parse(sessionStorage.getItem(name) ?? "{}") };
  } catch {
    return NOTHING;
  }
}

export function remember(name: string, { draft, refused }: Remembered): void {
  try {
    if (draft || refused.length > 0) sessionStorage.setItem(name, JSON.stringify({ draft, refused }));
    else sessionStorage.removeItem(name);
  } catch {
    // Without storage the words stand in the page alone.
  }
}

/** Deletes what this tab remembers of the fields of documents that were erased. */
export function forgetDrafts(documentIds: readonly string[]): void {
  try {
    Object.keys(sessionStorage)
      .filter((name) => isOfOneOf(documentIds, name))
      .forEach((name) => sessionStorage.removeItem(name));
  } catch {
    // Without storage nothing is remembered.
  }
}
