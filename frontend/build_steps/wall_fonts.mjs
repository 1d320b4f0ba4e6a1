// Gives the wall its letters: the poster's own faces, each with the characters it is for.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";

// The first face that has a character draws it, as on the poster.
const ORDER = [
  "ShantellSans", "NotoSans", "NotoNaskhArabic", "NotoSansBengali", "NotoSansGurmukhi",
  "NotoSansGujarati", "NotoSansDevanagari", "NotoSansTamil", "NotoEmoji",
];

// Signs that join or vary the letters beside them belong to every face that knows them: a browser
// would otherwise tear a family of pictures, or the letters of a Bengali word, apart.
const JOINING = new Set([0x200c, 0x200d, 0xfe0e, 0xfe0f]);

/** Gives back `{ faces: { regular, bold }, files }`: what Excalidraw calls font faces. */
export async function wallFonts(target, folder) {
  await mkdir(folder, { recursive: true });
  const files = new Set();
  const faces = {};
  for (const [name, weight] of [["regular", "Regular"], ["bold", "Bold"]]) {
    const drawn = new Set();
    faces[name] = [];
    for (const family of ORDER) {
      const file = `${family}-${family === "NotoEmoji" ? "Regular" : weight}.ttf`;
      const from = path.join(target, "fonts", file);
      const own = [...characters(await readFile(from))].filter((code) => !drawn.has(code) || JOINING.has(code));
      own.forEach((code) => drawn.add(code));
      await copyFile(from, path.join(folder, file));
      files.add(path.join(folder, file));
      faces[name].push({ uri: `./fonts/${file}`, descriptors: { unicodeRange: ranges(own) } });
    }
  }
  return { faces, files: [...files] };
}

/** The characters that a TrueType font has glyphs for, read from its `cmap` table. */
export function characters(font) {
  const start = tableAt(font, "cmap");
  const found = new Set();
  for (let n = 0; n < font.readUInt16BE(start + 2); n += 1) {
    const at = start + font.readUInt32BE(start + 4 + 8 * n + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, found);
    if (format === 12) readGroups(font, at, found);
  }
  if (found.size === 0) throw new Error("a font of the wall has no characters");
  return found;
}

function tableAt(font, tag) {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const record = 12 + 16 * n;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font of the wall has no ${tag} table`);
}

function readSegments(font, at, found) {
  const twice = font.readUInt16BE(at + 6);
  for (let n = 0; n < twice; n += 2) {
    const end = font.readUInt16BE(at + 14 + n);
    const start = font.readUInt16BE(at + 16 + twice + n);
    const delta = font.readUInt16BE(at + 16 + 2 * twice + n);
    const offsetAt = at + 16 + 3 * twice + n;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = offset ? font.readUInt16BE(offsetAt + offset + 2 * (code - start)) : code;
      if (offset ? raw !== 0 : (raw + delta) & 0xffff) found.add(code);
    }
  }
}

function readGroups(font, at, found) {
  for (let n = 0; n < font.readUInt32BE(at + 12); n += 1) {
    const group = at + 16 + 12 * n;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = start; code <= end; code += 1) found.add(code);
  }
}

/** Numbers as CSS writes them: U+41-5A, U+61. */
export function ranges(codes) {
  const sorted = [...codes].sort((one, other) => one - other);
  const runs = [];
  for (const code of sorted) {
    const last = runs.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(",");
}
