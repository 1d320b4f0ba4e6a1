// Brings what the server tells onto the wall, and leaves alone what somebody here is busy with. Pure.
import { alike, belongs, layer } from "./elements.ts";
import type { Element, Told } from "./protocol.ts";

/** What must not be touched now: changes of it wait, or a hand is on it. */
export interface Shield {
  marks: ReadonlySet<string>;
  cards: ReadonlySet<string>;
  elements: ReadonlySet<string>;
}

export type Known = Map<string, Element>;

/** Takes in what the server tells; gives back the ids of the elements that it is about. */
export function learn(known: Known, told: Told): Set<string> {
  const touched = new Set<string>();
  if (told.base === null) {
    known.forEach((_, id) => touched.add(id));
    known.clear();
  }
  for (const element of told.elements) {
    known.set(element.id, element);
    touched.add(element.id);
  }
  for (const id of told.gone) {
    known.delete(id);
    touched.add(id);
  }
  return touched;
}

export interface Reconciled {
  /** All elements in painting order; the very same array if nothing is new. */
  elements: readonly Element[];
  /** The elements that are new or other than before. */
  changed: Element[];
  /** What is still to be brought onto the wall, once nothing shields it. */
  owed: Set<string>;
}

/** Makes the elements with these ids what the server knows of them. */
export function reconcile(
  scene: readonly Element[],
  known: ReadonlyMap<string, Element>,
  ids: Iterable<string>,
  shield: Shield,
): Reconciled {
  const places = new Map(scene.map((element, at) => [element.id, at]));
  const owed = new Set<string>();
  const changed: Element[] = [];
  const elements = [...scene];
  const fresh: Element[] = [];
  for (const id of ids) {
    const at = places.get(id);
    const here = at === undefined ? undefined : scene[at];
    const there = known.get(id);
    if (isShielded(here ?? there, shield)) {
      owed.add(id);
      continue;
    }
    const next = become(here, there);
    if (next === undefined || next === here) continue;
    changed.push(next);
    if (at === undefined) fresh.push(next);
    else elements[at] = next;
  }
  if (changed.length === 0) return { elements: scene, changed, owed };
  return { elements: inLayers(elements, fresh), changed, owed };
}

function isShielded(element: Element | undefined, shield: Shield): boolean {
  if (element === undefined) return false;
  if (shield.elements.has(element.id)) return true;
  const whole = belongs(element);
  if (whole.part === "card") return shield.cards.has(whole.card);
  return whole.part === "mark" && shield.marks.has(element.id);
}

function become(here: Element | undefined, there: Element | undefined): Element | undefined {
  if (there === undefined) {
    return here === undefined || here.isDeleted ? here : { ...here, ...newer(here), isDeleted: true };
  }
  if (here === undefined) return { ...there, isDeleted: false };
  if (alike(here, there)) return here;
  return { ...there, ...newer(here), index: here.index, isDeleted: false };
}

function newer(element: Element): { version: number; versionNonce: number } {
  const version = Number(element.version ?? 0) + 1;
  return { version, versionNonce: version };
}

// What is new lies on top of its own layer.
function inLayers(elements: Element[], fresh: readonly Element[]): Element[] {
  for (const element of fresh) {
    const top = elements.findLastIndex((one) => layer(one) <= layer(element));
    elements.splice(top + 1, 0, element);
  }
  return elements;
}
