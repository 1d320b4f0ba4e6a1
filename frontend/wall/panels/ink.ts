// The ink of a signature, as the elements that are sent. Pure.
import type { Element } from "../protocol.ts";

export const PAD_WIDTH = 300;
export const PAD_HEIGHT = 100;
/** The width of a thick pen, in units of the pad. */
export const INK_WIDTH = 4;
export const INK_COLOUR = "#1F3A8A";

export interface InkPoint {
  x: number;
  y: number;
  pressure: number;
}

export type InkLine = readonly InkPoint[];

/** The point of a pointer in units of the pad, at most at its edge. */
export function inkPoint(
  pointer: { clientX: number; clientY: number; pressure: number },
  pad: { left: number; top: number; width: number; height: number },
): InkPoint {
  const scaled = (share: number, max: number) => Math.round(Math.min(1, Math.max(0, share)) * max * 100) / 100;
  return {
    x: scaled((pointer.clientX - pad.left) / pad.width, PAD_WIDTH),
    y: scaled((pointer.clientY - pad.top) / pad.height, PAD_HEIGHT),
    pressure: Math.round(pointer.pressure * 1000) / 1000,
  };
}

/** One stroke as an element; only a pen reports its pressure. */
export function strokeElement(id: string, line: InkLine, isPen: boolean, commitment: string, stage: string): Element {
  const first = line[0] ?? { x: 0, y: 0, pressure: 0 };
  const points = line.map(({ x, y }) => [round(x - first.x), round(y - first.y)] as const);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    ...STROKE_DEFAULTS,
    id,
    x: first.x,
    y: first.y,
    width: round(Math.max(0, ...xs) - Math.min(0, ...xs)),
    height: round(Math.max(0, ...ys) - Math.min(0, ...ys)),
    points,
    pressures: isPen ? line.map(({ pressure }) => pressure) : [],
    simulatePressure: !isPen,
    customData: { part: "mark", mark: id, stage, signs: commitment },
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const STROKE_DEFAULTS = {
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
