// What the server refuses is never lost: what somebody made is set aside, and why nothing is saved stays.
import assert from "node:assert/strict";
import test from "node:test";
import { reasonsOf, refusedWork } from "../../sync/set_aside.ts";
import { troubleAfter } from "../../sync/trouble.ts";

const FULL = "It does not fit.";
const DISK = "The disk is full.";
const changes = (...ids) => ids.map((id) => ({ id }));

test("refused work is set aside with its reason; what was kept, or holds no work, is not", () => {
  const refused = [{ id: "b", why: FULL }, { id: "c", why: "It is gone." }];
  const setAside = refusedWork(changes("a", "b", "c"), refused, ({ id }) => id !== "c");
  assert.deepEqual(setAside, [{ change: { id: "b" }, why: FULL }]);
});

test("a refusal of what this window no longer has sets nothing aside", () => {
  assert.deepEqual(refusedWork(changes("a"), [{ id: "b", why: FULL }], () => true), []);
});

test("the same reason is said once", () => {
  assert.deepEqual(reasonsOf([{ why: FULL }, { why: DISK }, { why: FULL }]), [FULL, DISK]);
});

const message = (more) => ({ done: [], ...more });

test("the reason of a failed save outlives messages that say nothing of it", () => {
  const waits = { settled: [], waiting: 1 };
  assert.equal(troubleAfter("", message({ trouble: DISK }), waits), DISK);
  assert.equal(troubleAfter(DISK, message(), waits), DISK);
});

test("a refusal ahead of what waits is no success: the reason stays", () => {
  assert.equal(troubleAfter(DISK, message(), { settled: changes("a"), waiting: 1 }), DISK);
});

test("the reason goes once a save has succeeded, or nothing waits any more", () => {
  assert.equal(troubleAfter(DISK, message({ done: ["a"] }), { settled: changes("a"), waiting: 1 }), "");
  assert.equal(troubleAfter(DISK, message(), { settled: changes("a"), waiting: 0 }), "");
});

test("where a part was saved and the rest was not, the reason is shown", () => {
  const answer = message({ done: ["a"], trouble: DISK });
  assert.equal(troubleAfter("", answer, { settled: changes("a"), waiting: 1 }), DISK);
});
