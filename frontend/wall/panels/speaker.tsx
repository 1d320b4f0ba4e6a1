// Who speaks now: what is written and drawn next is theirs.
import type { KeyboardEvent } from "react";
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { numberChosen, personOf } from "./keyboard.ts";

export function SpeakerPanel() {
  const { wall, tell, leave } = useRoom();
  const { speaker } = useWallState();
  const { people } = useSetting();
  const nobody = wall.t("card.nobody");
  const all = [...people.map(({ id, name }) => ({ id, name })), { id: null, name: nobody }];
  const choose = (person: string | null, name: string) => {
    wall.setSpeaker(person);
    tell(wall.t("speaker.told", { name }));
    leave();
  };
  const press = (event: KeyboardEvent) => {
    const number = numberChosen(event.nativeEvent, false);
    const person = number === null ? undefined : personOf(people, number);
    if (person === undefined) return;
    event.preventDefault();
    choose(person, all.find(({ id }) => id === person)?.name ?? nobody);
  };
  return (
    <Dialog title={wall.t("speaker.title")} onClose={leave}>
      <p className="pp-hint">{wall.t("speaker.hint")}</p>
      <ul className="pp-people" onKeyDown={press}>
        {all.map(({ id, name }, index) => (
          <li key={id ?? ""}>
            <button
              type="button"
              className="pp-choice"
              aria-pressed={speaker === id}
              data-first={speaker === id ? "" : undefined}
              onClick={() => choose(id, name)}
            >
              {id === null || index < 9 ? (
                <span className="pp-number" aria-hidden="true">
                  {id === null ? 0 : index + 1}
                </span>
              ) : null}
              <span dir="auto">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
