// Asks before a drawing is added to the wall: to which stage, and whether at all.
import { useState } from "react";
import type { Panel } from "../wall.ts";
import { nearestStage } from "./card_changes.ts";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { Select } from "./fields.tsx";

export type DrawingRequest = Extract<Panel, { drawing: Blob }>;

/** Stands for the places that the drawing has in its file. */
const AS_DRAWN = "";

export function DrawingPanel({ request }: { request: DrawingRequest }) {
  const { wall, close } = usePanel();
  const { stages } = useSetting();
  const { stage: stageInView } = useWallState();
  const [stage, setStage] = useState(() =>
    request.at ? nearestStage(stages, request.at) : (stageInView ?? nearestStage(stages, wall.centre())),
  );
  const [isBusy, setBusy] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const { picture } = request;
  const add = async () => {
    setBusy(true);
    try {
      const content = await base64Of(request.drawing);
      wall.send({ do: "import", content, stage: stage === AS_DRAWN ? null : stage });
      close();
    } catch {
      setBusy(false);
      setUnreadable(true);
    }
  };
  const options = [...stages.map(({ id, title }) => [id, title] as const), [AS_DRAWN, wall.t("drawing.as_drawn")] as const];
  return (
    <Dialog title={wall.t("drawing.title")} onClose={close}>
      <p>{wall.t("drawing.hint")}</p>
      <Select label={wall.t("card.stage")} value={stage} options={options} onChoose={setStage} />
      {isUnreadable ? (
        <p className="pp-alert" role="alert">
          {wall.t("wall.unreadable")}
        </p>
      ) : null}
      <div className="pp-row pp-end">
        <button type="button" className="pp-button" onClick={close}>
          {wall.t("drawing.leave")}
        </button>
        {picture ? (
          <button type="button" className="pp-button" onClick={() => wall.open({ photo: picture, ...(request.at && { at: request.at }) })}>
            {wall.t("drawing.as_picture")}
          </button>
        ) : null}
        <button type="button" className="pp-button pp-main" data-first="" disabled={isBusy} onClick={() => void add()}>
          {wall.t("drawing.add")}
        </button>
      </div>
    </Dialog>
  );
}

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsDataURL(content);
  });
}
