// The first file that a browser loads: tiny, so that the page is shown before lines can be dragged.
import { defineComponent } from "../sync/component.ts";
import type { Component } from "./store.ts";

export default defineComponent<Component>(import("./main.tsx"));
