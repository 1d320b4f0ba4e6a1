// A calm dialog: it keeps the focus, Escape closes it, and the focus goes back where it was.
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode, type SyntheticEvent } from "react";

export interface SheetShown {
  title: string;
  children: ReactNode;
  onClose(): void;
  /** The words on the button that closes it. */
  close: string;
  rightToLeft: boolean;
  calm: boolean;
  /** Stands beside the rest, which stays in reach. */
  beside?: boolean;
  className?: string;
  /** Where the focus goes when what had it before is gone. */
  onFocusLost(): void;
}

export function Sheet({
  title, children, onClose, close, rightToLeft, calm, beside = false, className = "", onFocusLost,
}: SheetShown) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useFocusBack(onFocusLost);
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
      {...KEPT_INSIDE}
    >
      <header className="pp-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="pp-button pp-close" onClick={onClose}>
          {close}
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** What is around listens to the whole page; what is done in a dialog is not meant for it. */
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

function useFocusBack(onFocusLost: () => void): void {
  const before = useRef<Element | null>(null);
  const lost = useRef(onFocusLost);
  useLayoutEffect(() => {
    before.current = document.activeElement;
  }, []);
  useEffect(
    () => () => {
      const back = before.current;
      if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus();
      else lost.current();
    },
    [],
  );
}
