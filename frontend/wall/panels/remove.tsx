// Asked before a card goes: the words themselves, the card alone, or nothing.
import type { Item } from "../protocol.ts";
import { useRoom, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";

interface Asked {
  records: readonly string[];
  /** Chosen together with the cards: they go with them. */
  marks: readonly string[];
}

export function RemovePanel({ records, marks }: Asked) {
  const { wall, tell, leave } = useRoom();
  const { items } = useWallState();
  const known = records.flatMap((id) => items.get(id) ?? []);
  const one = known.length === 1;
  const each = (told: string, act: (item: Item) => void) => () => {
    known.forEach(act);
    wall.eraseMarks(marks);
    tell(wall.t(told));
    leave();
  };
  const takeOut = each("remove.told_out", ({ id, collection }) => wall.send({ do: "drop", collection, record: id }));
  const hide = each("remove.told_hidden", ({ id, collection }) =>
    wall.send({ do: "amend", collection, record: id, fields: { hidden: true } }),
  );
  return (
    <Dialog title={wall.t(one ? "remove.title" : "remove.title_many")} onClose={leave}>
      <ul className="pp-quotes">
        {known.map((item) => (
          <li key={item.id} dir="auto">
            {item.text || wall.t(`kind.${item.kind}`)}
            {item.about ? <small>{item.about}</small> : null}
          </li>
        ))}
      </ul>
      <div className="pp-stack">
        <button type="button" className="pp-button pp-main" data-first="" onClick={leave}>
          {wall.t("remove.keep")}
        </button>
        <button type="button" className="pp-button" onClick={hide}>
          {wall.t("remove.hide")}
        </button>
        <button type="button" className="pp-button pp-warm" onClick={takeOut}>
          {wall.t("remove.out")}
        </button>
      </div>
      <p className="pp-hint">{wall.t("remove.history")}</p>
    </Dialog>
  );
}
