import assert from "node:assert/strict";
import test from "node:test";
import { found, grouped, MOST_RECENT, nameOf, recentFrom, svgOf, usedNow } from "../../../wall/panels/stamp_library.ts";

const stamp = (id, area, words, find) => ({ id, area, words, find, d: ["M1 1L2 2Z"] });
const box = {
  size: 24,
  line: 2,
  areas: [
    { id: "home", words: "Home" },
    { id: "food", words: "Food and drink" },
    { id: "empty", words: "Nothing here" },
  ],
  stamps: [
    stamp("house", "home", "A house", "home, live, building"),
    stamp("cake", "food", "A cake", ["birthday", "party"]),
    stamp("cafe", "food", "Café", "coffee, meet"),
    stamp("greenhouse", "home", "A greenhouse", "plants"),
  ],
};
const ids = (stamps) => stamps.map(({ id }) => id);

test("a stamp is found by its name before one that has the word inside", () => {
  assert.deepEqual(ids(found(box, "house", {})), ["house", "greenhouse"]);
  assert.deepEqual(ids(found(box, "hou", {})), ["house", "greenhouse"]);
});

test("a stamp is found by other words for it, by its area, and without accents", () => {
  assert.deepEqual(ids(found(box, "Birthday", {})), ["cake"]);
  assert.deepEqual(ids(found(box, "cafe", {})), ["cafe"]);
  assert.deepEqual(ids(found(box, "drink", {})), ["cake", "cafe"]);
  assert.deepEqual(ids(found(box, "drink coffee", {})), ["cafe"]);
  assert.deepEqual(ids(found(box, "dinosaur", {})), []);
  assert.equal(found(box, "  ", {}).length, 4);
});

test("the words of another language are used, and English still finds it", () => {
  const german = { "stamp:house": "Ein Haus", "stamp-area:home": "Zuhause" };
  assert.equal(nameOf(box.stamps[0], german), "Ein Haus");
  assert.equal(nameOf(box.stamps[1], german), "A cake");
  assert.deepEqual(ids(found(box, "haus", german)).at(0), "house");
  assert.ok(ids(found(box, "house", german)).includes("house"));
  assert.deepEqual(ids(found(box, "zuhau", german)), ["house", "greenhouse"]);
});

test("what was used lately comes first, and areas without stamps are left out", () => {
  const groups = grouped(box, ["cafe", "gone"], {});
  assert.deepEqual(groups.map(({ id }) => id), ["", "home", "food"]);
  assert.deepEqual(ids(groups[0].stamps), ["cafe"]);
  assert.deepEqual(grouped(box, [], {}).map(({ id }) => id), ["home", "food"]);
});

test("the list of those used lately has each once and stays short", () => {
  assert.deepEqual(usedNow(["a", "b"], "b"), ["b", "a"]);
  const many = Array.from({ length: 40 }, (_, place) => `s${place}`);
  assert.equal(usedNow(many, "new").length, MOST_RECENT);
});

test("what the browser kept is read with care", () => {
  assert.deepEqual(recentFrom(null), []);
  assert.deepEqual(recentFrom("{broken"), []);
  assert.deepEqual(recentFrom('{"a":1}'), []);
  assert.deepEqual(recentFrom('["a",3,"b"]'), ["a", "b"]);
});

test("a drawing carries nothing but lines and a colour", () => {
  const hostile = { ...box.stamps[0], d: ['M1 1"/><script>alert(1)</script>'] };
  assert.doesNotMatch(svgOf(box, hostile, "#112233"), /script|alert/);
  assert.match(svgOf(box, box.stamps[0], "#112233"), /stroke="#112233".*<path d="M1 1L2 2Z"\/>/);
  assert.match(svgOf(box, box.stamps[0], '"><x'), /stroke="#1E2430"/);
});
