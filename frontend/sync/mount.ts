// What stands on its element of the page: begun once, told of everything that comes later.
import { stayAlive } from "./presence.ts";
import { endIfGone } from "./unload.ts";
import { keepDrawing } from "./offline_banner.ts";

/** A wall or a board that stands. */
export interface Standing<Component> {
  /** Takes in what the server tells, and the newest way to answer. */
  hear(component: Component): void;
  end(): void;
}

/** Shows a document for as long as its place stands; another one there begins anew. */
export class Stand<Component> {
  #shown = new WeakMap<HTMLElement, { document: string; stands: Standing<Component> }>();

  constructor(
    private readonly documentOf: (component: Component) => string,
    private readonly begin: (place: HTMLElement, component: Component) => Standing<Component>,
  ) {}

  readonly show = (place: HTMLElement, component: Component): void => {
    const document = this.documentOf(component);
    let shown = this.#shown.get(place);
    if (shown?.document !== document) {
      shown?.stands.end();
      shown = { document, stands: this.begin(place, component) };
      this.#shown.set(place, shown);
    }
    shown.stands.hear(component);
  };

  /** Called when a run of the page is over: whatever is shown outlives it while its place stands. */
  readonly end = (place: HTMLElement): void => {
    endIfGone(place, () => {
      this.#shown.get(place)?.stands.end();
      this.#shown.delete(place);
    });
  };
}

/** Lays out the element for a window of a kind, and says that it is open; gives back how to end both. */
export function layOut(
  place: HTMLElement,
  { kind, window, className }: { kind: string; window: string; className: string },
): [root: HTMLElement, end: () => void] {
  const root = place.ownerDocument.createElement("div");
  root.className = className;
  // Beside what Streamlit put there: the link to our styles.
  place.append(root);
  const leave = stayAlive(kind, window);
  const leaveLine = keepDrawing(place.ownerDocument);
  return [
    root,
    () => {
      leave();
      leaveLine();
      root.remove();
    },
  ];
}
