// The board by keyboard: where keys lead, and what they do.
import assert from "node:assert/strict";
import test from "node:test";
import { deedOf, instead, walked } from "../../theme_board/keyboard_navigation.ts";

const SIZES = [3, 0, 5];
const go = (list, card, key, rightToLeft = false) => {
  const spot = walked(SIZES, { list, card }, key, rightToLeft);
  return spot && [spot.list, spot.card];
};

test("up and down go from card to card, up to the head and no farther", () => {
  assert.deepEqual(go(0, 1, "ArrowUp"), [0, 0]);
  assert.deepEqual(go(0, 0, "ArrowUp"), [0, -1]);
  assert.equal(go(0, -1, "ArrowUp"), null);
  assert.deepEqual(go(0, -1, "ArrowDown"), [0, 0]);
  assert.equal(go(0, 2, "ArrowDown"), null);
  assert.equal(go(1, -1, "ArrowDown"), null);
});

test("left and right go to the list beside, to a card as far down as there is one", () => {
  assert.deepEqual(go(0, 2, "ArrowRight"), [1, -1]);
  assert.deepEqual(go(1, -1, "ArrowRight"), [2, -1]);
  assert.deepEqual(go(2, 4, "ArrowLeft"), [1, -1]);
  assert.equal(go(0, 0, "ArrowLeft"), null);
  assert.equal(go(2, 0, "ArrowRight"), null);
});

test("from right to left the arrows still lead where they point", () => {
  assert.deepEqual(go(0, 0, "ArrowLeft", true), [1, -1]);
  assert.equal(go(0, 0, "ArrowRight", true), null);
});

test("home and end lead to the ends of a list", () => {
  assert.deepEqual(go(2, 3, "Home"), [2, 0]);
  assert.deepEqual(go(2, 0, "End"), [2, 4]);
  assert.equal(go(1, -1, "End"), null);
});

test("when a card has gone the focus stays at its place, or goes to the head", () => {
  assert.deepEqual(instead([3], { list: 0, card: 1 }), { list: 0, card: 1 });
  assert.deepEqual(instead([1], { list: 0, card: 1 }), { list: 0, card: 0 });
  assert.deepEqual(instead([0], { list: 0, card: 0 }), { list: 0, card: -1 });
});

test("space takes up, enter puts down what is in hand, escape lets go", () => {
  assert.deepEqual(deedOf(" ", true, 0), { act: "toggle" });
  assert.deepEqual(deedOf(" ", true, 2), { act: "toggle" });
  assert.equal(deedOf(" ", false, 2), null);
  assert.deepEqual(deedOf("Enter", true, 0), { act: "toggle" });
  assert.deepEqual(deedOf("Enter", true, 1), { act: "put down" });
  assert.deepEqual(deedOf("Enter", false, 1), { act: "put down" });
  assert.equal(deedOf("Enter", false, 0), null);
  assert.deepEqual(deedOf("Escape", true, 1), { act: "let go" });
  assert.equal(deedOf("Escape", true, 0), null);
});

test("a number puts into the theme of that number, m shows all themes", () => {
  assert.deepEqual(deedOf("1", true, 0), { act: "into", theme: 0 });
  assert.deepEqual(deedOf("9", false, 3), { act: "into", theme: 8 });
  assert.equal(deedOf("0", true, 0), null);
  assert.equal(deedOf("5", false, 0), null);
  assert.deepEqual(deedOf("M", true, 0), { act: "choose" });
  assert.equal(deedOf("m", false, 0), null);
});
