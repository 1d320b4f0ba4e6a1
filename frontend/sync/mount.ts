// What stands on its element of the page: begun once, told of everything that comes later.
import { stayAlive } from "./presence.ts";

/** A wall or a board that stands. */
export interface Standing<Component> {
  /** Takes in what the server tells, and the newest way to answer. */
  hear(component: Component): void;
  end(): void;
}

/** Shows a document for as long as its place stands; another one there begins anew. */
export class Stand<Component> {
  #shown = new WeakMap<HTMLElement, { document: string; stands: Standing<Component> }>();
  #documentOf: (component: Component) => string;
  #begin: (place: HTMLElement, component: Component) => Standing<Component>;

  constructor(
    documentOf: (component: Component) => string,
    begin: (place: HTMLElement, component: Component) => Standing<Component>,
  ) {
    this.#documentOf = documentOf;
    this.#begin = begin;
  }

  readonly show = (place: HTMLElement, component: Component): void => {
    const document = this.#documentOf(component);
    let shown = this.#shown.get(place);
    if (shown?.document !== document) {
      shown?.stands.end();
      shown = { document, stands: this.#begin(place, component) };
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

// When a wall or a board really ends. Streamlit also calls the cleanup of a run that newer data has overtaken,
// while the same element goes on showing it: only one that has left the page is at its end.

const SOON = 1000;

/** Ends what stands at a place once the place is out of the page; looks twice, then lets it be. */
export function endIfGone(
  place: { readonly isConnected: boolean },
  end: () => void,
  later: (look: () => void, after: number) => unknown = setTimeout,
): void {
  if (place.isConnected) later(() => (place.isConnected ? undefined : end()), SOON);
  else end();
}

// A lost line is no reason to stop drawing: the dialog that Streamlit opens for it would lie over
// the wall and swallow the next stroke. The wall itself says what waits, so it is closed at once.

const CLOSE = 'body > [data-testid="stDialog"] [role="dialog"] > button';

/** Closes that dialog whenever it comes; gives back how to stop. */
function keepDrawing(page: Document): () => void {
  const close = () => page.querySelector<HTMLElement>(CLOSE)?.click();
  const seen = new MutationObserver(close);
  seen.observe(page.body, { childList: true });
  close();
  return () => seen.disconnect();
}
