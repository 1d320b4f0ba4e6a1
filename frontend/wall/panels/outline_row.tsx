// One line of the outline, quick to draw: a plan may have hundreds.
import { memo } from "react";
import type { Item } from "../protocol.ts";
import { useWall } from "./context.tsx";
import { showOnWall } from "./dialog.tsx";
import { canChange } from "./outline_order.ts";

export type Moved = (item: Item, steps: number) => void;

interface Shown {
  item: Item;
  up: boolean;
  down: boolean;
  onMove: Moved;
  onChange(item: Item): void;
}

export const OutlineRow = memo(function OutlineRow({ item, up, down, onMove, onChange }: Shown) {
  const wall = useWall();
  const kind = wall.t(`kind.${item.kind}`);
  const words = item.text || kind;
  const named = (key: string) => `${wall.t(key)}: ${words}`;
  return (
    <>
      <p className="pp-words" dir="auto">
        {words}
      </p>
      <p className="pp-about" dir="auto">
        {[item.kind === "voice" || item.text === "" ? "" : kind, item.about, item.hidden ? wall.t("outline.hidden") : ""]
          .filter((part) => part !== "")
          .join(" · ")}
        {item.approved ? <span className="pp-right"> ✓ {wall.t("outline.approved")}</span> : null}
      </p>
      <div className="pp-row pp-tight">
        {canChange(item) ? (
          <>
            <Button what="change" words={wall.t("outline.change")} name={named("outline.change")} onPress={() => onChange(item)} />
            <Button what="up" words={`↑ ${wall.t("outline.up")}`} name={named("outline.up")} off={!up} onPress={() => onMove(item, -1)} />
            <Button what="down" words={`↓ ${wall.t("outline.down")}`} name={named("outline.down")} off={!down} onPress={() => onMove(item, 1)} />
          </>
        ) : (
          <Button what="show" words={wall.t("outline.show")} name={named("outline.show")} onPress={() => showOnWall(wall, item)} />
        )}
      </div>
    </>
  );
});

interface Pressed {
  what: string;
  words: string;
  name: string;
  off?: boolean;
  onPress(): void;
}

/** A button that cannot be pressed now stays in its place: the focus on it is not lost. */
function Button({ what, words, name, off = false, onPress }: Pressed) {
  return (
    <button
      type="button"
      className="pp-button pp-small"
      data-what={what}
      aria-label={name}
      aria-disabled={off}
      onClick={() => (off ? undefined : onPress())}
    >
      {words}
    </button>
  );
}
