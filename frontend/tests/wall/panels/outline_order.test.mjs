// The order of the outline.
import assert from "node:assert/strict";
import test from "node:test";
import { chapters, itemsInOrder, possibleMoves } from "../../../wall/panels/outline_order.ts";

const stage = (id) => ({ id, title: id, question: "", prompts: [], box: [0, 0, 1, 1], ink: "#000000", gathers: "voices" });
const stages = [stage("dream"), stage("now")];
const item = (id, kind, at, order, more = {}) => ({
  id, kind, stage: at, order, text: id, by: null, about: "",
  collection: kind === "voice" ? "voices" : kind === "commitment" ? "commitments" : "marks", ...more,
});

test("each stage has its items in speaking order, words before pictures", () => {
  const all = [
    item("house", "stamp", "dream", 1), item("second", "voice", "dream", 2), item("first", "voice", "dream", 1),
    item("ink", "stroke", "dream", 0), item("promise", "commitment", "dream", 0), item("today", "voice", "now", 5),
  ];
  const [dream, now] = chapters(stages, all);
  assert.deepEqual(itemsInOrder(dream).map(({ id }) => id), ["first", "second", "promise", "house", "ink"]);
  assert.deepEqual(dream.parts.map(({ kind }) => kind), ["words", "commitments", "pictures", "drawings"]);
  assert.equal(dream.count, 5);
  assert.deepEqual(itemsInOrder(now).map(({ id }) => id), ["today"]);
});

test("an item in no stage of this form is still listed", () => {
  const [dream] = chapters(stages, [item("lost", "voice", "elsewhere", 1)]);
  assert.deepEqual(itemsInOrder(dream).map(({ id }) => id), ["lost"]);
});

test("no item is left out or listed twice", () => {
  const kinds = ["voice", "label", "commitment", "sketch", "photo", "stamp", "shape", "stroke"];
  const all = Array.from({ length: 300 }, (_, place) =>
    item(`i${place}`, kinds[(place * 7) % 8], ["dream", "now", "gone"][place % 3], (place * 13) % 17));
  const listed = chapters(stages, all).flatMap(itemsInOrder).map(({ id }) => id);
  assert.equal(listed.length, 300);
  assert.equal(new Set(listed).size, 300);
});

test("an item moves among its own kind only", () => {
  const words = [item("a", "voice", "dream", 1), item("b", "voice", "dream", 2), item("sign", "label", "dream", 1)];
  assert.deepEqual(possibleMoves(words, 0), { up: false, down: true });
  assert.deepEqual(possibleMoves(words, 1), { up: true, down: false });
  assert.deepEqual(possibleMoves(words, 2), { up: false, down: false });
});
