// Which photos are taken, and how large they become.
import assert from "node:assert/strict";
import test from "node:test";
import { fileRefusal, fitWithin, MAX_BYTES, sizeRefusal } from "../../../wall/panels/photo_file.ts";

test("a photo is scaled down, never up, and what is no photo is refused with a reason", () => {
  assert.deepEqual(fitWithin(4000, 3000, 2000), { width: 2000, height: 1500 });
  assert.deepEqual(fitWithin(300, 200, 2000), { width: 300, height: 200 });
  assert.deepEqual(fitWithin(100000, 1, 2000), { width: 2000, height: 1 });
  assert.equal(fileRefusal({ size: 10, type: "image/png" }), null);
  assert.equal(fileRefusal({ size: 10, type: "" }), null);
  assert.equal(fileRefusal({ size: 10, type: "application/pdf" }), "photo.no_picture");
  assert.equal(fileRefusal({ size: 0, type: "image/png" }), "photo.empty");
  assert.equal(fileRefusal({ size: MAX_BYTES + 1, type: "image/png" }), "photo.too_large");
  assert.equal(sizeRefusal(20_000, 20_000), "photo.too_large");
  assert.equal(sizeRefusal(4000, 3000), null);
});
