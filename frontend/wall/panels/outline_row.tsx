// One item of the outline, quick to render: a plan may have hundreds.
import { memo } from "react";
import type { Item } from "../protocol.ts";
import { clothActions } from "./cloth_line.tsx";
import { useWall } from "./context.tsx";
import { showOnWall } from "./dialog.tsx";
import { canChange } from "./outline_order.ts";

export type MoveItem = (item: Item, steps: number) => void;

interface OutlineRowProps {
  item: Item;
  up: boolean;
  down: boolean;
  /** On a tablecloth: it stays where it is, with its words. */
  isLocked: boolean;
  onMove: MoveItem;
  onChange(item: Item): void;
}

export const OutlineRow = memo(function OutlineRow({ item, up, down, isLocked, onMove, onChange }: OutlineRowProps) {
  const wall = useWall();
  const kind = wall.t(`kind.${item.kind}`);
  const words = item.text || kind;
  const label = (key: string) => `${wall.t(key)}: ${words}`;
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
        {canChange(item) && !isLocked ? (
          <>
            <RowButton action="change" words={wall.t("outline.change")} name={label("outline.change")} onPress={() => onChange(item)} />
            <RowButton action="up" words={`↑ ${wall.t("outline.up")}`} name={label("outline.up")} disabled={!up} onPress={() => onMove(item, -1)} />
            <RowButton action="down" words={`↓ ${wall.t("outline.down")}`} name={label("outline.down")} disabled={!down} onPress={() => onMove(item, 1)} />
          </>
        ) : (
          <RowButton action="show" words={wall.t("outline.show")} name={label("outline.show")} onPress={() => showOnWall(wall, item)} />
        )}
        {isLocked
          ? clothActions(wall, item).map(({ action, words: name, act }) => (
              <RowButton key={action} action={action} words={name} name={`${name}: ${words}`} onPress={act} />
            ))
          : null}
      </div>
    </>
  );
});

interface RowButtonProps {
  action: string;
  words: string;
  name: string;
  disabled?: boolean;
  onPress(): void;
}

/** A disabled button stays focusable, so that the focus is not lost. */
function RowButton({ action, words, name, disabled = false, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      className="pp-button pp-small"
      data-what={action}
      aria-label={name}
      aria-disabled={disabled}
      onClick={() => (disabled ? undefined : onPress())}
    >
      {words}
    </button>
  );
}
