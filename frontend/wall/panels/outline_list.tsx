// The items of one stage in speaking order; one of them may be open in the editor.
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Item } from "../protocol.ts";
import { usePanel, useSetting } from "./context.tsx";
import { OutlineEditor } from "./outline_editor.tsx";
import { possibleMoves, type Chapter, type OutlinePart } from "./outline_order.ts";
import { OutlineRow, type MoveItem } from "./outline_row.tsx";
import type { Speech } from "./speech.ts";

interface OutlineListProps {
  chapter: Chapter;
  speech: Speech;
  onDelete(item: Item): void;
}

const TITLES: Record<OutlinePart["kind"], string> = {
  words: "outline.words",
  commitments: "outline.commitments",
  pictures: "outline.pictures",
  drawings: "outline.drawings",
};

export function OutlineList({ chapter, speech, onDelete }: OutlineListProps) {
  const { wall, announce } = usePanel();
  const isLocked = useSetting().cloth !== undefined;
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const focusTarget = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focusTarget.current === null) return;
    if (isFocusOutside(list.current)) {
      focusTarget.current = null;
      return;
    }
    const [id, action] = focusTarget.current.split(" ");
    const button = list.current?.querySelector<HTMLElement>(`[data-row="${id}"] [data-what="${action}"]`);
    if (button && button !== document.activeElement) button.focus();
  });
  const move = useCallback<MoveItem>(
    (item, steps) => {
      // A row that moves may lose the focus.
      focusTarget.current = `${item.id} ${steps < 0 ? "up" : "down"}`;
      wall.send({ do: "move", collection: item.collection, record: item.id, steps });
      announce(wall.t(steps < 0 ? "outline.moved_up" : "outline.moved_down"));
    },
    [wall, announce],
  );
  const edit = useCallback((item: Item) => {
    focusTarget.current = null;
    setOpen(item.id);
  }, []);
  const close = useCallback((item: Item) => {
    focusTarget.current = `${item.id} change`;
    setOpen(null);
  }, []);
  const remove = useCallback(
    (item: Item) => {
      // An item that is restored is a row, not an editor.
      setOpen(null);
      onDelete(item);
    },
    [onDelete],
  );
  return (
    <div ref={list} onFocus={(event) => clearFocusTarget(event.target, focusTarget)}>
      {chapter.parts.map(({ kind, items }) => (
        <div key={kind}>
          <h4>{wall.t(TITLES[kind])}</h4>
          <ul className="pp-rows">
            {items.map((item, index) => (
              <li key={item.id} className="pp-item" data-row={item.id}>
                {open === item.id ? (
                  <OutlineEditor item={item} speech={speech} onClose={close} onDelete={remove} />
                ) : (
                  <OutlineRow item={item} {...possibleMoves(items, index)} isLocked={isLocked} onMove={move} onChange={edit} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Whether somebody has moved on from the list: what arrives later must not pull the focus back. */
function isFocusOutside(list: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !list?.contains(activeElement);
}

/** Forgets where the focus was to go once somebody has moved it elsewhere. */
function clearFocusTarget(target: Element, focusTarget: { current: string | null }): void {
  const row = target.closest("[data-row]")?.getAttribute("data-row");
  const action = target.getAttribute("data-what");
  if (focusTarget.current !== `${row} ${action}`) focusTarget.current = null;
}
