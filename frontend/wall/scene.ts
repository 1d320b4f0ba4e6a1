// The elements on the board: merges those of the server, and collects the changes that people make.
import { CaptureUpdateAction, restoreElements } from "@excalidraw/excalidraw";
import type { AppState, BinaryFileData, ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { compare, snapshotOf, type ElementChange, type Snapshots } from "./changes.ts";
import { cardOf, roleOf } from "./elements.ts";
import { applyMessage, reconcile, type KnownElements, type Protection } from "./merge.ts";
import type { Element, ElementRole, ImageFile, ServerMessage } from "./protocol.ts";
import type { PendingIds } from "./sync.ts";

type BoardElements = Parameters<ExcalidrawImperativeAPI["updateScene"]>[0]["elements"];

/** What people did on the board. */
export interface BoardChanges {
  changes: ElementChange[];
  erasedCards: string[];
}

/** The elements of an Excalidraw board, and what the server knows of them. */
export class Scene {
  #known: KnownElements = new Map();
  #snapshots: Snapshots = new Map();
  #deferred = new Set<string>();
  /** By element that waits to be shown: the revision that the board shows of it until then. */
  #shownSince = new Map<string, number>();

  constructor(
    private readonly api: ExcalidrawImperativeAPI,
    private readonly speaker: () => string | null,
    /** A tablecloth takes ink alone: words come from their panel. */
    private readonly isCloth: () => boolean = () => false,
  ) {}

  /** Takes in a message, and shows what is not protected; until now the board showed `revision`. */
  receive(message: ServerMessage, pending: PendingIds, revision: number | null = null): void {
    this.addFiles(message.files);
    applyMessage(this.#known, message).forEach((id) => this.#deferred.add(id));
    if (message.base === null) this.elements.forEach(({ id }) => this.#deferred.add(id));
    this.applyDeferred(pending);
    for (const id of this.#deferred) {
      if (revision !== null && !this.#shownSince.has(id)) this.#shownSince.set(id, revision);
    }
  }

  /** The server has this mark now just as it was sent. */
  confirm(element: Element): void {
    this.#known.set(element.id, element);
  }

  /** Marks elements to be brought onto the board again: their changes were refused. */
  defer(ids: Iterable<string>): void {
    for (const id of ids) this.#deferred.add(id);
  }

  /** The ids of all elements of a card. */
  idsOfCard(card: string): string[] {
    return [...this.#known.values()].filter((element) => cardOf(element) === card).map(({ id }) => id);
  }

  /** Brings onto the board what was deferred and is no longer protected. */
  applyDeferred(pending: PendingIds): void {
    if (this.#deferred.size === 0) return;
    const protection: Protection = { ...pending, elements: this.busyElements() };
    const reconciled = reconcile(this.elements, this.#known, this.#deferred, protection);
    const appliedIds = [...this.#deferred].filter((id) => !reconciled.deferred.has(id));
    this.#deferred = reconciled.deferred;
    appliedIds.forEach((id) => this.#shownSince.delete(id));
    if (reconciled.changed.length > 0) this.#updateBoard(reconciled.elements, new Set(reconciled.changed));
    this.#takeSnapshots(appliedIds);
  }

  /** What people did since the last call, to a board that showed this revision. */
  collectChanges(shown: number | null): BoardChanges {
    const comparison = compare(this.#snapshots, this.elements, {
      busy: this.busyElements(),
      known: this.#known,
      newRole: (element) => this.#newRole(element),
      accepts: ({ type }) => !this.isCloth() || type === "freedraw",
    });
    comparison.toRevert.forEach((id) => this.#deferred.add(id));
    const changes = comparison.changes.map((change) => this.#based(change, shown));
    return { changes, erasedCards: [...comparison.erasedCards] };
  }

  /** The ids of the elements that somebody is drawing, editing or moving. */
  busyElements(): Set<string> {
    const state: AppState = this.api.getAppState();
    const busy = new Set<string>();
    for (const element of [state.newElement, state.multiElement, state.editingTextElement]) {
      if (element) busy.add(element.id);
    }
    if (state.editingLinearElement) busy.add(state.editingLinearElement.elementId);
    if (state.croppingElementId) busy.add(state.croppingElementId);
    const isTransforming = state.isResizing || state.isRotating || state.selectedElementsAreBeingDragged;
    const isDraggingPoint = state.selectedLinearElement?.isDragging === true;
    if (isTransforming || isDraggingPoint) Object.keys(state.selectedElementIds).forEach((id) => busy.add(id));
    return busy;
  }

  get elements(): readonly Element[] {
    return this.api.getSceneElementsIncludingDeleted() as unknown as readonly Element[];
  }

  /** Adds elements to the board, or replaces those with the same id; it can be undone. */
  put(elements: readonly Element[]): void {
    const added = new Map(elements.map((element) => [element.id, element]));
    const existing = this.elements.map((element) => {
      const next = added.get(element.id);
      added.delete(element.id);
      return next ? { ...next, version: Number(element.version) + 1, versionNonce: nonce() } : element;
    });
    this.api.updateScene({
      elements: [...existing, ...restore([...added.values()])] as unknown as BoardElements,
      captureUpdate: CaptureUpdateAction.IMMEDIATELY,
    });
  }

  addFiles(files: readonly ImageFile[]): void {
    if (files.length > 0) this.api.addFiles(files as unknown as BinaryFileData[]);
  }

  #updateBoard(elements: readonly Element[], changed: ReadonlySet<Element>): void {
    const complete = restore(elements.filter((element) => changed.has(element)));
    const completeById = new Map(complete.map((element) => [element.id, element]));
    const next = elements.map((element) => (changed.has(element) ? (completeById.get(element.id) ?? element) : element));
    this.api.updateScene({
      elements: next as unknown as BoardElements,
      captureUpdate: CaptureUpdateAction.NEVER,
    });
  }

  // What came from the server is no change of this board.
  #takeSnapshots(ids: readonly string[]): void {
    const current = new Map(this.elements.map((element) => [element.id, element]));
    for (const id of ids) {
      const element = current.get(id);
      if (element) this.#snapshots.set(id, snapshotOf(element, this.#known.get(id) ?? { ...element, isDeleted: true }));
    }
  }

  // Words name the revision that the board showed of them while they were edited.
  #based(change: ElementChange, shown: number | null): ElementChange {
    if (change.do !== "put" || change.element.type !== "text") return change;
    const base = this.#shownSince.get(change.element.id) ?? shown;
    return base === null ? change : { ...change, base };
  }

  #newRole(element: Element): ElementRole {
    const { part, stage: _, ...copied } = { stage: "", ...roleOf(element) } as ElementRole & { stage?: string };
    const by = this.speaker();
    if (part !== "mark") return { part: "mark", mark: element.id, by };
    const { signs: __, under: ___, ...rest } = copied as Extract<ElementRole, { part: "mark" }>;
    return { ...rest, part: "mark", mark: element.id, by };
  }
}

// The history of Excalidraw tells versions apart by this number alone.
function nonce(): number {
  return Math.floor(Math.random() * 2 ** 31);
}

function restore(elements: readonly Element[]): Element[] {
  const complete = restoreElements(elements as unknown as Parameters<typeof restoreElements>[0], null);
  return complete as unknown as Element[];
}
