// What people need to know about their changes: what waits, what could not be saved, what is set aside.
import { useState } from "react";
import { reasonsOf } from "../sync/set_aside.ts";
import { fileOf } from "./aside_file.ts";
import type { WallController } from "./controller.ts";
import type { State } from "./store.ts";

interface Props {
  controller: WallController;
  state: State;
}

export function Notices({ controller, state }: Props) {
  const { waiting, trouble, unsaved, setAside, told, offPaper, projector } = state;
  return (
    <div className="wall-notes">
      <div role="status" aria-live="polite" aria-atomic="false" className="wall-said">
        <p className={waiting > 0 ? "wall-note" : "wall-no-note"}>
          {waiting > 0 ? controller.t("wall.waiting", { count: waiting }) : ""}
        </p>
        <p className={told ? "wall-note wall-told" : "wall-no-note"}>
          {told}
          {told ? <NoticeButton controller={controller} label={controller.t("panel.close")} onPress={() => controller.store.set({ told: "" })} /> : null}
        </p>
        {offPaper > 0 && !projector ? (
          <p className="wall-note wall-told">
            {controller.t("wall.off_paper", { count: offPaper })}
            <NoticeButton controller={controller} label={controller.t("wall.bring_in")} onPress={() => controller.send({ do: "bring_in" })} />
          </p>
        ) : null}
      </div>
      <p role="alert" className={trouble ? "wall-note wall-refused wall-trouble" : "wall-no-note"}>
        {trouble}
      </p>
      <p role="alert" className={unsaved ? "wall-note wall-refused" : "wall-no-note"}>
        {unsaved}
        {unsaved ? (
          <NoticeButton controller={controller} label={controller.t("panel.close")} onPress={() => controller.store.set({ unsaved: "" })} />
        ) : null}
      </p>
      {/* Keyed by what is set aside: nobody discards what has come since they looked. */}
      {setAside.length > 0 ? <SetAsideNotice key={setAside.at(-1)?.change.id} controller={controller} state={state} /> : null}
    </div>
  );
}

/** A button that goes away with its notice: the keyboard belongs to the board then. */
function NoticeButton({ controller, label, onPress }: { controller: WallController; label: string; onPress(): void }) {
  const press = () => {
    onPress();
    controller.focusWall();
  };
  return (
    <button type="button" className="wall-button" onClick={press}>
      {label}
    </button>
  );
}

/** Why changes were not kept, and what can be done with them. */
function SetAsideNotice({ controller, state: { setAside } }: Props) {
  const [isSaved, setSaved] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const save = () => {
    download(controller.root.ownerDocument, fileOf(setAside));
    setSaved(true);
  };
  const letGo = () => {
    if (!isSaved && !isAsked) {
      setAsked(true);
      return;
    }
    controller.store.sync.letGo(setAside.map(({ change }) => change.id));
    controller.focusWall();
  };
  return (
    <div role="alert" className="wall-note wall-refused wall-aside">
      <p>
        {reasonsOf(setAside).join(" ")} {controller.t("wall.set_aside", { count: setAside.length })}
      </p>
      <button type="button" className="wall-button" onClick={save}>
        {controller.t("wall.save_aside")}
      </button>
      <button type="button" className="wall-button" onClick={letGo}>
        {controller.t(isAsked && !isSaved ? "wall.discard_now" : "wall.discard")}
      </button>
    </div>
  );
}

function download(page: Document, { name, mimeType, content }: ReturnType<typeof fileOf>): void {
  const address = URL.createObjectURL(new Blob([content], { type: mimeType }));
  const link = page.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
