// Bundles the wall and the theming board into `path_planner/wall_component/`.
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { tamed } from "./excalidraw.mjs";
import { wallFonts } from "./wall_fonts.mjs";

const FOLDER = "wall_component";
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Remembers in `carried` the folder of each npm package that has a part in the bundle. */
export async function bundleWall({ here, target, carried }) {
  const out = path.join(target, FOLDER);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { faces, files } = await wallFonts(target, path.join(out, "fonts"));
  const { metafile } = await build({ ...settings({ here, out }), plugins: [tamed(faces)] });
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const input of Object.keys(inputs)) {
      const found = PACKAGE.exec(input);
      if (found) carried.add(found[0]);
    }
  }
  const built = Object.keys(metafile.outputs)
    .map((file) => path.resolve(here, file))
    .filter((file) => !isAgain(file));
  const again = Object.keys(metafile.outputs).map((file) => path.resolve(here, file)).filter(isAgain);
  await Promise.all(again.map((file) => rm(file)));
  return [...built, ...files].map((file) => path.relative(target, file));
}

// The styles of the later part stand in wall.css and themes.css: a page has one sheet for each.
function isAgain(file) {
  return file.includes(`${path.sep}chunks${path.sep}`) && file.endsWith(".css");
}

function settings({ here, out }) {
  return {
    absWorkingDir: here,
    entryPoints: {
      wall: "wall/entry.ts",
      picture: "wall/picture.ts",
      themes: "theme_board/entry.ts",
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
