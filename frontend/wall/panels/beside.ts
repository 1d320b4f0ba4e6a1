// Where there is room, the outline stands beside the wall; else it covers it.
import type { Wall } from "../wall.ts";

export function fitsBeside(): boolean {
  return matchMedia("(min-width: 56rem)").matches;
}

/** Shows a record on the wall; an outline that covers the wall makes way. */
export function showOnWall(wall: Wall, record: string): void {
  wall.show(record);
  if (!fitsBeside()) wall.open(null);
}
