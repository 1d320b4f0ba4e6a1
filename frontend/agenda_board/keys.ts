// The keys of the wall: Enter takes a topic, arrows go, Enter puts it, Escape leaves it, M merges.
import { nextPlace, nextTopic } from "./keyboard.ts";
import type { Store } from "./store.ts";

/** Listens on the wall; returns how to stop. */
export function listenForKeys(store: Store, root: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.isComposing || target.closest("input, textarea, select, dialog")) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const topic = target.closest<HTMLElement>("[data-topic]")?.dataset.topic;
    if (isPlain && topic && act(store, root, topic, event.key)) event.preventDefault();
    // Streamlit reruns the page at the letter R.
    if (event.key.length === 1 && isPlain) event.stopPropagation();
  };
  // A topic that goes to another place is drawn anew there: it takes the focus along.
  let wasInside = false;
  const onFocus = () => (wasInside = true);
  const onPointerDown = (event: PointerEvent) => {
    wasInside = event.target instanceof Node && root.contains(event.target);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) wasInside = false;
  };
  const observer = new MutationObserver(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isLost && wasInside && !root.querySelector("dialog")) focusTopic(root, store.state().current);
  });
  root.addEventListener("keydown", onKeyDown);
  root.addEventListener("focusin", onFocus);
  root.addEventListener("focusout", onFocusOut);
  document.addEventListener("pointerdown", onPointerDown, true);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    root.removeEventListener("keydown", onKeyDown);
    root.removeEventListener("focusin", onFocus);
    root.removeEventListener("focusout", onFocusOut);
    document.removeEventListener("pointerdown", onPointerDown, true);
  };
}

function act(store: Store, root: HTMLElement, topic: string, key: string): boolean {
  const { held, target, byPlace, data } = store.state();
  if (key === "Escape") {
    if (held) store.leave();
    return held !== null;
  }
  if (key === "Enter" || key === " ") {
    if (held && target) store.put(target);
    else store.take(topic);
    return true;
  }
  if (held && target && key.toLowerCase() === "m") {
    const other = byPlace.get(target)?.find(({ id }) => id !== held);
    if (other) store.merge(held, other.id);
    return true;
  }
  if (!key.startsWith("Arrow")) return false;
  if (held && target) {
    store.aim(nextPlace(store.rows, target, key, data.right_to_left));
    root.querySelector(`[data-place="${CSS.escape(store.state().target ?? "")}"]`)?.scrollIntoView({ block: "nearest" });
    return true;
  }
  return focusTopic(root, nextTopic(store.rows, byPlace, topic, key, data.right_to_left));
}

export function focusTopic(root: HTMLElement, id: string | null): boolean {
  const grip = id === null ? null : root.querySelector<HTMLElement>(`[data-topic="${CSS.escape(id)}"]`);
  grip?.focus();
  grip?.scrollIntoView({ block: "nearest" });
  return grip !== null;
}
