// What people do on the board becomes changes; what they may not do is reverted.
import assert from "node:assert/strict";
import test from "node:test";
import { compare, snapshotOf } from "../../wall/changes.ts";
import { compact, looksEqual } from "../../wall/elements.ts";

const newRole = (element) => ({ part: "mark", mark: element.id, by: "anna" });
const context = (known = [], busy = []) => ({
  busy: new Set(busy),
  known: new Map(known.map((element) => [element.id, element])),
  newRole,
});
const drawStroke = (id, more = {}) => ({
  id, type: "freedraw", x: 1, y: 2, width: 3, height: 4, version: 1, versionNonce: 1, points: [[0, 0], [1.23456, 2]],
  pressures: [], simulatePressure: true, isDeleted: false, seed: 5, ...more,
});
const card = (more = {}) => ({
  id: "card-v-1", type: "rectangle", x: 10, y: 20, width: 100, height: 50, version: 1, versionNonce: 1,
  customData: { part: "card", card: "v", holds: "voices", stage: "now", paper: true }, ...more,
});
const remember = (snapshots, element) => snapshots.set(element.id, snapshotOf(element, structuredClone(element)));

test("a new stroke is sent once, rounded, with its author", () => {
  const snapshots = new Map();
  const stroke = drawStroke("s");
  const { changes } = compare(snapshots, [stroke], context());
  assert.equal(changes.length, 1);
  assert.deepEqual(changes[0].element.points, [[0, 0], [1.23, 2]]);
  assert.deepEqual(changes[0].element.customData, { part: "mark", mark: "s", by: "anna" });
  assert.equal(changes[0].element.seed, undefined);
  assert.deepEqual(compare(snapshots, [stroke], context()).changes, []);
});

test("a stroke of sixty points by a pen travels in two kilobytes, by a mouse in less", () => {
  const points = Array.from({ length: 60 }, (_, n) => [n * 7.123456, Math.sin(n) * 301.98765]);
  const mouse = JSON.stringify(compact(drawStroke("s".repeat(21), { points })));
  const pen = JSON.stringify(compact(drawStroke("s".repeat(21), { points, pressures: points.map(() => 0.123456) })));
  assert.ok(mouse.length < 1200, `${mouse.length}`);
  assert.ok(pen.length < 1700, `${pen.length}`);
});

test("a stroke that is still being drawn is sent once it is finished", () => {
  const snapshots = new Map();
  assert.deepEqual(compare(snapshots, [drawStroke("s")], context([], ["s"])).changes, []);
  assert.equal(compare(snapshots, [drawStroke("s")], context()).changes.length, 1);
});

test("an erased mark is sent as gone once, and sent again when that is undone", () => {
  const snapshots = new Map();
  compare(snapshots, [drawStroke("s")], context());
  const gone = compare(snapshots, [drawStroke("s", { isDeleted: true, version: 2, customData: newRole({ id: "s" }) })], context());
  assert.deepEqual(gone.changes, [{ do: "gone", mark: "s" }]);
  const back = compare(snapshots, [drawStroke("s", { version: 3, customData: newRole({ id: "s" }) })], context());
  assert.equal(back.changes[0].do, "put");
});

test("a mark that is erased before it was sent is not sent", () => {
  assert.deepEqual(compare(new Map(), [drawStroke("s", { isDeleted: true })], context()).changes, []);
});

test("new versions and roundings of the board are no change", () => {
  const snapshots = new Map();
  const stroke = drawStroke("s", { customData: newRole({ id: "s" }) });
  remember(snapshots, stroke);
  const noisy = { ...stroke, version: 9, versionNonce: 3, index: "a5", updated: 77, x: 1.001 };
  assert.deepEqual(compare(snapshots, [noisy], context([stroke])).changes, []);
});

test("a card that is moved and enlarged is one change, of its paper", () => {
  const snapshots = new Map();
  const words = card({ id: "card-v-2", type: "text", customData: { ...card().customData, paper: undefined } });
  [card(), words].forEach((element) => remember(snapshots, element));
  const moved = [card({ x: 30, width: 150, version: 2 }), { ...words, x: 31, version: 2 }];
  const { changes, toRevert } = compare(snapshots, moved, context([card(), words]));
  assert.deepEqual(changes, [{ do: "place", card: "v", x: 30, y: 20, scale: 1.5 }]);
  assert.equal(toRevert.size, 0);
});

test("an erased card is reverted and must be confirmed; a rotated one is reverted", () => {
  const snapshots = new Map();
  remember(snapshots, card());
  const wiped = compare(snapshots, [card({ isDeleted: true, version: 2 })], context([card()]));
  assert.deepEqual([wiped.changes, [...wiped.toRevert], [...wiped.erasedCards]], [[], ["card-v-1"], ["v"]]);
  const turned = compare(snapshots, [card({ angle: 1, version: 3 })], context([card()]));
  assert.deepEqual([turned.changes, [...turned.toRevert]], [[], ["card-v-1"]]);
});

test("the ground is reverted, never sent", () => {
  const ground = card({ id: "ground-star-1", customData: { part: "ground", piece: "star" } });
  const snapshots = new Map();
  remember(snapshots, ground);
  const { changes, toRevert } = compare(snapshots, [{ ...ground, x: 99, version: 2 }], context([ground]));
  assert.deepEqual([changes, [...toRevert]], [[], ["ground-star-1"]]);
});

test("a copy of a mark is a mark of its own, a copy of a card is a plain mark", () => {
  const copies = [
    drawStroke("copy", { customData: { part: "mark", mark: "s", by: "ben" } }),
    card({ id: "fresh" }),
  ];
  const { changes } = compare(new Map(), copies, context());
  assert.deepEqual(changes.map(({ element }) => element.customData.mark), ["copy", "fresh"]);
});

test("elements with the same keys in another order are equal", () => {
  const one = drawStroke("s", { customData: { part: "mark", mark: "s" } });
  const other = Object.fromEntries(Object.entries({ ...one, customData: { mark: "s", part: "mark" } }).reverse());
  assert.ok(looksEqual(one, other));
  assert.ok(!looksEqual(one, { ...one, strokeColor: "#FF0000" }));
});

test("what a cloth does not take is put away again, and nothing of it is sent", () => {
  const ink = { ...context(), accepts: ({ type }) => type === "freedraw" };
  const text = drawStroke("t", { type: "text", text: "words" });
  const { changes, toRevert } = compare(new Map(), [drawStroke("s"), text], ink);
  assert.deepEqual(changes.map(({ element }) => element.id), ["s"]);
  assert.deepEqual([...toRevert], ["t"]);
});

test("ink of others is ground: whatever is done to it is put back, and nothing is sent", () => {
  const locked = drawStroke("s", { locked: true, customData: { part: "ground", piece: "s" } });
  for (const more of [{ x: 50 }, { isDeleted: true }, { strokeColor: "#ff0000" }]) {
    const snapshots = new Map();
    remember(snapshots, locked);
    const { changes, toRevert } = compare(snapshots, [{ ...locked, ...more, version: 2 }], context([locked]));
    assert.deepEqual(changes, []);
    assert.deepEqual([...toRevert], ["s"]);
  }
});
