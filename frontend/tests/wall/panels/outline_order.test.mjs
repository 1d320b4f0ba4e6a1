import assert from "node:assert/strict";
import test from "node:test";
import { chapters, inTurn, roomToMove } from "../../../wall/panels/outline_order.ts";
import { localVoice, readAs } from "../../../wall/panels/speech.ts";

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
  assert.deepEqual(inTurn(dream).map(({ id }) => id), ["first", "second", "promise", "house", "ink"]);
  assert.deepEqual(dream.parts.map(({ kind }) => kind), ["words", "commitments", "pictures", "drawings"]);
  assert.equal(dream.count, 5);
  assert.deepEqual(inTurn(now).map(({ id }) => id), ["today"]);
});

test("what stands in no stage of this form is still read", () => {
  const [dream] = chapters(stages, [item("lost", "voice", "elsewhere", 1)]);
  assert.deepEqual(inTurn(dream).map(({ id }) => id), ["lost"]);
});

test("nothing is left out or told twice, whatever the items are", () => {
  const kinds = ["voice", "label", "commitment", "sketch", "photo", "stamp", "shape", "stroke"];
  const all = Array.from({ length: 300 }, (_, place) =>
    item(`i${place}`, kinds[(place * 7) % 8], ["dream", "now", "gone"][place % 3], (place * 13) % 17));
  const told = chapters(stages, all).flatMap(inTurn).map(({ id }) => id);
  assert.equal(told.length, 300);
  assert.equal(new Set(told).size, 300);
});

test("an item moves among its own kind only", () => {
  const words = [item("a", "voice", "dream", 1), item("b", "voice", "dream", 2), item("sign", "label", "dream", 1)];
  assert.deepEqual(roomToMove(words, 0), { up: false, down: true });
  assert.deepEqual(roomToMove(words, 1), { up: true, down: false });
  assert.deepEqual(roomToMove(words, 2), { up: false, down: false });
});

test("only a voice that speaks on this machine is used, in the language of the page if there is one", () => {
  const voice = (lang, localService, standard = false) => ({ lang, localService, default: standard });
  const far = voice("en-GB", false, true);
  const american = voice("en_US", true);
  const german = voice("de-DE", true, true);
  assert.equal(localVoice([far], "en-GB"), undefined);
  assert.equal(localVoice([far, german, american], "en-GB"), american);
  assert.equal(localVoice([far, american, german], "fr"), german);
});

test("a name is read before the words, but not where it is not to be told", () => {
  const people = [{ id: "p", name: "Ada", role: "", present: true }];
  const said = item("a", "voice", "dream", 1, { text: "I sing", by: "p", share: "circle" });
  assert.equal(readAs(said, people, "-"), "Ada: I sing");
  assert.equal(readAs({ ...said, share: "quote" }, people, "-"), "I sing");
  assert.equal(readAs({ ...said, text: " ", by: null }, people, "No words yet"), "No words yet");
});
