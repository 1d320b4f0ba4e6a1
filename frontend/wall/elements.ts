// The roles of our elements, and how elements are sent and compared. Pure.
import type { Element, ElementRole } from "./protocol.ts";

/** Keys that are irrelevant to a mark, or that the server sets itself. */
const IGNORED_KEYS = new Set([
  "seed", "version", "versionNonce", "updated", "index", "isDeleted", "link", "frameId",
  "lastCommittedPoint", "boundElements", "fillStyle", "status",
]);
const PRECISE_KEYS = new Set(["angle", "lineHeight"]);
const HUNDREDTHS = 100;
const THOUSANDTHS = 1000;

/** The role of an element; one that somebody has just drawn is a mark. */
export function roleOf(element: Element): ElementRole {
  const role = element.customData;
  return role?.part ? role : { part: "mark", mark: element.id };
}

/** The id of the card that an element is part of, or null. */
export function cardOf(element: Element): string | null {
  const role = roleOf(element);
  return role.part === "card" ? role.card : null;
}

/** The record that a locked element of a tablecloth shows, or null. */
export function lockedRecordOf(element: Element): string | null {
  const role = roleOf(element);
  return role.part === "ground" ? role.piece : null;
}

/** An element as it is sent: numbers rounded, defaults left out. */
export function compact(element: Element): Element {
  const compacted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(element)) {
    if (IGNORED_KEYS.has(key) || isDefault(key, value)) continue;
    compacted[key] = rounded(value, key === "pressures" || PRECISE_KEYS.has(key) ? THOUSANDTHS : HUNDREDTHS);
  }
  return compacted as Element;
}

function isDefault(key: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0 && key !== "points";
  if (value === false) return key !== "simulatePressure" && key !== "autoResize";
  return (key === "angle" && value === 0) || (key === "opacity" && value === 100);
}

function rounded(value: unknown, precision: number): unknown {
  if (typeof value === "number") return Math.round(value * precision) / precision + 0;
  if (Array.isArray(value)) return value.map((item) => rounded(item, precision));
  return value;
}

/** Whether two elements look the same to everybody. */
export function looksEqual(a: Element, b: Element): boolean {
  return Boolean(a.isDeleted) === Boolean(b.isDeleted) && fingerprint(a) === fingerprint(b);
}

function fingerprint(element: Element): string {
  const compacted = compact(element);
  return JSON.stringify(compacted, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The layer of an element: 0 beneath the background, 1 the background, 2 everything above it. */
export function layer(element: Element): number {
  const role = roleOf(element);
  if (role.part === "ground") return 1;
  return role.part === "mark" && role.under ? 0 : 2;
}
