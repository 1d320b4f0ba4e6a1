// The stamp library.
import assert from "node:assert/strict";
import test from "node:test";
import { categories, MAX_RECENT, parseRecent, searchStamps, stampName, stampSvg, withRecent } from "../../../wall/panels/stamp_library.ts";

const stamp = (id, area, words, find) => ({ id, area, words, find, d: ["M1 1L2 2Z"] });
const library = {
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

test("a stamp with the word as its name is found before one that contains it", () => {
  assert.deepEqual(ids(searchStamps(library, "house", {})), ["house", "greenhouse"]);
  assert.deepEqual(ids(searchStamps(library, "hou", {})), ["house", "greenhouse"]);
});

test("a stamp is found by synonyms, by its area, and without accents", () => {
  assert.deepEqual(ids(searchStamps(library, "Birthday", {})), ["cake"]);
  assert.deepEqual(ids(searchStamps(library, "cafe", {})), ["cafe"]);
  assert.deepEqual(ids(searchStamps(library, "drink", {})), ["cake", "cafe"]);
  assert.deepEqual(ids(searchStamps(library, "drink coffee", {})), ["cafe"]);
  assert.deepEqual(ids(searchStamps(library, "dinosaur", {})), []);
  assert.equal(searchStamps(library, "  ", {}).length, 4);
});

test("translations are used, and English still finds a stamp", () => {
  const german = { "stamp:house": "Ein Haus", "stamp-area:home": "Zuhause" };
  assert.equal(stampName(library.stamps[0], german), "Ein Haus");
  assert.equal(stampName(library.stamps[1], german), "A cake");
  assert.deepEqual(ids(searchStamps(library, "haus", german)).at(0), "house");
  assert.ok(ids(searchStamps(library, "house", german)).includes("house"));
  assert.deepEqual(ids(searchStamps(library, "zuhau", german)), ["house", "greenhouse"]);
});

test("recently used stamps come first, and areas without stamps are left out", () => {
  const groups = categories(library, ["cafe", "gone"], {});
  assert.deepEqual(groups.map(({ id }) => id), ["", "home", "food"]);
  assert.deepEqual(ids(groups[0].stamps), ["cafe"]);
  assert.deepEqual(categories(library, [], {}).map(({ id }) => id), ["home", "food"]);
});

test("the list of recently used stamps has each once and stays short", () => {
  assert.deepEqual(withRecent(["a", "b"], "b"), ["b", "a"]);
  const many = Array.from({ length: 40 }, (_, place) => `s${place}`);
  assert.equal(withRecent(many, "new").length, MAX_RECENT);
});

test("what the browser has stored is parsed with care", () => {
  assert.deepEqual(parseRecent(null), []);
  assert.deepEqual(parseRecent("{broken"), []);
  assert.deepEqual(parseRecent('{"a":1}'), []);
  assert.deepEqual(parseRecent('["a",3,"b"]'), ["a", "b"]);
});

test("a drawing has nothing but paths and a colour", () => {
  const hostile = { ...library.stamps[0], d: ['M1 1"/><script>alert(1)</script>'] };
  assert.doesNotMatch(stampSvg(library, hostile, "#112233"), /script|alert/);
  assert.match(stampSvg(library, library.stamps[0], "#112233"), /stroke="#112233".*<path d="M1 1L2 2Z"\/>/);
  assert.match(stampSvg(library, library.stamps[0], '"><x'), /stroke="#1E2430"/);
});
