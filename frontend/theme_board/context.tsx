// What every part of the board needs: the desk, and what it stands at.
import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";
import { BaseDialog } from "../shared/dialog.tsx";
import type { Desk } from "./controller.ts";
import type { Setting } from "./protocol.ts";
import type { State } from "./store.ts";

export const Here = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(Here);
  if (desk === null) throw new Error("A part of the board stands outside of it.");
  return desk;
}

/** A part of what the board stands at; drawn anew only when that part is another. */
export function usePart<Part>(part: (state: State) => Part): Part {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => part(store.state()));
}

export function useSetting(): Setting {
  const setting = usePart((state) => state.setting);
  if (setting === null) throw new Error("A part of the board was shown before its setting was known.");
  return setting;
}

/** Puts the focus on the board again. */
export function focusBoard(): void {
  document.querySelector<HTMLElement>(".tb-board [data-card][tabindex='0'], .tb-board [data-head]")?.focus();
}

interface Shown {
  title: string;
  children: ReactNode;
  className?: string;
}

/** A dialog over the board. */
export function Dialog({ title, children, className }: Shown) {
  const desk = useDesk();
  const { right_to_left } = useSetting();
  const calm = usePart((state) => state.calm);
  return (
    <BaseDialog
      title={title}
      className={`tb-dialog ${className ?? ""}`}
      closeLabel={desk.say("board.close")}
      rightToLeft={right_to_left}
      calm={calm}
      onClose={() => desk.open(null)}
      onFocusLost={focusBoard}
    >
      <div className="pp-body">{children}</div>
    </BaseDialog>
  );
}
