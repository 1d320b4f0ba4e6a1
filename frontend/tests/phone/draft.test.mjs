// What somebody wrote outlives a reload, and is on no phone any more once it was sent.
import assert from "node:assert/strict";
import test from "node:test";
import { deleteDraft, readDraft, writeDraft } from "../../phone/draft.ts";

class Storage {
  getItem = (name) => this[name] ?? null;
  setItem = (name, text) => (this[name] = text);
  removeItem = (name) => delete this[name];
}

const draft = { page: "/j/a", fields: [["words", "A garden"]], strokes: [[1, 2]] };

test("a draft is read again on its page, and deleted on another", () => {
  globalThis.localStorage = new Storage();
  writeDraft(draft);
  assert.deepEqual(readDraft("/j/a"), draft);
  assert.equal(readDraft("/j/b"), null);
  assert.equal(readDraft("/j/a"), null);
});

test("a draft that was sent is nowhere", () => {
  globalThis.localStorage = new Storage();
  writeDraft(draft);
  deleteDraft();
  assert.doesNotMatch(JSON.stringify(globalThis.localStorage), /garden/);
});

test("a browser that refuses storage, or holds garbage, does without", () => {
  globalThis.localStorage = undefined;
  writeDraft(draft);
  assert.equal(readDraft("/j/a"), null);
  deleteDraft();
  globalThis.localStorage = new Storage();
  globalThis.localStorage.setItem("draft", "{");
  assert.equal(readDraft("/j/a"), null);
});
