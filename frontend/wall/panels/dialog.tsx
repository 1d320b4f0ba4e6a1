// A calm dialog: it keeps the focus, Escape closes it, and the focus goes back where it was.
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode, type SyntheticEvent } from "react";
import { Told, useSetting, useWall, useWallState } from "./room.tsx";

interface Shown {
  title: string;
  children: ReactNode;
  onClose(): void;
  /** Stands beside the wall, which stays in reach. */
  beside?: boolean;
  className?: string;
}

export function Dialog({ title, children, onClose, beside = false, className = "" }: Shown) {
  const wall = useWall();
  const setting = useSetting();
  const { calm } = useWallState();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useFocusBack();
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const first = dialog.querySelector<HTMLElement>("[data-first]");
    if (beside) dialog.show();
    else dialog.showModal();
    (first ?? dialog.querySelector<HTMLElement>("h2"))?.focus();
    return () => dialog.close();
  }, [beside]);
  return (
    <dialog
      ref={box}
      aria-labelledby={heading}
      className={`pp ${beside ? "pp-beside" : "pp-dialog"} ${calm ? "pp-calm" : ""} ${className}`}
      dir={setting.right_to_left ? "rtl" : "ltr"}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape" && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onClose();
        }
      }}
      {...KEPT_INSIDE}
    >
      <header className="pp-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="pp-button pp-close" onClick={onClose}>
          {wall.say("panel.close")}
        </button>
      </header>
      <div className="pp-body">{children}</div>
      {beside ? null : <Told />}
    </dialog>
  );
}

/** The board listens to the whole page; what is done in a panel is not meant for it. */
const stop = (event: SyntheticEvent) => event.stopPropagation();
const KEPT_INSIDE = {
  onKeyUp: stop,
  onCopy: stop,
  onCut: stop,
  onPaste: stop,
  onWheel: stop,
  onPointerDown: stop,
  onContextMenu: stop,
};

function useFocusBack(): void {
  const wall = useWall();
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement;
  }, []);
  useEffect(
    () => () => {
      const back = before.current;
      if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus();
      else wall.focusWall();
    },
    [wall],
  );
}
