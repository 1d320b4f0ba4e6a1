// What keys mean in panels.
import assert from "node:assert/strict";
import test from "node:test";
import { chosenNumber, gridNeighbour, isSubmitKey, personAt } from "../../../wall/panels/keyboard.ts";

test("Enter submits, but not with Shift and not while an input method composes", () => {
  assert.equal(isSubmitKey({ key: "Enter" }), true);
  assert.equal(isSubmitKey({ key: "Enter", shiftKey: true }), false);
  assert.equal(isSubmitKey({ key: "Enter", isComposing: true }), false);
  assert.equal(isSubmitKey({ key: "e" }), false);
});

test("a digit in a field is text; with Alt it chooses a person, on any keyboard", () => {
  assert.equal(chosenNumber({ key: "3", code: "Digit3" }, true), null);
  assert.equal(chosenNumber({ key: "£", code: "Digit3", altKey: true }, true), 3);
  assert.equal(chosenNumber({ key: "3", code: "Numpad3" }, false), 3);
  assert.equal(chosenNumber({ key: "3" }, false), 3);
  assert.equal(chosenNumber({ key: "3", code: "Digit3", ctrlKey: true }, false), null);
  assert.equal(chosenNumber({ key: "a", code: "KeyA" }, false), null);
});

test("0 is nobody in particular, and a number without a person is nothing", () => {
  const people = [{ id: "ada" }, { id: "joe" }];
  assert.equal(personAt(people, 2), "joe");
  assert.equal(personAt(people, 0), null);
  assert.equal(personAt(people, 3), undefined);
});

// Three in a row, three, and two in the last.
const points = [0, 1, 2, 3, 4, 5, 6, 7].map((place) => ({ x: (place % 3) * 100, y: Math.floor(place / 3) * 80 }));

test("arrow keys go along the rows of a grid and stay within it", () => {
  assert.equal(gridNeighbour(points, 1, "ArrowRight"), 2);
  assert.equal(gridNeighbour(points, 2, "ArrowRight"), 3);
  assert.equal(gridNeighbour(points, 7, "ArrowRight"), 7);
  assert.equal(gridNeighbour(points, 0, "ArrowLeft"), 0);
  assert.equal(gridNeighbour(points, 1, "ArrowLeft", true), 2);
  assert.equal(gridNeighbour(points, 4, "ArrowDown"), 7);
  assert.equal(gridNeighbour(points, 5, "ArrowDown"), 7);
  assert.equal(gridNeighbour(points, 7, "ArrowDown"), 7);
  assert.equal(gridNeighbour(points, 7, "ArrowUp"), 4);
  assert.equal(gridNeighbour(points, 4, "Home"), 0);
  assert.equal(gridNeighbour(points, 4, "End"), 7);
  assert.equal(gridNeighbour(points, 4, "x"), null);
  assert.equal(gridNeighbour([], -1, "ArrowDown"), null);
});
