// Deletes an item of the outline, and restores it with one press.
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Item } from "../protocol.ts";
import { usePanel } from "./context.tsx";

/** The item that was deleted last, while it can be restored. */
export interface Deletion {
  item: Item | null;
  remove(item: Item): void;
  restore(): void;
}

export function useDeletion(): Deletion {
  const { wall, announce } = usePanel();
  const [item, setItem] = useState<Item | null>(null);
  const remove = useCallback(
    (removed: Item) => {
      wall.send({ do: "drop", collection: removed.collection, record: removed.id });
      announce(wall.t("outline.taken_out", { words: removed.text }));
      setItem(removed);
    },
    [wall, announce],
  );
  const restore = useCallback(() => {
    if (item === null) return;
    wall.send({ do: "restore", collection: item.collection, record: item.id });
    announce(wall.t("outline.is_back"));
    setItem(null);
  }, [wall, announce, item]);
  return { item, remove, restore };
}

/** Takes the place and the focus of a deleted item, so that it can be restored at once. */
export function UndoDelete({ deletion, stage }: { deletion: Deletion; stage: string }) {
  const { wall } = usePanel();
  const button = useRef<HTMLButtonElement>(null);
  const { item } = deletion;
  const isShown = item?.stage === stage;
  useLayoutEffect(() => {
    if (isShown) button.current?.focus();
  }, [isShown, item]);
  const undo = () => {
    const list = button.current?.closest(".pp-inside");
    deletion.restore();
    list?.querySelector<HTMLElement>("textarea, button")?.focus();
  };
  if (!item || !isShown) return null;
  return (
    <div className="pp-notice">
      <p dir="auto">{wall.t("outline.taken_out", { words: item.text || wall.t(`kind.${item.kind}`) })}</p>
      <button ref={button} type="button" className="pp-button" onClick={undo}>
        {wall.t("outline.put_back")}
      </button>
    </div>
  );
}
