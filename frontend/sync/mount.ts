// How a board is mounted on its element of the page: once for each document, and updated from then on.
import { announceWindow } from "./presence.ts";

/** A board that is shown on the page. */
export interface MountedBoard<Component> {
  /** Takes in the newest data of the server, and the newest function to answer with. */
  receive(component: Component): void;
  unmount(): void;
}

/** Mounts a board on an element and keeps it there; another document gets a board of its own. */
export class Mounter<Component> {
  #mounted = new WeakMap<HTMLElement, { documentId: string; board: MountedBoard<Component> }>();
  #documentIdOf: (component: Component) => string;
  #mount: (element: HTMLElement, component: Component) => MountedBoard<Component>;

  constructor(
    documentIdOf: (component: Component) => string,
    mount: (element: HTMLElement, component: Component) => MountedBoard<Component>,
  ) {
    this.#documentIdOf = documentIdOf;
    this.#mount = mount;
  }

  readonly render = (element: HTMLElement, component: Component): void => {
    const documentId = this.#documentIdOf(component);
    let mounted = this.#mounted.get(element);
    if (mounted?.documentId !== documentId) {
      mounted?.board.unmount();
      mounted = { documentId, board: this.#mount(element, component) };
      this.#mounted.set(element, mounted);
    }
    mounted.board.receive(component);
  };

  /** Called when a run of the page is over: the board outlives it while its element is on the page. */
  readonly unmount = (element: HTMLElement): void => {
    unmountIfDetached(element, () => {
      this.#mounted.get(element)?.board.unmount();
      this.#mounted.delete(element);
    });
  };
}

/** Adds the root element of a board and announces its window; returns the element and how to undo both. */
export function createRootElement(
  element: HTMLElement,
  { kind, windowId: windowId, className }: { kind: string; windowId: string; className: string },
): [root: HTMLElement, end: () => void] {
  const root = element.ownerDocument.createElement("div");
  root.className = className;
  // Streamlit has already put the link to our stylesheet there.
  element.append(root);
  const endPresence = announceWindow(kind, windowId);
  const stopDismissing = dismissDisconnectDialog(element.ownerDocument);
  return [
    root,
    () => {
      endPresence();
      stopDismissing();
      root.remove();
    },
  ];
}

const RECHECK_MS = 1000;

/**
 * Unmounts a board if its element has left the page. Streamlit also calls the cleanup of a run that newer
 * data has overtaken, while the same element goes on showing the board. Checks now and once more later.
 */
export function unmountIfDetached(
  element: { readonly isConnected: boolean },
  unmount: () => void,
  schedule: (recheck: () => void, delay: number) => unknown = setTimeout,
): void {
  if (element.isConnected) schedule(() => (element.isConnected ? undefined : unmount()), RECHECK_MS);
  else unmount();
}

const CLOSE_BUTTON = 'body > [data-testid="stDialog"] [role="dialog"] > button';

/**
 * Closes the dialog that Streamlit opens when the connection is lost; returns how to stop. It would lie
 * over the board and swallow the next stroke, and the board itself shows how many changes wait.
 */
function dismissDisconnectDialog(page: Document): () => void {
  const close = () => page.querySelector<HTMLElement>(CLOSE_BUTTON)?.click();
  const observer = new MutationObserver(close);
  observer.observe(page.body, { childList: true });
  close();
  return () => observer.disconnect();
}
