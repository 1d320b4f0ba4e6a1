import assert from "node:assert/strict";
import test from "node:test";
import { endsLine, neighbour, numberChosen, personOf } from "../../../wall/panels/keyboard.ts";

test("Enter ends a line, but not with Shift and not while letters are put together", () => {
  assert.equal(endsLine({ key: "Enter" }), true);
  assert.equal(endsLine({ key: "Enter", shiftKey: true }), false);
  assert.equal(endsLine({ key: "Enter", isComposing: true }), false);
  assert.equal(endsLine({ key: "e" }), false);
});

test("a digit in a field is a word; with Alt it chooses somebody, on any keyboard", () => {
  assert.equal(numberChosen({ key: "3", code: "Digit3" }, true), null);
  assert.equal(numberChosen({ key: "£", code: "Digit3", altKey: true }, true), 3);
  assert.equal(numberChosen({ key: "3", code: "Numpad3" }, false), 3);
  assert.equal(numberChosen({ key: "3" }, false), 3);
  assert.equal(numberChosen({ key: "3", code: "Digit3", ctrlKey: true }, false), null);
  assert.equal(numberChosen({ key: "a", code: "KeyA" }, false), null);
});

test("0 is nobody in particular, and a number without a person is nothing", () => {
  const people = [{ id: "ada" }, { id: "joe" }];
  assert.equal(personOf(people, 2), "joe");
  assert.equal(personOf(people, 0), null);
  assert.equal(personOf(people, 3), undefined);
});

// Three in a row, three, and two in the last.
const spots = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => ({ x: (place % 3) * 100, y: Math.floor(place / 3) * 80 }));

test("arrow keys go along the rows of a grid and stay within it", () => {
  assert.equal(neighbour(spots, 1, "ArrowRight"), 2);
  assert.equal(neighbour(spots, 2, "ArrowRight"), 3);
  assert.equal(neighbour(spots, 7, "ArrowRight"), 7);
  assert.equal(neighbour(spots, 0, "ArrowLeft"), 0);
  assert.equal(neighbour(spots, 1, "ArrowLeft", true), 2);
  assert.equal(neighbour(spots, 4, "ArrowDown"), 7);
  assert.equal(neighbour(spots, 5, "ArrowDown"), 7);
  assert.equal(neighbour(spots, 7, "ArrowDown"), 7);
  assert.equal(neighbour(spots, 7, "ArrowUp"), 4);
  assert.equal(neighbour(spots, 4, "Home"), 0);
  assert.equal(neighbour(spots, 4, "End"), 7);
  assert.equal(neighbour(spots, 4, "x"), null);
  assert.equal(neighbour([], -1, "ArrowDown"), null);
});
