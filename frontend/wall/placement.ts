// Elements that the wall itself lays down: stamps and pictures. Pure.
import { freshId } from "../sync/ids.ts";
import type { Belongs, Element, Picture } from "./protocol.ts";
import type { NewImage, NewStamp } from "./wall.ts";

const STAMP = 120;
const PHOTO = 700;
const SVG = "image/svg+xml";

export interface Laid {
  element: Element;
  file: Picture;
}

type Point = readonly [number, number];
type Size = Readonly<Record<"width" | "height", number>>;
type By = string | null;

export function stampAt(stamp: NewStamp, [x, y]: Point, by: By): Laid {
  const id = freshId();
  const file = drawing(stamp.svg);
  const belongs = { part: "mark", mark: id, by, stamp: stamp.stamp, words: stamp.words } as const;
  return { element: image(id, file, [x - STAMP / 2, y - STAMP / 2, STAMP, STAMP], stamp.colour, belongs), file };
}

export function pictureAt(picture: NewImage, [x, y]: Point, by: By, wall: Size): Laid {
  const id = freshId();
  const most = picture.under ? wall : { width: PHOTO, height: PHOTO };
  const scale = Math.min(1, most.width / picture.width, most.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const file = { id: freshId(), mimeType: picture.mimeType, dataURL: picture.dataURL, created: 1 };
  const belongs: Belongs = { part: "mark", mark: id, by, words: picture.words, picture: file.id };
  if (picture.under) belongs.under = true;
  const element = image(id, file, [x - width / 2, y - height / 2, width, height], "transparent", belongs);
  return { element: { ...element, locked: picture.under }, file };
}

/** The same stamp in another colour. */
export function recoloured(element: Element, colour: string, svg: string): Laid {
  const file = drawing(svg);
  return { element: { ...element, strokeColor: colour, fileId: file.id }, file };
}

function drawing(svg: string): Picture {
  const dataURL = `data:${SVG};base64,${btoa(String.fromCharCode(...new TextEncoder().encode(svg)))}`;
  return { id: freshId(), mimeType: SVG, dataURL, created: 1 };
}

function image(
  id: string,
  file: Picture,
  [x, y, width, height]: readonly [number, number, number, number],
  strokeColor: string,
  customData: Belongs,
): Element {
  return {
    id,
    type: "image",
    x,
    y,
    width,
    height,
    strokeColor,
    fileId: file.id,
    status: "saved",
    scale: [1, 1],
    customData,
  };
}
