// What was set aside becomes a file: a photo is the picture itself, anything else a drawing.
import assert from "node:assert/strict";
import test from "node:test";
import { fileOf, holdsWork } from "../../wall/aside_file.ts";

const BYTES = Uint8Array.from([255, 216, 255, 0, 7]);
const JPEG = { id: "f", mimeType: "image/jpeg", dataURL: `data:image/jpeg;base64,${btoa(String.fromCharCode(...BYTES))}`, created: 0 };
const aside = (...changes) => changes.map((change) => ({ change, why: "It does not fit." }));
const photo = (id, x = 0) => ({ id, do: "put", element: { id: "p", type: "image", fileId: "f", x }, file: JPEG });
const stroke = { id: "s", do: "put", element: { id: "m", type: "freedraw", x: 1 } };
const drawing = ({ content }) => JSON.parse(new TextDecoder().decode(content));

test("a photo is the picture itself, however often it was moved", () => {
  const file = fileOf(aside(photo("a"), photo("b", 5)));
  assert.deepEqual([file.name, file.mimeType], ["not-kept.jpg", "image/jpeg"]);
  assert.deepEqual(file.content, BYTES);
});

test("several things are one drawing, each mark as it was last, with the bytes of its photo", () => {
  const file = fileOf(aside(photo("a"), stroke, photo("b", 5)));
  assert.equal(file.name, "not-kept.excalidraw");
  const { type, elements, files } = drawing(file);
  assert.equal(type, "excalidraw");
  assert.deepEqual(elements.map(({ id, x }) => [id, x]), [["p", 5], ["m", 1]]);
  assert.deepEqual(files, { f: JPEG });
});

test("words are texts below each other; a signature keeps its name, its promise and its ink", () => {
  const { elements } = drawing(fileOf(aside(
    { id: "w", do: "write", record: "r", text: "one\ntwo" },
    { id: "g", do: "sign", commitment: "c", who: "Ada", what: "I bake", stage: "enrol", elements: [stroke.element] },
  )));
  assert.deepEqual(elements.map(({ type, text }) => [type, text]), [["text", "one\ntwo"], ["text", "Ada\nI bake"], ["freedraw", undefined]]);
  assert.ok(elements[1].y >= elements[0].y + elements[0].height);
});

test("an order, a place or a photo without its bytes is no work to keep", () => {
  assert.deepEqual(
    [stroke, photo("a"), { ...photo("a"), file: undefined }, { id: "x", do: "place" }, { id: "y", do: "gone" }].map(holdsWork),
    [true, true, false, false, false],
  );
});
