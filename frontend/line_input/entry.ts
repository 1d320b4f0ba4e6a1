// A field for one line after another, on its element of the page.
import { defineComponent } from "../sync/component.ts";
import { Mounter } from "../sync/mount.ts";
import { LineInput } from "./line_input.ts";
import type { Component } from "./protocol.ts";

const mounter = new Mounter<Component>(
  ({ data }) => data.name,
  (element, component) => new LineInput(element, component),
);

export default defineComponent<Component>(Promise.resolve(mounter));
