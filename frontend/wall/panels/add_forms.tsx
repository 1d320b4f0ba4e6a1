// What stands before the field of a stage that gathers promises: who enrols, or who does what by when.
import { useState } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Stage } from "../protocol.ts";
import { FIRST_SHARE, promised } from "./card_changes.ts";
import { Choice, DayField } from "./fields.tsx";
import { LineField } from "./line_field.tsx";
import { useRoom, useSetting } from "./context.tsx";

export function AddPromise({ stage }: { stage: Stage }) {
  const { wall } = useRoom();
  if (stage.gathers === "steps") return <AddStep stage={stage} />;
  if (stage.gathers !== "enrolments") return null;
  return (
    <button type="button" className="pp-button" onClick={() => wall.open("sign")}>
      {wall.say("outline.enrol")}
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
    const name = people.find((person) => person.id === by)?.name ?? wall.say("card.nobody");
    tell(wall.say("outline.step_told", { words: text.trim(), name }));
    setText("");
    setBy(null);
    setDay("");
  };
  return (
    <fieldset className="pp-group pp-add">
      <legend>{wall.say("outline.step")}</legend>
      <Choice
        label={wall.say("outline.who")}
        value={by ?? ""}
        options={[["", wall.say("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => setBy(person === "" ? null : person)}
      />
      <DayField label={wall.say("outline.by_when")} value={day} onChoose={setDay} />
      <LineField
        label={wall.say("outline.what")}
        button={wall.say("outline.step")}
        value={text}
        onChange={setText}
        onAdd={add}
      />
    </fieldset>
  );
}
