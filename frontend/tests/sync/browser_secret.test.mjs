// The secret of a browser for a document: the same after a reload, and gone with the document.
import assert from "node:assert/strict";
import test from "node:test";
import { browserSecret, forgetSecrets } from "../../sync/browser_secret.ts";

function storage() {
  const rows = {};
  Object.defineProperty(rows, "getItem", { value: (name) => rows[name] ?? null });
  Object.defineProperty(rows, "setItem", { value: (name, value) => { rows[name] = value; } });
  Object.defineProperty(rows, "removeItem", { value: (name) => { delete rows[name]; } });
  return rows;
}

test("each document has its own secret, which stays", () => {
  globalThis.localStorage = storage();
  const first = browserSecret("day1");
  assert.match(first, /^[a-z0-9]{20}$/);
  assert.equal(browserSecret("day1"), first);
  assert.notEqual(browserSecret("day2"), first);
  forgetSecrets(["day1"]);
  assert.deepEqual(Object.keys(localStorage), ["day2:secret"]);
});

test("without storage it lasts as long as the page", () => {
  globalThis.localStorage = { getItem() { throw new Error("blocked"); }, setItem() { throw new Error("blocked"); } };
  assert.equal(browserSecret("day3"), browserSecret("day3"));
});
