// Mounts the agenda wall on its element of the page.
import { createRoot } from "react-dom/client";
import { createRootElement, Mounter, type MountedBoard } from "../sync/mount.ts";
import { Board } from "./board.tsx";
import { AgendaContext } from "./context.tsx";
import { Store, type Component } from "./store.ts";
import "./agenda.css";

export const { render, unmount } = new Mounter<Component>(({ data }) => data.event, mount);

function mount(element: HTMLElement, component: Component): MountedBoard<Component> {
  const store = new Store(component);
  const [root, removeRoot] = createRootElement(element, { kind: "agenda", windowId: store.windowId, className: "ag-root" });
  const tree = createRoot(root);
  tree.render(
    <AgendaContext.Provider value={store}>
      <Board />
    </AgendaContext.Provider>,
  );
  void store.sync.start().then(() => store.refresh());
  return {
    receive(next) {
      store.updateComponent(next);
      store.receive(next.data);
    },
    unmount() {
      store.sync.stop();
      tree.unmount();
      removeRoot();
    },
  };
}
