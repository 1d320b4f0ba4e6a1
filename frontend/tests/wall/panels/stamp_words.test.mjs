// Everyday words find a stamp that fits. The words were written down before anybody looked them up;
// behind each stand the ids of the stamps that mean it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { searchStamps } from "../../../wall/panels/stamp_library.ts";

const read = (path) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
const chosen = JSON.parse(read("assets/stamps.json"));
const library = {
  size: 24,
  line: 2,
  areas: chosen.areas.map(({ id, name }) => ({ id, words: name })),
  stamps: chosen.stamps.map(({ id, area, name, find }) => ({ id, area, words: name, find, d: [] })),
};
const everyday = read("tests/stamps/everyday_words.txt")
  .trim()
  .split("\n")
  .map((line) => line.split(": "))
  .map(([word, fitting]) => ({ word, fitting: fitting.split(" ") }));
/** What people see without scrolling on a phone. */
const FIRST_SEEN = 4;

const finds = ({ word, fitting }) =>
  searchStamps(library, word, {}).slice(0, FIRST_SEEN).some(({ id }) => fitting.includes(id));

test("of 150 everyday words at least 90 in 100 find a stamp that fits, among the first", () => {
  assert.equal(new Set(everyday.map(({ word }) => word)).size, 150);
  const without = everyday.filter((entry) => !finds(entry)).map(({ word }) => word);
  assert.ok(without.length <= 15, `no stamp that fits: ${without.join(", ")}`);
});

test("the words of a workshop that found nothing once find a stamp", () => {
  const asked = everyday.filter(({ word }) => ["drum", "support worker"].includes(word));
  assert.equal(asked.length, 2);
  assert.deepEqual(asked.filter((entry) => !finds(entry)), []);
});

test("what is said to fit is in the library", () => {
  const ids = new Set(library.stamps.map(({ id }) => id));
  const unknown = everyday.flatMap(({ fitting }) => fitting).filter((id) => !ids.has(id));
  assert.deepEqual([...new Set(unknown)], []);
});
