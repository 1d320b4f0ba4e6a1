// Enrolling by signing: who, what for, and their own ink — or their name written for them.
import { useState } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Item, Person, Stage } from "../protocol.ts";
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { PeopleChoice, WordsField } from "./fields.tsx";
import { strokeElement } from "./ink.ts";
import { Pad, type Stroke } from "./signature_pad.tsx";

const ANOTHER = "another name";

export function SignPanel({ commitment }: { commitment: string | null }) {
  const { wall, tell, leave } = useRoom();
  const state = useWallState();
  const { people, stages } = useSetting();
  const [item] = useState(() => (commitment === null ? null : (state.items.get(commitment) ?? null)));
  const present = people.filter((person) => person.present || person.id === item?.by);
  const [who, setWho] = useState<string | null>(() => firstWho(present, item, state.speaker));
  const [name, setName] = useState("");
  const [what, setWhat] = useState(item?.text ?? "");
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [missing, setMissing] = useState("");
    const enrol = (own: boolean) => {
    const person = who === ANOTHER ? name.trim() : (who ?? "");
    const lacks = person === "" ? "sign.no_name" : own && strokes.length === 0 ? "sign.no_ink" : "";
    setMissing(lacks);
    if (lacks !== "") return;
    const record = item?.id ?? freshId();
    const stage = item?.stage ?? enrolStage(stages, state.stage);
    const ink = own ? strokes : [];
    const elements = ink.map(({ line, pen }) => strokeElement(freshId(), line, pen, record, stage));
    wall.send({ do: "sign", commitment: record, who: person, what: what.trim(), stage, elements });
    tell(wall.t("sign.told", { name: people.find(({ id }) => id === person)?.name ?? person }));
    leave();
  };
  const shown = [...present, { id: ANOTHER, name: wall.t("sign.another"), role: "", present: true }];
  return (
    <Dialog title={wall.t("sign.title")} onClose={leave}>
      <PeopleChoice label={wall.t("sign.who")} people={shown} value={who} onChoose={setWho} />
      {who === ANOTHER ? <NewName value={name} onType={setName} /> : null}
      <WordsField label={wall.t("sign.what")} value={what} rows={2} onType={setWhat} />
      <Signature strokes={strokes} onStrokes={setStrokes} />
      {missing ? (
        <p className="pp-alert" role="alert">
          {wall.t(missing)}
        </p>
      ) : null}
      <div className="pp-row pp-end">
        <button type="button" className="pp-button" onClick={() => enrol(false)}>
          {wall.t("sign.write_for_me")}
        </button>
        <button type="button" className="pp-button pp-main" onClick={() => enrol(true)}>
          {wall.t("sign.sign")}
        </button>
      </div>
      <p className="pp-hint">{wall.t("sign.may_say_no")}</p>
    </Dialog>
  );
}

function NewName({ value, onType }: { value: string; onType(name: string): void }) {
  const { wall } = useRoom();
  return (
    <label className="pp-field">
      <span className="pp-label">{wall.t("sign.name")}</span>
      <input type="text" dir="auto" maxLength={300} value={value} onChange={(event) => onType(event.target.value)} />
    </label>
  );
}

interface Signed {
  strokes: readonly Stroke[];
  onStrokes(change: (before: readonly Stroke[]) => readonly Stroke[]): void;
}

function Signature({ strokes, onStrokes }: Signed) {
  const { wall } = useRoom();
  return (
    <div className="pp-group">
      <p className="pp-label">{wall.t("sign.here")}</p>
      <Pad
        label={wall.t(strokes.length > 0 ? "sign.pad_signed" : "sign.pad_empty")}
        strokes={strokes}
        onStroke={(stroke) => onStrokes((before) => [...before, stroke])}
      />
      <button
        type="button"
        className="pp-button"
        aria-disabled={strokes.length === 0}
        onClick={() => onStrokes(() => [])}
      >
        {wall.t("sign.again")}
      </button>
    </div>
  );
}

/** Nobody signs for another: only somebody who is here is chosen at first. */
function firstWho(present: readonly Person[], item: Item | null, speaker: string | null): string | null {
  const wanted = item?.by ?? speaker;
  return present.some(({ id }) => id === wanted) ? wanted : null;
}

function enrolStage(stages: readonly Stage[], here: string | null): string {
  const enrols = stages.filter(({ gathers }) => gathers === "enrolments");
  return (enrols.find(({ id }) => id === here) ?? enrols[0] ?? stages[0])?.id ?? "";
}
