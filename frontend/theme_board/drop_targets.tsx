// While a card is dragged every theme is in reach, wherever the lists are scrolled.
import { useDroppable } from "@dnd-kit/core";
import { NEW } from "./controller.ts";
import { useDesk, usePart } from "./context.tsx";
import { ALONE, PILE } from "./lists.ts";

/** How the ids of its stops begin. */
export const RAIL = "rail ";

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
