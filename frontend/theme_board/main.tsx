// The board on its element of the page.
import { createRoot } from "react-dom/client";
import { createRootElement, Mounter, type MountedBoard } from "../sync/mount.ts";
import { Board } from "./board.tsx";
import { Here } from "./context.tsx";
import { Desk } from "./controller.ts";
import { Store, type Component } from "./store.ts";
import "./themes.css";

export const { render, unmount } = new Mounter<Component>(({ data }) => data.vision, begin);

function begin(place: HTMLElement, component: Component): MountedBoard<Component> {
  const store = new Store(component);
  const [root, leave] = createRootElement(place, { kind: "themes", windowId: store.window, className: "tb-root" });
  const tree = createRoot(root);
  tree.render(
    <Here.Provider value={new Desk(store)}>
      <Board />
    </Here.Provider>,
  );
  void store.sync.start().then(() => store.shown());
  return {
    receive(newest) {
      store.use(newest);
      store.hear(newest.data);
    },
    unmount() {
      store.sync.stop();
      tree.unmount();
      leave();
    },
  };
}
