// Builds all that the Python package takes from npm packages.
// The build hook runs this after `npm ci`; each step gives back the files that it wrote.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleWall } from "./build_steps/bundle.mjs";
import { placeFonts } from "./build_steps/fonts.mjs";
import { writeNotice } from "./build_steps/notice.mjs";
import { placeStamps } from "./build_steps/stamps.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = fileURLToPath(new URL("../path_planner/", import.meta.url));

const carried = new Set();
const written = [];
for (const step of [placeFonts, bundleWall, placeStamps, writeNotice]) {
  written.push(...(await step({ here, target, carried })));
}
await writeFile(`${here}node_modules/.written.json`, JSON.stringify(written));
