// The wall ends with its page, and not because newer data has overtaken an older run.
import assert from "node:assert/strict";
import test from "node:test";
import { unmountIfDetached } from "../../sync/mount.ts";

function told(before, after) {
  const place = { isConnected: before };
  let ended = 0;
  const looks = [];
  unmountIfDetached(place, () => (ended += 1), (look) => looks.push(look));
  place.isConnected = after;
  looks.forEach((look) => look());
  return ended;
}

test("a run that was overtaken leaves the wall where it is", () => {
  assert.equal(told(true, true), 0);
});

test("a place that has left the page takes its wall along, once", () => {
  assert.equal(told(false, false), 1);
});

test("a place that leaves the page a moment later takes its wall along", () => {
  assert.equal(told(true, false), 1);
});
