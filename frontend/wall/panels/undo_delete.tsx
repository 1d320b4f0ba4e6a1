// Taking something out in the outline, and putting it back with one press.
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Item } from "../protocol.ts";
import { useRoom } from "./context.tsx";

export interface Taking {
  item: Item | null;
  takeOut(item: Item): void;
  putBack(): void;
}

export function useTakingOut(): Taking {
  const { wall, tell } = useRoom();
  const [item, setItem] = useState<Item | null>(null);
  const takeOut = useCallback(
    (out: Item) => {
      wall.send({ do: "drop", collection: out.collection, record: out.id });
      tell(wall.t("outline.taken_out", { words: out.text }));
      setItem(out);
    },
    [wall, tell],
  );
  const putBack = useCallback(() => {
    if (item === null) return;
    wall.send({ do: "restore", collection: item.collection, record: item.id });
    tell(wall.t("outline.is_back"));
    setItem(null);
  }, [wall, tell, item]);
  return { item, takeOut, putBack };
}

/** Stands where the item stood, and has the focus: what went can come back at once. */
export function TakenOut({ taking, stage }: { taking: Taking; stage: string }) {
  const { wall } = useRoom();
  const button = useRef<HTMLButtonElement>(null);
  const { item } = taking;
  const shown = item?.stage === stage;
  useLayoutEffect(() => {
    if (shown) button.current?.focus();
  }, [shown, item]);
  const back = () => {
    const list = button.current?.closest(".pp-inside");
    taking.putBack();
    list?.querySelector<HTMLElement>("textarea, button")?.focus();
  };
  if (!item || !shown) return null;
  return (
    <div className="pp-notice">
      <p dir="auto">{wall.t("outline.taken_out", { words: item.text || wall.t(`kind.${item.kind}`) })}</p>
      <button ref={button} type="button" className="pp-button" onClick={back}>
        {wall.t("outline.put_back")}
      </button>
    </div>
  );
}
