// Moves the view of the board: by a short animation, or at once in calm mode.
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { centreOf, interpolate, viewFitting, visibleBox, zoomView, type Box, type Size, type View } from "./view.ts";

const FLIGHT_MS = 450;
const ZOOM_STEP = 1.25;

/** The view of an Excalidraw board. */
export class Camera {
  #frame = 0;
  /** Where the animation ends, while it runs. */
  #destination: View | null = null;

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

  /** The centre of the view, or of where the animation ends. */
  get centre(): [number, number] {
    return centreOf(this.#destination ?? this.view, this.window);
  }

  get visibleBox(): Box {
    return visibleBox(this.view, this.window);
  }

  fit(box: Box, atOnce = false): void {
    this.#moveTo(viewFitting(box, this.window), atOnce);
  }

  zoomIn(): void {
    this.#moveTo(zoomView(this.view, ZOOM_STEP, this.window), true);
  }

  zoomOut(): void {
    this.#moveTo(zoomView(this.view, 1 / ZOOM_STEP, this.window), true);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#destination = null;
  }

  #moveTo(to: View, atOnce: boolean): void {
    this.stop();
    if (atOnce || this.isCalm()) {
      this.#setView(to);
      return;
    }
    const from = this.view;
    const startTime = performance.now();
    this.#destination = to;
    const animate = (now: number) => {
      const progress = Math.min(1, Math.max(0, (now - startTime) / FLIGHT_MS));
      this.#setView(progress === 1 ? to : interpolate(from, to, progress, this.window));
      if (progress < 1) this.#frame = requestAnimationFrame(animate);
      else this.#destination = null;
    };
    this.#frame = requestAnimationFrame(animate);
  }

  #setView({ scrollX, scrollY, zoom }: View): void {
    const value = zoom as ReturnType<ExcalidrawImperativeAPI["getAppState"]>["zoom"]["value"];
    this.api.updateScene({ appState: { scrollX, scrollY, zoom: { value } } });
  }
}

const CHECK_EVERY_MS = 200;

/**
 * Fits the whole wall into the window, and again whenever the window has another size: when the stylesheet
 * has loaded, when the outline opens beside it, when a tablet is turned. A view that somebody chose is left
 * alone. Returns how to stop.
 */
export function keepWholeInView(camera: Camera, wholeBox: () => Box | null): () => void {
  let fittedWindow: Size | null = null;
  const refit = () => {
    const box = wholeBox();
    const { window } = camera;
    if (box === null || (fittedWindow !== null && fittedWindow.width === window.width && fittedWindow.height === window.height)) return;
    if (fittedWindow === null || fingerprint(camera.view) === fingerprint(viewFitting(box, fittedWindow))) camera.fit(box, true);
    fittedWindow = window;
  };
  const timer = setInterval(refit, CHECK_EVERY_MS);
  requestAnimationFrame(refit);
  return () => clearInterval(timer);
}

function fingerprint({ scrollX, scrollY, zoom }: View): string {
  return [scrollX, scrollY, zoom * 1000].map(Math.round).join(" ");
}
