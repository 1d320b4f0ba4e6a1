// Where there is room, the outline stands beside the wall; else it covers it.
import type { Item } from "../protocol.ts";
import type { Wall } from "../wall.ts";

export function fitsBeside(): boolean {
  return !matchMedia("(max-width: 44rem)").matches;
}

/** Shows an item on the wall; an outline that covers the wall makes way. */
export function showOnWall(wall: Wall, item: Item): void {
  // Loose ink is one line for many strokes: all of its stage is shown.
  if (item.kind === "stroke") wall.goTo(item.stage);
  else wall.show(item.id);
  if (!fitsBeside()) wall.open(null);
}
