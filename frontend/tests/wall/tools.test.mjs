// Which tools a board has, and the keys that choose them.
import assert from "node:assert/strict";
import test from "node:test";
import { ALL_TOOLS, COMPACT_TOOLS, hasTool, toolForKey } from "../../wall/tools.ts";

test("a cloth has pens, words and views, and nothing that would change what others added", () => {
  const tools = ALL_TOOLS.map(({ name }) => name).filter((name) => hasTool(name, true));
  for (const name of ["pen-1", "pen-6", "marker", "card", "undo", "nearer", "farther", "whole", "hand", "outline", "eraser"]) {
    assert.ok(tools.includes(name), name);
  }
  for (const name of ["text", "stamps", "photo", "sign", "line", "arrow", "box", "ellipse", "stages", "lead", "follow"]) {
    assert.ok(!tools.includes(name), name);
  }
  assert.ok(COMPACT_TOOLS.filter((name) => name !== "pen").every((name) => tools.includes(name)));
});

test("the keys of missing tools do nothing on a cloth", () => {
  assert.equal(toolForKey("b")?.name, "box");
  assert.equal(toolForKey("b", true), undefined);
  assert.equal(toolForKey("C", true)?.name, "card");
  assert.equal(toolForKey("=", true)?.name, "nearer");
});
