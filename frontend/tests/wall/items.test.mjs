// Changes of words: shown before the server has them, and undone.
import assert from "node:assert/strict";
import test from "node:test";
import { invertChange } from "../../wall/invert_change.ts";
import { applyPending } from "../../wall/items.ts";

const item = (id, more = {}) => ({
  id, collection: "voices", kind: "voice", stage: "now", order: Number(id.slice(1)), text: id, by: "anna", about: "",
  share: "circle", approved: true, ...more,
});
const itemsOf = (...all) => new Map(all.map((one) => [one.id, one]));
const after = (items, change) => applyPending(items, [{ ...change, id: "x" }]);

test("nothing that waits is about words: the very same items are returned", () => {
  const known = itemsOf(item("v1"));
  assert.equal(applyPending(known, [{ id: "x", do: "gone", mark: "m" }]), known);
});

test("new words are an item at once", () => {
  const shown = after(itemsOf(item("v1")), { do: "write", record: "v2", text: "New", stage: "dream", by: "ben" });
  assert.deepEqual([shown.get("v2").text, shown.get("v2").stage, shown.get("v2").by], ["New", "dream", "ben"]);
});

test("an item moves past its neighbour of the same stage only", () => {
  const known = itemsOf(item("v1"), item("v2", { stage: "dream" }), item("v3"));
  const shown = after(known, { do: "move", collection: "voices", record: "v3", steps: -1 });
  assert.ok(shown.get("v3").order < shown.get("v1").order);
  assert.equal(shown.get("v2").order, 2);
});

const CHANGES = [
  { do: "write", record: "v1", text: "Other words" },
  { do: "amend", collection: "voices", record: "v1", fields: { stage: "dream", by: null } },
  { do: "amend", collection: "voices", record: "v1", fields: { share: "team", approved: false } },
  { do: "amend", collection: "voices", record: "v1", fields: { hidden: true } },
  { do: "move", collection: "voices", record: "v2", steps: -1 },
  { do: "drop", collection: "voices", record: "v1" },
];

for (const change of CHANGES) {
  test(`${change.do} of ${Object.keys(change.fields ?? {}).join(", ") || "an item"} can be undone`, () => {
    const known = itemsOf(item("v1"), item("v2"));
    const undo = invertChange(change, known);
    const both = applyPending(known, [{ ...change, id: "x" }, { ...undo, id: "y" }]);
    const plain = (items) => Object.fromEntries([...items].map(([id, one]) => [id, { hidden: false, ...one }]));
    assert.deepEqual(plain(both), plain(known));
  });
}

test("new words are undone by dropping them, and redone by restoring", () => {
  const undo = invertChange({ do: "write", record: "v9", text: "New", stage: "now" }, itemsOf());
  assert.deepEqual(undo, { do: "drop", collection: "voices", record: "v9" });
  assert.equal(invertChange(undo, itemsOf(item("v9"))).do, "restore");
});

test("ink and cards are undone by Excalidraw", () => {
  assert.equal(invertChange({ do: "gone", mark: "m" }, itemsOf()), null);
  assert.equal(invertChange({ do: "tidy", stage: "now" }, itemsOf()), null);
});

test("a commitment that came with its signature goes with it; one that was there before stays", () => {
  const signed = { do: "sign", commitment: "c9", who: "ada", what: "I drive", stage: "enrol", elements: [] };
  const undo = invertChange(signed, itemsOf());
  assert.deepEqual(undo, { do: "drop", collection: "commitments", record: "c9" });
  assert.equal(invertChange(undo, itemsOf()).do, "restore");
  assert.equal(invertChange(signed, itemsOf(item("c9"))), null);
});
