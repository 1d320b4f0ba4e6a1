// The root component of the wall: toolbars, board, panels and notices.
import { useEffect, useSyncExternalStore, type CSSProperties } from "react";
import { Board } from "./board.tsx";
import type { WallController } from "./controller.ts";
import { listenAtDoors } from "./doors.ts";
import { listenForKeys } from "./keys.ts";
import { useTopOffset } from "./layout.ts";
import { Notices } from "./notices.tsx";
import { Panels } from "./panels/index.tsx";
import type { State } from "./store.ts";
import { ShowToolsButton, ToolRail, ToolStrip } from "./toolbar.tsx";

export function WallApp({ controller }: { controller: WallController }) {
  const state = useSyncExternalStore(controller.store.subscribe, controller.store.state);
  const top = useTopOffset(controller.root, state.projector);
  useEffect(() => listenForKeys(controller), [controller]);
  useEffect(() => listenAtDoors(controller), [controller]);
  if (state.setting === null) return null;
  const classes = [
    "wall-window",
    state.projector ? "wall-projector" : "",
    state.calm ? "wall-calm" : "",
    state.panel === "outline" ? "wall-beside" : "",
  ];
  return (
    <div
      className={classes.join(" ")}
      style={{ "--wall-top": `${top}px` } as CSSProperties}
      dir={state.setting.right_to_left ? "rtl" : "ltr"}
    >
      {state.projector ? <ShowToolsButton controller={controller} /> : <ToolStrip controller={controller} state={state} />}
      {state.projector ? null : <ToolRail controller={controller} state={state} />}
      <div className="wall-board">
        <Board controller={controller} />
        <StageQuestion controller={controller} state={state} />
        <Notices controller={controller} state={state} />
      </div>
      <Panels wall={controller} />
    </div>
  );
}

interface NoticeProps {
  controller: WallController;
  state: State;
}

/** The question of the stage that is in view. */
function StageQuestion({ state }: NoticeProps) {
  const stage = state.setting?.stages.find(({ id }) => id === state.stage);
  if (!stage || state.projector) return null;
  return (
    <p className="wall-question" dir="auto" style={{ borderInlineStartColor: stage.ink }}>
      <strong>{stage.title}</strong> {stage.question}
    </p>
  );
}
