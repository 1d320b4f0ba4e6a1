// What is dropped or pasted onto the wall, and what is to be done with it. Pure.
import { linesOf } from "../shared/pasted.ts";

/** What is known of a file before it is read. */
export interface FileFacts {
  name: string;
  type: string;
  size: number;
}

export type FileKind = "drawing" | "picture" | "text" | "unknown";

const DRAWING_NAME = /\.excalidraw(lib|\.md|\.json)?$|\.json$/i;
const DRAWING_TYPE = /^application\/(vnd\.excalidraw(lib)?\+json|json)$/;
const PICTURE_NAME = /\.(png|jpe?g|webp|gif|svg|avif|bmp|heic|heif)$/i;
const TEXT_NAME = /\.(txt|md|csv)$/i;

export function kindOfFile({ name, type }: FileFacts): FileKind {
  if (DRAWING_NAME.test(name) || DRAWING_TYPE.test(type)) return "drawing";
  if (type.startsWith("image/") || PICTURE_NAME.test(name)) return "picture";
  if (type.startsWith("text/") || TEXT_NAME.test(name)) return "text";
  return "unknown";
}

export const MAX_DRAWING_BYTES = 5_500_000;
export const MAX_TEXT_CHARS = 200_000;
export const MAX_LINES = 500;

/** Why something is not taken in, as a key of the translations. */
export type ArrivalRefusal = "wall.unknown_file" | "wall.empty_file" | "wall.too_large" | "wall.too_long";

/** Why a file is not even read, or null; a picture has rules of its own. */
export function arrivalRefusal(file: FileFacts): ArrivalRefusal | null {
  const kind = kindOfFile(file);
  if (kind === "unknown") return "wall.unknown_file";
  if (file.size === 0) return "wall.empty_file";
  if (kind === "drawing" && file.size > MAX_DRAWING_BYTES) return "wall.too_large";
  return kind === "text" && file.size > 4 * MAX_TEXT_CHARS ? "wall.too_long" : null;
}

/** What is on a clipboard, or is dropped. */
export interface Parcel<File extends FileFacts = FileFacts> {
  files: readonly File[];
  text: string;
}

export type Arrival<File extends FileFacts = FileFacts> =
  /** A copy of what is on this wall: the board pastes it itself. */
  | { kind: "own" }
  | { kind: "file"; file: File }
  | { kind: "drawing"; content: string }
  | { kind: "lines"; lines: string[] }
  | { kind: "refused"; why: ArrivalRefusal }
  | { kind: "nothing" };

/** What a parcel is; `known` says whether this wall has, or had, an element with an id. */
export function arrivalOf<File extends FileFacts>({ files, text }: Parcel<File>, known: (id: string) => boolean): Arrival<File> {
  const [file] = files;
  if (file && isAbout(text.trim(), file)) return { kind: "file", file };
  const elements = elementsIn(text);
  if (elements) return arrivalOfElements(elements, known);
  if (text.length > MAX_TEXT_CHARS) return { kind: "refused", why: "wall.too_long" };
  const lines = linesOf(text);
  if (lines.length > MAX_LINES) return { kind: "refused", why: "wall.too_long" };
  return lines.length > 0 ? { kind: "lines", lines } : { kind: "nothing" };
}

/** Whether words beside a file are nothing of their own; Word and Excel put a picture beside words. */
function isAbout(text: string, file: FileFacts): boolean {
  // A file manager puts the name of a file beside it, a web page the address of a picture.
  return text === "" || text === file.name || (kindOfFile(file) === "picture" && /^(https?|file):\/\/\S+$/.test(text));
}

interface Drawing {
  elements: unknown[];
  files: unknown;
}

function arrivalOfElements({ elements, files }: Drawing, known: (id: string) => boolean): Arrival<never> {
  const ids = elements.map((element) => (element as { id?: unknown } | null)?.id);
  if (ids.length === 0) return { kind: "nothing" };
  if (ids.every((id) => typeof id === "string" && known(id))) return { kind: "own" };
  const content = JSON.stringify({ type: "excalidraw", version: 2, elements, files });
  return content.length > MAX_DRAWING_BYTES ? { kind: "refused", why: "wall.too_large" } : { kind: "drawing", content };
}

/** The elements that Excalidraw has put on the clipboard as text, or null. */
function elementsIn(text: string): Drawing | null {
  if (!/^\s*\{\s*"type"\s*:\s*"excalidraw/.test(text)) return null;
  try {
    const { elements, files, library, libraryItems } = JSON.parse(text) as Record<string, unknown>;
    const found = Array.isArray(elements) ? elements : elementsOfLibrary(libraryItems ?? library);
    return { elements: found, files: files ?? {} };
  } catch {
    return null;
  }
}

function elementsOfLibrary(items: unknown): unknown[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => (Array.isArray(item) ? item : ((item as { elements?: unknown[] } | null)?.elements ?? [])));
}

const KEYWORD = "application/vnd.excalidraw+json";
const PNG = [0x89, 0x50, 0x4e, 0x47];
const PNG_HEADER_BYTES = 8;
const CHUNK_FRAME_BYTES = 12;
const TEXT_CHUNKS = new Set(["tEXt", "iTXt", "zTXt"]);

/** Whether a PNG or an SVG has a drawing of Excalidraw inside. */
export function holdsDrawing(bytes: Uint8Array): boolean {
  return PNG.every((byte, index) => bytes[index] === byte) ? pngHoldsDrawing(bytes) : svgHoldsDrawing(bytes);
}

function pngHoldsDrawing(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_HEADER_BYTES; at + CHUNK_FRAME_BYTES <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = ascii(bytes.subarray(at + 4, at + 8));
    if (TEXT_CHUNKS.has(type) && ascii(bytes.subarray(at + 8, at + 8 + KEYWORD.length)) === KEYWORD) return true;
    at += CHUNK_FRAME_BYTES + length;
  }
  return false;
}

function svgHoldsDrawing(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 4 * MAX_DRAWING_BYTES));
  return text.includes("<svg") && text.includes(`payload-type:${KEYWORD}`);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
