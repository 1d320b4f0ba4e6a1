// The dialog that both boards build on: it keeps the focus, Escape closes it, and the focus then returns.
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode, type SyntheticEvent } from "react";

export interface BaseDialogProps {
  title: string;
  children: ReactNode;
  onClose(): void;
  /** The label of the button that closes it. */
  closeLabel: string;
  rightToLeft: boolean;
  calm: boolean;
  /** Stands beside the board, which can still be used. */
  modeless?: boolean;
  className?: string;
  /** Called instead when the element that had the focus before is gone. */
  onFocusLost(): void;
}

export function BaseDialog({
  title, children, onClose, closeLabel, rightToLeft, calm, modeless = false, className = "", onFocusLost,
}: BaseDialogProps) {
  const dialogRef = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useRestoreFocus(onFocusLost);
  useLayoutEffect(() => {
    const dialog = dialogRef.current;
    if (!dialog) return;
    const initialFocus = dialog.querySelector<HTMLElement>("[data-first]");
    if (modeless) dialog.show();
    else dialog.showModal();
    (initialFocus ?? dialog.querySelector<HTMLElement>("h2"))?.focus();
    return () => dialog.close();
  }, [modeless]);
  return (
    <dialog
      ref={dialogRef}
      aria-labelledby={titleId}
      className={`pp ${modeless ? "pp-beside" : "pp-dialog"} ${calm ? "pp-calm" : ""} ${className}`}
      dir={rightToLeft ? "rtl" : "ltr"}
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
      {...CONTAINED_EVENTS}
    >
      <header className="pp-head">
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="pp-button pp-close" onClick={onClose}>
          {closeLabel}
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** The board listens to the whole page, and must not react to what is done in a dialog. */
const stop = (event: SyntheticEvent) => event.stopPropagation();
const CONTAINED_EVENTS = {
  onKeyUp: stop,
  onCopy: stop,
  onCut: stop,
  onPaste: stop,
  onWheel: stop,
  onPointerDown: stop,
  onContextMenu: stop,
};

function useRestoreFocus(onFocusLost: () => void): void {
  const previouslyFocused = useRef<Element | null>(null);
  const onFocusLostRef = useRef(onFocusLost);
  useLayoutEffect(() => {
    previouslyFocused.current = document.activeElement;
  }, []);
  useEffect(
    () => () => {
      const previous = previouslyFocused.current;
      if (previous instanceof HTMLElement && previous !== document.body && previous.isConnected) previous.focus();
      else onFocusLostRef.current();
    },
    [],
  );
}
