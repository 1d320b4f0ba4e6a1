// The ink of a signature, as the elements that travel: pure, so that Node can test it.
import type { Element } from "../protocol.ts";

export const PAD_WIDTH = 300;
export const PAD_HEIGHT = 100;
/** As wide as a fat pen, in units of the pad. */
export const INK_WIDTH = 4;
export const INK_COLOUR = "#1F3A8A";

export interface Dot {
  x: number;
  y: number;
  pressure: number;
}

export type Line = readonly Dot[];

/** A dot within the pad, from where the pointer stands on it. */
export function dotAt(
  at: { clientX: number; clientY: number; pressure: number },
  pad: { left: number; top: number; width: number; height: number },
): Dot {
  const within = (share: number, most: number) => Math.round(Math.min(1, Math.max(0, share)) * most * 100) / 100;
  return {
    x: within((at.clientX - pad.left) / pad.width, PAD_WIDTH),
    y: within((at.clientY - pad.top) / pad.height, PAD_HEIGHT),
    pressure: Math.round(at.pressure * 1000) / 1000,
  };
}

/** One movement of the pen as an element; only a pen tells how hard it was pressed. */
export function strokeElement(id: string, line: Line, pen: boolean, commitment: string, stage: string): Element {
  const first = line[0] ?? { x: 0, y: 0, pressure: 0 };
  const points = line.map(({ x, y }) => [round(x - first.x), round(y - first.y)] as const);
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return {
    ...PLAIN,
    id,
    x: first.x,
    y: first.y,
    width: round(Math.max(0, ...across) - Math.min(0, ...across)),
    height: round(Math.max(0, ...down) - Math.min(0, ...down)),
    points,
    pressures: pen ? line.map(({ pressure }) => pressure) : [],
    simulatePressure: !pen,
    customData: { part: "mark", mark: id, stage, signs: commitment },
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const PLAIN = {
  type: "freedraw",
  angle: 0,
  strokeColor: INK_COLOUR,
  backgroundColor: "transparent",
  fillStyle: "solid",
  strokeWidth: INK_WIDTH / 4.25,
  strokeStyle: "solid",
  roughness: 0,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  boundElements: [],
  link: null,
  locked: false,
  isDeleted: false,
  lastCommittedPoint: null,
};
