// Merges the elements of the server into the board, except those that somebody is editing here. Pure.
import { layer, looksEqual, roleOf } from "./elements.ts";
import type { Element, ServerMessage } from "./protocol.ts";

/** What must not be touched now: a change of it waits, or somebody is moving it. */
export interface Protection {
  marks: ReadonlySet<string>;
  cards: ReadonlySet<string>;
  elements: ReadonlySet<string>;
}

export type KnownElements = Map<string, Element>;

/** Updates the known elements; returns the ids of those that the message is about. */
export function applyMessage(known: KnownElements, message: ServerMessage): Set<string> {
  const touched = new Set<string>();
  if (message.base === null) {
    known.forEach((_, id) => touched.add(id));
    known.clear();
  }
  for (const element of message.elements) {
    known.set(element.id, element);
    touched.add(element.id);
  }
  for (const id of message.gone) {
    known.delete(id);
    touched.add(id);
  }
  return touched;
}

export interface Reconciled {
  /** All elements in painting order; the very same array if nothing is new. */
  elements: readonly Element[];
  /** The elements that are new or have changed. */
  changed: Element[];
  /** The ids that are still to be merged, once nobody is editing them. */
  deferred: Set<string>;
}

/** Makes the elements with these ids equal to those of the server. */
export function reconcile(
  current: readonly Element[],
  known: ReadonlyMap<string, Element>,
  ids: Iterable<string>,
  protection: Protection,
): Reconciled {
  const indexes = new Map(current.map((element, index) => [element.id, index]));
  const deferred = new Set<string>();
  const changed: Element[] = [];
  const elements = [...current];
  const added: Element[] = [];
  for (const id of ids) {
    const index = indexes.get(id);
    const local = index === undefined ? undefined : current[index];
    const remote = known.get(id);
    if (isProtected(local ?? remote, protection)) {
      deferred.add(id);
      continue;
    }
    const next = resolve(local, remote);
    if (next === undefined || next === local) continue;
    changed.push(next);
    if (index === undefined) added.push(next);
    else elements[index] = next;
  }
  if (changed.length === 0) return { elements: current, changed, deferred };
  return { elements: insertByLayer(elements, added), changed, deferred };
}

function isProtected(element: Element | undefined, protection: Protection): boolean {
  if (element === undefined) return false;
  if (protection.elements.has(element.id)) return true;
  const role = roleOf(element);
  if (role.part === "card") return protection.cards.has(role.card);
  return role.part === "mark" && protection.marks.has(element.id);
}

function resolve(local: Element | undefined, remote: Element | undefined): Element | undefined {
  if (remote === undefined) {
    return local === undefined || local.isDeleted ? local : { ...local, ...nextVersion(local), isDeleted: true };
  }
  if (local === undefined) return { ...remote, isDeleted: false };
  if (looksEqual(local, remote)) return local;
  return { ...remote, ...nextVersion(local), index: local.index, isDeleted: false };
}

function nextVersion(element: Element): { version: number; versionNonce: number } {
  const version = Number(element.version ?? 0) + 1;
  return { version, versionNonce: version };
}

// A new element lies on top of its own layer.
function insertByLayer(elements: Element[], added: readonly Element[]): Element[] {
  for (const element of added) {
    const top = elements.findLastIndex((other) => layer(other) <= layer(element));
    elements.splice(top + 1, 0, element);
  }
  return elements;
}
