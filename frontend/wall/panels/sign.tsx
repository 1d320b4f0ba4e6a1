// Enrolling by signing: who, what for, and their own ink, or their name written for them.
import { useState } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Item, Person, Stage } from "../protocol.ts";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { openEnrolment } from "./enrolments.ts";
import { PeopleChoice, TextField } from "./fields.tsx";
import { strokeElement } from "./ink.ts";
import { SignaturePad, type Stroke } from "./signature_pad.tsx";

const OTHER_NAME = "another name";

export function SignPanel({ commitment }: { commitment: string | null }) {
  const { wall, announce, close } = usePanel();
  const state = useWallState();
  const { people, stages } = useSetting();
  const [item] = useState(() => (commitment === null ? null : (state.items.get(commitment) ?? null)));
  const present = people.filter((person) => person.present || person.id === item?.by);
  const [signer, setSigner] = useState<string | null>(() => initialSigner(present, item, state.speaker));
  const [name, setName] = useState("");
  const [typed, setTyped] = useState(item?.text ?? null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [problem, setProblem] = useState("");
  const open = item ?? openEnrolment(state.items.values(), stages, signer);
  const text = typed ?? open?.text ?? "";
  const enrol = (withInk: boolean) => {
    const person = signer === OTHER_NAME ? name.trim() : (signer ?? "");
    const newProblem = person === "" ? "sign.no_name" : withInk && strokes.length === 0 ? "sign.no_ink" : "";
    setProblem(newProblem);
    if (newProblem !== "") return;
    const record = open?.id ?? freshId();
    const stage = open?.stage ?? enrolStage(stages, state.stage);
    const ink = withInk ? strokes : [];
    const elements = ink.map(({ line, isPen }) => strokeElement(freshId(), line, isPen, record, stage));
    wall.send({ do: "sign", commitment: record, who: person, what: text.trim(), stage, elements });
    announce(wall.t("sign.told", { name: people.find(({ id }) => id === person)?.name ?? person }));
    close();
  };
  const choices = [...present, { id: OTHER_NAME, name: wall.t("sign.another"), role: "", present: true }];
  return (
    <Dialog title={wall.t("sign.title")} onClose={close}>
      <PeopleChoice label={wall.t("sign.who")} people={choices} value={signer} onChoose={setSigner} />
      {signer === OTHER_NAME ? <NameField value={name} onChange={setName} /> : null}
      <TextField label={wall.t("sign.what")} value={text} rows={2} onChange={setTyped} />
      {open && item === null ? <p className="pp-hint">{wall.t("sign.open")}</p> : null}
      <Signature strokes={strokes} onStrokes={setStrokes} />
      {problem ? (
        <p className="pp-alert" role="alert">
          {wall.t(problem)}
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

function NameField({ value, onChange }: { value: string; onChange(name: string): void }) {
  const { wall } = usePanel();
  return (
    <label className="pp-field">
      <span className="pp-label">{wall.t("sign.name")}</span>
      <input type="text" autoComplete="off" dir="auto" maxLength={300} value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

interface SignatureProps {
  strokes: readonly Stroke[];
  onStrokes(change: (before: readonly Stroke[]) => readonly Stroke[]): void;
}

function Signature({ strokes, onStrokes }: SignatureProps) {
  const { wall } = usePanel();
  return (
    <div className="pp-group">
      <p className="pp-label">{wall.t("sign.here")}</p>
      <SignaturePad
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

/** Nobody signs for somebody else: only a person who is present is chosen at first. */
function initialSigner(present: readonly Person[], item: Item | null, speaker: string | null): string | null {
  const preferred = item?.by ?? speaker;
  return present.some(({ id }) => id === preferred) ? preferred : null;
}

function enrolStage(stages: readonly Stage[], currentStage: string | null): string {
  const candidates = stages.filter(({ gathers }) => gathers === "enrolments");
  return (candidates.find(({ id }) => id === currentStage) ?? candidates[0] ?? stages[0])?.id ?? "";
}
