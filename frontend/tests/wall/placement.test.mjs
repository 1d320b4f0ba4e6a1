// Where and how large photos are placed.
import assert from "node:assert/strict";
import test from "node:test";
import { placeImage } from "../../wall/placement.ts";

const WALL = { width: 3200, height: 2262 };
const newImage = (width, height, under) => ({ dataURL: "", mimeType: "image/jpeg", width, height, words: "", under });
const place = (...photo) => placeImage(newImage(...photo), [1600, 1131], null, WALL).element;

test("a photo of a paper PATH, upright or landscape, lies within the wall", () => {
  const upright = place(3000, 4000, true);
  assert.deepEqual([upright.height, Math.round(upright.width), Math.round(upright.y)], [2262, 1697, 0]);
  assert.equal(place(4000, 1000, true).width, 3200);
});

test("a photo has the usual size, upright or landscape; a small one stays small", () => {
  assert.equal(place(1500, 2000, false).height, 700);
  assert.equal(place(2000, 1500, false).width, 700);
  assert.equal(place(70, 50, false).width, 70);
});
