// The first file a browser loads: tiny, so that the page stands before the board does.
import { unpacked } from "../line/wire.ts";
import type { Component } from "./store.ts";

interface Mounted extends Component {
  parentElement: HTMLElement;
}

interface Given extends Omit<Mounted, "data"> {
  data: Mounted["data"] | Uint8Array;
}

const main = import("./main.tsx");

/** Called anew, on the same element, with each answer of the server. */
export default function themes(given: Given): () => void {
  const { parentElement } = given;
  const component: Mounted = { ...given, data: unpacked(given.data) };
  void main.then(({ show }) => show(parentElement, component));
  return () => void main.then(({ end }) => end(parentElement));
}
