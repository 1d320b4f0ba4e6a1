// A secret that this browser keeps for a document: the server knows it again by it after a reload, and
// nobody else can say it. Without storage it lasts as long as the page.
import { freshId } from "./ids.ts";
import { isOfOneOf } from "./owner.ts";

const SUFFIX = ":secret";
const ofThisPage = new Map<string, string>();

/** Returns the secret of this browser for a document. */
export function browserSecret(documentId: string): string {
  const name = `${documentId}${SUFFIX}`;
  const secret = stored(name) ?? ofThisPage.get(name) ?? freshId();
  ofThisPage.set(name, secret);
  try {
    localStorage.setItem(name, secret);
  } catch {
    // The page alone has it then.
  }
  return secret;
}

/** Deletes the secrets for documents that were erased. */
export function forgetSecrets(documentIds: readonly string[]): void {
  try {
    Object.keys(localStorage)
      .filter((name) => name.endsWith(SUFFIX) && isOfOneOf(documentIds, name))
      .forEach((name) => localStorage.removeItem(name));
  } catch {
    // Without storage nothing is kept.
  }
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
