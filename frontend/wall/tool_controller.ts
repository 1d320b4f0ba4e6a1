// Tool selection: immediate actions, and the active tool until another is selected.
import type { WallController } from "./controller.ts";
import { BOARD_TOOLS, inkFor, PENS, WIDTHS } from "./tools.ts";

const DEFAULT_MARKER = "#FFD54A";
/** Milliseconds until the board has its new size. */
const RESIZE_MS = 150;

export class ToolController {
  constructor(private readonly controller: WallController) {}

  /** Runs an immediate action; returns false for a tool that is to be selected. */
  runAction(name: string): boolean {
    const { projector, leading, following, fingersDraw, thickness } = this.controller.store.state();
    switch (name) {
      case "undo":
        this.controller.history.undo();
        return true;
      case "redo":
        this.controller.history.redo();
        return true;
      case "nearer":
        this.controller.camera?.zoomIn();
        return true;
      case "farther":
        this.controller.camera?.zoomOut();
        return true;
      case "whole":
        this.controller.goTo("whole");
        return true;
      case "hide":
        this.#setProjector(!projector);
        return true;
      case "lead":
        this.controller.store.set({ leading: !leading, following: false });
        this.sendView();
        return true;
      case "follow":
        this.controller.store.set({ following: !following, leading: false });
        this.controller.followAgain();
        this.sendView();
        return true;
      case "fingers":
        this.controller.store.set({ fingersDraw: !fingersDraw });
        this.controller.api?.updateScene({ appState: { penMode: fingersDraw } });
        return true;
      case "thickness":
        this.controller.store.set({ thickness: (thickness + 1) % WIDTHS.length });
        this.#applyInk();
        return true;
      default:
        return false;
    }
  }

  /** Hides everything but the wall, or shows it again; the visible area stays the same. */
  #setProjector(projector: boolean): void {
    const box = this.controller.camera?.visibleBox;
    this.controller.store.set({ projector, panel: null });
    if (box) setTimeout(() => this.controller.camera?.fit(box, true), RESIZE_MS);
  }

  /** Sends the visible area while this window presents. */
  sendView(): void {
    const box = this.controller.store.state().leading ? this.controller.camera?.visibleBox : undefined;
    this.controller.store.sync.setLeaderView(box && { x: box[0], y: box[1], width: box[2], height: box[3] });
  }

  selectTool(name: string): void {
    const pens = this.controller.state().setting?.pens ?? [];
    const pen = /^pen-(\d)$/.exec(name);
    const colour = pen ? pens[Number(pen[1]) - 1] : undefined;
    this.controller.store.set({ tool: name, moreOpen: false, ...(colour ? { colour } : {}) });
    this.#applyInk();
    const boardTool = BOARD_TOOLS[name];
    if (boardTool) this.controller.api?.setActiveTool({ type: boardTool as "selection" });
    else if (pen || name === "marker") this.controller.api?.setActiveTool({ type: "freedraw" });
    else if (name === "card") this.controller.api?.setActiveTool({ type: "custom", customType: "card" });
  }

  #applyInk(): void {
    const { tool, colour, thickness, setting } = this.controller.store.state();
    const marker = setting?.pens[PENS] ?? DEFAULT_MARKER;
    this.controller.api?.updateScene({ appState: inkFor(tool, colour, WIDTHS[thickness] ?? WIDTHS[1], marker) });
  }
}
