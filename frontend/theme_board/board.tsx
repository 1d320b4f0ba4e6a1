// The whole board: how to search it, the pile, the themes, and what is in the hand.
import { useEffect, useRef } from "react";
import { Column } from "./column.tsx";
import { Dragging } from "./dragging.tsx";
import { useDesk, usePart } from "./context.tsx";
import { keysOf } from "./keys.ts";
import { NewTheme } from "./new_theme.tsx";
import { Notes } from "./notes.tsx";
import { Opened } from "./dialogs.tsx";
import { watchPens } from "./pen.ts";
import { Rail } from "./drop_targets.tsx";
import { Tools } from "./toolbar.tsx";
import { Tray } from "./selection_bar.tsx";
import { ALONE, PILE } from "./lists.ts";

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
