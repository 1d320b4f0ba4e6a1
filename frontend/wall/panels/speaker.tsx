// Chooses who is speaking: what is written and drawn next is theirs.
import type { KeyboardEvent } from "react";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { chosenNumber, personAt } from "./keyboard.ts";

export function SpeakerPanel() {
  const { wall, announce, close } = usePanel();
  const { speaker } = useWallState();
  const { people } = useSetting();
  const nobody = wall.t("card.nobody");
  const choices = [...people.map(({ id, name }) => ({ id, name })), { id: null, name: nobody }];
  const choose = (person: string | null, name: string) => {
    wall.setSpeaker(person);
    announce(wall.t("speaker.told", { name }));
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const number = chosenNumber(event.nativeEvent, false);
    const person = number === null ? undefined : personAt(people, number);
    if (person === undefined) return;
    event.preventDefault();
    choose(person, choices.find(({ id }) => id === person)?.name ?? nobody);
  };
  return (
    <Dialog title={wall.t("speaker.title")} onClose={close}>
      <p className="pp-hint">{wall.t("speaker.hint")}</p>
      <ul className="pp-people" onKeyDown={onKeyDown}>
        {choices.map(({ id, name }, index) => (
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
