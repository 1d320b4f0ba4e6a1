// What the tools do: some act at once, the others stay in the hand until another is taken.
import type { Desk } from "./controller.ts";
import { HELD, inkOf, PENS, WIDTHS } from "./tools.ts";

const MARKER = "#FFD54A";
/** Until the board has taken its other size in. */
const AFTER = 150;

export class Hand {
  constructor(private readonly desk: Desk) {}

  /** Tools that do something at once; false for those that are taken into the hand. */
  act(name: string): boolean {
    const { projector, leading, following, fingers, thickness } = this.desk.store.state();
    switch (name) {
      case "undo":
        this.desk.undoing.undo();
        return true;
      case "redo":
        this.desk.undoing.redo();
        return true;
      case "nearer":
        this.desk.camera?.nearer();
        return true;
      case "farther":
        this.desk.camera?.farther();
        return true;
      case "whole":
        this.desk.goTo("whole");
        return true;
      case "hide":
        this.#hide(!projector);
        return true;
      case "lead":
        this.desk.store.set({ leading: !leading, following: false });
        this.lead();
        return true;
      case "follow":
        this.desk.store.set({ following: !following, leading: false });
        this.desk.followAnew();
        this.lead();
        return true;
      case "fingers":
        this.desk.store.set({ fingers: !fingers });
        this.desk.api?.updateScene({ appState: { penMode: fingers } });
        return true;
      case "thickness":
        this.desk.store.set({ thickness: (thickness + 1) % WIDTHS.length });
        this.#ink();
        return true;
      default:
        return false;
    }
  }

  /** Hides all but the wall; what was seen stays in sight, in the other size. */
  #hide(projector: boolean): void {
    const box = this.desk.camera?.box;
    this.desk.store.set({ projector, panel: null });
    if (box) setTimeout(() => this.desk.camera?.fit(box, true), AFTER);
  }

  /** Tells where the leader looks. */
  lead(): void {
    const box = this.desk.store.state().leading ? this.desk.camera?.box : undefined;
    this.desk.store.sync.look(box && { x: box[0], y: box[1], width: box[2], height: box[3] });
  }

  take(name: string): void {
    const pens = this.desk.state().setting?.pens ?? [];
    const pen = /^pen-(\d)$/.exec(name);
    const colour = pen ? pens[Number(pen[1]) - 1] : undefined;
    this.desk.store.set({ tool: name, more: false, ...(colour ? { colour } : {}) });
    this.#ink();
    const held = HELD[name];
    if (held) this.desk.api?.setActiveTool({ type: held as "selection" });
    else if (pen || name === "marker") this.desk.api?.setActiveTool({ type: "freedraw" });
    else if (name === "card") this.desk.api?.setActiveTool({ type: "custom", customType: "card" });
  }

  #ink(): void {
    const { tool, colour, thickness, setting } = this.desk.store.state();
    const marker = setting?.pens[PENS] ?? MARKER;
    this.desk.api?.updateScene({ appState: inkOf(tool, colour, WIDTHS[thickness] ?? WIDTHS[1], marker) });
  }
}
