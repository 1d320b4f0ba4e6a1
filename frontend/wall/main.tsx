// The wall on its element of the page.
import { createRoot } from "react-dom/client";
import { createRootElement, Mounter, type MountedBoard } from "../sync/mount.ts";
import { Desk } from "./controller.ts";
import { Store, type Component } from "./store.ts";
import { WholeWall } from "./app.tsx";
import "./wall.css";

export const { render, unmount } = new Mounter<Component>(({ data }) => data.session, begin);

function begin(place: HTMLElement, component: Component): MountedBoard<Component> {
  const store = new Store(component);
  const [root, leave] = createRootElement(place, { kind: "wall", window: store.wall, className: "wall" });
  const desk = new Desk(store, root);
  const tree = createRoot(root);
  tree.render(<WholeWall desk={desk} />);
  void store.sync.start().then(() => store.shown());
  return {
    receive(newest) {
      store.use(newest);
      desk.hear(newest.data);
    },
    unmount() {
      store.sync.stop();
      desk.rest();
      tree.unmount();
      leave();
    },
  };
}
