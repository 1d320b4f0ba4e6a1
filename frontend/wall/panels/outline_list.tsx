// What stands in one stage, in speaking order: one row may be open for changing.
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Item } from "../protocol.ts";
import { useRoom } from "./context.tsx";
import { OutlineEditor } from "./outline_editor.tsx";
import { roomToMove, type Chapter, type Part } from "./outline_order.ts";
import { OutlineRow, type Moved } from "./outline_row.tsx";
import type { Reader } from "./speech.ts";

interface Shown {
  chapter: Chapter;
  reader: Reader;
  onTakeOut(item: Item): void;
}

const TITLES: Record<Part["kind"], string> = {
  words: "outline.words",
  commitments: "outline.commitments",
  pictures: "outline.pictures",
  drawings: "outline.drawings",
};

export function OutlineList({ chapter, reader, onTakeOut }: Shown) {
  const { wall, tell } = useRoom();
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const [id, what] = wanted.current.split(" ");
    const button = list.current?.querySelector<HTMLElement>(`[data-row="${id}"] [data-what="${what}"]`);
    if (button && button !== document.activeElement) button.focus();
  });
  const move = useCallback<Moved>(
    (item, steps) => {
      // A row that moves may lose the focus on its way.
      wanted.current = `${item.id} ${steps < 0 ? "up" : "down"}`;
      wall.send({ do: "move", collection: item.collection, record: item.id, steps });
      tell(wall.t(steps < 0 ? "outline.moved_up" : "outline.moved_down"));
    },
    [wall, tell],
  );
  const change = useCallback((item: Item) => {
    wanted.current = null;
    setOpen(item.id);
  }, []);
  const close = useCallback((item: Item) => {
    wanted.current = `${item.id} change`;
    setOpen(null);
  }, []);
  const takeOut = useCallback(
    (item: Item) => {
      // What comes back is a line again.
      setOpen(null);
      onTakeOut(item);
    },
    [onTakeOut],
  );
  return (
    <div ref={list} onFocus={(event) => forget(event.target, wanted)}>
      {chapter.parts.map(({ kind, items }) => (
        <div key={kind}>
          <h4>{wall.t(TITLES[kind])}</h4>
          <ul className="pp-rows">
            {items.map((item, index) => (
              <li key={item.id} className="pp-item" data-row={item.id}>
                {open === item.id ? (
                  <OutlineEditor item={item} reader={reader} onClose={close} onTakeOut={takeOut} />
                ) : (
                  <OutlineRow item={item} {...roomToMove(items, index)} onMove={move} onChange={change} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Once somebody goes elsewhere by themselves, the focus is not called back. */
function forget(target: Element, wanted: { current: string | null }): void {
  const row = target.closest("[data-row]")?.getAttribute("data-row");
  const what = target.getAttribute("data-what");
  if (wanted.current !== `${row} ${what}`) wanted.current = null;
}
