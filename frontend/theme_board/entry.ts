// The first file a browser loads: tiny, so that the page stands before the board does.
import { mounting } from "../sync/component.ts";
import type { Component } from "./store.ts";

export default mounting<Component>(import("./main.tsx"));
