// Free ground on the wall: where something can stand without covering cards, words or other marks. Pure.
import { roleOf } from "./elements.ts";
import type { Element } from "./protocol.ts";
import type { Box } from "./view.ts";

type Point = readonly [number, number];

const STEP = 40;
const GAP = 12;

/** The point nearest to `from` where a thing of this size covers nothing; `from` itself if all is full. */
export function freePoint(standing: readonly Box[], size: Point, from: Point, within: Box): Point {
  const [width, height] = size;
  const near = standing.filter((box) => overlaps(box, within));
  return (
    candidates(from, size, within).find(
      ([x, y]) => !near.some((box) => overlaps(box, [x - width / 2 - GAP, y - height / 2 - GAP, width + 2 * GAP, height + 2 * GAP])),
    ) ?? from
  );
}

/** Points on a grid around `from`, the nearest first, so that a thing of this size lies within the box. */
function candidates([fromX, fromY]: Point, [width, height]: Point, [left, top, boxWidth, boxHeight]: Box): Point[] {
  const points: Point[] = [];
  const steps = (middle: number, least: number, most: number) => {
    const first = middle - Math.floor((middle - least) / STEP) * STEP;
    return Array.from({ length: Math.max(0, Math.floor((most - first) / STEP) + 1) }, (_, index) => first + index * STEP);
  };
  const columns = steps(fromX, left + width / 2, left + boxWidth - width / 2);
  for (const y of steps(fromY, top + height / 2, top + boxHeight - height / 2)) {
    for (const x of columns) points.push([x, y]);
  }
  const distance = ([x, y]: Point) => (x - fromX) ** 2 + (y - fromY) ** 2;
  return points.sort((a, b) => distance(a) - distance(b));
}

function overlaps([ax, ay, aWidth, aHeight]: Box, [bx, by, bWidth, bHeight]: Box): boolean {
  return ax < bx + bWidth && bx < ax + aWidth && ay < by + bHeight && by < ay + aHeight;
}

/** The boxes that nothing new is to cover: cards, marks, and the words of the background. */
export function standingBoxes(elements: readonly Element[]): Box[] {
  return elements.filter((element) => !element.isDeleted && isInTheWay(element)).map(boxOf);
}

function isInTheWay(element: Element): boolean {
  const role = roleOf(element);
  if (role.part === "ground") return element.type === "text";
  return role.part === "card" || !role.under;
}

/** The box of an element on the wall; the points of a line may lie on either side of its beginning. */
function boxOf({ x, y, width, height, points, angle }: Element): Box {
  const pairs = Array.isArray(points) ? (points as [number, number][]) : [];
  const left = pairs.length > 0 ? Math.min(...pairs.map(([across]) => across)) : 0;
  const top = pairs.length > 0 ? Math.min(...pairs.map(([, down]) => down)) : 0;
  return turned([x + left, y + top, width, height], Number(angle ?? 0));
}

function turned([x, y, width, height]: Box, angle: number): Box {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [across, down] = [width * cos + height * sin, width * sin + height * cos];
  return [x + (width - across) / 2, y + (height - down) / 2, across, down];
}

export function isWithin([x, y]: Point, [left, top, width, height]: Box): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** The part that two boxes share; the first one if they share nothing. */
export function sharedPart(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [right, bottom] = [Math.min(a[0] + a[2], b[0] + b[2]), Math.min(a[1] + a[3], b[1] + b[3])];
  return right > x && bottom > y ? [x, y, right - x, bottom - y] : a;
}
