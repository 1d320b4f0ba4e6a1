// Who looks at the whole wall goes on seeing the whole of it: when its styles have come, when the
// outline opens beside it, when the window is turned. A view that somebody chose is left alone.
import type { Camera } from "./camera.ts";
import { fitting, type Box, type Size, type View } from "./view.ts";

const OFTEN = 200;

/** Looks at the whole wall, and again whenever its window changes; gives back how to end it. */
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
