// Excalidraw with nothing but its canvas: the toolbars, menus and panels are our own.
import { Excalidraw, FONT_FAMILY } from "@excalidraw/excalidraw";
import type { AppState, ExcalidrawImperativeAPI, ExcalidrawProps } from "@excalidraw/excalidraw/types";
import { memo, useCallback, useEffect, useRef } from "react";
import type { WallController } from "./controller.ts";
import { cardOf } from "./elements.ts";
import { afterTap, listenForGestures } from "./gestures.ts";
import type { Element } from "./protocol.ts";

const OPTIONS: ExcalidrawProps["UIOptions"] = {
  canvasActions: {
    changeViewBackgroundColor: false, clearCanvas: false, export: false, loadScene: false,
    saveToActiveFile: false, toggleTheme: false, saveAsImage: false,
  },
  tools: { image: false },
};
const INITIAL_DATA: ExcalidrawProps["initialData"] = {
  appState: {
    viewBackgroundColor: "#FFFDF8",
    currentItemRoughness: 0,
    currentItemRoundness: "sharp",
    currentItemFontFamily: FONT_FAMILY.Excalifont,
    currentItemFontSize: 40,
    currentItemFillStyle: "solid",
    currentItemBackgroundColor: "transparent",
    currentItemEndArrowhead: "arrow",
    currentItemArrowType: "sharp",
    isBindingEnabled: false,
    showWelcomeScreen: false,
    zenModeEnabled: true,
  },
};
const SEND_VIEW_DELAY_MS = 200;

export const Board = memo(function Board({ controller }: { controller: WallController }) {
  const container = useRef<HTMLDivElement>(null);
  const sendViewTimer = useRef(0);
  const onReady = useCallback(
    // The element of the board is in the document only after this task.
    (api: ExcalidrawImperativeAPI) => void setTimeout(() => controller.mount(api)),
    [controller],
  );
  const onChange = useCallback<NonNullable<ExcalidrawProps["onChange"]>>(
    (_elements, state) => {
      if (!controller.scene) return;
      syncState(controller, state);
      if (state.cursorButton === "up") controller.sendBoardChanges();
    },
    [controller],
  );
  const onScroll = useCallback(() => {
    // The point that was tapped may be out of view now.
    controller.store.set({ tappedAt: null });
    if (!controller.store.state().leading) return;
    clearTimeout(sendViewTimer.current);
    sendViewTimer.current = window.setTimeout(() => controller.tools.sendView(), SEND_VIEW_DELAY_MS);
  }, [controller]);
  const onPointerUp = useCallback<NonNullable<ExcalidrawProps["onPointerUp"]>>(
    (tool, down) => {
      const point: [number, number] = [down.origin.x, down.origin.y];
      controller.store.set({ tappedAt: point });
      // Excalidraw must have handled the pointer itself before we compare.
      setTimeout(() => controller.sendBoardChanges());
      if (tool.type !== "custom") return;
      controller.selectTool("select");
      afterTap(controller.root.ownerDocument, () => controller.open({ card: null, at: point }));
    },
    [controller],
  );
  useEffect(() => (container.current ? listenForGestures(controller, container.current) : undefined), [controller]);
  return (
    <div ref={container} className="wall-canvas" role="application" aria-label={controller.t("wall.board")}>
      <Excalidraw
        excalidrawAPI={onReady}
        initialData={INITIAL_DATA}
        onChange={onChange}
        onPointerUp={onPointerUp}
        onScrollChange={onScroll}
        UIOptions={OPTIONS}
        langCode="en"
        theme="light"
        handleKeyboardGlobally={false}
        detectScroll={false}
        validateEmbeddable={false}
        aiEnabled={false}
      />
    </div>
  );
});

/** Copies what we need of Excalidraw's state into the store. */
function syncState(controller: WallController, state: AppState): void {
  const { tool } = controller.store.state();
  const toolFinished = state.activeTool.type === "selection" && tool !== "select" && tool !== "card";
  const cards = new Set<string>();
  // This runs with each move of a pen: it goes through thousands of elements only if there is a selection.
  const hasSelection = Object.values(state.selectedElementIds).includes(true);
  for (const element of hasSelection ? (controller.scene?.elements ?? []) : []) {
    if (state.selectedElementIds[element.id]) cards.add(recordOf(element));
  }
  const previous = controller.store.state().selected;
  const unchanged = previous.length === cards.size && previous.every((id) => cards.has(id));
  controller.store.set({
    ...(toolFinished ? { tool: "select" } : {}),
    ...(unchanged ? {} : { selected: [...cards] }),
    penUsed: state.penDetected,
    fingersDraw: !state.penMode,
  });
  // A card is edited as a whole, in its own panel: nobody gets inside the group.
  if (state.editingGroupId?.startsWith("card-")) {
    controller.api?.updateScene({ appState: { editingGroupId: null, selectedGroupIds: { [state.editingGroupId]: true } } });
  }
  if (state.contextMenu) controller.api?.updateScene({ appState: { contextMenu: null } });
}

function recordOf(element: Element): string {
  return cardOf(element) ?? element.id;
}
