// Finds the changes that somebody made on the board, by comparing its elements with snapshots of them. Pure.
import type { WithoutId } from "../sync/sync.ts";
import { cardOf, compact, looksEqual, roleOf } from "./elements.ts";
import type { Change, Element, ElementRole } from "./protocol.ts";

/** A change that is made on the board itself. */
export type ElementChange = WithoutId<Extract<Change, { do: "put" | "gone" | "place" }>>;

/** An element as it was when it was compared last. */
export interface ElementSnapshot {
  version: number;
  nonce: number;
  /** The element as the server has it; null if it has only been on this board. */
  base: Element | null;
}

export type Snapshots = Map<string, ElementSnapshot>;

export interface Comparison {
  changes: ElementChange[];
  /** Elements that may not be changed like this: they are put back as they were. */
  toRevert: Set<string>;
  /** Cards that somebody erased: they must confirm it first. */
  erasedCards: Set<string>;
}

export interface ComparisonContext {
  /** Elements that somebody is still drawing or moving: they are compared afterwards. */
  busy: ReadonlySet<string>;
  /** The elements that the server has sent, by id. */
  known: ReadonlyMap<string, Element>;
  /** The role of a new mark, or of a copy of anything; it is written into the element. */
  newRole(element: Element): ElementRole;
  /** Whether somebody may add an element like this; without it, any. */
  accepts?(element: Element): boolean;
}

/** Compares the elements with their snapshots, and updates these. */
export function compare(
  snapshots: Snapshots,
  elements: readonly Element[],
  context: ComparisonContext,
): Comparison {
  const result: Comparison = { changes: [], toRevert: new Set(), erasedCards: new Set() };
  for (const element of elements) {
    const snapshot = snapshots.get(element.id);
    if (snapshot?.version === element.version && snapshot?.nonce === element.versionNonce) continue;
    if (context.busy.has(element.id)) continue;
    const base = compareElement(element, snapshot?.base ?? null, context, result);
    snapshots.set(element.id, { ...versionOf(element), base });
  }
  return result;
}

/** The snapshot of an element that the server has as `base`. */
export function snapshotOf(element: Element, base: Element): ElementSnapshot {
  return { ...versionOf(element), base };
}

function versionOf(element: Element): { version: number; nonce: number } {
  return { version: Number(element.version), nonce: Number(element.versionNonce) };
}

function compareElement(
  element: Element,
  base: Element | null,
  context: ComparisonContext,
  result: Comparison,
): Element | null {
  const part = roleOf(element).part;
  if (part !== "mark" && context.known.has(element.id)) {
    if (part === "card") return compareCard(element, base, result);
    if (base !== null && !looksEqual(element, base)) result.toRevert.add(element.id);
    return base;
  }
  if (element.isDeleted) {
    if (base !== null && !base.isDeleted) {
      result.changes.push({ do: "gone", mark: element.id });
      return { ...base, isDeleted: true };
    }
    return base;
  }
  if (isNew(element) && context.accepts?.(element) === false) {
    result.toRevert.add(element.id);
    return base;
  }
  if (isNew(element)) element.customData = context.newRole(element);
  else if (base !== null && looksEqual(element, base)) return base;
  const compacted = compact(element);
  result.changes.push({ do: "put", element: compacted });
  return compacted;
}

// A copy still has the role of the element that it was copied from.
function isNew(element: Element): boolean {
  const role = element.customData;
  return role?.part !== "mark" || role.mark !== element.id;
}

function compareCard(element: Element, base: Element | null, result: Comparison): Element | null {
  const card = cardOf(element);
  if (base === null || card === null || looksEqual(element, base)) return base;
  if (element.isDeleted) {
    result.erasedCards.add(card);
    result.toRevert.add(element.id);
    return base;
  }
  const role = roleOf(element);
  if (role.part !== "card" || !role.paper) {
    if (element.originalText !== base.originalText) result.toRevert.add(element.id);
    return base;
  }
  if (element.angle) {
    result.toRevert.add(element.id);
    return base;
  }
  const scale = base.width > 0 ? element.width / base.width : 1;
  const { x, y } = compact(element);
  result.changes.push({ do: "place", card, x, y, scale: Math.round(scale * 1e4) / 1e4 });
  return compact(element);
}
