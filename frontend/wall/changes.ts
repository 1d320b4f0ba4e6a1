// Finds out what somebody did on the board, by comparing it with how it stood before. Pure.
import { alike, belongs, cardOf, slim } from "./elements.ts";
import type { Belongs, Change, Element } from "./protocol.ts";

type Named<Kind> = Kind extends unknown ? Omit<Kind, "id"> : never;
export type Deed = Named<Extract<Change, { do: "put" | "gone" | "place" }>>;

/** How an element stood when it was looked at last. */
export interface Seen {
  version: number;
  nonce: number;
  /** What the server was told of it, or told us; null if it has only been on this board. */
  base: Element | null;
}

export type Before = Map<string, Seen>;

export interface Found {
  deeds: Deed[];
  /** Elements that somebody may not change like this: they are put back as they were. */
  back: Set<string>;
  /** Cards that somebody wiped away: to be asked about. */
  wiped: Set<string>;
}

export interface Around {
  /** What somebody has a hand on: looked at once they let go. */
  busy: ReadonlySet<string>;
  /** What the server told us, by id. */
  told: ReadonlyMap<string, Element>;
  /** What a new mark, or a copy of anything, belongs to: it is written onto the element. */
  name(element: Element): Belongs;
}

/** Compares, and brings `before` up to date. */
export function compare(
  before: Before,
  elements: readonly Element[],
  around: Around,
): Found {
  const found: Found = { deeds: [], back: new Set(), wiped: new Set() };
  for (const element of elements) {
    const last = before.get(element.id);
    if (last?.version === element.version && last?.nonce === element.versionNonce) continue;
    if (around.busy.has(element.id)) continue;
    const base = look(element, last?.base ?? null, around, found);
    before.set(element.id, { ...stand(element), base });
  }
  return found;
}

/** How an element stands that the server told us of, or that we told it. */
export function seen(element: Element, base: Element): Seen {
  return { ...stand(element), base };
}

function stand(element: Element): { version: number; nonce: number } {
  return { version: Number(element.version), nonce: Number(element.versionNonce) };
}

function look(
  element: Element,
  base: Element | null,
  around: Around,
  found: Found,
): Element | null {
  const part = belongs(element).part;
  if (part !== "mark" && around.told.has(element.id)) {
    if (part === "card") return lookAtCard(element, base, found);
    if (base !== null && !alike(element, base)) found.back.add(element.id);
    return base;
  }
  if (element.isDeleted) {
    if (base !== null && !base.isDeleted) {
      found.deeds.push({ do: "gone", mark: element.id });
      return { ...base, isDeleted: true };
    }
    return base;
  }
  if (isFresh(element)) element.customData = around.name(element);
  else if (base !== null && alike(element, base)) return base;
  const sent = slim(element);
  found.deeds.push({ do: "put", element: sent });
  return sent;
}

// A copy still says that it is what it was copied from.
function isFresh(element: Element): boolean {
  const whole = element.customData;
  return whole?.part !== "mark" || whole.mark !== element.id;
}

function lookAtCard(element: Element, base: Element | null, found: Found): Element | null {
  const card = cardOf(element);
  if (base === null || card === null || alike(element, base)) return base;
  if (element.isDeleted) {
    found.wiped.add(card);
    found.back.add(element.id);
    return base;
  }
  const whole = belongs(element);
  if (whole.part !== "card" || !whole.paper) {
    if (element.originalText !== base.originalText) found.back.add(element.id);
    return base;
  }
  if (element.angle) {
    found.back.add(element.id);
    return base;
  }
  const scale = base.width > 0 ? element.width / base.width : 1;
  const { x, y } = slim(element);
  found.deeds.push({ do: "place", card, x, y, scale: Math.round(scale * 1e4) / 1e4 });
  return slim(element);
}
