// What the board announces once the server has kept or refused a change.
import assert from "node:assert/strict";
import test from "node:test";
import { Store } from "../../theme_board/store.ts";

const never = () => 0;
globalThis.window = { setTimeout: never, setInterval: never };

const message = (base, revision, more = {}) => ({
  vision: "v", base, revision, cards: [], cards_gone: [], themes: [], themes_gone: [], done: [], refused: [], calm: false, ...more,
});

function storeWithChange() {
  const store = new Store({ data: message(null, 1), setTriggerValue: never });
  store.receive(message(null, 1));
  store.send({ do: "rename", theme: "a", name: "Friends" });
  store.set({ announcement: "It is called Friends now." });
  return { store, id: store.sync.queue.changes[0].id };
}

test("the announcement of a change that was kept stays", () => {
  const { store, id } = storeWithChange();
  store.receive(message(1, 2, { done: [id] }));
  assert.deepEqual([store.state().announcement, store.state().unsaved], ["It is called Friends now.", ""]);
});

test("a change that was refused is shown with its reason and no longer announced", () => {
  const { store, id } = storeWithChange();
  store.receive(message(1, 2, { refused: [{ id, why: "It is gone." }] }));
  assert.deepEqual([store.state().announcement, store.state().unsaved], ["", "It is gone."]);
});

test("a refusal of another window is not shown here", () => {
  const { store } = storeWithChange();
  store.receive(message(1, 2, { refused: [{ id: "somebody else's", why: "It is gone." }] }));
  assert.deepEqual([store.state().announcement, store.state().unsaved], ["It is called Friends now.", ""]);
});

test("the reason of a failed save stays, whatever is sent or told, until a save has succeeded", () => {
  const { store, id } = storeWithChange();
  store.receive(message(1, 1, { trouble: "The disk is full." }));
  store.send({ do: "rename", theme: "b", name: "Family" });
  store.receive(message(1, 1));
  assert.equal(store.state().trouble, "The disk is full.");
  store.receive(message(1, 2, { done: [id] }));
  assert.equal(store.state().trouble, "");
});
