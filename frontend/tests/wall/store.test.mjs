// What the wall says of changes that the server did not keep, and that the rest goes on.
import assert from "node:assert/strict";
import test from "node:test";
import { Store } from "../../wall/store.ts";

const never = () => 0;
globalThis.window = { setTimeout: never, setInterval: never };

const answer = (more = {}) => ({
  session: "s", base: null, revision: 1, elements: [], gone: [], files: [], items: [], items_gone: [], done: [], refused: [], ...more,
});
const file = { id: "f", mimeType: "image/jpeg", dataURL: "data:image/jpeg;base64,AAAA", created: 0 };
const mark = (id, type = "freedraw") => ({ do: "put", element: { id, type } });

function storeWith(...changes) {
  const store = new Store({ data: answer(), setTriggerValue: never });
  return { store, ids: changes.map((change) => store.sendWithoutUndo(change).id) };
}

test("a photo that does not fit leaves the queue and is set aside; the strokes around it are kept", () => {
  const { store, ids: [before, photo, behind] } = storeWith(mark("a"), { ...mark("p", "image"), file }, mark("b"));
  store.settle(answer({ done: [before, behind], refused: [{ id: photo, why: "It does not fit." }] }));
  const { setAside, unsaved, trouble } = store.state();
  assert.equal(store.sync.queue.size, 0);
  assert.deepEqual(setAside.map(({ change, why }) => [change.id, change.file, why]), [[photo, file, "It does not fit."]]);
  assert.deepEqual([unsaved, trouble], ["", ""]);
  store.sync.letGo([photo]);
  assert.deepEqual(store.state().setAside, []);
});

test("a refusal without work is said once, and not again after it was closed", () => {
  const { store, ids: [id] } = storeWith({ do: "gone", mark: "a" });
  const refusal = answer({ refused: [{ id, why: "It is gone." }] });
  store.settle(refusal);
  assert.equal(store.state().unsaved, "It is gone.");
  store.set({ unsaved: "" });
  store.settle(refusal);
  assert.equal(store.state().unsaved, "");
});

test("the reason of a failed save stays, whatever is drawn or told, until a save has succeeded", () => {
  const { store, ids: [first] } = storeWith(mark("a"));
  store.settle(answer({ trouble: "The disk is full." }));
  const { id: second } = store.sendWithoutUndo(mark("b"));
  store.settle(answer());
  assert.equal(store.state().trouble, "The disk is full.");
  store.settle(answer({ done: [first, second] }));
  assert.equal(store.state().trouble, "");
});

test("what became of a drawing is told once, and how much lies off the paper", () => {
  const { store, ids: [id] } = storeWith({ do: "import", content: "", stage: null });
  const message = answer({ done: [id], told: [{ id, words: "2 things were added." }], off_paper: 3 });
  store.settle(message);
  store.receive(message);
  assert.deepEqual([store.state().told, store.state().offPaper], ["2 things were added.", 3]);
  store.set({ told: "" });
  store.settle(message);
  assert.equal(store.state().told, "");
  store.receive(answer());
  assert.equal(store.state().offPaper, 3);
});

test("lines that were added together are one step to undo; so is what the server did as a whole", () => {
  const { store } = storeWith();
  const steps = [];
  store.onUndoable = (changes) => steps.push(changes);
  store.sendAll(["a", "b"].map((record) => ({ do: "write", record, text: record, stage: "now" })));
  assert.deepEqual(steps.map((changes) => changes.map(({ do: what, record }) => [what, record])), [[["drop", "b"], ["drop", "a"]]]);
  const { id } = store.send({ do: "bring_in" });
  assert.deepEqual(steps[1], [{ do: "take_back", step: id }]);
});

test("what is taken back from a cloth is not offered to be undone; elsewhere it is", () => {
  for (const cloth of [undefined, { open: "t--r", helpers: [] }]) {
    const { store } = storeWith();
    const undoable = [];
    store.onUndoable = (changes) => undoable.push(...changes.map((change) => change.do));
    store.set({ setting: { words: {}, counted: {}, language: "en", cloth } });
    store.send({ do: "drop", collection: "voices", record: "v" });
    assert.deepEqual(undoable, cloth ? [] : ["restore"]);
    store.send({ do: "write", record: "w", text: "words" });
    assert.equal(undoable.at(-1), "drop");
  }
});
