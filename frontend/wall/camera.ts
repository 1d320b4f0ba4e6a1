// Moves the board's view: at once for those who want calm, else by a short flight.
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { between, fitting, middle, seenBox, zoomed, type Box, type Size, type View } from "./view.ts";

const FLIGHT = 450;
const STEP = 1.25;

export class Camera {
  #flying = 0;
  /** Where a flight ends, while it lasts. */
  #aim: View | null = null;

  constructor(
    private readonly api: ExcalidrawImperativeAPI,
    private readonly isCalm: () => boolean,
  ) {}

  get window(): Size {
    const { width, height } = this.api.getAppState();
    return { width, height };
  }

  get view(): View {
    const { scrollX, scrollY, zoom } = this.api.getAppState();
    return { scrollX, scrollY, zoom: zoom.value };
  }

  /** The middle of what is seen, or of what will be once the flight is over. */
  get centre(): [number, number] {
    return middle(this.#aim ?? this.view, this.window);
  }

  get box(): Box {
    return seenBox(this.view, this.window);
  }

  fit(box: Box, atOnce = false): void {
    this.#go(fitting(box, this.window), atOnce);
  }

  nearer(): void {
    this.#go(zoomed(this.view, STEP, this.window), true);
  }

  farther(): void {
    this.#go(zoomed(this.view, 1 / STEP, this.window), true);
  }

  stop(): void {
    cancelAnimationFrame(this.#flying);
    this.#aim = null;
  }

  #go(to: View, atOnce: boolean): void {
    this.stop();
    if (atOnce || this.isCalm()) {
      this.#look(to);
      return;
    }
    const from = this.view;
    const begun = performance.now();
    this.#aim = to;
    const fly = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - begun) / FLIGHT));
      this.#look(part === 1 ? to : between(from, to, part, this.window));
      if (part < 1) this.#flying = requestAnimationFrame(fly);
      else this.#aim = null;
    };
    this.#flying = requestAnimationFrame(fly);
  }

  #look({ scrollX, scrollY, zoom }: View): void {
    const value = zoom as ReturnType<ExcalidrawImperativeAPI["getAppState"]>["zoom"]["value"];
    this.api.updateScene({ appState: { scrollX, scrollY, zoom: { value } } });
  }
}

const OFTEN = 200;

/**
 * Looks at the whole wall, and again whenever its window changes: when its styles have come, when the
 * outline opens beside it, when the window is turned. A view that somebody chose is left alone.
 * Gives back how to end it.
 */
export function stayWhole(camera: Camera, whole: () => Box | null): () => void {
  let before: Size | null = null;
  const watch = () => {
    const box = whole();
    const { window } = camera;
    if (box === null || (before !== null && before.width === window.width && before.height === window.height)) return;
    if (before === null || print(camera.view) === print(fitting(box, before))) camera.fit(box, true);
    before = window;
  };
  const often = setInterval(watch, OFTEN);
  requestAnimationFrame(watch);
  return () => clearInterval(often);
}

function print({ scrollX, scrollY, zoom }: View): string {
  return [scrollX, scrollY, zoom * 1000].map(Math.round).join(" ");
}
