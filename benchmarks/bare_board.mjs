// Bundles a page with nothing but Excalidraw, from the packages of the frontend, into a folder:
// node bare_board.mjs FRONTEND OUT
import { createRequire } from "node:module";

const [frontend, out] = process.argv.slice(2);
const { build } = createRequire(`${frontend}/package.json`)("esbuild");

const PAGE = `
import { Excalidraw } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

window.EXCALIDRAW_ASSET_PATH = "/";
const initialData = fetch("/scene.json").then((scene) => scene.json());
const board = createElement(Excalidraw, {
  initialData,
  excalidrawAPI: (api) => initialData.then(() => setTimeout(() => api.scrollToContent(undefined, { fitToContent: true }))),
});
createRoot(document.getElementById("board")).render(board);
`;

await build({
  stdin: { contents: PAGE, resolveDir: frontend, sourcefile: "board.jsx", loader: "jsx" },
  outdir: out,
  splitting: true,
  external: ["*.woff2"],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  conditions: ["production"],
  define: { "process.env.NODE_ENV": '"production"', "import.meta.env": "{}" },
  logLevel: "error",
});
