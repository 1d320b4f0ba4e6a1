// The board's elements: brings what the server tells onto it, and finds what was done on it.
import { CaptureUpdateAction, restoreElements } from "@excalidraw/excalidraw";
import type { AppState, BinaryFileData, ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { compare, seen, type Before, type Deed } from "./changes.ts";
import { belongs, cardOf } from "./elements.ts";
import { learn, reconcile, type Known, type Shield } from "./merge.ts";
import type { Belongs, Element, Picture, Told } from "./protocol.ts";
import type { Pending } from "./sync.ts";

type BoardElements = Parameters<ExcalidrawImperativeAPI["updateScene"]>[0]["elements"];

export interface Deeds {
  deeds: Deed[];
  wiped: string[];
}

export class Scene {
  #known: Known = new Map();
  #before: Before = new Map();
  #owed = new Set<string>();

  constructor(
    private readonly api: ExcalidrawImperativeAPI,
    private readonly speaker: () => string | null,
  ) {}

  /** Takes in what the server told, and shows it as far as nothing shields it. */
  hear(told: Told, pending: Pending): void {
    this.addFiles(told.files);
    learn(this.#known, told).forEach((id) => this.#owed.add(id));
    if (told.base === null) this.elements.forEach(({ id }) => this.#owed.add(id));
    this.settle(pending);
  }

  /** The server has this mark now just as it was told. */
  kept(element: Element): void {
    this.#known.set(element.id, element);
  }

  /** Elements to be looked at again: their changes were refused. */
  owe(ids: Iterable<string>): void {
    for (const id of ids) this.#owed.add(id);
  }

  /** The ids of all elements of a card, for those who owe them. */
  ofCard(card: string): string[] {
    return [...this.#known.values()].filter((one) => cardOf(one) === card).map(({ id }) => id);
  }

  /** Brings onto the board what is still owed and no longer shielded. */
  settle(pending: Pending): void {
    if (this.#owed.size === 0) return;
    const shield: Shield = { ...pending, elements: this.busy() };
    const done = reconcile(this.elements, this.#known, this.#owed, shield);
    const agreed = [...this.#owed].filter((id) => !done.owed.has(id));
    this.#owed = done.owed;
    if (done.changed.length > 0) this.#show(done.elements, new Set(done.changed));
    this.#agree(agreed);
  }

  /** What somebody did since the last look. */
  notice(): Deeds {
    const found = compare(this.#before, this.elements, {
      busy: this.busy(),
      told: this.#known,
      name: (element) => this.#named(element),
    });
    found.back.forEach((id) => this.#owed.add(id));
    return { deeds: found.deeds, wiped: [...found.wiped] };
  }

  /** Elements that somebody has a hand on. */
  busy(): Set<string> {
    const state: AppState = this.api.getAppState();
    const busy = new Set<string>();
    for (const one of [state.newElement, state.multiElement, state.editingTextElement]) {
      if (one) busy.add(one.id);
    }
    if (state.editingLinearElement) busy.add(state.editingLinearElement.elementId);
    if (state.croppingElementId) busy.add(state.croppingElementId);
    const held = state.isResizing || state.isRotating || state.selectedElementsAreBeingDragged;
    const point = state.selectedLinearElement?.isDragging === true;
    if (held || point) Object.keys(state.selectedElementIds).forEach((id) => busy.add(id));
    return busy;
  }

  get elements(): readonly Element[] {
    return this.api.getSceneElementsIncludingDeleted() as unknown as readonly Element[];
  }

  /** Puts new elements, or other versions of old ones, onto the board; it can be undone. */
  put(elements: readonly Element[]): void {
    const fresh = new Map(elements.map((element) => [element.id, element]));
    const kept = this.elements.map((element) => {
      const next = fresh.get(element.id);
      fresh.delete(element.id);
      return next ? { ...next, version: Number(element.version) + 1, versionNonce: nonce() } : element;
    });
    this.api.updateScene({
      elements: [...kept, ...restored([...fresh.values()])] as unknown as BoardElements,
      captureUpdate: CaptureUpdateAction.IMMEDIATELY,
    });
  }

  addFiles(files: readonly Picture[]): void {
    if (files.length > 0) this.api.addFiles(files as unknown as BinaryFileData[]);
  }

  #show(elements: readonly Element[], changed: ReadonlySet<Element>): void {
    const whole = restored(elements.filter((element) => changed.has(element)));
    const ready = new Map(whole.map((element) => [element.id, element]));
    const next = elements.map((element) => (changed.has(element) ? (ready.get(element.id) ?? element) : element));
    this.api.updateScene({
      elements: next as unknown as BoardElements,
      captureUpdate: CaptureUpdateAction.NEVER,
    });
  }

  // What the server knows is no deed of this board.
  #agree(ids: readonly string[]): void {
    const here = new Map(this.elements.map((element) => [element.id, element]));
    for (const id of ids) {
      const element = here.get(id);
      if (element) this.#before.set(id, seen(element, this.#known.get(id) ?? { ...element, isDeleted: true }));
    }
  }

  #named(element: Element): Belongs {
    const { part, stage: _, ...copied } = { stage: "", ...belongs(element) } as Belongs & { stage?: string };
    const by = this.speaker();
    if (part !== "mark") return { part: "mark", mark: element.id, by };
    const { signs: __, under: ___, ...rest } = copied as Extract<Belongs, { part: "mark" }>;
    return { ...rest, part: "mark", mark: element.id, by };
  }
}

// The board's history sees another version by this number alone.
function nonce(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

function restored(elements: readonly Element[]): Element[] {
  const whole = restoreElements(elements as unknown as Parameters<typeof restoreElements>[0], null);
  return whole as unknown as Element[];
}
