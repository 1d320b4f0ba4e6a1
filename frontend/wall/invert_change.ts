// The change that undoes a change of words. Pure. Ink has the history of Excalidraw.
import type { Change, Item } from "./protocol.ts";
import type { ChangeWithoutId } from "./wall.ts";

/** The change that undoes this one; null if only Excalidraw, or nobody, can undo it. */
export function invertChange(
  change: ChangeWithoutId,
  items: ReadonlyMap<string, Item>,
): ChangeWithoutId | null {
  switch (change.do) {
    case "write": {
      const item = items.get(change.record);
      if (item) return { do: "write", record: item.id, text: item.text };
      return { do: "drop", collection: change.collection ?? "voices", record: change.record };
    }
    case "amend":
      return invertAmend(change, items.get(change.record));
    case "move":
      return { ...change, steps: -change.steps };
    case "drop":
      return { ...change, do: "restore" };
    case "sign":
      // A commitment that was there before it was signed stays.
      return items.has(change.commitment)
        ? null
        : { do: "drop", collection: "commitments", record: change.commitment };
    case "restore":
      return { ...change, do: "drop" };
    default:
      return null;
  }
}

const DONE_BY_THE_SERVER: ReadonlySet<string> = new Set(["import", "bring_in", "take_back"]);

/** The change that undoes one that was sent, where only the server knows what it did; else null. */
export function takeBack(sent: Change): ChangeWithoutId | null {
  return DONE_BY_THE_SERVER.has(sent.do) ? { do: "take_back", step: sent.id } : null;
}

function invertAmend(
  change: ChangeWithoutId & { do: "amend" },
  item: Item | undefined,
): ChangeWithoutId | null {
  if (!item) return null;
  const current: Record<string, unknown> = { ...item, words: item.text };
  const entries = Object.keys(change.fields).map((field) => [field, current[field]] as const);
  if (entries.some(([field, value]) => value === undefined && field !== "hidden")) return null;
  const fields = Object.fromEntries(entries.map(([field, value]) => [field, value === undefined ? false : value]));
  return { ...change, fields };
}
