// Dragging topics by mouse, pen and finger.
import { DndContext, DragOverlay, useDroppable } from "@dnd-kit/core";
import { useState, type ReactNode } from "react";
import { PLACES, useBoardSensors } from "../shared/pointer.ts";
import { DraggedCard } from "./card.tsx";
import { useStore, useWall } from "./context.tsx";

export function Dragging({ children }: { children: ReactNode }) {
  const store = useStore();
  const [dragged, setDragged] = useState<string | null>(null);
  const topic = useWall((state) => state.topics.find(({ id }) => id === dragged));
  const sensors = useBoardSensors();
  return (
    <DndContext
      sensors={sensors}
      {...PLACES}
      onDragStart={({ active }) => {
        store.set({ held: null, target: null });
        setDragged(String(active.id));
      }}
      onDragEnd={({ active, over }) => {
        setDragged(null);
        if (over) store.put(String(over.id), String(active.id));
      }}
      onDragCancel={() => setDragged(null)}
    >
      {children}
      <DragOverlay dropAnimation={null} zIndex={1000}>
        {topic ? <DraggedCard topic={topic} /> : null}
      </DragOverlay>
    </DndContext>
  );
}

/** A place where a topic can be put: its element, and how it looks now. */
export function useDropPlace(place: string): { ref: (element: HTMLElement | null) => void; classes: string } {
  const { setNodeRef, isOver } = useDroppable({ id: place });
  const isTarget = useWall((state) => state.target === place);
  return { ref: setNodeRef, classes: isOver || isTarget ? "ag-over" : "" };
}
