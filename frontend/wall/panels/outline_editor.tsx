// An item of the outline, edited in place: its words, its author, its stage.
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Item } from "../protocol.ts";
import { draftOf, editDraft, itemChanges, type Draft } from "./card_changes.ts";
import { usePanel, useSetting } from "./context.tsx";
import { showOnWall } from "./dialog.tsx";
import { Checkbox, DateField, Select, ShareChoice, StageChoice, TextField } from "./fields.tsx";
import { isSubmitKey } from "./keyboard.ts";
import { spokenText, type Speech } from "./speech.ts";

interface OutlineEditorProps {
  item: Item;
  speech: Speech;
  onClose(item: Item): void;
  onDelete(item: Item): void;
}

export function OutlineEditor({ item, speech, onClose, onDelete }: OutlineEditorProps) {
  const { wall, announce } = usePanel();
  const [original] = useState(() => draftOf(item));
  const [base] = useState(() => wall.revision());
  const [draft, setDraft] = useState(original);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const edit = (changes: Partial<Draft>) => setDraft((previous) => editDraft(previous, changes));
  const save = () => {
    const changes = itemChanges(item, original, draft, base);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) announce(wall.t("card.kept"));
    onClose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const submits = event.target === field.current && isSubmitKey(event.nativeEvent);
    const cancels = event.key === "Escape" && !event.nativeEvent.isComposing;
    if (!submits && !cancels) return;
    event.preventDefault();
    event.stopPropagation();
    if (submits) save();
    else onClose(item);
  };
  return (
    <div className="pp-open" onKeyDown={onKeyDown}>
      <TextField
        label={wall.t(item.collection === "marks" && item.kind !== "label" ? "outline.describe" : "card.words")}
        value={draft.text}
        rows={2}
        fieldRef={field}
        onChange={(text) => edit({ text })}
      />
      <AuthorField item={item} by={draft.by} onChoose={(by) => edit({ by })} />
      <StageChoice value={draft.stage} onChoose={(stage) => edit({ stage })} />
      {item.kind === "commitment" ? (
        <DateField label={wall.t("outline.by_when")} value={draft.by_when ?? ""} onChoose={(by_when) => edit({ by_when })} />
      ) : null}
      {item.kind === "voice" ? (
        <>
          <ShareChoice value={draft.share} onChoose={(share) => edit({ share })} />
          <Checkbox label={wall.t("card.approved")} value={draft.approved} onChange={(approved) => edit({ approved })} />
        </>
      ) : null}
      <div className="pp-row">
        <button type="button" className="pp-button pp-main" onClick={save}>
          {wall.t("card.keep")}
        </button>
        <button type="button" className="pp-button" onClick={() => onClose(item)}>
          {wall.t("card.leave")}
        </button>
      </div>
      <MoreActions item={item} speech={speech} onDelete={onDelete} />
    </div>
  );
}

const AUTHOR_LABELS: Partial<Record<Item["kind"], string>> = { voice: "card.who", commitment: "outline.who" };

function AuthorField({ item, by, onChoose }: { item: Item; by: string | null; onChoose(by: string | null): void }) {
  const { wall } = usePanel();
  const { people } = useSetting();
  const options = [["", wall.t("card.nobody")] as const, ...people.map(({ id, name }) => [id, name] as const)];
  return (
    <Select
      label={wall.t(AUTHOR_LABELS[item.kind] ?? "outline.made_by")}
      value={by ?? ""}
      options={options}
      onChoose={(id) => onChoose(id === "" ? null : id)}
    />
  );
}

function MoreActions({ item, speech, onDelete }: Omit<OutlineEditorProps, "onClose">) {
  const { wall, announce } = usePanel();
  const { people } = useSetting();
  const unhide = () => {
    wall.send({ do: "amend", collection: item.collection, record: item.id, fields: { hidden: false } });
    announce(wall.t("outline.shown_again"));
  };
  return (
    <div className="pp-row">
      {item.hidden ? (
        <button type="button" className="pp-button" onClick={unhide}>
          {wall.t("outline.unhide")}
        </button>
      ) : (
        <button type="button" className="pp-button" onClick={() => showOnWall(wall, item)}>
          {wall.t("outline.show")}
        </button>
      )}
      {speech.voice ? (
        <button
          type="button"
          className="pp-button"
          onClick={() => speech.read([spokenText(item, people, wall.t("outline.no_words"))])}
        >
          {wall.t("outline.read")}
        </button>
      ) : null}
      {item.kind === "commitment" ? (
        <button type="button" className="pp-button" onClick={() => wall.open({ sign: item.id })}>
          {wall.t("outline.sign")}
        </button>
      ) : null}
      <button type="button" className="pp-button pp-warm" onClick={() => onDelete(item)}>
        {wall.t("outline.take_out")}
      </button>
    </div>
  );
}
