// The queue of waiting changes: nothing is lost, nothing is sent under two ids, order is kept.
import assert from "node:assert/strict";
import test from "node:test";
import { WallQueue } from "../../wall/sync.ts";
import { seededRandom } from "../random.mjs";

const put = (id, mark, x = 0, more = {}) => ({ id, do: "put", element: { id: mark, x }, ...more });
const ids = (changes) => changes.map(({ id }) => id);

test("a mark that is moved before it was sent is sent once, as it was last", () => {
  const queue = new WallQueue();
  queue.add(put("a", "m", 1));
  const { replacedId } = queue.add(put("b", "m", 2));
  assert.equal(replacedId, "a");
  assert.deepEqual(queue.nextBatch(1e6), [put("b", "m", 2)]);
});

test("what was sent keeps its place: a later change of the same mark comes after it", () => {
  const queue = new WallQueue();
  queue.add(put("a", "m", 1));
  queue.nextBatch(1e6);
  assert.equal(queue.add(put("b", "m", 2)).replacedId, null);
  assert.deepEqual(ids(queue.nextBatch(1e6)), ["a", "b"]);
});

test("a mark that is erased before it was sent is sent as gone", () => {
  const queue = new WallQueue();
  queue.add(put("a", "m"));
  queue.add({ id: "b", do: "gone", mark: "m" });
  assert.deepEqual(ids(queue.changes), ["b"]);
});

test("a photo keeps its bytes when it is moved before it was sent", () => {
  const queue = new WallQueue();
  queue.add(put("a", "m", 1, { file: { id: "f" } }));
  queue.add(put("b", "m", 2));
  assert.deepEqual(queue.changes[0].file, { id: "f" });
});

test("words that are edited twice before they were sent come from where the first edit began", () => {
  const queue = new WallQueue();
  queue.add(put("a", "m", 1, { base: 3 }));
  queue.add(put("b", "m", 2, { base: 5 }));
  assert.deepEqual(queue.changes, [put("b", "m", 2, { base: 3 })]);
});

test("a card that is enlarged twice has grown by both factors", () => {
  const queue = new WallQueue();
  queue.add({ id: "a", do: "place", card: "c", x: 1, y: 1, scale: 2 });
  queue.add({ id: "b", do: "place", card: "c", x: 5, y: 6, scale: 1.5 });
  assert.deepEqual(queue.changes, [{ id: "b", do: "place", card: "c", x: 5, y: 6, scale: 3 }]);
});

test("words are never merged: each was said", () => {
  const queue = new WallQueue();
  queue.add({ id: "a", do: "write", record: "r", text: "one" });
  queue.add({ id: "b", do: "write", record: "r", text: "two" });
  assert.equal(queue.size, 2);
});

test("what is too large for one message waits for the next, but the first change is always sent", () => {
  const queue = new WallQueue();
  for (const id of ["a", "b", "c"]) queue.add(put(id, id, 0, { file: { dataURL: "x".repeat(100) } }));
  assert.deepEqual(ids(queue.nextBatch(10)), ["a"]);
  assert.deepEqual(ids(queue.nextBatch(400)), ["a", "b"]);
});

test("what another window left comes first and counts as sent", () => {
  const queue = new WallQueue();
  queue.add(put("b", "m", 2));
  queue.adopt([put("a", "m", 1), put("b", "m", 2)]);
  assert.deepEqual(ids(queue.changes), ["a", "b"]);
  assert.equal(queue.add(put("c", "m", 3)).replacedId, "b");
  const other = new WallQueue();
  other.adopt([put("a", "m", 1)]);
  assert.equal(other.add(put("b", "m", 2)).replacedId, null);
});

test("whatever happens, the last change of each mark reaches the server", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const random = seededRandom(seed);
    const queue = new WallQueue();
    const [server, expected] = [new Map(), new Map()];
    const received = new Set();
    const deliver = () => {
      const batch = queue.nextBatch(random.chance(0.3) ? 120 : 1e6);
      if (random.chance(0.3)) return;
      for (const change of batch) {
        if (received.has(change.id)) continue;
        received.add(change.id);
        server.set(change.element?.id ?? change.mark, change.element?.x ?? "gone");
      }
      if (random.chance(0.7)) queue.settle(ids(batch));
    };
    for (let step = 0; step < 60; step += 1) {
      const mark = `m${random.below(5)}`;
      if (random.chance(0.3)) deliver();
      else if (random.chance(0.2)) {
        expected.set(mark, "gone");
        queue.add({ id: `${seed} ${step}`, do: "gone", mark });
      } else {
        expected.set(mark, step);
        queue.add(put(`${seed} ${step}`, mark, step));
      }
    }
    for (let step = 0; queue.size > 0 && step < 1000; step += 1) deliver();
    assert.deepEqual(Object.fromEntries(server), Object.fromEntries(expected), `seed ${seed}`);
  }
});
