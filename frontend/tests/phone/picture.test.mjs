// A picture keeps its shape and has no side longer than a screen needs.
import assert from "node:assert/strict";
import test from "node:test";
import { fitted } from "../../phone/picture.ts";

test("large pictures are made smaller, small ones stay", () => {
  assert.deepEqual(fitted({ width: 4000, height: 3000 }), { width: 1600, height: 1200 });
  assert.deepEqual(fitted({ width: 3000, height: 4000 }), { width: 1200, height: 1600 });
  assert.deepEqual(fitted({ width: 640, height: 480 }), { width: 640, height: 480 });
  assert.deepEqual(fitted({ width: 20000, height: 3 }), { width: 1600, height: 1 });
});
