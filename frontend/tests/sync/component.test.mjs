// A whole wall comes as bytes, news come as they are.
import assert from "node:assert/strict";
import test from "node:test";
import { decode } from "../../sync/component.ts";

const told = { session: "a", base: null, elements: [{ id: "m", text: "Füße 🙂 \u2028" }] };

test("bytes become what was told, and the same bytes the very same", () => {
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  assert.deepEqual(decode(bytes), told);
  assert.equal(decode(bytes), decode(bytes));
});

test("news are left as they are", () => {
  assert.equal(decode(told), told);
});
