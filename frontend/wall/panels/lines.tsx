// Lines that were pasted or dropped: a card for each, or one card with all of them.
import { useState } from "react";
import { attributed } from "../../shared/attribution.ts";
import { freshId } from "../../sync/ids.ts";
import type { Person } from "../protocol.ts";
import type { Panel } from "../wall.ts";
import { DEFAULT_SHARE, nearestStage, newVoiceChanges, type Draft } from "./card_changes.ts";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { MAX_TEXT_LENGTH, Select, StageChoice } from "./fields.tsx";

export type LinesRequest = Extract<Panel, { lines: readonly string[] }>;

export function LinesPanel({ request: { lines, at } }: { request: LinesRequest }) {
  const { wall, announce, close } = usePanel();
  const { stages, people, cloth } = useSetting();
  const { stage: stageInView, speaker } = useWallState();
  const [stage, setStage] = useState(() => (at ? nearestStage(stages, at) : (stageInView ?? nearestStage(stages, wall.centre()))));
  const [by, setBy] = useState(speaker);
  const drafts = lines.map((line) => draftOf(line, people, by, stage));
  const count = lines.length;
  const whole = lines.join("\n");
  const add = () => {
    wall.sendAll(drafts.flatMap((draft) => newVoiceChanges(freshId(), draft, null)));
    announce(wall.t("lines.told", { count }));
    close();
  };
  return (
    <Dialog title={wall.t("lines.title", { count })} onClose={close}>
      <ul className="pp-quotes pp-lines" tabIndex={0} aria-label={wall.t("lines.title", { count })}>
        {drafts.map((draft, index) => (
          <li key={index} dir="auto">
            {draft.text}
            {draft.by === by ? null : <small>{people.find(({ id }) => id === draft.by)?.name}</small>}
          </li>
        ))}
      </ul>
      <div className="pp-two">
        {cloth ? null : <StageChoice value={stage} onChoose={setStage} />}
        <Select
          label={wall.t("card.who")}
          value={by ?? ""}
          options={[["", wall.t("card.nobody")], ...people.map(({ id, name }) => [id, name] as const)]}
          onChoose={(person) => setBy(person === "" ? null : person)}
        />
      </div>
      <div className="pp-row pp-end">
        <button type="button" className="pp-button" onClick={close}>
          {wall.t("lines.leave")}
        </button>
        {whole.length <= MAX_TEXT_LENGTH ? (
          <button type="button" className="pp-button" onClick={() => wall.open({ card: null, text: whole, stage, by })}>
            {wall.t("lines.one")}
          </button>
        ) : null}
        <button type="button" className="pp-button pp-main" data-first="" onClick={add}>
          {wall.t("lines.each", { count })}
        </button>
      </div>
    </Dialog>
  );
}

/** A line as a card; one that starts with the name of somebody here is theirs. */
function draftOf(line: string, people: readonly Person[], by: string | null, stage: string): Draft {
  const named = attributed(line, people);
  const text = (named?.words ?? line).slice(0, MAX_TEXT_LENGTH);
  return { text, by: named?.person.id ?? by, stage, share: DEFAULT_SHARE, approved: false };
}
