// Where the board looks: pure arithmetic between wall units and the window.
export type Box = readonly [x: number, y: number, width: number, height: number];

export interface View {
  scrollX: number;
  scrollY: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

const NEAREST = 6;
const FARTHEST = 0.1;
const MARGIN = 0.96;

export function bounded(zoom: number): number {
  return Math.min(NEAREST, Math.max(FARTHEST, zoom));
}

/** Shows the whole box in the middle of the window. */
export function fitting([x, y, width, height]: Box, window: Size): View {
  const across = window.width / Math.max(1, width);
  const down = window.height / Math.max(1, height);
  return centred([x + width / 2, y + height / 2], bounded(Math.min(across, down) * MARGIN), window);
}

export function centred([x, y]: readonly [number, number], zoom: number, window: Size): View {
  return { zoom, scrollX: window.width / zoom / 2 - x, scrollY: window.height / zoom / 2 - y };
}

/** Looks closer or from farther away, with the middle where it was. */
export function zoomed(view: View, factor: number, window: Size): View {
  return centred(middle(view, window), bounded(view.zoom * factor), window);
}

export function middle(view: View, window: Size): [number, number] {
  const { scrollX, scrollY, zoom } = view;
  return [window.width / zoom / 2 - scrollX, window.height / zoom / 2 - scrollY];
}

/** What is seen of the wall. */
export function seenBox(view: View, window: Size): Box {
  return [-view.scrollX, -view.scrollY, window.width / view.zoom, window.height / view.zoom];
}

/** A view on the way from one to the other; `part` runs from 0 to 1. */
export function between(from: View, to: View, part: number, window: Size): View {
  const eased = 1 - (1 - part) ** 3;
  const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
  const [x0, y0] = middle(from, window);
  const [x1, y1] = middle(to, window);
  // The middle goes as fast as the zoom lets things seem to move.
  const share = Math.abs(to.zoom - from.zoom) < 1e-6 ? eased : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  return centred([x0 + (x1 - x0) * share, y0 + (y1 - y0) * share], zoom, window);
}

/** A box with room for the question of its stage, which lies over the top of the board. */
export function withRoomAbove([x, y, width, height]: Box): Box {
  const room = height * 0.09;
  return [x, y - room, width, height + room];
}

/** A box about these, with a margin. */
export function around(elements: readonly Placed[]): Box {
  const left = Math.min(...elements.map(({ x }) => x));
  const top = Math.min(...elements.map(({ y }) => y));
  const right = Math.max(...elements.map(({ x, width }) => x + width));
  const bottom = Math.max(...elements.map(({ y, height }) => y + height));
  const margin = 400;
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin];
}
