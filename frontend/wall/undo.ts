// One order of undo for ink and words: the board keeps the history of ink, this that of words.
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import type { ChangeWithoutId } from "./wall.ts";

/** What we use of the board's own machine room; pinned with the version of Excalidraw. */
interface App {
  history?: { undoStack: unknown[]; redoStack: unknown[] };
  scene?: { getElementsIncludingDeleted(): readonly { version: number }[] };
  actionManager?: { actions: Record<string, unknown>; executeAction(action: unknown): void };
}

interface Step {
  /** How many steps of ink had been done before these words. */
  after: number;
  back: ChangeWithoutId;
}

export class Undo {
  #app: App = {};
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(private readonly send: (change: ChangeWithoutId) => ChangeWithoutId | null) {}

  /** Gets hold of the board's history: an action that fits no key is shown the app with each key. */
  watch(api: ExcalidrawImperativeAPI, board: HTMLElement): void {
    const look = (_event: unknown, _state: unknown, _elements: unknown, app: unknown) => {
      this.#app = app as App;
      return false;
    };
    api.registerAction({ name: "path-planner", keyTest: look, perform: () => false } as never);
    board.dispatchEvent(new KeyboardEvent("keydown", { key: "F24", bubbles: true }));
  }

  /** Remembers words that were just sent, by what takes them back. */
  remember(back: ChangeWithoutId): void {
    this.#done.push({ after: this.#ink(), back });
    this.#undone = [];
  }

  undo(): void {
    const last = this.#done.at(-1);
    if (last === undefined || last.after < this.#ink()) {
      this.#act("undo");
      return;
    }
    this.#done.pop();
    const forth = this.send(last.back);
    if (forth) this.#undone.push({ after: last.after, back: forth });
  }

  redo(): void {
    const next = this.#undone.at(-1);
    if (next === undefined || next.after > this.#ink()) {
      this.#act("redo");
      return;
    }
    this.#undone.pop();
    const back = this.send(next.back);
    if (back) this.#done.push({ after: next.after, back });
  }

  #ink(): number {
    return this.#app.history?.undoStack.length ?? 0;
  }

  // Steps that only chose something else are gone over: people take back what they did.
  #act(name: "undo" | "redo"): void {
    const { actionManager, history, scene } = this.#app;
    const stack = name === "undo" ? history?.undoStack : history?.redoStack;
    const stand = () => scene?.getElementsIncludingDeleted().reduce((sum, one) => sum + one.version, 0);
    const before = stand();
    for (let left = stack?.length ?? 0; left > 0; left -= 1) {
      actionManager?.executeAction(actionManager.actions[name]);
      if (stand() !== before || stack?.length === 0) return;
    }
  }
}
