// Prepares the fonts of the wall: those of the poster, each with the range of characters that it draws.
// A browser loads a font only where one of its characters stands on the wall.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { FAMILIES, copyFonts } from "./fonts.mjs";

// Joiners and variation selectors belong to every font that has them: a browser would otherwise split
// an emoji of a family, or the letters of a Bengali word.
const JOINING = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f]);

// The Korean font has Chinese characters too, which the poster takes from another font.
const HANGUL = [[0x1100, 0x11ff], [0x3130, 0x318f], [0xa960, 0xa97f], [0xac00, 0xd7ff]];
const ONLY = { NotoSansKR: HANGUL };

/** Returns `{ faces: { regular, bold }, files }`, with faces as Excalidraw describes them. */
export async function wallFonts(source, folder) {
  const copied = await copyFonts(source, folder);
  const faces = {};
  for (const [name, weight] of [["regular", "Regular"], ["bold", "Bold"]]) {
    const assigned = new Set();
    faces[name] = [];
    // The first font that has a character draws it, as on the poster.
    for (const [, family] of FAMILIES) {
      const ofFamily = copied.filter((copy) => copy.family === family);
      const { file } = ofFamily.find((copy) => copy.weight === weight) ?? ofFamily[0];
      const own = [...characters(await readFile(file))].filter(
        (code) => isDrawnBy(family, code) && (!assigned.has(code) || JOINING.has(code)),
      );
      own.forEach((code) => assigned.add(code));
      faces[name].push({
        uri: `./fonts/${path.basename(file)}`,
        descriptors: { unicodeRange: ranges(own) },
      });
    }
  }
  return { faces, files: copied.map(({ file }) => file) };
}

function isDrawnBy(family, code) {
  return !ONLY[family] || ONLY[family].some(([first, last]) => first <= code && code <= last);
}

/** The characters that a TrueType font has glyphs for, read from its `cmap` table. */
export function characters(font) {
  const start = tableAt(font, "cmap");
  const codes = new Set();
  for (let n = 0; n < font.readUInt16BE(start + 2); n += 1) {
    const offset = start + font.readUInt32BE(start + 4 + 8 * n + 4);
    const format = font.readUInt16BE(offset);
    if (format === 4) readSegments(font, offset, codes);
    if (format === 12) readGroups(font, offset, codes);
  }
  if (codes.size === 0) throw new Error("a font of the wall has no characters");
  return codes;
}

function tableAt(font, tag) {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const record = 12 + 16 * n;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font of the wall has no ${tag} table`);
}

function readSegments(font, offset, codes) {
  const doubledCount = font.readUInt16BE(offset + 6);
  for (let n = 0; n < doubledCount; n += 2) {
    const end = font.readUInt16BE(offset + 14 + n);
    const start = font.readUInt16BE(offset + 16 + doubledCount + n);
    const delta = font.readUInt16BE(offset + 16 + 2 * doubledCount + n);
    const rangeOffsetAt = offset + 16 + 3 * doubledCount + n;
    const rangeOffset = font.readUInt16BE(rangeOffsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = rangeOffset ? font.readUInt16BE(rangeOffsetAt + rangeOffset + 2 * (code - start)) : code;
      if (rangeOffset ? raw !== 0 : (raw + delta) & 0xffff) codes.add(code);
    }
  }
}

function readGroups(font, offset, codes) {
  for (let n = 0; n < font.readUInt32BE(offset + 12); n += 1) {
    const group = offset + 16 + 12 * n;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = start; code <= end; code += 1) codes.add(code);
  }
}

/** Code points as a CSS unicode-range: U+41-5A, U+61. */
export function ranges(codes) {
  const sorted = [...codes].sort((a, b) => a - b);
  const runs = [];
  for (const code of sorted) {
    const last = runs.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(",");
}
