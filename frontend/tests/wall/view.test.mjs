// Where the board looks.
import assert from "node:assert/strict";
import test from "node:test";
import { between, centred, fitting, middle, zoomed } from "../../wall/view.ts";

test("a box is shown whole, in the middle", () => {
  const window = { width: 800, height: 600 };
  const view = fitting([100, 100, 1000, 500], window);
  assert.deepEqual(middle(view, window), [600, 350]);
  assert.ok(1000 * view.zoom <= 800 && 500 * view.zoom <= 600);
});

test("looking closer keeps the middle, and a flight ends where it should", () => {
  const window = { width: 800, height: 600 };
  const from = centred([400, 300], 0.5, window);
  assert.deepEqual(middle(zoomed(from, 2, window), window).map(Math.round), [400, 300]);
  const to = centred([1400, 900], 2, window);
  const end = between(from, to, 1, window);
  for (const part of ["zoom", "scrollX", "scrollY"]) assert.ok(Math.abs(end[part] - to[part]) < 1e-6);
});
