// The dialog of a panel, over the wall or beside it.
import type { ReactNode } from "react";
import { BaseDialog } from "../../shared/dialog.tsx";
import type { Item } from "../protocol.ts";
import type { Wall } from "../wall.ts";
import { LiveRegion, useSetting, useWall, useWallState } from "./context.tsx";

interface DialogProps {
  title: string;
  children: ReactNode;
  onClose(): void;
  /** Stands beside the wall, which can still be used. */
  modeless?: boolean;
  className?: string;
}

export function Dialog({ children, modeless = false, ...props }: DialogProps) {
  const wall = useWall();
  const { right_to_left } = useSetting();
  const { calm } = useWallState();
  return (
    <BaseDialog
      {...props}
      modeless={modeless}
      closeLabel={wall.t("panel.close")}
      rightToLeft={right_to_left}
      calm={calm}
      onFocusLost={() => wall.focusWall()}
    >
      <div className="pp-body">{children}</div>
      {modeless ? null : <LiveRegion />}
    </BaseDialog>
  );
}

/** Whether the window is wide enough for a dialog beside the wall. */
export function hasRoomBeside(): boolean {
  return !matchMedia("(max-width: 44rem)").matches;
}

/** Shows an item on the wall, and closes an outline that covers it. */
export function showOnWall(wall: Wall, item: Item): void {
  // Loose strokes are one item: the whole stage is shown.
  if (item.kind === "stroke") wall.goTo(item.stage);
  else wall.showRecord(item.id);
  if (!hasRoomBeside()) wall.open(null);
}
