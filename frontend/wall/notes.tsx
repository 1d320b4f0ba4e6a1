// What is to be known at the moment, said quietly: the question of a stage, what waits, what failed.
import type { Desk } from "./controller.ts";
import type { State } from "./store.ts";

interface Seen {
  desk: Desk;
  state: State;
}

export function Question({ state }: Seen) {
  const stage = state.setting?.stages.find(({ id }) => id === state.stage);
  if (!stage || state.projector) return null;
  return (
    <p className="wall-question" dir="auto" style={{ borderInlineStartColor: stage.ink }}>
      <strong>{stage.title}</strong> {stage.question}
    </p>
  );
}

export function Notes({ desk, state }: Seen) {
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
