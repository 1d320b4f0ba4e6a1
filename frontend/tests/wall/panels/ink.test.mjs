// The ink of a signature.
import assert from "node:assert/strict";
import test from "node:test";
import { inkPoint, strokeElement } from "../../../wall/panels/ink.ts";

test("a signature stays within its pad and starts where the pen touched it", () => {
  const pad = { left: 10, top: 20, width: 600, height: 200 };
  assert.deepEqual(inkPoint({ clientX: 310, clientY: 120, pressure: 0.5 }, pad), { x: 150, y: 50, pressure: 0.5 });
  assert.deepEqual(inkPoint({ clientX: 9999, clientY: -5, pressure: 0 }, pad), { x: 300, y: 0, pressure: 0 });
  const line = [{ x: 10, y: 10, pressure: 0.2 }, { x: 5, y: 30, pressure: 0.9 }];
  const ink = strokeElement("s1", line, true, "c1", "enrol");
  assert.deepEqual([ink.x, ink.y, ink.width, ink.height], [10, 10, 5, 20]);
  assert.deepEqual(ink.points, [[0, 0], [-5, 20]]);
  assert.deepEqual([ink.pressures, ink.simulatePressure], [[0.2, 0.9], false]);
  assert.deepEqual(ink.customData, { part: "mark", mark: "s1", stage: "enrol", signs: "c1" });
  assert.deepEqual(strokeElement("s2", line, false, "c1", "enrol").pressures, []);
});
