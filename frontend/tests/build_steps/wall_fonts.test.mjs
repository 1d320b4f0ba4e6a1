// The fonts of the wall: each character has one, and joiners are in each font that needs them.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { wallFonts } from "../../build_steps/wall_fonts.mjs";

const SOURCE = path.join(import.meta.dirname, "..", "..");

const has = (range, code) =>
  range.split(",").some((part) => {
    const [first, last = first] = part.slice(2).split("-").map((one) => parseInt(one, 16));
    return code >= first && code <= last;
  });

test("joiners are in the font of emoji and in that of Bengali", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "wall-fonts-"));
  try {
    const { faces } = await wallFonts(SOURCE, folder);
    const range = (family) => faces.regular.find(({ uri }) => uri.includes(`${family}-`)).descriptors.unicodeRange;
    assert.ok(has(range("NotoEmoji"), 0x200d) && has(range("NotoEmoji"), 0xfe0f));
    assert.ok(has(range("NotoSansBengali"), 0x200d) && has(range("NotoSansBengali"), 0x200c));
    const letter = faces.regular.filter(({ descriptors }) => has(descriptors.unicodeRange, 0x61));
    assert.deepEqual(letter.map(({ uri }) => uri), ["./fonts/ShantellSans-Regular.ttf"]);
    // Hangul alone: what the poster takes from its Chinese font must not be drawn by the Korean one.
    assert.ok(has(range("NotoSansKR"), 0xd55c) && !has(range("NotoSansKR"), 0x4e2d));
    assert.equal(faces.bold.length, faces.regular.length);
  } finally {
    await rm(folder, { recursive: true });
  }
});
