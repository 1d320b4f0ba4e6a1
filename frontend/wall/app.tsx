// The whole window of the wall: tools, board, panels, and what is to be known at the moment.
import { useEffect, useSyncExternalStore, type CSSProperties } from "react";
import { Board } from "./board.tsx";
import type { Desk } from "./controller.ts";
import { keysOf } from "./keys.ts";
import { Notes, Question } from "./notes.tsx";
import { Panels } from "./panels/index.tsx";
import { Rail, Strip, WayBack } from "./toolbar.tsx";
import { useTop } from "./top.ts";

export function WholeWall({ desk }: { desk: Desk }) {
  const state = useSyncExternalStore(desk.store.subscribe, desk.store.state);
  const top = useTop(desk.root, state.projector);
  useEffect(() => keysOf(desk), [desk]);
  if (state.setting === null) return null;
  const look = [
    "wall-window",
    state.projector ? "wall-projector" : "",
    state.calm ? "wall-calm" : "",
    state.panel === "outline" ? "wall-beside" : "",
  ];
  return (
    <div
      className={look.join(" ")}
      style={{ "--wall-top": `${top}px` } as CSSProperties}
      dir={state.setting.right_to_left ? "rtl" : "ltr"}
    >
      {state.projector ? <WayBack desk={desk} /> : <Strip desk={desk} state={state} />}
      {state.projector ? null : <Rail desk={desk} state={state} />}
      <div className="wall-board">
        <Board desk={desk} />
        <Question desk={desk} state={state} />
        <Notes desk={desk} state={state} />
      </div>
      <Panels wall={desk} />
    </div>
  );
}
