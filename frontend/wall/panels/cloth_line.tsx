// A line of a tablecloth: its words stay; it can be answered, and taken back by whoever added it.
import type { Item } from "../protocol.ts";
import type { Wall } from "../wall.ts";
import { usePanel, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";

export function ClothLine({ record }: { record: string }) {
  const { wall, close } = usePanel();
  const item = useWallState().items.get(record);
  return (
    <Dialog title={wall.t("card.new")} onClose={close} className="pp-card">
      {item ? (
        <>
          <ul className="pp-quotes">
            <li dir="auto">
              {item.text}
              <small>{item.about}</small>
            </li>
          </ul>
          <p className="pp-hint">{wall.t("cloth.rule")}</p>
          <div className="pp-row">
            {clothActions(wall, item).map(({ action, words, act }) => (
              <button key={action} type="button" className="pp-button" data-first={action === "answer" ? "" : undefined} onClick={act}>
                {words}
              </button>
            ))}
          </div>
        </>
      ) : null}
    </Dialog>
  );
}

export interface ClothAction {
  action: string;
  words: string;
  act(): void;
}

/** What can be done with a line of a cloth. */
export function clothActions(wall: Wall, item: Item): ClothAction[] {
  if (item.kind !== "voice") return [];
  const answer = { action: "answer", words: wall.t("cloth.answer"), act: () => wall.open({ card: null, answers: item.id }) };
  const takeBack = { action: "take_back", words: wall.t("cloth.take_back"), act: () => wall.open({ remove: [item.id] }) };
  return item.own ? [answer, takeBack] : [answer];
}
