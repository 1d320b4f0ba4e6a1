// The first file that a browser loads. It is tiny: the address of the fonts must be set before Excalidraw runs.
import { defineComponent } from "../sync/component.ts";
import type { Component } from "./store.ts";

declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string | string[];
  }
}

window.EXCALIDRAW_ASSET_PATH = new URL(".", import.meta.url).href;

export default defineComponent<Component>(import("./main.tsx"));
