// Arithmetic between wall units and the window. Pure.

/** A rectangle in wall units. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** What part of the wall is in view: the scroll in wall units, and pixels per unit. */
export interface View {
  scrollX: number;
  scrollY: number;
  zoom: number;
}

/** The size of the window in pixels. */
export interface Size {
  width: number;
  height: number;
}

interface Positioned {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MAX_ZOOM = 6;
const MIN_ZOOM = 0.1;
const MARGIN = 0.96;

export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** The view with the whole box in the middle of the window. */
export function viewFitting([x, y, width, height]: Box, window: Size): View {
  const horizontalZoom = window.width / Math.max(1, width);
  const verticalZoom = window.height / Math.max(1, height);
  return viewCentredOn([x + width / 2, y + height / 2], clampZoom(Math.min(horizontalZoom, verticalZoom) * MARGIN), window);
}

/** The view with this point in the middle of the window. */
export function viewCentredOn([x, y]: readonly [number, number], zoom: number, window: Size): View {
  return { zoom, scrollX: window.width / zoom / 2 - x, scrollY: window.height / zoom / 2 - y };
}

/** The view closer or farther away by a factor, with the centre where it was. */
export function zoomView(view: View, factor: number, window: Size): View {
  return viewCentredOn(centreOf(view, window), clampZoom(view.zoom * factor), window);
}

/** The point of the wall in the middle of the window. */
export function centreOf(view: View, window: Size): [number, number] {
  const { scrollX, scrollY, zoom } = view;
  return [window.width / zoom / 2 - scrollX, window.height / zoom / 2 - scrollY];
}

/** The point of the wall at a point of its window, in pixels. */
export function boardPoint({ scrollX, scrollY, zoom }: View, [x, y]: readonly [number, number]): readonly [number, number] {
  return [x / zoom - scrollX, y / zoom - scrollY];
}

/** The part of the wall that is in view. */
export function visibleBox(view: View, window: Size): Box {
  return [-view.scrollX, -view.scrollY, window.width / view.zoom, window.height / view.zoom];
}

/** The view on the way from one to the other; `progress` runs from 0 to 1. */
export function interpolate(from: View, to: View, progress: number, window: Size): View {
  const eased = 1 - (1 - progress) ** 3;
  const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
  const [x0, y0] = centreOf(from, window);
  const [x1, y1] = centreOf(to, window);
  // The centre moves at a speed that looks steady while the zoom changes.
  const share = Math.abs(to.zoom - from.zoom) < 1e-6 ? eased : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  return viewCentredOn([x0 + (x1 - x0) * share, y0 + (y1 - y0) * share], zoom, window);
}

/** A box with headroom for the question of its stage, which covers the top of the board. */
export function withHeadroom([x, y, width, height]: Box): Box {
  const headroom = height * 0.09;
  return [x, y - headroom, width, height + headroom];
}

/** The bounding box of these, with a margin. */
export function boundingBox(elements: readonly Positioned[]): Box {
  const left = Math.min(...elements.map(({ x }) => x));
  const top = Math.min(...elements.map(({ y }) => y));
  const right = Math.max(...elements.map(({ x, width }) => x + width));
  const bottom = Math.max(...elements.map(({ y, height }) => y + height));
  const margin = 400;
  return [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin];
}
