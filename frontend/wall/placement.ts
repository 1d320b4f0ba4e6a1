// The elements of stamps and photos that are put onto the board. Pure.
import { freshId } from "../sync/ids.ts";
import type { Element, ElementRole, ImageFile } from "./protocol.ts";
import type { NewImage, NewStamp } from "./wall.ts";

export const STAMP_SIZE = 120;
const PHOTO_SIZE = 700;
const SVG = "image/svg+xml";

/** An image element and the bytes of its image. */
export interface Placed {
  element: Element;
  file: ImageFile;
}

type Point = readonly [number, number];
type Size = Readonly<Record<"width" | "height", number>>;
type Author = string | null;

/** A stamp with its centre at this point. */
export function placeStamp(stamp: NewStamp, [x, y]: Point, by: Author): Placed {
  const id = freshId();
  const file = svgFile(stamp.svg);
  const role = { part: "mark", mark: id, by, stamp: stamp.stamp, words: stamp.words } as const;
  return { element: imageElement(id, file, [x - STAMP_SIZE / 2, y - STAMP_SIZE / 2, STAMP_SIZE, STAMP_SIZE], stamp.colour, role), file };
}

/** The size of a photo on the wall that lies above the background. */
export function photoSize({ width, height }: Size): Point {
  const scale = Math.min(1, PHOTO_SIZE / width, PHOTO_SIZE / height);
  return [width * scale, height * scale];
}

/** A photo with its centre at this point, within a maximal size; one beneath the ground may fill the wall. */
export function placeImage(photo: NewImage, [x, y]: Point, by: Author, wallSize: Size): Placed {
  const id = freshId();
  const maxSize = photo.under ? wallSize : { width: PHOTO_SIZE, height: PHOTO_SIZE };
  const scale = Math.min(1, maxSize.width / photo.width, maxSize.height / photo.height);
  const [width, height] = [photo.width * scale, photo.height * scale];
  const file = { id: freshId(), mimeType: photo.mimeType, dataURL: photo.dataURL, created: 1 };
  const role: ElementRole = { part: "mark", mark: id, by, words: photo.words, picture: file.id };
  if (photo.under) role.under = true;
  const element = imageElement(id, file, [x - width / 2, y - height / 2, width, height], "transparent", role);
  return { element: { ...element, locked: photo.under }, file };
}

/** The same stamp in another colour. */
export function recolourStamp(element: Element, colour: string, svg: string): Placed {
  const file = svgFile(svg);
  return { element: { ...element, strokeColor: colour, fileId: file.id }, file };
}

function svgFile(svg: string): ImageFile {
  const dataURL = `data:${SVG};base64,${btoa(String.fromCharCode(...new TextEncoder().encode(svg)))}`;
  return { id: freshId(), mimeType: SVG, dataURL, created: 1 };
}

function imageElement(
  id: string,
  file: ImageFile,
  [x, y, width, height]: readonly [number, number, number, number],
  strokeColor: string,
  customData: ElementRole,
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
