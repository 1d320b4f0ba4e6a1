// What keys mean in panels. Pure.

interface KeyPress {
  key: string;
  code?: string;
  shiftKey?: boolean;
  altKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  isComposing?: boolean;
}

/** Whether a key submits: Enter does, but not with Shift, and not while an input method composes. */
export function isSubmitKey(event: KeyPress): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing;
}

/**
 * The number of the person that a key chooses: 1 to 9 for the people in order, 0 for nobody in
 * particular. In a text field it takes Alt. Null for any other key.
 */
export function chosenNumber(event: KeyPress, inField: boolean): number | null {
  if (event.ctrlKey || event.metaKey || event.isComposing) return null;
  if (inField !== Boolean(event.altKey)) return null;
  // With Alt some keyboards type another character, so the position of the key counts.
  const named = /^(?:Digit|Numpad)(\d)$/.exec(event.code ?? "");
  const digit = named?.[1] ?? (/^\d$/.test(event.key) ? event.key : null);
  return digit === null ? null : Number(digit);
}

/** The id of the person with a number: undefined if there is none, null for nobody in particular. */
export function personAt(people: readonly { id: string }[], number: number): string | null | undefined {
  return number === 0 ? null : people[number - 1]?.id;
}

export interface Point {
  x: number;
  y: number;
}

/**
 * The index that an arrow key moves the focus to, in a grid whose rows wrap: `points` are the centres
 * of its cells in reading order. Null for any other key.
 */
export function gridNeighbour(points: readonly Point[], from: number, key: string, rightToLeft = false): number | null {
  const last = points.length - 1;
  const current = points[from];
  if (current === undefined) return null;
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const backward = rightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === forward) return Math.min(from + 1, last);
  if (key === backward) return Math.max(from - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowDown" || key === "ArrowUp") return nextRow(points, from, current, key === "ArrowDown" ? 1 : -1);
  return null;
}

function nextRow(points: readonly Point[], from: number, current: Point, direction: 1 | -1): number {
  const candidates = points.map((point, index) => ({ spot: point, index })).filter(({ spot: point }) => (point.y - current.y) * direction > 1);
  if (candidates.length === 0) return from;
  const nearest = Math.min(...candidates.map(({ spot: point }) => Math.abs(point.y - current.y)));
  const row = candidates.filter(({ spot: point }) => Math.abs(Math.abs(point.y - current.y) - nearest) <= 1);
  return row.reduce((best, candidate) =>
    Math.abs(candidate.spot.x - current.x) < Math.abs(best.spot.x - current.x) ? candidate : best,
  ).index;
}
