// The arithmetic of the view.
import assert from "node:assert/strict";
import test from "node:test";
import { centreOf, interpolate, viewCentredOn, viewFitting, zoomView } from "../../wall/view.ts";

test("a box is shown whole, in the centre", () => {
  const window = { width: 800, height: 600 };
  const view = viewFitting([100, 100, 1000, 500], window);
  assert.deepEqual(centreOf(view, window), [600, 350]);
  assert.ok(1000 * view.zoom <= 800 && 500 * view.zoom <= 600);
});

test("zooming keeps the centre, and an animation ends where it should", () => {
  const window = { width: 800, height: 600 };
  const from = viewCentredOn([400, 300], 0.5, window);
  assert.deepEqual(centreOf(zoomView(from, 2, window), window).map(Math.round), [400, 300]);
  const to = viewCentredOn([1400, 900], 2, window);
  const end = interpolate(from, to, 1, window);
  for (const part of ["zoom", "scrollX", "scrollY"]) assert.ok(Math.abs(end[part] - to[part]) < 1e-6);
});
