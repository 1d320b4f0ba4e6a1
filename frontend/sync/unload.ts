// When a wall or a board really ends. Streamlit also calls the cleanup of a run that newer data has overtaken,
// while the same element goes on showing it: only one that has left the page is at its end.

const SOON = 1000;

/** Ends what stands at a place once the place is out of the page; looks twice, then lets it be. */
export function endIfGone(
  place: { readonly isConnected: boolean },
  end: () => void,
  later: (look: () => void, after: number) => unknown = setTimeout,
): void {
  if (place.isConnected) later(() => (place.isConnected ? undefined : end()), SOON);
  else end();
}
