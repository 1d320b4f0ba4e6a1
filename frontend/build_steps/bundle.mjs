// Bundles the wall, the theming board and the smaller components into `path_planner/wall_component/`.
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { patchExcalidraw } from "./excalidraw.mjs";
import { wallFonts } from "./wall_fonts.mjs";

const FOLDER = "wall_component";
const PHONE = "phone.js";
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Adds to `bundledPackages` the folder of each npm package that is in the bundle. */
export async function bundleBoards({ source, target, bundledPackages }) {
  const out = path.join(target, FOLDER);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { faces, files } = await wallFonts(source, path.join(out, "fonts"));
  const { metafile } = await build({ ...settings({ source, out }), plugins: [patchExcalidraw(faces)] });
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const input of Object.keys(inputs)) {
      const match = PACKAGE.exec(input);
      if (match) bundledPackages.add(match[0]);
    }
  }
  await build(phoneSettings({ source, out }));
  const built = Object.keys(metafile.outputs)
    .map((file) => path.resolve(source, file))
    .filter((file) => !isDuplicateCss(file));
  const duplicates = Object.keys(metafile.outputs).map((file) => path.resolve(source, file)).filter(isDuplicateCss);
  await Promise.all(duplicates.map((file) => rm(file)));
  return [...built, ...files, path.join(out, PHONE)].map((file) => path.relative(target, file));
}

// The styles of a chunk are in wall.css, themes.css, agenda.css and harvest.css as well: a page loads one stylesheet for each board.
function isDuplicateCss(file) {
  return file.includes(`${path.sep}chunks${path.sep}`) && file.endsWith(".css");
}

// One classic script, which the server writes into the page; for phones that are some years old.
function phoneSettings({ source, out }) {
  return {
    absWorkingDir: source,
    entryPoints: ["phone/entry.ts"],
    outfile: path.join(out, PHONE),
    bundle: true,
    format: "iife",
    target: ["chrome90", "safari15"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  };
}

function settings({ source, out }) {
  return {
    absWorkingDir: source,
    entryPoints: {
      wall: "wall/entry.ts",
      picture: "wall/picture.ts",
      themes: "theme_board/entry.ts",
      agenda: "agenda_board/entry.ts",
      harvest: "harvest_drag/entry.ts",
      line_input: "line_input/entry.ts",
      forget: "forget/entry.ts",
    },
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    metafile: true,
    jsx: "automatic",
    conditions: ["production"],
    define: { "process.env.NODE_ENV": '"production"', "import.meta.env": "{}" },
    loader: { ".svg": "text" },
    chunkNames: "chunks/[name]-[hash]",
    legalComments: "none",
    logLevel: "warning",
  };
}
