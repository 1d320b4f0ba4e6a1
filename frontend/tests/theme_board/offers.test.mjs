// What is offered for a theme: only loose voices, counted as lines and as people.
import assert from "node:assert/strict";
import test from "node:test";
import { NO_FILTER } from "../../theme_board/lists.ts";
import { countPeople, shownLines, toggled, withSure } from "../../theme_board/offers.ts";

const card = (id, more = {}) => ({
  id, text: `Words of ${id}`, standing: "family", source: "s1", about: "Friend", places: [], alone: false, order: 1, ...more,
});
const cards = (...all) => new Map(all.map((one) => [one.id, one]));
const offer = (voices, more = {}) => ({ voices, people: [], because: "", sure: false, ...more });
const ids = (lines) => lines.map(({ voices }) => voices);

test("what was put into a theme, stands alone, is gone or was refused is not shown", () => {
  const known = cards(card("v1"), card("v2", { places: [["a", 1]] }), card("v3", { alone: true }), card("v5"), card("v6"));
  const offers = [offer(["v1", "v2"]), offer(["v3"]), offer(["v4"]), offer(["v5"]), offer(["v6"])];
  assert.deepEqual(ids(shownLines(offers, known, new Set(["v5"]), NO_FILTER)), [["v1"], ["v6"]]);
});

test("a line is found by its words and by the group of any who said it", () => {
  const known = cards(card("v1", { text: "The last Büs" }), card("v2", { text: "the last büs", standing: "lived experience" }), card("v3"));
  const offers = [offer(["v1", "v2"]), offer(["v3"])];
  const found = (filter) => ids(shownLines(offers, known, new Set(), { ...NO_FILTER, ...filter }));
  assert.deepEqual(found({ words: "last bus" }), [["v1", "v2"]]);
  assert.deepEqual(found({ standing: "lived experience" }), [["v1", "v2"]]);
  assert.deepEqual(found({ words: "words" }), [["v3"]]);
});

test("people are counted once, and those who were not noted as one where nobody else was", () => {
  const people = (...keys) => countPeople(keys.map((own) => offer([], { people: own })));
  assert.equal(people(), 0);
  assert.equal(people(["f1/p1", "f1/p2"], ["f1/p1"]), 2);
  assert.equal(people(["f1/"], ["f1/"]), 1);
  assert.equal(people(["f1/", "f1/p1"], ["f2/"]), 2);
  assert.equal(people(["f1/p1"], ["f2/p1"]), 2);
});

test("all down to the line are ticked, and what people ticked stays ticked", () => {
  const lines = [offer(["v1"], { id: "v1", sure: true }), offer(["v2"], { id: "v2" }), offer(["v3"], { id: "v3" })];
  assert.deepEqual([...withSure(new Set(["v3"]), lines)], ["v3", "v1"]);
  assert.deepEqual([...toggled(new Set(["v1"]), "v2")], ["v1", "v2"]);
  assert.deepEqual([...toggled(new Set(["v1"]), "v1")], []);
});
