// The board on its element of the page: begun once, told of everything that comes later.
import { createRoot } from "react-dom/client";
import { stayAlive } from "../line/alive.ts";
import { endIfGone } from "../line/leaving.ts";
import { keepDrawing } from "../line/line_lost.ts";
import { Board } from "./board.tsx";
import { Desk } from "./desk.ts";
import { Here } from "./here.tsx";
import { Store, type Component } from "./store.ts";
import "./themes.css";

interface Shown {
  vision: string;
  store: Store;
  end(): void;
}

const shown = new WeakMap<HTMLElement, Shown>();

export function show(place: HTMLElement, component: Component): void {
  let board = shown.get(place);
  if (board && board.vision !== component.data.vision) {
    board.end();
    board = undefined;
  }
  if (!board) {
    board = begin(place, component);
    shown.set(place, board);
  }
  board.store.use(component);
  board.store.hear(component.data);
}

/** Called when a run of the page is over, which the board outlives as long as its place stands. */
export function end(place: HTMLElement): void {
  endIfGone(place, () => {
    shown.get(place)?.end();
    shown.delete(place);
  });
}

function begin(place: HTMLElement, component: Component): Shown {
  const root = place.ownerDocument.createElement("div");
  root.className = "tb-root";
  // Beside what Streamlit put there: the link to our styles.
  place.append(root);
  const store = new Store(component);
  const leave = stayAlive("themes", store.window);
  const leaveLine = keepDrawing(place.ownerDocument);
  const tree = createRoot(root);
  tree.render(
    <Here.Provider value={new Desk(store)}>
      <Board />
    </Here.Provider>,
  );
  void store.sync.begin().then(() => store.shown());
  return {
    vision: component.data.vision,
    store,
    end() {
      store.sync.stop();
      leave();
      leaveLine();
      tree.unmount();
      root.remove();
    },
  };
}
