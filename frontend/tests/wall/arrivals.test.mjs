// Whatever comes to the wall has its own door: drawings, pictures, lines, and copies of what is there.
import assert from "node:assert/strict";
import test from "node:test";
import { arrivalOf, arrivalRefusal, holdsDrawing, kindOfFile, MAX_DRAWING_BYTES, MAX_LINES } from "../../wall/arrivals.ts";

const file = (name, type = "", size = 100) => ({ name, type, size });
const clipboard = (...ids) => JSON.stringify({ type: "excalidraw/clipboard", elements: ids.map((id) => ({ id, type: "ellipse" })), files: {} });
const paste = (text, files = [], known = []) => arrivalOf({ files, text }, (id) => known.includes(id));

test("a file is told by its name or its type", () => {
  const kinds = {
    drawing: [
      file("a.excalidraw"), file("A.EXCALIDRAW"), file("shapes.excalidrawlib"), file("note.excalidraw.md"), file("scene.json"),
      file("x", "application/vnd.excalidraw+json"),
    ],
    picture: [file("a.PNG"), file("a.excalidraw.png", "image/png"), file("photo", "image/jpeg"), file("a.svg", "image/svg+xml"), file("a.heic")],
    text: [file("list.txt"), file("a.csv", "text/csv"), file("x", "text/plain")],
    unknown: [file("plan.pdf", "application/pdf"), file("letter.docx"), file("film.mp4", "video/mp4"), file("noname")],
  };
  for (const [kind, files] of Object.entries(kinds)) {
    assert.deepEqual(files.map(kindOfFile), files.map(() => kind));
  }
});

test("what cannot be taken in is refused with a reason before it is read", () => {
  assert.equal(arrivalRefusal(file("plan.pdf")), "wall.unknown_file");
  assert.equal(arrivalRefusal(file("a.excalidraw", "", 0)), "wall.empty_file");
  assert.equal(arrivalRefusal(file("a.excalidraw", "", MAX_DRAWING_BYTES + 1)), "wall.too_large");
  assert.equal(arrivalRefusal(file("a.txt", "", 9_000_000)), "wall.too_long");
  assert.equal(arrivalRefusal(file("a.jpg", "", 9_000_000)), null);
});

test("a copy of what is on this wall is the board's own; one from elsewhere is a drawing", () => {
  assert.deepEqual(paste(clipboard("a", "b"), [], ["a", "b", "c"]), { kind: "own" });
  const { kind, content } = paste(clipboard("a", "z"), [], ["a"]);
  assert.equal(kind, "drawing");
  assert.deepEqual([JSON.parse(content).type, JSON.parse(content).elements.map(({ id }) => id)], ["excalidraw", ["a", "z"]]);
  assert.equal(paste(clipboard()).kind, "nothing");
});

test("shapes of a library are a drawing", () => {
  const item = { elements: [{ id: "a", type: "ellipse" }] };
  const second = JSON.stringify({ type: "excalidrawlib", version: 2, libraryItems: [item, null, 3] });
  const first = JSON.stringify({ type: "excalidrawlib", version: 1, library: [item.elements] });
  for (const text of [second, first]) assert.deepEqual(JSON.parse(paste(text).content).elements, item.elements);
});

test("a drawing that is damaged or hostile is only text", () => {
  const broken = '{"type":"excalidraw/clipboard","elements":[';
  assert.deepEqual(paste(broken), { kind: "lines", lines: [broken] });
  const strange = JSON.stringify({ type: "excalidraw", elements: [null, 3, "x", { id: 5 }] });
  assert.equal(paste(strange, [], ["x"]).kind, "drawing");
});

test("lines come without bullets and numbers", () => {
  assert.deepEqual(paste(" 1. a garden\r\n2. a dog\n\n• a boat"), { kind: "lines", lines: ["a garden", "a dog", "a boat"] });
  assert.deepEqual(paste(" \n "), { kind: "nothing" });
  assert.deepEqual(paste("x\n".repeat(MAX_LINES + 1)), { kind: "refused", why: "wall.too_long" });
  assert.deepEqual(paste("x".repeat(300_000)), { kind: "refused", why: "wall.too_long" });
});

test("words beside a picture of them are words; a name beside a file is the file", () => {
  const picture = file("image.png", "image/png");
  assert.equal(paste("a garden", [picture]).kind, "lines");
  assert.deepEqual(paste("image.png", [picture]), { kind: "file", file: picture });
  assert.deepEqual(paste("", [picture]), { kind: "file", file: picture });
  assert.deepEqual(paste("http://example.org/a.png", [picture]), { kind: "file", file: picture });
});

const bytes = (...parts) => Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((sign) => sign.charCodeAt(0)) : part)));
const chunk = (type, body) => [0, 0, 0, body.length, type, body, [0, 0, 0, 0]];
const png = (...chunks) => bytes([0x89], "PNG\r\n", [0x1a], "\n", ...chunks.flat());

test("a PNG or an SVG with a drawing inside is known", () => {
  const header = chunk("IHDR", "x".repeat(13));
  assert.equal(holdsDrawing(png(header, chunk("tEXt", "application/vnd.excalidraw+json\0{}"))), true);
  assert.equal(holdsDrawing(png(header, chunk("tEXt", "Software\0Paint"))), false);
  assert.equal(holdsDrawing(png(header, chunk("IDAT", "application/vnd.excalidraw+json"))), false);
  const payload = "<!-- payload-type:application/vnd.excalidraw+json --><!-- payload-start -->";
  assert.equal(holdsDrawing(bytes(`<svg xmlns="x">${payload}</svg>`)), true);
  assert.equal(holdsDrawing(bytes("<svg></svg>")), false);
});

test("damaged pictures hold no drawing, and looking at them ends", () => {
  const cut = png([0xff, 0xff, 0xff, 0xff], "tEXt");
  for (const damaged of [bytes(), bytes("P"), png(), cut, bytes([0x89], "PNG"), bytes("GIF89a")]) {
    assert.equal(holdsDrawing(damaged), false);
  }
});
