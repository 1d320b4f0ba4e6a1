// The changes that an editor sends.
import assert from "node:assert/strict";
import test from "node:test";
import { draftOf, editDraft, itemChanges, nearestStage, newCommitmentChanges, newVoiceChanges, newWordsOnCloth } from "../../../wall/panels/card_changes.ts";

const draft = { text: " I sing ", by: "p", stage: "dream", share: "circle", approved: false };
const voice = {
  id: "v", collection: "voices", kind: "voice", stage: "dream", order: 1, text: "I sing", by: "p", about: "",
  share: "circle", approved: true,
};

test("a new card is one change; what differs from the defaults is a second one", () => {
  assert.deepEqual(newVoiceChanges("r", draft, null), [{ do: "write", record: "r", text: "I sing", by: "p", stage: "dream" }]);
  assert.deepEqual(newVoiceChanges("r", { ...draft, text: "  " }, null), []);
  assert.deepEqual(newVoiceChanges("r", { ...draft, share: "quote", approved: true }, null)[1], {
    do: "amend", collection: "voices", record: "r", fields: { share: "quote", approved: true },
  });
});

test("the stage of a card that is put at a point is left to the server", () => {
  assert.deepEqual(newVoiceChanges("r", draft, [10, 20]), [{ do: "write", record: "r", text: "I sing", by: "p", x: 10, y: 20 }]);
});

test("only what was edited is sent", () => {
  const original = draftOf(voice);
  assert.deepEqual(itemChanges(voice, original, original), []);
  assert.deepEqual(itemChanges(voice, original, { ...original, by: null, stage: "now" }), [
    { do: "amend", collection: "voices", record: "v", fields: { stage: "now", by: null } },
  ]);
  assert.deepEqual(itemChanges(voice, original, { ...original, text: "   " }), []);
});

test("a change names the revision that its editor showed", () => {
  const original = draftOf(voice);
  assert.deepEqual(itemChanges(voice, original, editDraft(original, { text: "We sing", by: null }), 7), [
    { do: "write", record: "v", text: "We sing", base: 7 },
    { do: "amend", collection: "voices", record: "v", fields: { by: null, approved: false }, base: 7 },
  ]);
});

test("new words have not been read back, unless somebody ticks that", () => {
  const original = draftOf(voice);
  const typed = editDraft(original, { text: "I sing loudly" });
  assert.equal(typed.approved, false);
  assert.equal(editDraft(original, { text: "I sing " }).approved, true);
  const ticked = editDraft(typed, { approved: true });
  assert.deepEqual(itemChanges(voice, original, ticked), [
    { do: "write", record: "v", text: "I sing loudly" },
    { do: "amend", collection: "voices", record: "v", fields: { approved: true } },
  ]);
});

test("a step is a commitment with a person and a day, or without", () => {
  const step = { ...draft, text: " I ring ", stage: "first_steps" };
  const change = { do: "write", collection: "commitments", record: "r", text: "I ring", stage: "first_steps", by: "p" };
  assert.deepEqual(newCommitmentChanges("r", { ...step, by_when: "2027-02-14" }), [{ ...change, by_when: "2027-02-14" }]);
  assert.deepEqual(newCommitmentChanges("r", step), [{ ...change, by_when: null }]);
  assert.deepEqual(newCommitmentChanges("r", { ...step, text: " " }), []);
});

test("the day of a commitment can be changed and removed", () => {
  const commitment = { ...voice, collection: "commitments", kind: "commitment", share: undefined, approved: undefined, by_when: "2027-02-14" };
  const original = draftOf(commitment);
  assert.deepEqual(itemChanges(commitment, original, original), []);
  assert.deepEqual(itemChanges(commitment, original, { ...original, by_when: "" }), [
    { do: "amend", collection: "commitments", record: "v", fields: { by_when: null } },
  ]);
});

test("the words of a stamp can be removed, those of a voice cannot", () => {
  const stamp = { ...voice, id: "s", collection: "marks", kind: "stamp", share: undefined, approved: undefined };
  const original = draftOf(stamp);
  assert.deepEqual(itemChanges(stamp, original, { ...original, text: "" }), [
    { do: "amend", collection: "marks", record: "s", fields: { words: "" } },
  ]);
});

test("a point belongs to the stage around it, else to the nearest", () => {
  const stages = [{ id: "now", box: [0, 0, 100, 100] }, { id: "enrol", box: [120, 0, 100, 100] }];
  assert.equal(nearestStage(stages, [50, 50]), "now");
  assert.equal(nearestStage(stages, [115, 50]), "enrol");
  assert.equal(nearestStage([], [1, 1]), "");
});

test("new words on a cloth are one change with all that is known of them", () => {
  const told = { ...draft, share: "quote", supported_by: "q", answers: "v" };
  const words = { do: "write", record: "r", text: "I sing", by: "p", share: "quote", supported_by: "q", answers: "v" };
  assert.deepEqual(newWordsOnCloth("r", told, null), [words]);
  assert.deepEqual(newWordsOnCloth("r", told, [4, 5]), [{ ...words, x: 4, y: 5 }]);
  assert.deepEqual(newWordsOnCloth("r", { ...told, text: " " }, null), []);
});
