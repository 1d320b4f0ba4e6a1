// One order of undo for ink and words: Excalidraw keeps the history of ink, this class that of words.
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import type { ChangeWithoutId } from "./wall.ts";

/** What we use of Excalidraw's internals; pinned with its version. */
interface ExcalidrawApp {
  history?: { undoStack: unknown[]; redoStack: unknown[] };
  scene?: { getElementsIncludingDeleted(): readonly { version: number }[] };
  actionManager?: { actions: Record<string, unknown>; executeAction(action: unknown): void };
}

interface UndoStep {
  /** The length of the ink history before this change. */
  inkSteps: number;
  /** What undoes it, in this order. */
  changes: readonly ChangeWithoutId[];
}

/** The undo and redo of one window. */
export class Undo {
  #app: ExcalidrawApp = {};
  #undoStack: UndoStep[] = [];
  #redoStack: UndoStep[] = [];

  constructor(private readonly send: (change: ChangeWithoutId) => ChangeWithoutId | null) {}

  /** Gets hold of the history of Excalidraw, which hands its app to the `keyTest` of each action at each key. */
  attach(api: ExcalidrawImperativeAPI, board: HTMLElement): void {
    const captureApp = (_event: unknown, _state: unknown, _elements: unknown, app: unknown) => {
      this.#app = app as ExcalidrawApp;
      return false;
    };
    api.registerAction({ name: "path-planner", keyTest: captureApp, perform: () => false } as never);
    board.dispatchEvent(new KeyboardEvent("keydown", { key: "F24", bubbles: true }));
  }

  /** Remembers the changes that undo what was just sent. */
  push(changes: readonly ChangeWithoutId[]): void {
    this.#undoStack.push({ inkSteps: this.#inkSteps(), changes });
    this.#redoStack = [];
  }

  undo(): void {
    const last = this.#undoStack.at(-1);
    if (last === undefined || last.inkSteps < this.#inkSteps()) {
      this.#runBoardAction("undo");
      return;
    }
    this.#undoStack.pop();
    this.#sendStep(last, this.#redoStack);
  }

  redo(): void {
    const next = this.#redoStack.at(-1);
    if (next === undefined || next.inkSteps > this.#inkSteps()) {
      this.#runBoardAction("redo");
      return;
    }
    this.#redoStack.pop();
    this.#sendStep(next, this.#undoStack);
  }

  /** Sends the changes of a step, and remembers on the other stack what undoes them. */
  #sendStep({ inkSteps, changes }: UndoStep, other: UndoStep[]): void {
    const inverses = changes.flatMap((change) => this.send(change) ?? []);
    if (inverses.length > 0) other.push({ inkSteps, changes: inverses.reverse() });
  }

  #inkSteps(): number {
    return this.#app.history?.undoStack.length ?? 0;
  }

  // Steps that only changed the selection are passed over: people undo what they did.
  #runBoardAction(name: "undo" | "redo"): void {
    const { actionManager, history, scene } = this.#app;
    const stack = name === "undo" ? history?.undoStack : history?.redoStack;
    const versionSum = () => scene?.getElementsIncludingDeleted().reduce((sum, element) => sum + element.version, 0);
    const before = versionSum();
    for (let remaining = stack?.length ?? 0; remaining > 0; remaining -= 1) {
      actionManager?.executeAction(actionManager.actions[name]);
      if (versionSum() !== before || stack?.length === 0) return;
    }
  }
}
