// The board on its element of the page.
import { createRoot } from "react-dom/client";
import { layOut, Stand, type Standing } from "../sync/mount.ts";
import { Board } from "./board.tsx";
import { Desk } from "./controller.ts";
import { Here } from "./context.tsx";
import { Store, type Component } from "./store.ts";
import "./themes.css";

export const { show, end } = new Stand<Component>(({ data }) => data.vision, begin);

function begin(place: HTMLElement, component: Component): Standing<Component> {
  const store = new Store(component);
  const [root, leave] = layOut(place, { kind: "themes", window: store.window, className: "tb-root" });
  const tree = createRoot(root);
  tree.render(
    <Here.Provider value={new Desk(store)}>
      <Board />
    </Here.Provider>,
  );
  void store.sync.begin().then(() => store.shown());
  return {
    hear(newest) {
      store.use(newest);
      store.hear(newest.data);
    },
    end() {
      store.sync.stop();
      tree.unmount();
      leave();
    },
  };
}
