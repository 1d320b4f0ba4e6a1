// A file of what was set aside: a photo by itself is the picture; anything else is an Excalidraw file
// that can be added to a wall. Pure.
import type { SetAside } from "../sync/set_aside.ts";
import type { Change, Element, ImageFile } from "./protocol.ts";

const FONT_SIZE = 36;
const LINE_HEIGHT = 1.25;
const GAP = 24;
const TEXT_WIDTH = 800;

/** Whether a refused change holds what somebody drew or wrote, and not only an order or a place. */
export function holdsWork(change: Change): boolean {
  if (change.do === "put") return change.element.type !== "image" || change.file !== undefined;
  return change.do === "write" || change.do === "sign";
}

export interface AsideFile {
  /** Without words of people. */
  name: string;
  mimeType: string;
  content: Uint8Array<ArrayBuffer>;
}

export function fileOf(setAside: readonly SetAside<Change>[]): AsideFile {
  const { elements, files } = drawingOf(setAside.map(({ change }) => change));
  const [picture] = files;
  if (elements.length === 1 && picture !== undefined) return pictureFile(picture);
  const drawing = {
    type: "excalidraw",
    version: 2,
    elements,
    files: Object.fromEntries(files.map((file) => [file.id, file])),
  };
  return {
    name: "not-kept.excalidraw",
    mimeType: "application/json",
    content: new TextEncoder().encode(JSON.stringify(drawing)),
  };
}

function pictureFile({ dataURL, mimeType }: ImageFile): AsideFile {
  const base64 = dataURL.slice(dataURL.indexOf(",") + 1);
  const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { name: `not-kept.${mimeType === "image/png" ? "png" : "jpg"}`, mimeType, content };
}

/** The newest state of each mark, the words as texts below each other, and the photos. */
function drawingOf(changes: readonly Change[]): { elements: Element[]; files: ImageFile[] } {
  const elements = new Map<string, Element>();
  const files = new Map<string, ImageFile>();
  let y = 0;
  for (const change of changes) {
    if (change.do === "put") {
      elements.set(change.element.id, change.element);
      if (change.file) files.set(change.file.id, change.file);
    } else if (change.do === "write" || change.do === "sign") {
      const words = change.do === "write" ? change.text : `${change.who}\n${change.what}`;
      const text = textElement(change.id, words, y);
      elements.set(text.id, text);
      y += text.height + GAP;
      if (change.do === "sign") change.elements.forEach((stroke) => elements.set(stroke.id, stroke));
    }
  }
  return { elements: [...elements.values()], files: [...files.values()] };
}

function textElement(id: string, text: string, y: number): Element {
  const height = text.split("\n").length * FONT_SIZE * LINE_HEIGHT;
  return {
    id, type: "text", x: 0, y, width: TEXT_WIDTH, height, text, originalText: text,
    fontSize: FONT_SIZE, fontFamily: 5, textAlign: "left", verticalAlign: "top", lineHeight: LINE_HEIGHT,
    strokeColor: "#1E2430", backgroundColor: "transparent", strokeWidth: 1, autoResize: false,
  };
}
