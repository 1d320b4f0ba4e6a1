// Mounts the board on its element of the page.
import { createRoot } from "react-dom/client";
import { createRootElement, Mounter, type MountedBoard } from "../sync/mount.ts";
import { Board } from "./board.tsx";
import { BoardContext } from "./context.tsx";
import { BoardController } from "./controller.ts";
import { Store, type Component } from "./store.ts";
import "./themes.css";

export const { render, unmount } = new Mounter<Component>(({ data }) => data.vision, mount);

function mount(element: HTMLElement, component: Component): MountedBoard<Component> {
  const store = new Store(component);
  const [root, removeRoot] = createRootElement(element, { kind: "themes", windowId: store.windowId, className: "tb-root" });
  const tree = createRoot(root);
  tree.render(
    <BoardContext.Provider value={new BoardController(store)}>
      <Board />
    </BoardContext.Provider>,
  );
  void store.sync.start().then(() => store.refresh());
  return {
    receive(component) {
      store.updateComponent(component);
      store.receive(component.data);
    },
    unmount() {
      store.sync.stop();
      tree.unmount();
      removeRoot();
    },
  };
}
