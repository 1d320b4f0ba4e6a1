// What somebody did on the board becomes changes; what they may not do is put back.
import assert from "node:assert/strict";
import test from "node:test";
import { compare, seen } from "../../wall/changes.ts";
import { alike, slim } from "../../wall/elements.ts";

const name = (element) => ({ part: "mark", mark: element.id, by: "anna" });
const around = (told = [], busy = []) => ({
  busy: new Set(busy),
  told: new Map(told.map((element) => [element.id, element])),
  name,
});
const drawn = (id, more = {}) => ({
  id, type: "freedraw", x: 1, y: 2, width: 3, height: 4, version: 1, versionNonce: 1, points: [[0, 0], [1.23456, 2]],
  pressures: [], simulatePressure: true, isDeleted: false, seed: 5, ...more,
});
const card = (more = {}) => ({
  id: "card-v-1", type: "rectangle", x: 10, y: 20, width: 100, height: 50, version: 1, versionNonce: 1,
  customData: { part: "card", card: "v", holds: "voices", stage: "now", paper: true }, ...more,
});
const known = (before, element) => before.set(element.id, seen(element, structuredClone(element)));

test("a new stroke is told once, rounded, with whose it is", () => {
  const before = new Map();
  const stroke = drawn("s");
  const { deeds } = compare(before, [stroke], around());
  assert.equal(deeds.length, 1);
  assert.deepEqual(deeds[0].element.points, [[0, 0], [1.23, 2]]);
  assert.deepEqual(deeds[0].element.customData, { part: "mark", mark: "s", by: "anna" });
  assert.equal(deeds[0].element.seed, undefined);
  assert.deepEqual(compare(before, [stroke], around()).deeds, []);
});

test("a stroke of sixty points by a pen travels in two kilobytes, by a mouse in less", () => {
  const points = Array.from({ length: 60 }, (_, n) => [n * 7.123456, Math.sin(n) * 301.98765]);
  const mouse = JSON.stringify(slim(drawn("s".repeat(21), { points })));
  const pen = JSON.stringify(slim(drawn("s".repeat(21), { points, pressures: points.map(() => 0.123456) })));
  assert.ok(mouse.length < 1200, `${mouse.length}`);
  assert.ok(pen.length < 1700, `${pen.length}`);
});

test("what is still in the hand is not told, and is once it is let go", () => {
  const before = new Map();
  assert.deepEqual(compare(before, [drawn("s")], around([], ["s"])).deeds, []);
  assert.equal(compare(before, [drawn("s")], around()).deeds.length, 1);
});

test("a mark rubbed out is told as gone once, and back again when that is undone", () => {
  const before = new Map();
  compare(before, [drawn("s")], around());
  const gone = compare(before, [drawn("s", { isDeleted: true, version: 2, customData: name({ id: "s" }) })], around());
  assert.deepEqual(gone.deeds, [{ do: "gone", mark: "s" }]);
  const back = compare(before, [drawn("s", { version: 3, customData: name({ id: "s" }) })], around());
  assert.equal(back.deeds[0].do, "put");
});

test("a mark that never was on the server and is gone is nobody's business", () => {
  assert.deepEqual(compare(new Map(), [drawn("s", { isDeleted: true })], around()).deeds, []);
});

test("noise of the board is no change", () => {
  const before = new Map();
  const stroke = drawn("s", { customData: name({ id: "s" }) });
  known(before, stroke);
  const noisy = { ...stroke, version: 9, versionNonce: 3, index: "a5", updated: 77, x: 1.001 };
  assert.deepEqual(compare(before, [noisy], around([stroke])).deeds, []);
});

test("a card moved and made larger is told by its paper alone", () => {
  const before = new Map();
  const words = card({ id: "card-v-2", type: "text", customData: { ...card().customData, paper: undefined } });
  [card(), words].forEach((element) => known(before, element));
  const moved = [card({ x: 30, width: 150, version: 2 }), { ...words, x: 31, version: 2 }];
  const { deeds, back } = compare(before, moved, around([card(), words]));
  assert.deepEqual(deeds, [{ do: "place", card: "v", x: 30, y: 20, scale: 1.5 }]);
  assert.equal(back.size, 0);
});

test("a card wiped away is put back and asked about; a turned one is put back", () => {
  const before = new Map();
  known(before, card());
  const wiped = compare(before, [card({ isDeleted: true, version: 2 })], around([card()]));
  assert.deepEqual([wiped.deeds, [...wiped.back], [...wiped.wiped]], [[], ["card-v-1"], ["v"]]);
  const turned = compare(before, [card({ angle: 1, version: 3 })], around([card()]));
  assert.deepEqual([turned.deeds, [...turned.back]], [[], ["card-v-1"]]);
});

test("the ground is put back, never told", () => {
  const ground = card({ id: "ground-star-1", customData: { part: "ground", piece: "star" } });
  const before = new Map();
  known(before, ground);
  const { deeds, back } = compare(before, [{ ...ground, x: 99, version: 2 }], around([ground]));
  assert.deepEqual([deeds, [...back]], [[], ["ground-star-1"]]);
});

test("a copy of a mark is a mark of its own, a copy of a card is a plain mark", () => {
  const copies = [
    drawn("copy", { customData: { part: "mark", mark: "s", by: "ben" } }),
    card({ id: "fresh" }),
  ];
  const { deeds } = compare(new Map(), copies, around());
  assert.deepEqual(deeds.map(({ element }) => element.customData.mark), ["copy", "fresh"]);
});

test("the same element in another order of keys is the same", () => {
  const one = drawn("s", { customData: { part: "mark", mark: "s" } });
  const other = Object.fromEntries(Object.entries({ ...one, customData: { mark: "s", part: "mark" } }).reverse());
  assert.ok(alike(one, other));
  assert.ok(!alike(one, { ...one, strokeColor: "#FF0000" }));
});
