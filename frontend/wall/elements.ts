// What our elements are part of, and how they look on the wire. Pure.
import type { Belongs, Element } from "./protocol.ts";

/** Noise that says nothing about a mark, or that the server knows by itself. */
const NOISE = new Set([
  "seed", "version", "versionNonce", "updated", "index", "isDeleted", "link", "frameId",
  "lastCommittedPoint", "boundElements", "fillStyle", "status",
]);
const PRECISE = new Set(["angle", "lineHeight"]);
const COARSE = 100;
const FINE = 1000;

/** What an element belongs to; one that somebody just drew is a mark of its own. */
export function belongs(element: Element): Belongs {
  const told = element.customData;
  return told?.part ? told : { part: "mark", mark: element.id };
}

/** The card of an element, or null. */
export function cardOf(element: Element): string | null {
  const whole = belongs(element);
  return whole.part === "card" ? whole.card : null;
}

/** An element as it travels: rounded, and without what says nothing. */
export function slim(element: Element): Element {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(element)) {
    if (NOISE.has(key) || isNothing(key, value)) continue;
    kept[key] = rounded(value, key === "pressures" || PRECISE.has(key) ? FINE : COARSE);
  }
  return kept as Element;
}

function isNothing(key: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0 && key !== "points";
  if (value === false) return key !== "simulatePressure" && key !== "autoResize";
  return (key === "angle" && value === 0) || (key === "opacity" && value === 100);
}

function rounded(value: unknown, to: number): unknown {
  if (typeof value === "number") return Math.round(value * to) / to + 0;
  if (Array.isArray(value)) return value.map((one) => rounded(one, to));
  return value;
}

/** Whether two elements are the same to everybody who looks at the wall. */
export function alike(one: Element, other: Element): boolean {
  return Boolean(one.isDeleted) === Boolean(other.isDeleted) && print(one) === print(other);
}

function print(element: Element): string {
  const flat = slim(element);
  return JSON.stringify(flat, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** From the bottom to the top: what lies beneath the regions, the ground, and all that stands on it. */
export function layer(element: Element): number {
  const whole = belongs(element);
  if (whole.part === "ground") return 1;
  return whole.part === "mark" && whole.under ? 0 : 2;
}
