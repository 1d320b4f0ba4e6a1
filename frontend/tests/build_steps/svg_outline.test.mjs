// Icons become outlines: each command of a path, arcs above all, and how outlines are roughened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { roughenedPaths } from "../../build_steps/icon_outlines.mjs";
import { subpathsOf } from "../../build_steps/svg_outline.mjs";

const path = (d) => subpathsOf([["path", { d }]]);

function at(piece, part) {
  if (piece.length === 4) return [0, 1].map((i) => piece[i] + (piece[i + 2] - piece[i]) * part);
  const rest = 1 - part;
  const weights = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3];
  return [0, 1].map((i) => weights.reduce((sum, weight, n) => sum + weight * piece[2 * n + i], 0));
}

const near = (one, other, within = 1e-6) =>
  assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) < within, `${one} is not ${other}`);

test("straight commands, relative and absolute", () => {
  const [relative] = path("M1 2l3 0h2v4H1V2z");
  const [absolute] = path("M1,2L4,2L6,2L6,6L1,6Z");
  assert.deepEqual(relative.pieces.slice(0, 4), absolute.pieces.slice(0, 4));
  assert.ok(relative.closed && absolute.closed);
});

test("after its first pair, a move continues with lines", () => {
  assert.deepEqual(path("m1 1 2 0 0 2")[0].pieces, [[1, 1, 3, 1], [3, 1, 3, 3]]);
});

test("after a close, the next subpath starts where the last one did", () => {
  const lines = path("M1 1h4v4zm10 0h2");
  assert.deepEqual(lines[1].pieces, [[11, 1, 13, 1]]);
});

for (const [large, sweep, middle] of [[0, 1, [5, 0]], [1, 1, [5, 0]], [0, 0, [5, 10]]]) {
  test(`an arc over half a circle (${large}, ${sweep}) goes round the correct side`, () => {
    const [{ pieces }] = path(`M0 5A5 5 0 ${large} ${sweep} 10 5`);
    near(at(pieces[0], 0), [0, 5]);
    near(at(pieces.at(-1), 1), [10, 5]);
    near(at(pieces[0], 1), middle, 0.01);
    for (const piece of pieces) {
      for (let part = 0; part <= 1; part += 0.1) {
        const [x, y] = at(piece, part);
        assert.ok(Math.abs(Math.hypot(x - 5, y - 5) - 5) < 0.002);
      }
    }
  });
}

test("a long arc goes the long way, a short one the short way", () => {
  const length = ({ pieces }) => pieces.length;
  assert.equal(length(path("M5 0A5 5 0 0 1 10 5")[0]), 1);
  assert.equal(length(path("M5 0A5 5 0 1 0 10 5")[0]), 3);
});

test("flags of an arc may be written without separators, and a radius that is too small grows", () => {
  assert.deepEqual(path("M0 5a5 5 0 0110 0"), path("M0 5A5 5 0 0 1 10 5"));
  near(at(path("M0 0a1 1 0 0 1 10 0")[0].pieces.at(-1), 1), [10, 0]);
});

test("an arc without a radius is a line", () => {
  assert.deepEqual(path("M0 0A0 5 0 0 1 4 4")[0].pieces, [[0, 0, 4, 4]]);
});

test("quadratic curves, and curves that mirror the last handle", () => {
  const [{ pieces }] = path("M0 0q5 10 10 0t10 0");
  near(at(pieces[0], 0.5), [5, 5]);
  near(at(pieces[1], 0.5), [15, -5]);
  const [cubic] = path("M0 0c0 4 4 4 4 0s4 -4 4 0");
  near(cubic.pieces[1].slice(2, 4), [4, -4]);
});

test("circles, rectangles and polylines are outlines too; the empty square behind an icon is not", () => {
  const [circle] = subpathsOf([["circle", { cx: 12, cy: 12, r: 3 }]]);
  assert.ok(circle.closed);
  near(at(circle.pieces[1], 1), [12, 15]);
  const [box] = subpathsOf([["rect", { x: 2, y: 3, width: 10, height: 8, rx: 2 }]]);
  assert.equal(box.pieces.filter((piece) => piece.length === 4).length, 4);
  assert.equal(subpathsOf([["polyline", { points: "1,1 2,2 3,1" }]])[0].pieces.length, 2);
  assert.deepEqual(subpathsOf([["path", { stroke: "none", d: "M0 0h24v24H0z" }]]), []);
  assert.throws(() => subpathsOf([["text", {}]]), /<text>/);
});

test("roughening is the same each time, another for another name, and lines that met still meet", () => {
  const lines = path("M4 4h16v16M20 4l-8 8");
  assert.deepEqual(roughenedPaths(lines, "house"), roughenedPaths(lines, "house"));
  assert.notDeepEqual(roughenedPaths(lines, "house"), roughenedPaths(lines, "tree"));
  const [first, second] = roughenedPaths(lines, "house");
  const corner = second.match(/^M(\S+ \S+)C/)[1];
  assert.ok(first.includes(` ${corner}C`), `${corner} is not in ${first}`);
});

test("no line is displaced far", () => {
  for (const name of ["house", "tree", "bus", "heart", "music"]) {
    for (const line of roughenedPaths(path("M3 3h18v18h-18z"), name)) {
      for (const [x, y] of line.match(/-?[\d.]+ -?[\d.]+/g).map((two) => two.split(" ").map(Number))) {
        const away = Math.max(Math.abs(x - 12), Math.abs(y - 12));
        assert.ok(away < 10.2, `${name}: ${x} ${y}`);
      }
    }
  }
});
