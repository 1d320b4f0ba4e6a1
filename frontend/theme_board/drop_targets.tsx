// Where a card can be dropped beside the lists: on a new theme, and on the rail of all themes.
import { useDroppable } from "@dnd-kit/core";
import { useDesk, usePart } from "./context.tsx";
import { NEW } from "./controller.ts";
import { Icon } from "./icons.tsx";
import { ALONE, PILE } from "./lists.ts";

/** How the ids of its stops begin. */
export const RAIL = "rail ";

/** While a card is dragged every theme is in reach, wherever the lists are scrolled. */
export function Rail({ dragging }: { dragging: boolean }) {
  const lists = usePart((state) => state.lists);
  if (!dragging) return null;
  const themes = lists.filter(({ theme }) => theme !== null).map(({ id }) => id);
  return (
    <div className="tb-rail">
      {[...themes, NEW, PILE, ALONE].map((list) => (
        <Stop key={list} list={list} />
      ))}
    </div>
  );
}

function Stop({ list }: { list: string }) {
  const desk = useDesk();
  const { setNodeRef, isOver } = useDroppable({ id: `${RAIL}${list}`, data: { list } });
  return (
    <div ref={setNodeRef} className={`tb-stop ${isOver ? "tb-over" : ""}`} dir="auto">
      {desk.nameOf(list)}
    </div>
  );
}

/** Where a new theme begins: something is put down here, or the button is pressed. */
export function NewTheme() {
  const desk = useDesk();
  const hand = usePart((state) => state.hand);
  const { setNodeRef, isOver } = useDroppable({ id: "list new", data: { list: NEW } });
  return (
    <section
      ref={setNodeRef}
      className={`tb-list tb-new ${isOver ? "tb-over" : ""}`}
      data-list={NEW}
      aria-label={desk.say("board.new_theme")}
    >
      <button
        type="button"
        className="tb-button tb-begin"
        data-head={NEW}
        onClick={() => desk.open({ kind: "make", hand })}
      >
        <Icon name="plus" />
        {desk.say("board.new_theme")}
      </button>
      <p className="tb-counts">{desk.say(hand.length > 0 ? "board.new_with_hand" : "board.new_how")}</p>
    </section>
  );
}
