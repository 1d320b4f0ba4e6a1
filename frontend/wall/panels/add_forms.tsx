// The fields at the end of a stage: what is said next, who enrols, who does what by when.
import { useState } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Stage } from "../protocol.ts";
import { FIRST_SHARE, promised, written } from "./card_changes.ts";
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Choice, DayField, LineField } from "./fields.tsx";

export function AddPromise({ stage }: { stage: Stage }) {
  const { wall } = useRoom();
  if (stage.gathers === "steps") return <AddStep stage={stage} />;
  if (stage.gathers !== "enrolments") return null;
  return (
    <button type="button" className="pp-button" onClick={() => wall.open("sign")}>
      {wall.t("outline.enrol")}
    </button>
  );
}

function AddStep({ stage }: { stage: Stage }) {
  const { wall, tell } = useRoom();
  const { people } = useSetting();
  const [text, setText] = useState("");
  const [by, setBy] = useState<string | null>(null);
  const [day, setDay] = useState("");
  const add = () => {
    const draft = { text, by, stage: stage.id, share: FIRST_SHARE, approved: false, by_when: day };
    const changes = promised(freshId(), draft);
    if (changes.length === 0) return;
    changes.forEach((change) => wall.send(change));
    const name = people.find((person) => person.id === by)?.name ?? wall.t("card.nobody");
    tell(wall.t("outline.step_told", { words: text.trim(), name }));
    setText("");
    setBy(null);
    setDay("");
  };
  return (
    <fieldset className="pp-group pp-add">
      <legend>{wall.t("outline.step")}</legend>
      <Choice
        label={wall.t("outline.who")}
        value={by ?? ""}
        options={[["", wall.t("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => setBy(person === "" ? null : person)}
      />
      <DayField label={wall.t("outline.by_when")} value={day} onChoose={setDay} />
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

export function AddVoice({ stage }: { stage: Stage }) {
  const { wall, tell } = useRoom();
  const { speaker } = useWallState();
  const { people } = useSetting();
  const [text, setText] = useState("");
  const name = people.find((person) => person.id === speaker)?.name ?? wall.t("card.nobody");
  const add = () => {
    const draft = { text, by: speaker, stage: stage.id, share: FIRST_SHARE, approved: false };
    const changes = written(freshId(), draft, null);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) tell(wall.t("card.told", { words: text.trim(), name }));
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
      <Choice
        label={wall.t("card.who")}
        value={speaker ?? ""}
        options={[["", wall.t("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => wall.setSpeaker(person === "" ? null : person)}
      />
    </div>
  );
}
