// Writes NOTICE.txt: what is taken from whom, with each package's version and full licence texts.
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";

const RULE = "=".repeat(78);

async function entry(here, name) {
  const folder = path.join(here, "node_modules", name);
  const { version, license } = JSON.parse(
    await readFile(path.join(folder, "package.json"), "utf8"),
  );
  const files = (await readdir(folder)).filter((file) => /^licen[cs]e/i.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} has no licence file`);
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(folder, file), "utf8")),
  );
  const head = `${RULE}\n${name} ${version} (${license})\n${RULE}\n`;
  return `${head}\n${texts.map((text) => text.trim()).join("\n\n")}\n`;
}

export async function writeNotice({ here, target }) {
  const { dependencies } = JSON.parse(await readFile(path.join(here, "package.json"), "utf8"));
  const entries = await Promise.all(
    Object.keys(dependencies).sort().map((name) => entry(here, name)),
  );
  const opening = "Path Planner carries files of these packages.\n";
  await writeFile(path.join(target, "NOTICE.txt"), [opening, ...entries].join("\n"));
  return ["NOTICE.txt"];
}
