// The first file a browser loads: tiny, so that the page stands before the board does.
import { defineComponent } from "../sync/component.ts";
import type { Component } from "./store.ts";

export default defineComponent<Component>(import("./main.tsx"));
