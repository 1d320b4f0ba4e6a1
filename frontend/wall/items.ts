// The items of the outline as they will be once the server has applied the waiting changes. Pure.
import type { Change, Item } from "./protocol.ts";

export type Items = Map<string, Item>;

const AMENDABLE_FIELDS = ["stage", "by", "by_when", "share", "approved", "hidden"] as const;
const LAST_ORDER = 1e9;

/** Applies the waiting changes to the confirmed items; returns the very same map if there are none. */
export function applyPending(confirmed: Items, waiting: readonly Change[]): Items {
  if (!waiting.some(affectsItems)) return confirmed;
  const items = new Map(confirmed);
  const removed = new Map<string, Item>();
  for (const change of waiting) applyChange(items, removed, change);
  return items;
}

function affectsItems(change: Change): boolean {
  return ["write", "amend", "move", "drop", "restore"].includes(change.do);
}

function applyChange(items: Items, removed: Map<string, Item>, change: Change): void {
  switch (change.do) {
    case "write":
      items.set(change.record, writeItem(items.get(change.record), change, items.size));
      break;
    case "amend": {
      const item = items.get(change.record);
      if (item) items.set(item.id, amendItem(item, change.fields));
      break;
    }
    case "move":
      moveItem(items, change.record, change.steps);
      break;
    case "drop": {
      const item = items.get(change.record);
      if (item) removed.set(item.id, item);
      items.delete(change.record);
      break;
    }
    case "restore": {
      const item = removed.get(change.record);
      if (item) items.set(item.id, item);
      break;
    }
  }
}

function writeItem(item: Item | undefined, change: Change & { do: "write" }, index: number): Item {
  const isCommitment = change.collection === "commitments";
  const base: Item = item ?? {
    id: change.record,
    collection: isCommitment ? "commitments" : "voices",
    kind: isCommitment ? "commitment" : "voice",
    stage: change.stage ?? "",
    order: LAST_ORDER + index,
    text: "",
    by: null,
    about: "",
  };
  return {
    ...base,
    text: change.text,
    stage: change.stage ?? base.stage,
    by: change.by === undefined ? base.by : change.by,
    ...(change.by_when === undefined ? {} : { by_when: change.by_when }),
  };
}

function amendItem(item: Item, fields: Record<string, unknown>): Item {
  const next: Record<string, unknown> = { ...item };
  for (const field of AMENDABLE_FIELDS) if (field in fields) next[field] = fields[field];
  if (typeof fields.words === "string") next.text = fields.words;
  return next as unknown as Item;
}

function moveItem(items: Items, id: string, steps: number): void {
  const item = items.get(id);
  if (!item) return;
  const siblings = [...items.values()]
    .filter((other) => other.stage === item.stage)
    .sort((a, b) => a.order - b.order);
  const from = siblings.findIndex((other) => other.id === id);
  const to = Math.max(0, Math.min(siblings.length - 1, from + steps));
  siblings.splice(to, 0, ...siblings.splice(from, 1));
  const orders = siblings.map(({ order }) => order).sort((a, b) => a - b);
  siblings.forEach((sibling, index) => items.set(sibling.id, { ...sibling, order: orders[index] ?? index }));
}
