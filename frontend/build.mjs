// Builds everything that the Python package takes from npm packages.
// The build hook runs this after `npm ci`; each step returns the files that it wrote.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleBoards } from "./build_steps/bundle.mjs";
import { writeNotice } from "./build_steps/notice.mjs";
import { writeStamps } from "./build_steps/stamps.mjs";

const source = fileURLToPath(new URL(".", import.meta.url));
const target = fileURLToPath(new URL("../path_planner/", import.meta.url));

const bundledPackages = new Set();
const written = [];
for (const step of [bundleBoards, writeStamps, writeNotice]) {
  written.push(...(await step({ source, target, bundledPackages })));
}
await writeFile(`${source}node_modules/.written.json`, JSON.stringify(written));
