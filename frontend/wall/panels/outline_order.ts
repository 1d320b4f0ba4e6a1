// What stands in the outline, and where: pure, so that Node can test it.
import type { Item, Stage } from "../protocol.ts";

export interface Part {
  kind: "words" | "commitments" | "pictures" | "drawings";
  items: readonly Item[];
}

export interface Chapter {
  stage: Stage;
  count: number;
  parts: readonly Part[];
}

const PART_OF: Record<Item["kind"], Part["kind"]> = {
  voice: "words",
  label: "words",
  commitment: "commitments",
  stamp: "pictures",
  photo: "pictures",
  sketch: "pictures",
  shape: "drawings",
  stroke: "drawings",
};
const PARTS: readonly Part["kind"][] = ["words", "commitments", "pictures", "drawings"];
const KINDS: readonly Item["kind"][] = ["voice", "label", "commitment", "sketch", "photo", "stamp", "shape", "stroke"];

/** The stages in the order of the talk, each with what stands in it in speaking order. */
export function chapters(stages: readonly Stage[], items: Iterable<Item>): Chapter[] {
  const known = new Set(stages.map((stage) => stage.id));
  const byStage = new Map<string, Item[]>();
  for (const item of items) {
    // What lies outside all stages is read with the first one, so that nothing is left out.
    const stage = known.has(item.stage) ? item.stage : stages[0]?.id;
    if (stage === undefined) continue;
    const here = byStage.get(stage);
    if (here) here.push(item);
    else byStage.set(stage, [item]);
  }
  return stages.map((stage) => chapter(stage, byStage.get(stage.id) ?? []));
}

function chapter(stage: Stage, items: Item[]): Chapter {
  items.sort(before);
  const parts = PARTS.map((kind) => ({ kind, items: items.filter((item) => PART_OF[item.kind] === kind) }));
  return { stage, count: items.length, parts: parts.filter((part) => part.items.length > 0) };
}

function before(one: Item, other: Item): number {
  return (
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    one.order - other.order ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** The items of a stage one after the other, as they are read aloud. */
export function inTurn(chapter: Chapter): Item[] {
  return chapter.parts.flatMap((part) => part.items);
}

/** Whether it can go up and down among its own kind. */
export function roomToMove(items: readonly Item[], index: number): { up: boolean; down: boolean } {
  const kind = items[index]?.kind;
  return { up: items[index - 1]?.kind === kind, down: kind !== undefined && items[index + 1]?.kind === kind };
}

/** Loose ink is one line for many strokes: it is shown, and changed on the wall itself. */
export function canChange(item: Item): boolean {
  return item.kind !== "stroke";
}
