// Something new stands on free ground, not on cards, words or other marks.
import assert from "node:assert/strict";
import test from "node:test";
import { freePoint, isWithin, sharedPart, standingBoxes } from "../../wall/free_ground.ts";

const PAPER = [0, 0, 3200, 2262];
const SIZE = [120, 120];
const covers = (standing, [x, y]) =>
  standing.some(([left, top, width, height]) => x - 60 < left + width && left < x + 60 && y - 60 < top + height && top < y + 60);

test("a free middle is taken", () => assert.deepEqual(freePoint([], SIZE, [1600, 1131], PAPER), [1600, 1131]));

test("what stands in the middle is not covered, and the nearest free place is taken", () => {
  const standing = [[1500, 1000, 200, 260]];
  const point = freePoint(standing, SIZE, [1600, 1131], PAPER);
  assert.ok(!covers(standing, point));
  assert.ok(Math.hypot(point[0] - 1600, point[1] - 1131) < 260);
});

test("one after another, none covers another, and all lie on the paper", () => {
  const standing = [];
  for (let count = 0; count < 40; count += 1) {
    const [x, y] = freePoint(standing, SIZE, [100, 100], PAPER);
    assert.ok(!covers(standing, [x, y]), `stamp ${count}`);
    assert.ok(x >= 60 && y >= 60 && x <= 3140 && y <= 2202);
    standing.push([x - 60, y - 60, 120, 120]);
  }
});

test("a full wall is no reason to put it nowhere", () => {
  assert.deepEqual(freePoint([PAPER], SIZE, [400, 300], PAPER), [400, 300]);
});

const element = (type, customData, more = {}) => ({ id: "e", type, x: 10, y: 20, width: 30, height: 40, customData, ...more });

test("cards, marks and the words of the background stand in the way; its areas and photos beneath do not", () => {
  const ground = { part: "ground", piece: "arrow" };
  const boxes = standingBoxes([
    element("rectangle", ground), element("text", ground), element("rectangle", { part: "card", card: "c" }),
    element("freedraw", undefined), element("image", { part: "mark", mark: "e", under: true }),
    element("freedraw", undefined, { isDeleted: true }),
  ]);
  assert.equal(boxes.length, 3);
});

test("a line that was drawn to the left has its box on the left; a turned one has its turned box", () => {
  const [line] = standingBoxes([element("line", undefined, { points: [[0, 0], [-30, 40]] })]);
  assert.deepEqual(line, [-20, 20, 30, 40]);
  const [turned] = standingBoxes([element("text", undefined, { angle: Math.PI / 2 })]);
  assert.deepEqual(turned.map(Math.round), [5, 25, 40, 30]);
});

test("a point lies within a box up to its edges", () => {
  const within = [[0, 0], [3200, 2262], [-1, 5], [5, 2263]].map((point) => isWithin(point, PAPER));
  assert.deepEqual(within, [true, true, false, false]);
});

test("the part in view that is paper counts; beside the paper, what is in view", () => {
  assert.deepEqual(sharedPart([-100, 0, 300, 200], PAPER), [0, 0, 200, 200]);
  assert.deepEqual(sharedPart([5000, 0, 300, 200], PAPER), [5000, 0, 300, 200]);
});
