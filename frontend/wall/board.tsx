// Excalidraw with nothing but its canvas: tools, menus and panels are the wall's own.
import { Excalidraw, FONT_FAMILY } from "@excalidraw/excalidraw";
import type { AppState, ExcalidrawImperativeAPI, ExcalidrawProps } from "@excalidraw/excalidraw/types";
import { memo, useCallback, useEffect, useRef } from "react";
import { afterTap, gesturesOf } from "./gestures.ts";
import { cardOf } from "./elements.ts";
import type { Desk } from "./controller.ts";
import type { Element } from "./protocol.ts";

const OPTIONS: ExcalidrawProps["UIOptions"] = {
  canvasActions: {
    changeViewBackgroundColor: false, clearCanvas: false, export: false, loadScene: false,
    saveToActiveFile: false, toggleTheme: false, saveAsImage: false,
  },
  tools: { image: false },
};
const START: ExcalidrawProps["initialData"] = {
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
const LEAD_SOON = 200;

export const Board = memo(function Board({ desk }: { desk: Desk }) {
  const place = useRef<HTMLDivElement>(null);
  const looking = useRef(0);
  const ready = useCallback(
    // The board's element stands only once this turn is over.
    (api: ExcalidrawImperativeAPI) => void setTimeout(() => desk.mount(api)),
    [desk],
  );
  const changed = useCallback<NonNullable<ExcalidrawProps["onChange"]>>(
    (_elements, state) => {
      if (!desk.scene) return;
      follow(desk, state);
      if (state.cursorButton === "up") desk.notice();
    },
    [desk],
  );
  const moved = useCallback(() => {
    // What was tapped may be out of sight now.
    desk.store.set({ tapped: null });
    if (!desk.store.state().leading) return;
    clearTimeout(looking.current);
    looking.current = window.setTimeout(() => desk.hand.lead(), LEAD_SOON);
  }, [desk]);
  const tapped = useCallback<NonNullable<ExcalidrawProps["onPointerUp"]>>(
    (tool, down) => {
      const at: [number, number] = [down.origin.x, down.origin.y];
      desk.store.set({ tapped: at });
      // What a finger left is looked at once the board itself has taken it in.
      setTimeout(() => desk.notice());
      if (tool.type !== "custom") return;
      desk.tool("select");
      afterTap(desk.root.ownerDocument, () => desk.open({ card: null, at }));
    },
    [desk],
  );
  useEffect(() => (place.current ? gesturesOf(desk, place.current) : undefined), [desk]);
  return (
    <div ref={place} className="wall-canvas" role="application" aria-label={desk.say("wall.board")}>
      <Excalidraw
        excalidrawAPI={ready}
        initialData={START}
        onChange={changed}
        onPointerUp={tapped}
        onScrollChange={moved}
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

/** Keeps the wall's own state in step with the board's. */
function follow(desk: Desk, state: AppState): void {
  const { tool } = desk.store.state();
  const back = state.activeTool.type === "selection" && tool !== "select" && tool !== "card";
  const cards = new Set<string>();
  // With each move of a pen: thousands of elements are gone through only if something is chosen.
  const chosen = Object.values(state.selectedElementIds).includes(true);
  for (const element of chosen ? (desk.scene?.elements ?? []) : []) {
    if (state.selectedElementIds[element.id]) cards.add(recordOf(element));
  }
  const before = desk.store.state().selected;
  const same = before.length === cards.size && before.every((id) => cards.has(id));
  desk.store.set({
    ...(back ? { tool: "select" } : {}),
    ...(same ? {} : { selected: [...cards] }),
    pen: state.penDetected,
    fingers: !state.penMode,
  });
  // A card is one thing: nobody gets inside it but by its own panel.
  if (state.editingGroupId?.startsWith("card-")) {
    desk.api?.updateScene({ appState: { editingGroupId: null, selectedGroupIds: { [state.editingGroupId]: true } } });
  }
  if (state.contextMenu) desk.api?.updateScene({ appState: { contextMenu: null } });
}

function recordOf(element: Element): string {
  return cardOf(element) ?? element.id;
}
