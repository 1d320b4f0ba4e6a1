// What is to be known at the moment: what happened, what waits, what could not be kept.
import { useDesk, usePart } from "./context.tsx";

export function Notes() {
  const desk = useDesk();
  const told = usePart((state) => state.told);
  const waiting = usePart((state) => state.waiting);
  const unsaved = usePart((state) => state.unsaved);
  return (
    <div className="tb-notes">
      <p role="status" aria-live="polite" className="tb-told">
        {told}
      </p>
      <p role="status" className={waiting > 0 ? "tb-note" : "tb-no-note"}>
        {waiting > 0 ? desk.say("board.waiting", { count: waiting }) : ""}
      </p>
      <p role="alert" className={unsaved ? "tb-note tb-refused" : "tb-no-note"}>
        {unsaved}
        {unsaved ? (
          <button type="button" className="tb-button" onClick={() => desk.store.set({ unsaved: "" })}>
            {desk.say("board.close")}
          </button>
        ) : null}
      </p>
    </div>
  );
}
