// The translations of the panels, against the list that the server sends.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

test("every translation that the panels use is in the list, and the list has no other", () => {
  const folder = new URL("../../../wall/panels/", import.meta.url);
  const source = readdirSync(folder).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const listed = readFileSync(new URL("../../../../path_planner/ui/wall/labels.py", import.meta.url), "utf8");
  // The keys of the board itself stand in the same file; tests/ui/test_wall_labels.py looks at those.
  const family = /"((?:card|remove|drawing|lines|stamps|photo|sign|outline|stages|speaker|panel)\.[a-z_]+)"/g;
  const used = new Set([...source.matchAll(family)].map(([, key]) => key));
  const known = new Set([...listed.matchAll(/^ +"([a-z]+\.[a-z_]+)": (?:say|_|plural_forms)\(/gm)].map(([, key]) => key));
  assert.ok(used.size > 60);
  assert.deepEqual([...used].filter((key) => !known.has(key) && key !== "stamps.json"), []);
  assert.deepEqual([...known].filter((key) => !used.has(key) && !/^(?:kind|wall)\./.test(key)), []);
});
