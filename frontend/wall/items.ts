// The lines of the outline as they will be once the server has heard of what waits. Pure.
import type { Change, Item } from "./protocol.ts";

export type Items = Map<string, Item>;

const FIELDS = ["stage", "by", "by_when", "share", "approved", "hidden"] as const;
const LAST = 1e9;

/** Plays the waiting changes over what is known; gives back the known lines if nothing waits. */
export function foretold(known: Items, waiting: readonly Change[]): Items {
  if (!waiting.some(isAboutWords)) return known;
  const items = new Map(known);
  const taken = new Map<string, Item>();
  for (const change of waiting) foretell(items, taken, change);
  return items;
}

function isAboutWords(change: Change): boolean {
  return ["write", "amend", "move", "drop", "restore"].includes(change.do);
}

function foretell(items: Items, taken: Map<string, Item>, change: Change): void {
  switch (change.do) {
    case "write":
      items.set(change.record, written(items.get(change.record), change, items.size));
      break;
    case "amend": {
      const item = items.get(change.record);
      if (item) items.set(item.id, amended(item, change.fields));
      break;
    }
    case "move":
      moved(items, change.record, change.steps);
      break;
    case "drop": {
      const item = items.get(change.record);
      if (item) taken.set(item.id, item);
      items.delete(change.record);
      break;
    }
    case "restore": {
      const item = taken.get(change.record);
      if (item) items.set(item.id, item);
      break;
    }
  }
}

function written(item: Item | undefined, change: Change & { do: "write" }, at: number): Item {
  const promises = change.collection === "commitments";
  const before: Item = item ?? {
    id: change.record,
    collection: promises ? "commitments" : "voices",
    kind: promises ? "commitment" : "voice",
    stage: change.stage ?? "",
    order: LAST + at,
    text: "",
    by: null,
    about: "",
  };
  return {
    ...before,
    text: change.text,
    stage: change.stage ?? before.stage,
    by: change.by === undefined ? before.by : change.by,
    ...(change.by_when === undefined ? {} : { by_when: change.by_when }),
  };
}

function amended(item: Item, fields: Record<string, unknown>): Item {
  const next: Record<string, unknown> = { ...item };
  for (const field of FIELDS) if (field in fields) next[field] = fields[field];
  if (typeof fields.words === "string") next.text = fields.words;
  return next as unknown as Item;
}

function moved(items: Items, id: string, steps: number): void {
  const item = items.get(id);
  if (!item) return;
  const stage = [...items.values()]
    .filter((one) => one.stage === item.stage)
    .sort((one, other) => one.order - other.order);
  const from = stage.findIndex((one) => one.id === id);
  const to = Math.max(0, Math.min(stage.length - 1, from + steps));
  stage.splice(to, 0, ...stage.splice(from, 1));
  const orders = stage.map(({ order }) => order).sort((one, other) => one - other);
  stage.forEach((one, at) => items.set(one.id, { ...one, order: orders[at] ?? at }));
}
