// What every component of the board needs: the controller, the state, and dialogs.
import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";
import { BaseDialog } from "../shared/dialog.tsx";
import type { BoardController } from "./controller.ts";
import type { Setting } from "./protocol.ts";
import type { State } from "./store.ts";

export const BoardContext = createContext<BoardController | null>(null);

export function useController(): BoardController {
  const controller = useContext(BoardContext);
  if (controller === null) throw new Error("A component of the board is rendered outside of BoardContext.");
  return controller;
}

/** A part of the state of the board; the component renders again only when that part changes. */
export function useBoardState<Selected>(selector: (state: State) => Selected): Selected {
  const { store } = useController();
  return useSyncExternalStore(store.subscribe, () => selector(store.state()));
}

export function useSetting(): Setting {
  const setting = useBoardState((state) => state.setting);
  if (setting === null) throw new Error("A component of the board was rendered before its setting was known.");
  return setting;
}

/** Moves the focus back to the board. */
export function focusBoard(): void {
  document.querySelector<HTMLElement>(".tb-board [data-card][tabindex='0'], .tb-board [data-head]")?.focus();
}

interface DialogProps {
  title: string;
  children: ReactNode;
  className?: string;
}

/** A dialog over the board. */
export function Dialog({ title, children, className }: DialogProps) {
  const controller = useController();
  const { right_to_left } = useSetting();
  const calm = useBoardState((state) => state.calm);
  return (
    <BaseDialog
      title={title}
      className={`tb-dialog ${className ?? ""}`}
      closeLabel={controller.t("board.close")}
      rightToLeft={right_to_left}
      calm={calm}
      onClose={() => controller.open(null)}
      onFocusLost={focusBoard}
    >
      <div className="pp-body">{children}</div>
    </BaseDialog>
  );
}
