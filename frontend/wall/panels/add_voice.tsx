// The field at the end of a stage: what is said next.
import { useId, useState, type KeyboardEvent } from "react";
import { freshId } from "../ids.ts";
import type { Stage } from "../protocol.ts";
import { FIRST_SHARE, written } from "./card_changes.ts";
import { Choice, MOST_LETTERS } from "./fields.tsx";
import { endsLine } from "./pressed.ts";
import { useRoom, useSetting, useWallState } from "./room.tsx";

export function AddVoice({ stage }: { stage: Stage }) {
  const { wall, tell } = useRoom();
  const { speaker } = useWallState();
  const { people } = useSetting();
  const [text, setText] = useState("");
  const id = useId();
  const name = people.find((person) => person.id === speaker)?.name ?? wall.say("card.nobody");
  const add = () => {
    const draft = { text, by: speaker, stage: stage.id, share: FIRST_SHARE, approved: false };
    const changes = written(freshId(), draft, null);
    changes.forEach((change) => wall.send(change));
    if (changes.length > 0) tell(wall.say("card.told", { words: text.trim(), name }));
    setText("");
  };
  const press = (event: KeyboardEvent) => {
    if (!endsLine(event.nativeEvent)) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="pp-add">
      <label className="pp-label" htmlFor={id}>
        {wall.say("outline.add", { stage: stage.title })}
      </label>
      <div className="pp-row">
        <textarea
          id={id}
          rows={1}
          dir="auto"
          maxLength={MOST_LETTERS}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
        />
        <button type="button" className="pp-button" onClick={add}>
          {wall.say("outline.add_button")}
        </button>
      </div>
      <Choice
        label={wall.say("card.who")}
        value={speaker ?? ""}
        options={[["", wall.say("card.nobody")], ...people.map((person) => [person.id, person.name] as const)]}
        onChoose={(person) => wall.speak(person === "" ? null : person)}
      />
    </div>
  );
}
