// The forms at the end of a stage in the outline: add a voice, enrol, or add a step.
import { useState } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Stage } from "../protocol.ts";
import { DEFAULT_SHARE, newCommitmentChanges, newVoiceChanges } from "./card_changes.ts";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { DateField, LineField, Select } from "./fields.tsx";

/** How a stage takes commitments: by enrolling, or by a step with a person and a day. */
export function AddCommitment({ stage }: { stage: Stage }) {
  const { wall } = usePanel();
  if (stage.gathers === "steps") return <AddStep stage={stage} />;
  if (stage.gathers !== "enrolments") return null;
  return (
    <button type="button" className="pp-button" onClick={() => wall.open("sign")}>
      {wall.t("outline.enrol")}
    </button>
  );
}

function AddStep({ stage }: { stage: Stage }) {
  const { wall, announce } = usePanel();
  const { people } = useSetting();
  const [text, setText] = useState("");
  const [by, setBy] = useState<string | null>(null);
  const [day, setDay] = useState("");
  const add = () => {
    const draft = { text, by, stage: stage.id, share: DEFAULT_SHARE, approved: false, by_when: day };
    const changes = newCommitmentChanges(freshId(), draft);
    if (changes.length === 0) return;
    changes.forEach((change) => wall.send(change));
    const name = people.find((person) => person.id === by)?.name ?? wall.t("card.nobody");
    announce(wall.t("outline.step_told", { words: text.trim(), name }));
    setText("");
    setBy(null);
    setDay("");
  };
  return (
    <fieldset className="pp-group pp-add">
      <legend>{wall.t("outline.step")}</legend>
      <Select
        label={wall.t("outline.who")}
        value={by ?? ""}
        options={[["", wall.t("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => setBy(person === "" ? null : person)}
      />
      <DateField label={wall.t("outline.by_when")} value={day} onChoose={setDay} />
      <LineField
        label={wall.t("outline.what")}
        button={wall.t("outline.step")}
        value={text}
        onChange={setText}
        onAdd={add}
      />
    </fieldset>
  );
}

/** The next voice of a stage. */
export function AddVoice({ stage }: { stage: Stage }) {
  const { wall, announce } = usePanel();
  const { speaker } = useWallState();
  const { people } = useSetting();
  const [text, setText] = useState("");
  const name = people.find((person) => person.id === speaker)?.name ?? wall.t("card.nobody");
  const add = () => {
    const draft = { text, by: speaker, stage: stage.id, share: DEFAULT_SHARE, approved: false };
    const changes = newVoiceChanges(freshId(), draft, null);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) announce(wall.t("card.told", { words: text.trim(), name }));
    setText("");
  };
  return (
    <div className="pp-add">
      <LineField
        label={wall.t("outline.add", { stage: stage.title })}
        button={wall.t("outline.add_button")}
        value={text}
        onChange={setText}
        onAdd={add}
      />
      <Select
        label={wall.t("card.who")}
        value={speaker ?? ""}
        options={[["", wall.t("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => wall.setSpeaker(person === "" ? null : person)}
      />
    </div>
  );
}
