// What is changed in Excalidraw's own files while they are bundled. Each change fails the build if
// what it looks for is not there: a newer Excalidraw must be looked at before it is let in.
import { readFile } from "node:fs/promises";

const FALLBACK = /return (\w+)\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),\1/;
const FALLBACK_ADDRESS = /"ASSETS_FALLBACK_URL",`https:\/\/esm\.sh\/[^;]*?\/dist\/prod\/`\)/;
const FONT_TABLES = /return (\w+)\("Cascadia",\.\.\.\w+\),.*?,(?=\w+\._initialized=!0)/;
// It would call our fonts `format('ttf')`, which no browser knows.
const FORMAT = /`format\('\$\{\w+\.pop\(\)\}'\)`/;
// A stroke reaches to where the pen was lifted; restored ones would forget that and end before it.
const LAST = /last:!!\w+\.lastCommittedPoint/;
// A stroke is drawn straight onto the board, like on its pictures: a canvas of its own for each of
// 3,000 strokes takes seconds to make, and again after each zoom.
const STROKE = /(case"freedraw":\{if\(\w+\.generateElementShape\(\w+,null\)),\w+\.isExporting\)/;
const LOCAL = "local:";
const FAMILIES = ["Excalifont", "Virgil", "Nunito", "Comic Shanns", "Cascadia", "Liberation Sans"];

/** An esbuild plugin: no fonts from elsewhere, our own fonts, nothing that a wall never shows. */
export function patchExcalidraw(faces) {
  const seen = { fallback: 0, address: 0, format: 0, fonts: 0, ends: 0, strokes: 0 };
  return {
    name: "excalidraw",
    setup(build) {
      build.onLoad({ filter: /@excalidraw.excalidraw.dist.prod.chunk-\w+\.js$/ }, async (file) => ({
        contents: change(await readFile(file.path, "utf8"), faces, seen),
        loader: "js",
      }));
      // Its menus are not shown, and only its SVG export takes fonts apart: one empty module stands
      // in for the words that nobody sees, and for what nobody asks.
      build.onResolve({ filter: /^\.\/(locales\/[\w-]+|subset-(shared|worker)\.chunk)\.js$/ }, () => ({
        path: "nothing",
        namespace: "nothing",
      }));
      build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default {}" }));
      build.onLoad({ filter: /dist.prod.index\.css$/ }, async (file) => ({
        contents: withoutFontFaces(await readFile(file.path, "utf8")),
        loader: "css",
      }));
      build.onEnd(() => {
        for (const [what, times] of Object.entries(seen)) {
          if (times !== 1) throw new Error(`Excalidraw's ${what} was found ${times} times, not once`);
        }
      });
    },
  };
}

function change(source, faces, seen) {
  const once = (text, pattern, what, replacement) =>
    text.replace(pattern, (...found) => {
      seen[what] += 1;
      return replacement(...found);
    });
  let text = once(source, FALLBACK, "fallback", (_, list) => `return ${list}`);
  text = once(text, FALLBACK_ADDRESS, "address", () => '"ASSETS_FALLBACK_URL","")');
  text = once(text, FORMAT, "format", () => '""');
  text = once(text, LAST, "ends", () => "last:!0");
  text = once(text, STROKE, "strokes", (_, begins) => `${begins},!0)`);
  return once(text, FONT_TABLES, "fonts", (_, add) => tables(add, faces));
}

function tables(add, { regular, bold }) {
  const families = FAMILIES.map((family) => `${add}("${family}",...faces.regular)`);
  // Characters that no face of ours has come from the machine's own fonts.
  const machines = ["Helvetica", "Segoe UI Emoji"].map(
    (family) => `${add}("${family}",{uri:"${LOCAL}"})`,
  );
  const all = [...families, `${add}("Lilita One",...faces.bold)`, ...machines];
  return `let faces=${JSON.stringify({ regular, bold })};return ${all.join(",")},`;
}

function withoutFontFaces(css) {
  return css.replace(/@font-face\s*\{[^}]*\}/g, "");
}
