// Writes NOTICE.txt: the packages that we distribute, with their versions and full licence texts.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const RULE = "=".repeat(78);
const LICENCE = /^(licen[cs]e|copying)/i;

/** Collects the licences of our dependencies, and of the folders in `bundledPackages`. */
export async function writeNotice({ source, target, bundledPackages }) {
  const { dependencies } = JSON.parse(await readFile(path.join(source, "package.json"), "utf8"));
  const folders = [...Object.keys(dependencies).map((name) => `node_modules/${name}`), ...bundledPackages];
  const entries = new Map();
  for (const folder of folders) {
    const [title, text] = await entry(source, path.join(source, folder));
    entries.set(title, text);
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const opening = "Path Planner carries files of these packages.\n";
  const texts = [opening, ...sorted.map(([, text]) => text)];
  await writeFile(path.join(target, "NOTICE.txt"), texts.join("\n"));
  return ["NOTICE.txt"];
}

async function entry(source, folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const { name, version, license } = manifest;
  const own = await textsIn(folder);
  const texts = own.length > 0 ? own : await licenceFor(source, name);
  if (texts.length === 0) {
    throw new Error(`${name} has no licence file; put its text into licences/${fileName(name)}`);
  }
  const title = `${name} ${version} (${license})`;
  return [title, `${RULE}\n${title}\n${RULE}\n\n${texts.map((text) => text.trim()).join("\n\n")}\n`];
}

async function textsIn(folder) {
  const files = (await readdir(folder)).filter((file) => LICENCE.test(file)).sort();
  return Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
}

// Some packages name their licence without its text: those texts are in `licences/`, one for a family.
async function licenceFor(source, name) {
  for (const file of [fileName(name), fileName(name.split("/")[0])]) {
    try {
      return [await readFile(path.join(source, "licences", file), "utf8")];
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return [];
}

function fileName(name) {
  return `${name.replace("@", "").replace("/", "-")}.txt`;
}
