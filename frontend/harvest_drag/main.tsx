// Mounts the dragging of the harvest beside the lines and groups of the page.
import { createRoot } from "react-dom/client";
import { createRootElement, Mounter, type MountedBoard } from "../sync/mount.ts";
import { Drag } from "./drag.tsx";
import { Store, type Component } from "./store.ts";
import "./harvest.css";

export const { render, unmount } = new Mounter<Component>(({ data }) => data.event, mount);

function mount(element: HTMLElement, component: Component): MountedBoard<Component> {
  const store = new Store(component);
  const [root, removeRoot] = createRootElement(element, { kind: "harvest", windowId: store.windowId, className: "hv-root" });
  const tree = createRoot(root);
  tree.render(<Drag store={store} page={element.ownerDocument} />);
  void store.sync.start();
  return {
    receive: (next) => store.receive(next),
    unmount() {
      store.sync.stop();
      tree.unmount();
      removeRoot();
    },
  };
}
