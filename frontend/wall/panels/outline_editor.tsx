// A line of the outline, opened in place: its words, whose they are, where they belong.
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Item } from "../protocol.ts";
import { altered, changed, draftOf, type Draft } from "./card_changes.ts";
import { useRoom, useSetting } from "./context.tsx";
import { showOnWall } from "./dialog.tsx";
import { Choice, DayField, ShareChoice, StageChoice, Tick, WordsField } from "./fields.tsx";
import { endsLine } from "./keyboard.ts";
import { readAs, type Reader } from "./speech.ts";

interface Shown {
  item: Item;
  reader: Reader;
  onClose(item: Item): void;
  onTakeOut(item: Item): void;
}

export function OutlineEditor({ item, reader, onClose, onTakeOut }: Shown) {
  const { wall, tell } = useRoom();
  const [opened] = useState(() => draftOf(item));
  const [draft, setDraft] = useState(opened);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const change = (part: Partial<Draft>) => setDraft((before) => changed(before, part));
  const keep = () => {
    const changes = altered(item, opened, draft);
    changes.forEach((one) => wall.send(one));
    if (changes.length > 0) tell(wall.t("card.kept"));
    onClose(item);
  };
  const press = (event: KeyboardEvent) => {
    const ends = event.target === field.current && endsLine(event.nativeEvent);
    const leaves = event.key === "Escape" && !event.nativeEvent.isComposing;
    if (!ends && !leaves) return;
    event.preventDefault();
    event.stopPropagation();
    if (ends) keep();
    else onClose(item);
  };
  return (
    <div className="pp-open" onKeyDown={press}>
      <WordsField
        label={wall.t(item.collection === "marks" && item.kind !== "label" ? "outline.describe" : "card.words")}
        value={draft.text}
        rows={2}
        field={field}
        onType={(text) => change({ text })}
      />
      <Who item={item} by={draft.by} onChoose={(by) => change({ by })} />
      <StageChoice value={draft.stage} onChoose={(stage) => change({ stage })} />
      {item.kind === "commitment" ? (
        <DayField label={wall.t("outline.by_when")} value={draft.by_when ?? ""} onChoose={(by_when) => change({ by_when })} />
      ) : null}
      {item.kind === "voice" ? (
        <>
          <ShareChoice value={draft.share} onChoose={(share) => change({ share })} />
          <Tick label={wall.t("card.approved")} value={draft.approved} onTick={(approved) => change({ approved })} />
        </>
      ) : null}
      <div className="pp-row">
        <button type="button" className="pp-button pp-main" onClick={keep}>
          {wall.t("card.keep")}
        </button>
        <button type="button" className="pp-button" onClick={() => onClose(item)}>
          {wall.t("card.leave")}
        </button>
      </div>
      <More item={item} reader={reader} onTakeOut={onTakeOut} />
    </div>
  );
}

const WHO: Partial<Record<Item["kind"], string>> = { voice: "card.who", commitment: "outline.who" };

function Who({ item, by, onChoose }: { item: Item; by: string | null; onChoose(by: string | null): void }) {
  const { wall } = useRoom();
  const { people } = useSetting();
  const options = [["", wall.t("card.nobody")] as const, ...people.map(({ id, name }) => [id, name] as const)];
  return (
    <Choice
      label={wall.t(WHO[item.kind] ?? "outline.made_by")}
      value={by ?? ""}
      options={options}
      onChoose={(id) => onChoose(id === "" ? null : id)}
    />
  );
}

function More({ item, reader, onTakeOut }: Omit<Shown, "onClose">) {
  const { wall, tell } = useRoom();
  const { people } = useSetting();
  const showAgain = () => {
    wall.send({ do: "amend", collection: item.collection, record: item.id, fields: { hidden: false } });
    tell(wall.t("outline.shown_again"));
  };
  return (
    <div className="pp-row">
      {item.hidden ? (
        <button type="button" className="pp-button" onClick={showAgain}>
          {wall.t("outline.unhide")}
        </button>
      ) : (
        <button type="button" className="pp-button" onClick={() => showOnWall(wall, item)}>
          {wall.t("outline.show")}
        </button>
      )}
      {reader.voice ? (
        <button
          type="button"
          className="pp-button"
          onClick={() => reader.read([readAs(item, people, wall.t("outline.no_words"))])}
        >
          {wall.t("outline.read")}
        </button>
      ) : null}
      {item.kind === "commitment" ? (
        <button type="button" className="pp-button" onClick={() => wall.open({ sign: item.id })}>
          {wall.t("outline.sign")}
        </button>
      ) : null}
      <button type="button" className="pp-button pp-warm" onClick={() => onTakeOut(item)}>
        {wall.t("outline.take_out")}
      </button>
    </div>
  );
}
