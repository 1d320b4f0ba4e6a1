// The card editor: type, Enter, type, Enter — and whose words they are, with one more key.
import { useRef, useState, type KeyboardEvent } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Item, Person } from "../protocol.ts";
import type { Panel } from "../wall.ts";
import { altered, changed, draftOf, FIRST_SHARE, stageNear, written, type Draft } from "./card_changes.ts";
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { PeopleChoice, ShareChoice, StageChoice, Tick, WordsField } from "./fields.tsx";
import { endsLine, numberChosen, personOf } from "./keyboard.ts";

type Asked = Extract<Panel, { card: string | null }>;

/** What was typed and not yet put on the wall, so that Escape loses no words. */
let unfinished = "";

export function CardPanel({ asked }: { asked: Asked }) {
  const { items } = useWallState();
  // What was opened stays opened, whatever another window does to it.
  const [item] = useState(() => (asked.card === null ? null : (items.get(asked.card) ?? null)));
  return item === null ? <NewCard asked={asked} /> : <OldCard item={item} />;
}

function NewCard({ asked }: { asked: Asked }) {
  const { wall, tell, leave } = useRoom();
  const state = useWallState();
  const { people, stages } = useSetting();
  const [at, setAt] = useState(asked.at ?? null);
  const [draft, setDraft] = useState<Draft>(() => ({
    text: unfinished,
    by: asked.by !== undefined ? asked.by : state.speaker,
    stage: asked.stage ?? (asked.at ? stageNear(stages, asked.at) : (state.stage ?? stages[0]?.id ?? "")),
    share: FIRST_SHARE,
    approved: false,
  }));
  const change = (part: Partial<Draft>) => {
    if (part.text !== undefined) unfinished = part.text;
    if (part.by !== undefined) wall.setSpeaker(part.by);
    if (part.stage !== undefined) setAt(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const put = () => {
    const changes = written(freshId(), draft, at);
    changes.forEach((one) => wall.send(one));
    if (changes.length > 0) {
      tell(wall.t("card.told", { words: draft.text.trim(), name: nameIn(people, draft.by, wall.t("card.nobody")) }));
    }
    // The next card of a place would lie on this one: the stage finds room for it.
    setAt(null);
    change({ text: "" });
    setDraft((before) => ({ ...before, approved: false }));
  };
  return (
    <Editor
      title={wall.t("card.new")}
      draft={draft}
      voice
      next
      onChange={change}
      onEnter={put}
      onClose={leave}
    />
  );
}

function OldCard({ item }: { item: Item }) {
  const { wall, tell, leave } = useRoom();
  const [opened] = useState(() => draftOf(item));
  const [draft, setDraft] = useState(opened);
  const keep = () => {
    const changes = altered(item, opened, draft);
    changes.forEach((one) => wall.send(one));
    if (changes.length > 0) tell(wall.t("card.kept"));
    leave();
  };
  return (
    <Editor
      title={wall.t(item.kind === "voice" ? "card.change" : "card.change_words")}
      draft={draft}
      voice={item.kind === "voice"}
      next={false}
      onChange={(part) => setDraft((before) => changed(before, part))}
      onEnter={keep}
      onClose={leave}
    />
  );
}

interface Edited {
  title: string;
  draft: Draft;
  voice: boolean;
  next: boolean;
  onChange(part: Partial<Draft>): void;
  onEnter(): void;
  onClose(): void;
}

function Editor({ title, draft, voice, next, onChange, onEnter, onClose }: Edited) {
  const { wall, tell } = useRoom();
  const { people, stages, width } = useSetting();
  // What is typed for the right half of the wall is typed on the left: the place stays in sight.
  const [away] = useState(() => stages.some(({ id, box: [x, , wide] }) => id === draft.stage && x + wide / 2 > width / 2));
  const field = useRef<HTMLTextAreaElement>(null);
  const enter = () => {
    onEnter();
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const number = voice ? numberChosen(event.nativeEvent, event.target === field.current) : null;
    const person = number === null ? undefined : personOf(people, number);
    if (person !== undefined) {
      event.preventDefault();
      onChange({ by: person });
      tell(nameIn(people, person, wall.t("card.nobody")));
    } else if (event.target === field.current && endsLine(event.nativeEvent)) {
      event.preventDefault();
      enter();
    }
  };
  return (
    <Dialog title={title} onClose={onClose} className={`pp-card ${away ? "pp-away" : ""}`}>
      <div onKeyDown={press}>
        <WordsField
          label={wall.t("card.words")}
          value={draft.text}
          hint={wall.t(next ? "card.hint_new" : "card.hint_old")}
          first
          large
          field={field}
          onType={(text) => onChange({ text })}
        />
        {voice ? <Whose draft={draft} onChange={onChange} /> : null}
        <div className="pp-row pp-end">
          <button type="button" className="pp-button" onClick={onClose}>
            {wall.t(next ? "card.finish" : "card.leave")}
          </button>
          <button type="button" className="pp-button pp-main" onClick={enter}>
            {wall.t(next ? "card.put" : "card.keep")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function Whose({ draft, onChange }: Pick<Edited, "draft" | "onChange">) {
  const { wall } = useRoom();
  const { people } = useSetting();
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
        <StageChoice value={draft.stage} onChoose={(stage) => onChange({ stage })} />
        <ShareChoice value={draft.share} onChoose={(share) => onChange({ share })} />
      </div>
      <Tick label={wall.t("card.approved")} value={draft.approved} onTick={(approved) => onChange({ approved })} />
    </>
  );
}

function nameIn(people: readonly Person[], id: string | null, nobody: string): string {
  return people.find((person) => person.id === id)?.name ?? nobody;
}
