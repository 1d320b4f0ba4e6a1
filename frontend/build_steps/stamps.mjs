// Writes the stamp library: the icons that assets/stamps.json names, redrawn as if by hand.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { roughenedPaths } from "./icon_outlines.mjs";
import { subpathsOf } from "./svg_outline.mjs";

const SIZE = 24;
const LINE = 2;
const FILES = ["icons/stamps.json", "wall_component/stamps.json"];

export async function writeStamps({ source, target }) {
  const read = async (...parts) => JSON.parse(await readFile(path.join(source, ...parts), "utf8"));
  const chosen = await read("..", "assets", "stamps.json");
  const icons = await read("node_modules", "@tabler", "icons", "tabler-nodes-outline.json");
  const library = JSON.stringify(stampLibrary(chosen, icons));
  for (const file of FILES) {
    await mkdir(path.join(target, path.dirname(file)), { recursive: true });
    await writeFile(path.join(target, file), library);
  }
  return FILES;
}

/** The stamps with their paths; the same choice and the same icons give the same library. */
export function stampLibrary({ areas, stamps }, icons) {
  const missing = stamps.filter(({ tabler }) => !icons[tabler]).map(({ tabler }) => tabler);
  if (missing.length) throw new Error(`there are no such icons: ${missing.join(", ")}`);
  return {
    size: SIZE,
    line: LINE,
    areas: areas.map(({ id, name }) => ({ id, words: name })),
    stamps: stamps.map(({ id, tabler, area, name, find }) => ({
      id, area, words: name, find, d: roughenedPaths(subpathsOf(icons[tabler]), id),
    })),
  };
}
