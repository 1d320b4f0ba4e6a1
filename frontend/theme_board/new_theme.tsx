// Where a new theme begins: something is put down here, or the button is pressed.
import { useDroppable } from "@dnd-kit/core";
import { NEW } from "./controller.ts";
import { useDesk, usePart } from "./context.tsx";
import { Icon } from "./icons.tsx";

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
