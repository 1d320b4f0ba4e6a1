// Goes to a stage, or to the whole wall.
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";

export function StagesPanel() {
  const { wall, close } = usePanel();
  const { stage: currentStage } = useWallState();
  const { stages } = useSetting();
  const go = (stage: string) => {
    wall.goTo(stage);
    close();
  };
  return (
    <Dialog title={wall.t("stages.title")} onClose={close}>
      <ol className="pp-stages">
        <li>
          <button type="button" className="pp-stage" onClick={() => go("whole")} data-first={currentStage === null ? "" : undefined}>
            <strong>{wall.t("stages.whole")}</strong>
          </button>
        </li>
        {stages.map((stage) => (
          <li key={stage.id}>
            <button
              type="button"
              className="pp-stage"
              style={{ borderInlineStartColor: stage.ink }}
              aria-current={stage.id === currentStage ? "location" : undefined}
              data-first={stage.id === currentStage ? "" : undefined}
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
