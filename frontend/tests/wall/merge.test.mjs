// The elements of the server come onto the board; what somebody here is busy with stays as it is.
import assert from "node:assert/strict";
import test from "node:test";
import { applyMessage, reconcile } from "../../wall/merge.ts";

const mark = (id, x = 0, more = {}) => ({
  id, type: "freedraw", x, y: 0, width: 1, height: 1, version: 1, customData: { part: "mark", mark: id }, ...more,
});
const nothing = { marks: new Set(), cards: new Set(), elements: new Set() };
const message = (base, elements, gone = []) => ({ base, elements, gone });
const update = (scene, known, ids, protection = nothing) => reconcile(scene, known, ids, protection);

test("a delta is shown with a newer version, and the same delta again changes nothing", () => {
  const known = new Map();
  const ids = applyMessage(known, message(1, [mark("a", 5)]));
  const { elements, changed } = update([mark("a", 1)], known, ids);
  assert.deepEqual([elements[0].x, elements[0].version, changed.length], [5, 2, 1]);
  assert.equal(update(elements, known, ids).elements, elements);
});

test("a mark with a waiting change stays, and is deferred", () => {
  const known = new Map();
  const ids = applyMessage(known, message(1, [mark("a", 5)]));
  const done = update([mark("a", 1)], known, ids, { ...nothing, marks: new Set(["a"]) });
  assert.deepEqual([done.elements[0].x, [...done.deferred]], [1, ["a"]]);
});

test("all elements of a card that is being moved stay", () => {
  const part = (n) => mark(`card-v-${n}`, n, { customData: { part: "card", card: "v" } });
  const known = new Map();
  const ids = applyMessage(known, message(1, [part(1), part(2)].map((one) => ({ ...one, x: 50 }))));
  const done = update([part(1), part(2)], known, ids, { ...nothing, cards: new Set(["v"]) });
  assert.equal(done.deferred.size, 2);
  assert.equal(done.changed.length, 0);
});

test("what is gone is deleted, and comes back if the server sends it again", () => {
  const known = new Map([["a", mark("a")]]);
  const { elements } = update([mark("a")], known, applyMessage(known, message(1, [], ["a"])));
  assert.equal(elements[0].isDeleted, true);
  const back = update(elements, known, applyMessage(known, message(2, [mark("a")])));
  assert.equal(back.elements[0].isDeleted, false);
});

test("a message of the whole wall deletes what it does not name", () => {
  const known = new Map([["a", mark("a")], ["b", mark("b")]]);
  const ids = applyMessage(known, message(null, [mark("b")]));
  const { elements } = update([mark("a"), mark("b")], known, ids);
  assert.deepEqual(elements.map(({ isDeleted }) => Boolean(isDeleted)), [true, false]);
});

test("the ground lies below marks and above the photo beneath it, whatever comes first", () => {
  const ground = mark("g", 0, { customData: { part: "ground", piece: "star" } });
  const under = mark("u", 0, { customData: { part: "mark", mark: "u", under: true } });
  const known = new Map();
  const first = update([], known, applyMessage(known, message(null, [mark("a"), ground])));
  const then = update(first.elements, known, applyMessage(known, message(1, [under, mark("b")])));
  assert.deepEqual(then.elements.map(({ id }) => id), ["u", "g", "a", "b"]);
});
