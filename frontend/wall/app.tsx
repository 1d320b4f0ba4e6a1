// The whole window of the wall: tools, board, panels, and what is to be known at the moment.
import { useEffect, useSyncExternalStore, type CSSProperties } from "react";
import { Board } from "./board.tsx";
import type { Desk } from "./controller.ts";
import { keysOf } from "./keys.ts";
import { Panels } from "./panels/index.tsx";
import { Rail, Strip, WayBack } from "./toolbar.tsx";
import { useTop } from "./layout.ts";
import type { State } from "./store.ts";

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

interface Seen {
  desk: Desk;
  state: State;
}

function Question({ state }: Seen) {
  const stage = state.setting?.stages.find(({ id }) => id === state.stage);
  if (!stage || state.projector) return null;
  return (
    <p className="wall-question" dir="auto" style={{ borderInlineStartColor: stage.ink }}>
      <strong>{stage.title}</strong> {stage.question}
    </p>
  );
}

function Notes({ desk, state }: Seen) {
  const { waiting, unsaved } = state;
  return (
    <div className="wall-notes">
      <p role="status" aria-live="polite" className={waiting > 0 ? "wall-note" : "wall-no-note"}>
        {waiting > 0 ? desk.say("wall.waiting", { count: waiting }) : ""}
      </p>
      <p role="alert" className={unsaved ? "wall-note wall-refused" : "wall-no-note"}>
        {unsaved}
        {unsaved ? (
          <button type="button" className="wall-button" onClick={() => desk.store.set({ unsaved: "" })}>
            {desk.say("panel.close")}
          </button>
        ) : null}
      </p>
    </div>
  );
}
