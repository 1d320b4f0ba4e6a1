// Which key means what: pure, so that Node can test it.

interface Key {
  key: string;
  code?: string;
  shiftKey?: boolean;
  altKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  isComposing?: boolean;
}

/** Enter ends the line; with Shift it makes a new one, and while letters are put together it chooses. */
export function endsLine(event: Key): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing;
}

/**
 * The number that chooses somebody: 1 to 9 for the people in order, 0 for nobody in particular.
 * In a field the digits are words, so there it takes Alt; null if the key is something else.
 */
export function numberChosen(event: Key, inField: boolean): number | null {
  if (event.ctrlKey || event.metaKey || event.isComposing) return null;
  if (inField !== Boolean(event.altKey)) return null;
  // With Alt some keyboards write another letter, so the place of the key counts.
  const named = /^(?:Digit|Numpad)(\d)$/.exec(event.code ?? "");
  const digit = named?.[1] ?? (/^\d$/.test(event.key) ? event.key : null);
  return digit === null ? null : Number(digit);
}

/** The person of a number: undefined if there is none, null for nobody in particular. */
export function personOf(people: readonly { id: string }[], number: number): string | null | undefined {
  return number === 0 ? null : people[number - 1]?.id;
}

export interface Spot {
  x: number;
  y: number;
}

/**
 * Where the focus goes in a grid whose rows wrap as they like: the spots are the middles of what
 * stands there, in reading order. Null if the key does not move.
 */
export function neighbour(spots: readonly Spot[], from: number, key: string, rightToLeft = false): number | null {
  const last = spots.length - 1;
  const here = spots[from];
  if (here === undefined) return null;
  const onward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === onward) return Math.min(from + 1, last);
  if (key === back) return Math.max(from - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowDown" || key === "ArrowUp") return nextRow(spots, from, here, key === "ArrowDown" ? 1 : -1);
  return null;
}

function nextRow(spots: readonly Spot[], from: number, here: Spot, way: 1 | -1): number {
  const beyond = spots.map((spot, index) => ({ spot, index })).filter(({ spot }) => (spot.y - here.y) * way > 1);
  if (beyond.length === 0) return from;
  const nearest = Math.min(...beyond.map(({ spot }) => Math.abs(spot.y - here.y)));
  const row = beyond.filter(({ spot }) => Math.abs(Math.abs(spot.y - here.y) - nearest) <= 1);
  return row.reduce((best, one) =>
    Math.abs(one.spot.x - here.x) < Math.abs(best.spot.x - here.x) ? one : best,
  ).index;
}
