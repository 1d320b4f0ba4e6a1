// The field at the end of a stage: what is said next.
import { useState } from "react";
import { freshId } from "../../sync/ids.ts";
import type { Stage } from "../protocol.ts";
import { FIRST_SHARE, written } from "./card_changes.ts";
import { Choice } from "./fields.tsx";
import { LineField } from "./line_field.tsx";
import { useRoom, useSetting, useWallState } from "./context.tsx";

export function AddVoice({ stage }: { stage: Stage }) {
  const { wall, tell } = useRoom();
  const { speaker } = useWallState();
  const { people } = useSetting();
  const [text, setText] = useState("");
  const name = people.find((person) => person.id === speaker)?.name ?? wall.say("card.nobody");
  const add = () => {
    const draft = { text, by: speaker, stage: stage.id, share: FIRST_SHARE, approved: false };
    const changes = written(freshId(), draft, null);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) tell(wall.say("card.told", { words: text.trim(), name }));
    setText("");
  };
  return (
    <div className="pp-add">
      <LineField
        label={wall.say("outline.add", { stage: stage.title })}
        button={wall.say("outline.add_button")}
        value={text}
        onChange={setText}
        onAdd={add}
      />
      <Choice
        label={wall.say("card.who")}
        value={speaker ?? ""}
        options={[["", wall.say("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => wall.speak(person === "" ? null : person)}
      />
    </div>
  );
}
