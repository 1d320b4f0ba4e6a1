// Asks before cards are deleted: delete the words, hide the card, or keep both.
import type { Item } from "../protocol.ts";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";

interface RemovePanelProps {
  records: readonly string[];
  /** The marks that are selected with the cards: they are erased with them. */
  marks: readonly string[];
}

export function RemovePanel({ records, marks }: RemovePanelProps) {
  const { wall, announce, close } = usePanel();
  const { items } = useWallState();
  const { cloth } = useSetting();
  const existing = records.flatMap((id) => items.get(id) ?? []);
  const isSingle = existing.length === 1;
  const applyToAll = (announcementKey: string, act: (item: Item) => void) => () => {
    existing.forEach(act);
    wall.eraseMarks(marks);
    announce(wall.t(announcementKey));
    close();
  };
  const deleteRecords = applyToAll("remove.told_out", ({ id, collection }) => wall.send({ do: "drop", collection, record: id }));
  const hide = applyToAll("remove.told_hidden", ({ id, collection }) =>
    wall.send({ do: "amend", collection, record: id, fields: { hidden: true } }),
  );
  return (
    <Dialog title={wall.t(isSingle ? "remove.title" : "remove.title_many")} onClose={close}>
      <ul className="pp-quotes">
        {existing.map((item) => (
          <li key={item.id} dir="auto">
            {item.text || wall.t(`kind.${item.kind}`)}
            {item.about ? <small>{item.about}</small> : null}
          </li>
        ))}
      </ul>
      <div className="pp-stack">
        <button type="button" className="pp-button pp-main" data-first="" onClick={close}>
          {wall.t("remove.keep")}
        </button>
        {cloth ? null : (
          <button type="button" className="pp-button" onClick={hide}>
            {wall.t("remove.hide")}
          </button>
        )}
        <button type="button" className="pp-button pp-warm" onClick={deleteRecords}>
          {wall.t("remove.out")}
        </button>
      </div>
      <p className="pp-hint">{wall.t("remove.history")}</p>
    </Dialog>
  );
}
