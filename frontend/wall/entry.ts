// The first file a browser loads. It is tiny: the fonts' address must be known before Excalidraw runs.
import type { Component } from "./store.ts";
import { unpacked } from "../line/wire.ts";

interface Mounted extends Component {
  parentElement: HTMLElement;
}

interface Given extends Omit<Mounted, "data"> {
  data: Mounted["data"] | Uint8Array;
}

declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string | string[];
  }
}

window.EXCALIDRAW_ASSET_PATH = new URL(".", import.meta.url).href;
const main = import("./main.tsx");

/** Called anew, on the same element, with each answer of the server. */
export default function wall(given: Given): () => void {
  const { parentElement } = given;
  const component: Mounted = { ...given, data: unpacked(given.data) };
  void main.then(({ show }) => show(parentElement, component));
  return () => void main.then(({ end }) => end(parentElement));
}
