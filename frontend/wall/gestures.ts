// What a tap on the board opens is opened only once the tap is over: a finger's click comes after
// the finger has left, and would fall onto what has just been opened and take the focus from it.

const LATEST = 400;

export function afterTap(page: Document, open: () => void): void {
  let isOpen = false;
  const once = () => {
    if (isOpen) return;
    isOpen = true;
    page.removeEventListener("click", soon, true);
    open();
  };
  const soon = () => setTimeout(once);
  page.addEventListener("click", soon, true);
  // A finger that lay long, or was drawn along, clicks nothing.
  setTimeout(once, LATEST);
}
