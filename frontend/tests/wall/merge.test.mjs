// What the server tells comes onto the board, and what somebody here is busy with stays as it is.
import assert from "node:assert/strict";
import test from "node:test";
import { learn, reconcile } from "../../wall/merge.ts";

const mark = (id, x = 0, more = {}) => ({
  id, type: "freedraw", x, y: 0, width: 1, height: 1, version: 1, customData: { part: "mark", mark: id }, ...more,
});
const open = { marks: new Set(), cards: new Set(), elements: new Set() };
const told = (base, elements, gone = []) => ({ base, elements, gone });
const show = (scene, known, ids, shield = open) => reconcile(scene, known, ids, shield);

test("news are shown with a newer version, and the same news again change nothing", () => {
  const known = new Map();
  const ids = learn(known, told(1, [mark("a", 5)]));
  const { elements, changed } = show([mark("a", 1)], known, ids);
  assert.deepEqual([elements[0].x, elements[0].version, changed.length], [5, 2, 1]);
  assert.equal(show(elements, known, ids).elements, elements);
});

test("a mark with a waiting change stays, and is owed", () => {
  const known = new Map();
  const ids = learn(known, told(1, [mark("a", 5)]));
  const done = show([mark("a", 1)], known, ids, { ...open, marks: new Set(["a"]) });
  assert.deepEqual([done.elements[0].x, [...done.owed]], [1, ["a"]]);
});

test("all elements of a card that is being moved stay", () => {
  const part = (n) => mark(`card-v-${n}`, n, { customData: { part: "card", card: "v" } });
  const known = new Map();
  const ids = learn(known, told(1, [part(1), part(2)].map((one) => ({ ...one, x: 50 }))));
  const done = show([part(1), part(2)], known, ids, { ...open, cards: new Set(["v"]) });
  assert.equal(done.owed.size, 2);
  assert.equal(done.changed.length, 0);
});

test("what is gone is gone, and comes back if the server says so", () => {
  const known = new Map([["a", mark("a")]]);
  const { elements } = show([mark("a")], known, learn(known, told(1, [], ["a"])));
  assert.equal(elements[0].isDeleted, true);
  const back = show(elements, known, learn(known, told(2, [mark("a")])));
  assert.equal(back.elements[0].isDeleted, false);
});

test("a whole telling takes away what it does not name", () => {
  const known = new Map([["a", mark("a")], ["b", mark("b")]]);
  const ids = learn(known, told(null, [mark("b")]));
  const { elements } = show([mark("a"), mark("b")], known, ids);
  assert.deepEqual(elements.map(({ isDeleted }) => Boolean(isDeleted)), [true, false]);
});

test("new ground lies under marks and above the photo beneath, whatever comes when", () => {
  const ground = mark("g", 0, { customData: { part: "ground", piece: "star" } });
  const under = mark("u", 0, { customData: { part: "mark", mark: "u", under: true } });
  const known = new Map();
  const first = show([], known, learn(known, told(null, [mark("a"), ground])));
  const then = show(first.elements, known, learn(known, told(1, [under, mark("b")])));
  assert.deepEqual(then.elements.map(({ id }) => id), ["u", "g", "a", "b"]);
});
