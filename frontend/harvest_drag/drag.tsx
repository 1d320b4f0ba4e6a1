// Dragging lines of the harvest into groups by mouse, pen and finger. The page itself shows lines and
// groups, with a list of groups beside each line for keyboards; here each line gets a grip.
import { DndContext, DragOverlay, useDraggable, useDroppable } from "@dnd-kit/core";
import { useEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { PLACES, useBoardSensors, watchPens } from "../shared/pointer.ts";
import { elementsOf, type Elements } from "./elements.ts";
import type { Store } from "./store.ts";

const OVER = "hv-over";

export function Drag({ store, page }: { store: Store; page: Document }) {
  const { data, announcement, notice } = useSyncExternalStore(store.subscribe, store.state);
  const { rows, boxes } = useElements(store, page);
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useBoardSensors();
  useEffect(() => watchPens(page.body, ".hv-grip"), [page]);
  return (
    <DndContext
      sensors={sensors}
      {...PLACES}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={({ active, over }) => {
        setDragged(null);
        if (over) store.move(String(active.id), String(over.data.current?.group ?? ""));
      }}
    >
      {[...rows].map(([id, row]) => createPortal(<Grip id={id} />, row, id))}
      {[...boxes].map(([id, box]) => (
        <Place key={id} group={id} box={box} />
      ))}
      <DragOverlay dropAnimation={null} zIndex={1000}>
        {dragged === null ? null : (
          <p className="hv-air" dir="auto">
            {data.lines[dragged]}
          </p>
        )}
      </DragOverlay>
      <p role="status" className="for-readers">
        {announcement}
      </p>
      <p role="alert" className={notice ? "notice" : "for-readers"}>
        {notice}
      </p>
    </DndContext>
  );
}

/** For a pointer alone: with a keyboard, the list of groups beside the line does the same. */
function Grip({ id }: { id: string }) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id });
  return (
    <span ref={setNodeRef} {...listeners} className={`hv-grip ${isDragging ? "hv-dragged" : ""}`} aria-hidden="true">
      ⠿
    </span>
  );
}

function Place({ group, box }: { group: string; box: HTMLElement }) {
  const { setNodeRef, isOver } = useDroppable({ id: `group ${group}`, data: { group } });
  useEffect(() => setNodeRef(box), [setNodeRef, box]);
  useEffect(() => {
    box.classList.toggle(OVER, isOver);
    return () => box.classList.remove(OVER);
  }, [box, isOver]);
  return null;
}

/** The elements of lines and groups as the page has them now: each run of it may make new ones. */
function useElements(store: Store, page: Document): Elements {
  const { data } = useSyncExternalStore(store.subscribe, store.state);
  const [elements, setElements] = useState<Elements>(() => elementsOf(page, data));
  useEffect(() => {
    const find = () => setElements((before) => elementsOf(page, data, before));
    find();
    const observer = new MutationObserver(find);
    observer.observe(page.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [page, data]);
  return elements;
}
