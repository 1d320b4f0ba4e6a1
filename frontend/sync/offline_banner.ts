// A lost line is no reason to stop drawing: the dialog that Streamlit opens for it would lie over
// the wall and swallow the next stroke. The wall itself says what waits, so it is closed at once.

const CLOSE = 'body > [data-testid="stDialog"] [role="dialog"] > button';

/** Closes that dialog whenever it comes; gives back how to stop. */
export function keepDrawing(page: Document): () => void {
  const close = () => page.querySelector<HTMLElement>(CLOSE)?.click();
  const seen = new MutationObserver(close);
  seen.observe(page.body, { childList: true });
  close();
  return () => seen.disconnect();
}
