// The whole board: how to search it, the pile, the themes, and what is in the hand.
import { useEffect, useRef } from "react";
import { Column } from "./column.tsx";
import { useDesk, usePart } from "./context.tsx";
import { Opened } from "./dialogs.tsx";
import { Dragging, watchPens } from "./dragging.tsx";
import { NewTheme, Rail } from "./drop_targets.tsx";
import { keysOf } from "./keys.ts";
import { ALONE, PILE } from "./lists.ts";
import { Tray } from "./selection_bar.tsx";
import { Tools } from "./toolbar.tsx";

export function Board() {
  const known = usePart((state) => state.setting !== null);
  return known ? <Standing /> : null;
}

function Standing() {
  const desk = useDesk();
  const root = useRef<HTMLDivElement>(null);
  const calm = usePart((state) => state.calm);
  const whole = usePart((state) => state.whole);
  const sides = usePart((state) => state.sides);
  const rightToLeft = usePart((state) => state.setting?.right_to_left ?? false);
  useEffect(() => (root.current ? keysOf(desk, root.current) : undefined), [desk]);
  useEffect(() => (root.current ? watchPens(root.current) : undefined), []);
  const look = ["tb-board", calm ? "tb-calm" : "", whole ? "tb-whole" : "", sides ? "tb-beside" : ""];
  return (
    <div ref={root} className={look.join(" ")} dir={rightToLeft ? "rtl" : "ltr"} role="group" aria-label={desk.say("board.board")}>
      <p id="tb-how" hidden>
        {desk.say("board.how")}
      </p>
      <Tools />
      <Dragging>
        {(dragging) => (
          <>
            <Lists />
            <Rail dragging={dragging} />
          </>
        )}
      </Dragging>
      <Tray />
      <Notes />
      <Opened />
    </div>
  );
}

function Lists() {
  const lists = usePart((state) => state.lists);
  const pile = lists.find(({ id }) => id === PILE);
  const alone = lists.find(({ id }) => id === ALONE);
  return (
    <div className="tb-lists">
      <div className="tb-pane tb-pane-pile">{pile ? <Column list={pile} /> : null}</div>
      <div className="tb-pane tb-pane-themes">
        {lists
          .filter(({ theme }) => theme !== null)
          .map((list, at) => (
            <Column key={list.id} list={list} number={at + 1} />
          ))}
        <NewTheme />
        {alone ? <Column list={alone} /> : null}
      </div>
    </div>
  );
}

function Notes() {
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
