// The wall on its element of the page: begun once, told of everything that comes later.
import { createRoot, type Root } from "react-dom/client";
import { stayAlive } from "../line/alive.ts";
import { Desk } from "./desk.ts";
import { endIfGone } from "../line/leaving.ts";
import { keepDrawing } from "../line/line_lost.ts";
import { Store, type Component } from "./store.ts";
import { WholeWall } from "./whole.tsx";
import "./wall.css";

interface Shown {
  session: string;
  desk: Desk;
  end(): void;
}

const shown = new WeakMap<HTMLElement, Shown>();

export function show(place: HTMLElement, component: Component): void {
  let wall = shown.get(place);
  if (wall && wall.session !== component.data.session) {
    wall.end();
    wall = undefined;
  }
  if (!wall) {
    wall = begin(place, component);
    shown.set(place, wall);
  }
  wall.desk.store.use(component);
  wall.desk.hear(component.data);
}

/** Called when a run of the page is over, which the wall outlives as long as its place stands. */
export function end(place: HTMLElement): void {
  endIfGone(place, () => {
    shown.get(place)?.end();
    shown.delete(place);
  });
}

function begin(place: HTMLElement, component: Component): Shown {
  const root = place.ownerDocument.createElement("div");
  root.className = "wall";
  // Beside what Streamlit put there: the link to our styles.
  place.append(root);
  const store = new Store(component);
  const desk = new Desk(store, root);
  const leave = stayAlive("wall", store.wall);
  const leaveLine = keepDrawing(place.ownerDocument);
  const tree: Root = createRoot(root);
  tree.render(<WholeWall desk={desk} />);
  void store.sync.begin().then(() => store.shown());
  return {
    session: component.data.session,
    desk,
    end() {
      store.sync.stop();
      desk.rest();
      leave();
      leaveLine();
      tree.unmount();
      root.remove();
    },
  };
}
