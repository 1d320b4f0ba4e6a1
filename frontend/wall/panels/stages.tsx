// Go to a stage: each with its question, and the whole wall.
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";

export function StagesPanel() {
  const { wall, leave } = useRoom();
  const { stage: here } = useWallState();
  const { stages } = useSetting();
  const go = (stage: string) => {
    wall.goTo(stage);
    leave();
  };
  return (
    <Dialog title={wall.t("stages.title")} onClose={leave}>
      <ol className="pp-stages">
        <li>
          <button type="button" className="pp-stage" onClick={() => go("whole")} data-first={here === null ? "" : undefined}>
            <strong>{wall.t("stages.whole")}</strong>
          </button>
        </li>
        {stages.map((stage) => (
          <li key={stage.id}>
            <button
              type="button"
              className="pp-stage"
              style={{ borderInlineStartColor: stage.ink }}
              aria-current={stage.id === here ? "location" : undefined}
              data-first={stage.id === here ? "" : undefined}
              onClick={() => go(stage.id)}
            >
              <strong dir="auto">{stage.title}</strong>
              <span dir="auto">{stage.question}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
