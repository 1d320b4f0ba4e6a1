// The keyboard on the board: where the focus goes, and what keys do.
import assert from "node:assert/strict";
import test from "node:test";
import { actionForKey, fallbackPosition, nextPosition } from "../../theme_board/keyboard_navigation.ts";

const SIZES = [3, 0, 5];
const go = (list, card, key, rightToLeft = false) => {
  const position = nextPosition(SIZES, { list, card }, key, rightToLeft);
  return position && [position.list, position.card];
};

test("up and down go from card to card, up to the heading and no farther", () => {
  assert.deepEqual(go(0, 1, "ArrowUp"), [0, 0]);
  assert.deepEqual(go(0, 0, "ArrowUp"), [0, -1]);
  assert.equal(go(0, -1, "ArrowUp"), null);
  assert.deepEqual(go(0, -1, "ArrowDown"), [0, 0]);
  assert.equal(go(0, 2, "ArrowDown"), null);
  assert.equal(go(1, -1, "ArrowDown"), null);
});

test("left and right go to the adjacent list, to a card at most as far down", () => {
  assert.deepEqual(go(0, 2, "ArrowRight"), [1, -1]);
  assert.deepEqual(go(1, -1, "ArrowRight"), [2, -1]);
  assert.deepEqual(go(2, 4, "ArrowLeft"), [1, -1]);
  assert.equal(go(0, 0, "ArrowLeft"), null);
  assert.equal(go(2, 0, "ArrowRight"), null);
});

test("from right to left the arrows still go where they point", () => {
  assert.deepEqual(go(0, 0, "ArrowLeft", true), [1, -1]);
  assert.equal(go(0, 0, "ArrowRight", true), null);
});

test("home and end go to the ends of a list", () => {
  assert.deepEqual(go(2, 3, "Home"), [2, 0]);
  assert.deepEqual(go(2, 0, "End"), [2, 4]);
  assert.equal(go(1, -1, "End"), null);
});

test("when a card has gone the focus stays at its index, or goes to the heading", () => {
  assert.deepEqual(fallbackPosition([3], { list: 0, card: 1 }), { list: 0, card: 1 });
  assert.deepEqual(fallbackPosition([1], { list: 0, card: 1 }), { list: 0, card: 0 });
  assert.deepEqual(fallbackPosition([0], { list: 0, card: 0 }), { list: 0, card: -1 });
});

test("space selects, enter moves the selection, escape clears it", () => {
  assert.deepEqual(actionForKey(" ", true, 0), { type: "toggle" });
  assert.deepEqual(actionForKey(" ", true, 2), { type: "toggle" });
  assert.equal(actionForKey(" ", false, 2), null);
  assert.deepEqual(actionForKey("Enter", true, 0), { type: "toggle" });
  assert.deepEqual(actionForKey("Enter", true, 1), { type: "move here" });
  assert.deepEqual(actionForKey("Enter", false, 1), { type: "move here" });
  assert.equal(actionForKey("Enter", false, 0), null);
  assert.deepEqual(actionForKey("Escape", true, 1), { type: "clear selection" });
  assert.equal(actionForKey("Escape", true, 0), null);
});

test("a number moves to the theme of that number, m shows all themes", () => {
  assert.deepEqual(actionForKey("1", true, 0), { type: "move to theme", theme: 0 });
  assert.deepEqual(actionForKey("9", false, 3), { type: "move to theme", theme: 8 });
  assert.equal(actionForKey("0", true, 0), null);
  assert.equal(actionForKey("5", false, 0), null);
  assert.deepEqual(actionForKey("M", true, 0), { type: "choose theme" });
  assert.equal(actionForKey("m", false, 0), null);
});
