// What a tab remembers of a field goes when it is saved, and when its document is erased.
import assert from "node:assert/strict";
import test from "node:test";
import { forgetDrafts, recall, remember } from "../../line_input/remembered.ts";
import { isOfOneOf } from "../../sync/owner.ts";

class Storage {
  getItem = (name) => this[name] ?? null;
  setItem = (name, text) => (this[name] = text);
  removeItem = (name) => delete this[name];
}

function kept(storage) {
  return Object.keys(storage).filter((name) => typeof storage[name] === "string");
}

test("an empty draft is not kept", () => {
  globalThis.sessionStorage = new Storage();
  remember("k7f3q2:say", { draft: "words", refused: [] });
  assert.equal(recall("k7f3q2:say").draft, "words");
  remember("k7f3q2:say", { draft: "", refused: [] });
  assert.deepEqual(kept(sessionStorage), []);
});

test("the drafts of an erased document go, and no others", () => {
  globalThis.sessionStorage = new Storage();
  for (const name of ["k7f3q2:say", "k7f3q2:add a person", "k7f3q2x:say", "other2:k7f3q2"]) {
    remember(name, { draft: "words", refused: [] });
  }
  forgetDrafts(["k7f3q2", "gone22"]);
  assert.deepEqual(kept(sessionStorage), ["k7f3q2x:say", "other2:k7f3q2"]);
});

test("without storage there is nothing to forget", () => {
  delete globalThis.sessionStorage;
  forgetDrafts(["k7f3q2"]);
});

test("a name is that of a document or of a field of one", () => {
  assert.ok(isOfOneOf(["k7f3q2"], "k7f3q2"));
  assert.ok(isOfOneOf(["k7f3q2"], "k7f3q2:say"));
  assert.ok(!isOfOneOf([], "k7f3q2"));
  assert.ok(!isOfOneOf(["k7f3q2"], "k7f3q"));
});
