// The root component of the theming board: toolbar, lists, selection and notices.
import { useEffect, useRef } from "react";
import { watchPens } from "../shared/pointer.ts";
import { Column } from "./column.tsx";
import { useBoardState, useController } from "./context.tsx";
import { CurrentDialog } from "./dialogs.tsx";
import { Dragging } from "./dragging.tsx";
import { DropRail, NewThemeTarget } from "./drop_targets.tsx";
import { listenForKeys } from "./keys.ts";
import { ALONE, PILE } from "./lists.ts";
import { SelectionBar } from "./selection_bar.tsx";
import { Toolbar } from "./toolbar.tsx";

export function Board() {
  const isLoaded = useBoardState((state) => state.setting !== null);
  return isLoaded ? <LoadedBoard /> : null;
}

function LoadedBoard() {
  const controller = useController();
  const root = useRef<HTMLDivElement>(null);
  const calm = useBoardState((state) => state.calm);
  const fullscreen = useBoardState((state) => state.fullscreen);
  const splitBySide = useBoardState((state) => state.splitBySide);
  const rightToLeft = useBoardState((state) => state.setting?.right_to_left ?? false);
  useEffect(() => (root.current ? listenForKeys(controller, root.current) : undefined), [controller]);
  useEffect(() => (root.current ? watchPens(root.current, ".tb-card") : undefined), []);
  const classes = ["tb-board", calm ? "tb-calm" : "", fullscreen ? "tb-whole" : "", splitBySide ? "tb-beside" : ""];
  return (
    <div ref={root} className={classes.join(" ")} dir={rightToLeft ? "rtl" : "ltr"} role="group" aria-label={controller.t("board.board")}>
      <p id="tb-how" hidden>
        {controller.t("board.how")}
      </p>
      <Toolbar />
      <Dragging>
        {(dragging) => (
          <>
            <Lists />
            <DropRail dragging={dragging} />
          </>
        )}
      </Dragging>
      <SelectionBar />
      <Notices />
      <CurrentDialog />
    </div>
  );
}

function Lists() {
  const lists = useBoardState((state) => state.lists);
  const pile = lists.find(({ id }) => id === PILE);
  const alone = lists.find(({ id }) => id === ALONE);
  return (
    <div className="tb-lists">
      <div className="tb-pane tb-pane-pile">{pile ? <Column list={pile} /> : null}</div>
      <div className="tb-pane tb-pane-themes">
        {lists
          .filter(({ theme }) => theme !== null)
          .map((list, index) => (
            <Column key={list.id} list={list} number={index + 1} />
          ))}
        <NewThemeTarget />
        {alone ? <Column list={alone} /> : null}
      </div>
    </div>
  );
}

/** Announcements, how many changes wait to be sent, and what could not be saved. */
function Notices() {
  const controller = useController();
  const announcement = useBoardState((state) => state.announcement);
  const waiting = useBoardState((state) => state.waiting);
  const unsaved = useBoardState((state) => state.unsaved);
  const trouble = useBoardState((state) => state.trouble);
  return (
    <div className="tb-notes">
      <p role="status" aria-live="polite" className="tb-told">
        {announcement}
      </p>
      <p role="status" className={waiting > 0 ? "tb-note" : "tb-no-note"}>
        {waiting > 0 ? controller.t("board.waiting", { count: waiting }) : ""}
      </p>
      <p role="alert" className={trouble ? "tb-note tb-refused" : "tb-no-note"}>
        {trouble}
      </p>
      <p role="alert" className={unsaved ? "tb-note tb-refused" : "tb-no-note"}>
        {unsaved}
        {unsaved ? (
          <button type="button" className="tb-button" onClick={() => controller.store.set({ unsaved: "" })}>
            {controller.t("board.close")}
          </button>
        ) : null}
      </p>
    </div>
  );
}
