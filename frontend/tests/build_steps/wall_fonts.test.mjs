// The letters of the wall: each character has its face, and what joins letters is torn from none.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { wallFonts } from "../../build_steps/wall_fonts.mjs";

const TARGET = path.join(import.meta.dirname, "..", "..", "..", "path_planner");

const has = (range, code) =>
  range.split(",").some((part) => {
    const [first, last = first] = part.slice(2).split("-").map((one) => parseInt(one, 16));
    return code >= first && code <= last;
  });

test("what joins a family or the letters of a Bengali word is in the face of both", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "wall-fonts-"));
  try {
    const { faces } = await wallFonts(TARGET, folder);
    const range = (family) => faces.regular.find(({ uri }) => uri.includes(`${family}-`)).descriptors.unicodeRange;
    assert.ok(has(range("NotoEmoji"), 0x200d) && has(range("NotoEmoji"), 0xfe0f));
    assert.ok(has(range("NotoSansBengali"), 0x200d) && has(range("NotoSansBengali"), 0x200c));
    const letter = faces.regular.filter(({ descriptors }) => has(descriptors.unicodeRange, 0x61));
    assert.deepEqual(letter.map(({ uri }) => uri), ["./fonts/ShantellSans-Regular.ttf"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
