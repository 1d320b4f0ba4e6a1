// The card editor: type, Enter, type, Enter, and one more key for whose words they are.
import { useRef, useState, type KeyboardEvent } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Item, Person } from "../protocol.ts";
import type { Panel } from "../wall.ts";
import { DEFAULT_SHARE, draftOf, editDraft, itemChanges, nearestStage, newVoiceChanges, newWordsOnCloth, type Draft } from "./card_changes.ts";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { Checkbox, PeopleChoice, Select, ShareChoice, StageChoice, TextField } from "./fields.tsx";
import { chosenNumber, isSubmitKey, personAt } from "./keyboard.ts";

type CardRequest = Extract<Panel, { card: string | null }>;

/** What was typed and not yet added, so that Escape loses no words. */
let unfinishedText = "";

export function CardPanel({ request }: { request: CardRequest }) {
  const { items } = useWallState();
  // The item stays as it was opened, whatever another window does to it.
  const [item] = useState(() => (request.card === null ? null : (items.get(request.card) ?? null)));
  return item === null ? <NewCard request={request} /> : <ExistingCard item={item} />;
}

function NewCard({ request }: { request: CardRequest }) {
  const { wall, announce, close } = usePanel();
  const state = useWallState();
  const { people, stages, cloth } = useSetting();
  const [point, setPoint] = useState(request.at ?? null);
  const [draft, setDraft] = useState<Draft>(() => ({
    text: [unfinishedText, request.text ?? ""].filter(Boolean).join("\n"),
    by: request.by !== undefined ? request.by : state.speaker,
    stage: request.stage ?? (request.at ? nearestStage(stages, request.at) : (state.stage ?? stages[0]?.id ?? "")),
    share: DEFAULT_SHARE,
    approved: false,
    answers: request.answers ?? null,
  }));
  const edit = (changes: Partial<Draft>) => {
    if (changes.text !== undefined) unfinishedText = changes.text;
    if (changes.by !== undefined) wall.setSpeaker(changes.by);
    if (changes.stage !== undefined) setPoint(null);
    setDraft((previous) => ({ ...previous, ...changes }));
  };
  const add = () => {
    const changes = (cloth ? newWordsOnCloth : newVoiceChanges)(freshId(), draft, point);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) {
      announce(wall.t("card.told", { words: draft.text.trim(), name: nameOf(people, draft.by, wall.t("card.nobody")) }));
    }
    // The next card at the same point would cover this one: the server finds room for it.
    setPoint(null);
    edit({ text: "" });
    setDraft((previous) => ({ ...previous, approved: false, answers: null }));
  };
  return (
    <Editor
      title={wall.t("card.new")}
      draft={draft}
      isVoice
      isNew
      onChange={edit}
      onEnter={add}
      onClose={close}
    />
  );
}

function ExistingCard({ item }: { item: Item }) {
  const { wall, announce, close } = usePanel();
  const [original] = useState(() => draftOf(item));
  const [base] = useState(() => wall.revision());
  const [draft, setDraft] = useState(original);
  const save = () => {
    const changes = itemChanges(item, original, draft, base);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) announce(wall.t("card.kept"));
    close();
  };
  return (
    <Editor
      title={wall.t(item.kind === "voice" ? "card.change" : "card.change_words")}
      draft={draft}
      isVoice={item.kind === "voice"}
      isNew={false}
      onChange={(edit) => setDraft((previous) => editDraft(previous, edit))}
      onEnter={save}
      onClose={close}
    />
  );
}

interface EditorProps {
  title: string;
  draft: Draft;
  isVoice: boolean;
  isNew: boolean;
  onChange(part: Partial<Draft>): void;
  onEnter(): void;
  onClose(): void;
}

function Editor({ title, draft, isVoice, isNew, onChange, onEnter, onClose }: EditorProps) {
  const { wall, announce } = usePanel();
  const { people, stages, width } = useSetting();
  const answered = useWallState().items.get(draft.answers ?? "");
  // The editor of a card in the right half of the wall is on the left, so that the card stays in view.
  const [isFarHalf] = useState(() => stages.some(({ id, box: [x, , boxWidth] }) => id === draft.stage && x + boxWidth / 2 > width / 2));
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = () => {
    onEnter();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const number = isVoice ? chosenNumber(event.nativeEvent, event.target === field.current) : null;
    const person = number === null ? undefined : personAt(people, number);
    if (person !== undefined) {
      event.preventDefault();
      onChange({ by: person });
      announce(nameOf(people, person, wall.t("card.nobody")));
    } else if (event.target === field.current && isSubmitKey(event.nativeEvent)) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <Dialog title={title} onClose={onClose} className={`pp-card ${isFarHalf ? "pp-away" : ""}`}>
      <div onKeyDown={onKeyDown}>
        {answered ? (
          <p className="pp-about" dir="auto">
            {wall.t("cloth.answers", { words: answered.text })}
          </p>
        ) : null}
        <TextField
          label={wall.t("card.words")}
          value={draft.text}
          hint={wall.t(isNew ? "card.hint_new" : "card.hint_old")}
          initialFocus
          large
          fieldRef={field}
          onChange={(text) => onChange({ text })}
        />
        {isVoice ? <VoiceFields draft={draft} onChange={onChange} /> : null}
        <div className="pp-row pp-end">
          <button type="button" className="pp-button" onClick={onClose}>
            {wall.t(isNew ? "card.finish" : "card.leave")}
          </button>
          <button type="button" className="pp-button pp-main" onClick={submit}>
            {wall.t(isNew ? "card.put" : "card.keep")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function VoiceFields({ draft, onChange }: Pick<EditorProps, "draft" | "onChange">) {
  const { wall } = usePanel();
  const { people, cloth } = useSetting();
  return (
    <>
      <PeopleChoice
        label={wall.t("card.who")}
        people={people}
        value={draft.by}
        nobody={wall.t("card.nobody")}
        numbered
        onChoose={(by) => onChange({ by })}
      />
      <p className="pp-hint pp-keys">{wall.t("card.keys")}</p>
      <div className="pp-two">
        {cloth ? (
          <Select
            label={wall.t("cloth.helper")}
            value={draft.supported_by ?? ""}
            options={[["", wall.t("cloth.no_helper")], ...cloth.helpers]}
            onChoose={(helper) => onChange({ supported_by: helper || null })}
          />
        ) : (
          <StageChoice value={draft.stage} onChoose={(stage) => onChange({ stage })} />
        )}
        <ShareChoice value={draft.share} onChoose={(share) => onChange({ share })} />
      </div>
      {cloth ? null : (
        <Checkbox label={wall.t("card.approved")} value={draft.approved} onChange={(approved) => onChange({ approved })} />
      )}
    </>
  );
}

function nameOf(people: readonly Person[], id: string | null, nobody: string): string {
  return people.find((person) => person.id === id)?.name ?? nobody;
}
