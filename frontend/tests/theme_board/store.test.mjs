// The board hears what became of what it told: what was refused is not told as done.
import assert from "node:assert/strict";
import test from "node:test";
import { Store } from "../../theme_board/store.ts";

const never = () => 0;
globalThis.window = { setTimeout: never, setInterval: never };

const told = (base, revision, more = {}) => ({
  vision: "v", base, revision, cards: [], cards_gone: [], themes: [], themes_gone: [], done: [], refused: [], calm: false, ...more,
});

function asked() {
  const store = new Store({ data: told(null, 1), setTriggerValue: never });
  store.hear(told(null, 1));
  store.send({ do: "rename", theme: "a", name: "Friends" });
  store.set({ told: "It is called Friends now." });
  return { store, id: store.sync.queue.changes[0].id };
}

test("what was kept is told as it was", () => {
  const { store, id } = asked();
  store.hear(told(1, 2, { done: [id] }));
  assert.deepEqual([store.state().told, store.state().unsaved], ["It is called Friends now.", ""]);
});

test("what was refused is told with its reason and no longer as done", () => {
  const { store, id } = asked();
  store.hear(told(1, 2, { refused: [{ id, why: "It is gone." }] }));
  assert.deepEqual([store.state().told, store.state().unsaved], ["", "It is gone."]);
});

test("what another window was refused says nothing here", () => {
  const { store } = asked();
  store.hear(told(1, 2, { refused: [{ id: "somebody else's", why: "It is gone." }] }));
  assert.deepEqual([store.state().told, store.state().unsaved], ["It is called Friends now.", ""]);
});
