// A pasted list gives one line each, without its bullets and numbers.
import assert from "node:assert/strict";
import test from "node:test";
import { linesOf } from "../../shared/pasted.ts";

test("bullets, numbers, letters and boxes are taken off", () => {
  const list = "• a garden\r\n- a dog\n\n 1. a job\n12) a bus\n(3) a choir\n\tb) a boat\n☐ a key\n- [x] a door\n[ ] a bed\n";
  assert.deepEqual(linesOf(list), [
    "a garden", "a dog", "a job", "a bus", "a choir", "a boat", "a key", "a door", "a bed",
  ]);
});

test("bullets of Word are taken off", () => {
  const list = "➢\tA garden\no\ta dog\n\uf0b7\ta job\n\uf0a7a bus\n✓ a choir\n";
  assert.deepEqual(linesOf(list), ["A garden", "a dog", "a job", "a bus", "a choir"]);
});

test("what only looks like a mark stays", () => {
  const kept = ["2.5 hours a week", "-5 degrees", "I sing.", "a dog", "1,000 voices", "I) think so"];
  assert.deepEqual(linesOf(kept.join("\n")), kept);
});

test("one line is one line", () => assert.deepEqual(linesOf("  a house \n \n"), ["a house"]));
