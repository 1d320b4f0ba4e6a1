// Writes NOTICE.txt: what is taken from whom, with each package's version and full licence texts.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const RULE = "=".repeat(78);
const LICENCE = /^(licen[cs]e|copying)/i;

/** Gathers the licences of what is copied (fonts, icons) and of the folders that `carried` names. */
export async function writeNotice({ here, target, carried }) {
  const { dependencies } = JSON.parse(await readFile(path.join(here, "package.json"), "utf8"));
  const folders = [...Object.keys(dependencies).map((name) => `node_modules/${name}`), ...carried];
  const entries = new Map();
  for (const folder of folders) {
    const [title, text] = await entry(here, path.join(here, folder));
    entries.set(title, text);
  }
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  const opening = "Path Planner carries files of these packages.\n";
  const texts = [opening, ...sorted.map(([, text]) => text)];
  await writeFile(path.join(target, "NOTICE.txt"), texts.join("\n"));
  return ["NOTICE.txt"];
}

async function entry(here, folder) {
  const facts = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const { name, version, license } = facts;
  const own = await textsIn(folder);
  const texts = own.length > 0 ? own : await kept(here, name);
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

// Some packages name their licence and carry no text of it: theirs are kept here, one for a family.
async function kept(here, name) {
  for (const file of [fileName(name), fileName(name.split("/")[0])]) {
    try {
      return [await readFile(path.join(here, "licences", file), "utf8")];
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return [];
}

function fileName(name) {
  return `${name.replace("@", "").replace("/", "-")}.txt`;
}
