// The wall on its element of the page.
import { createRoot } from "react-dom/client";
import { layOut, Stand, type Standing } from "../sync/mount.ts";
import { Desk } from "./controller.ts";
import { Store, type Component } from "./store.ts";
import { WholeWall } from "./app.tsx";
import "./wall.css";

export const { show, end } = new Stand<Component>(({ data }) => data.session, begin);

function begin(place: HTMLElement, component: Component): Standing<Component> {
  const store = new Store(component);
  const [root, leave] = layOut(place, { kind: "wall", window: store.wall, className: "wall" });
  const desk = new Desk(store, root);
  const tree = createRoot(root);
  tree.render(<WholeWall desk={desk} />);
  void store.sync.begin().then(() => store.shown());
  return {
    hear(newest) {
      store.use(newest);
      desk.hear(newest.data);
    },
    end() {
      store.sync.stop();
      desk.rest();
      tree.unmount();
      leave();
    },
  };
}
