// What the wall lays down itself: stamps and pictures.
import assert from "node:assert/strict";
import test from "node:test";
import { pictureAt } from "../../wall/placement.ts";

const WALL = { width: 3200, height: 2262 };
const picture = (width, height, under) => ({ dataURL: "", mimeType: "image/jpeg", width, height, words: "", under });
const laid = (...what) => pictureAt(picture(...what), [1600, 1131], null, WALL).element;

test("a paper PATH, tall or wide, lies within the wall", () => {
  const tall = laid(3000, 4000, true);
  assert.deepEqual([tall.height, Math.round(tall.width), Math.round(tall.y)], [2262, 1697, 0]);
  assert.equal(laid(4000, 1000, true).width, 3200);
});

test("a photo is as large as others, tall or wide; a small one stays small", () => {
  assert.equal(laid(1500, 2000, false).height, 700);
  assert.equal(laid(2000, 1500, false).width, 700);
  assert.equal(laid(70, 50, false).width, 70);
});
