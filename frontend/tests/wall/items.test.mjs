// Words: shown before the server has them, and taken back in the order they came.
import assert from "node:assert/strict";
import test from "node:test";
import { inverse } from "../../wall/invert_change.ts";
import { foretold } from "../../wall/items.ts";

const item = (id, more = {}) => ({
  id, collection: "voices", kind: "voice", stage: "now", order: Number(id.slice(1)), text: id, by: "anna", about: "",
  share: "circle", approved: true, ...more,
});
const lines = (...all) => new Map(all.map((one) => [one.id, one]));
const then = (items, change) => foretold(items, [{ ...change, id: "x" }]);

test("nothing that waits is about words: the known lines are the very same", () => {
  const known = lines(item("v1"));
  assert.equal(foretold(known, [{ id: "x", do: "gone", mark: "m" }]), known);
});

test("new words are a line at once", () => {
  const shown = then(lines(item("v1")), { do: "write", record: "v2", text: "New", stage: "dream", by: "ben" });
  assert.deepEqual([shown.get("v2").text, shown.get("v2").stage, shown.get("v2").by], ["New", "dream", "ben"]);
});

test("a line moves past its neighbour of the same stage only", () => {
  const known = lines(item("v1"), item("v2", { stage: "dream" }), item("v3"));
  const shown = then(known, { do: "move", collection: "voices", record: "v3", steps: -1 });
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
  test(`${change.do} of ${Object.keys(change.fields ?? {}).join(", ") || "a line"} can be taken back`, () => {
    const known = lines(item("v1"), item("v2"));
    const back = inverse(change, known);
    const both = foretold(known, [{ ...change, id: "x" }, { ...back, id: "y" }]);
    const plain = (items) => Object.fromEntries([...items].map(([id, one]) => [id, { hidden: false, ...one }]));
    assert.deepEqual(plain(both), plain(known));
  });
}

test("new words are taken back by dropping them, and come back by restoring", () => {
  const back = inverse({ do: "write", record: "v9", text: "New", stage: "now" }, lines());
  assert.deepEqual(back, { do: "drop", collection: "voices", record: "v9" });
  assert.equal(inverse(back, lines(item("v9"))).do, "restore");
});

test("ink and cards are the board's own to undo", () => {
  assert.equal(inverse({ do: "gone", mark: "m" }, lines()), null);
  assert.equal(inverse({ do: "tidy", stage: "now" }, lines()), null);
});

test("a promise that came with its signature goes with it; one that stood before stays", () => {
  const signed = { do: "sign", commitment: "c9", who: "ada", what: "I drive", stage: "enrol", elements: [] };
  const back = inverse(signed, lines());
  assert.deepEqual(back, { do: "drop", collection: "commitments", record: "c9" });
  assert.equal(inverse(back, lines()).do, "restore");
  assert.equal(inverse(signed, lines(item("c9"))), null);
});
