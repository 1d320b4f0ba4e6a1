// Mounts the wall on its element of the page.
import { createRoot } from "react-dom/client";
import { browserSecret } from "../sync/browser_secret.ts";
import { createRootElement, Mounter, type MountedBoard } from "../sync/mount.ts";
import { WallApp } from "./app.tsx";
import { WallController } from "./controller.ts";
import { Store, type Component } from "./store.ts";
import "./wall.css";

export const { render, unmount } = new Mounter<Component>(({ data }) => data.session, mount);

function mount(element: HTMLElement, component: Component): MountedBoard<Component> {
  const store = new Store(component);
  const [root, removeRoot] = createRootElement(element, { kind: "wall", windowId: store.windowId, className: "wall" });
  const controller = new WallController(store, root);
  const tree = createRoot(root);
  tree.render(<WallApp controller={controller} />);
  let isKnown = false;
  void store.sync.start().then(() => store.refreshItems());
  return {
    receive(component) {
      store.updateComponent(component);
      controller.receive(component.data);
      if (isKnown || !controller.isCloth) return;
      isKnown = true;
      store.sync.setOwner(browserSecret(component.data.session.split(":", 1)[0] ?? ""));
    },
    unmount() {
      store.sync.stop();
      controller.dispose();
      tree.unmount();
      removeRoot();
    },
  };
}
