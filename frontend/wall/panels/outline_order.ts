// The order of the outline. Pure.
import type { Item, Stage } from "../protocol.ts";

/** The items of a stage that are of one sort. */
export interface OutlinePart {
  kind: "words" | "commitments" | "pictures" | "drawings";
  items: readonly Item[];
}

/** A stage and its items. */
export interface Chapter {
  stage: Stage;
  count: number;
  parts: readonly OutlinePart[];
}

const PART_OF: Record<Item["kind"], OutlinePart["kind"]> = {
  voice: "words",
  label: "words",
  commitment: "commitments",
  stamp: "pictures",
  photo: "pictures",
  sketch: "pictures",
  shape: "drawings",
  stroke: "drawings",
};
const PARTS: readonly OutlinePart["kind"][] = ["words", "commitments", "pictures", "drawings"];
const KINDS: readonly Item["kind"][] = ["voice", "label", "commitment", "sketch", "photo", "stamp", "shape", "stroke"];

/** The stages in the order of the conversation, each with its items in speaking order. */
export function chapters(stages: readonly Stage[], items: Iterable<Item>): Chapter[] {
  const known = new Set(stages.map((stage) => stage.id));
  const byStage = new Map<string, Item[]>();
  for (const item of items) {
    // What lies outside all stages is listed with the first one, so that nothing is left out.
    const stage = known.has(item.stage) ? item.stage : stages[0]?.id;
    if (stage === undefined) continue;
    const items = byStage.get(stage);
    if (items) items.push(item);
    else byStage.set(stage, [item]);
  }
  return stages.map((stage) => chapter(stage, byStage.get(stage.id) ?? []));
}

function chapter(stage: Stage, items: Item[]): Chapter {
  items.sort(compareItems);
  const parts = PARTS.map((kind) => ({ kind, items: items.filter((item) => PART_OF[item.kind] === kind) }));
  return { stage, count: items.length, parts: parts.filter((part) => part.items.length > 0) };
}

function compareItems(a: Item, b: Item): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    a.order - b.order ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** The items of a stage in the order in which they are read aloud. */
export function itemsInOrder(chapter: Chapter): Item[] {
  return chapter.parts.flatMap((part) => part.items);
}

/** Whether an item can move up and down among its own kind. */
export function possibleMoves(items: readonly Item[], index: number): { up: boolean; down: boolean } {
  const kind = items[index]?.kind;
  return { up: items[index - 1]?.kind === kind, down: kind !== undefined && items[index + 1]?.kind === kind };
}

/** Whether an item can be edited here: loose strokes are one item, and are edited on the wall itself. */
export function canChange(item: Item): boolean {
  return item.kind !== "stroke";
}
