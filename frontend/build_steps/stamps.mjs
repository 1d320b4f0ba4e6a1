// Writes the box of stamps: icons chosen in assets/stamps.json, redrawn as if by hand.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { drawn } from "./icon_outlines.mjs";
import { linesOf } from "./svg_outline.mjs";

const SIZE = 24;
const LINE = 2;
const PLACES = ["icons/stamps.json", "wall_component/stamps.json"];

export async function placeStamps({ here, target }) {
  const read = async (...parts) => JSON.parse(await readFile(path.join(here, ...parts), "utf8"));
  const chosen = await read("..", "assets", "stamps.json");
  const icons = await read("node_modules", "@tabler", "icons", "tabler-nodes-outline.json");
  const box = JSON.stringify(boxOf(chosen, icons));
  for (const place of PLACES) {
    await mkdir(path.join(target, path.dirname(place)), { recursive: true });
    await writeFile(path.join(target, place), box);
  }
  return PLACES;
}

/** The stamps with their lines; the same choice and the same icons give the same box. */
export function boxOf({ areas, stamps }, icons) {
  const missing = stamps.filter(({ tabler }) => !icons[tabler]).map(({ tabler }) => tabler);
  if (missing.length) throw new Error(`there are no such icons: ${missing.join(", ")}`);
  return {
    size: SIZE,
    line: LINE,
    areas: areas.map(({ id, name }) => ({ id, words: name })),
    stamps: stamps.map(({ id, tabler, area, name, find }) => ({
      id, area, words: name, find, d: drawn(linesOf(icons[tabler]), id),
    })),
  };
}
