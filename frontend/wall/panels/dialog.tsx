// A dialog of the wall; beside it or over it.
import type { ReactNode } from "react";
import { BaseDialog } from "../../shared/dialog.tsx";
import type { Item } from "../protocol.ts";
import type { Wall } from "../wall.ts";
import { Told, useSetting, useWall, useWallState } from "./context.tsx";

interface Shown {
  title: string;
  children: ReactNode;
  onClose(): void;
  /** Stands beside the wall, which stays in reach. */
  beside?: boolean;
  className?: string;
}

export function Dialog({ children, beside = false, ...shown }: Shown) {
  const wall = useWall();
  const { right_to_left } = useSetting();
  const { calm } = useWallState();
  return (
    <BaseDialog
      {...shown}
      modeless={beside}
      closeLabel={wall.t("panel.close")}
      rightToLeft={right_to_left}
      calm={calm}
      onFocusLost={() => wall.focusWall()}
    >
      <div className="pp-body">{children}</div>
      {beside ? null : <Told />}
    </BaseDialog>
  );
}

export function fitsBeside(): boolean {
  return !matchMedia("(max-width: 44rem)").matches;
}

/** Shows an item on the wall; an outline that covers the wall makes way. */
export function showOnWall(wall: Wall, item: Item): void {
  // Loose ink is one line for many strokes: all of its stage is shown.
  if (item.kind === "stroke") wall.goTo(item.stage);
  else wall.showRecord(item.id);
  if (!fitsBeside()) wall.open(null);
}
