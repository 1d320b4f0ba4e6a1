// The drop targets beside the lists: the rail of all themes, and the one for a new theme.
import { useDroppable } from "@dnd-kit/core";
import { useBoardState, useController } from "./context.tsx";
import { NEW_LIST } from "./controller.ts";
import { Icon } from "./icons.tsx";
import { ALONE, PILE } from "./lists.ts";

/** The prefix of the droppable ids of the rail. */
export const RAIL_ID_PREFIX = "rail ";

/** All lists at the edge while a card is dragged, wherever the board is scrolled. */
export function DropRail({ dragging }: { dragging: boolean }) {
  const lists = useBoardState((state) => state.lists);
  if (!dragging) return null;
  const themes = lists.filter(({ theme }) => theme !== null).map(({ id }) => id);
  return (
    <div className="tb-rail">
      {[...themes, NEW_LIST, PILE, ALONE].map((list) => (
        <RailTarget key={list} list={list} />
      ))}
    </div>
  );
}

function RailTarget({ list }: { list: string }) {
  const controller = useController();
  const { setNodeRef, isOver } = useDroppable({ id: `${RAIL_ID_PREFIX}${list}`, data: { list } });
  return (
    <div ref={setNodeRef} className={`tb-stop ${isOver ? "tb-over" : ""}`} dir="auto">
      {controller.listName(list)}
    </div>
  );
}

/** Makes a new theme of what is dropped here, or with the button. */
export function NewThemeTarget() {
  const controller = useController();
  const selection = useBoardState((state) => state.selection);
  const { setNodeRef, isOver } = useDroppable({ id: "list new", data: { list: NEW_LIST } });
  return (
    <section
      ref={setNodeRef}
      className={`tb-list tb-new ${isOver ? "tb-over" : ""}`}
      data-list={NEW_LIST}
      aria-label={controller.t("board.new_theme")}
    >
      <button
        type="button"
        className="tb-button tb-begin"
        data-head={NEW_LIST}
        onClick={() => controller.open({ kind: "make", cards: selection })}
      >
        <Icon name="plus" />
        {controller.t("board.new_theme")}
      </button>
      <p className="tb-counts">{controller.t(selection.length > 0 ? "board.new_with_hand" : "board.new_how")}</p>
    </section>
  );
}
