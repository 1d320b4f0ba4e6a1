// The elements of the page in which lines and groups of the harvest stand.
import type { ServerMessage } from "./store.ts";

export interface Elements {
  /** By the id of a line. */
  rows: ReadonlyMap<string, HTMLElement>;
  /** By the id of a group; "" is that of the lines without one. */
  boxes: ReadonlyMap<string, HTMLElement>;
}

type Names = Pick<ServerMessage, "lines" | "groups" | "row" | "box" | "loose">;

/** Finds them; returns the very same value if nothing has changed since `before`. */
export function elementsOf(page: ParentNode, { lines, groups, row, box, loose }: Names, before?: Elements): Elements {
  const rows = found(page, Object.keys(lines), (id) => `${row}${id}`);
  const boxes = found(page, Object.keys(groups), (id) => (id === "" ? loose : `${box}${id}`));
  return before && isSame(before.rows, rows) && isSame(before.boxes, boxes) ? before : { rows, boxes };
}

function found(page: ParentNode, ids: readonly string[], className: (id: string) => string): Map<string, HTMLElement> {
  const elements = new Map<string, HTMLElement>();
  for (const id of ids) {
    const element = page.querySelector<HTMLElement>(`.${CSS.escape(className(id))}`);
    if (element) elements.set(id, element);
  }
  return elements;
}

function isSame(one: ReadonlyMap<string, HTMLElement>, other: ReadonlyMap<string, HTMLElement>): boolean {
  return one.size === other.size && [...one].every(([id, element]) => other.get(id) === element);
}
