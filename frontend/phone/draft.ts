// What somebody has written but not sent: it stays on this phone, for this page alone, until an answer came.
export type Stroke = number[];

export interface Draft {
  readonly page: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly strokes: readonly Stroke[];
}

const KEY = "draft";

// Browsers refuse `localStorage` in some private windows or when it is full.

/** Returns the draft of this page; one of another page is deleted, as its link has ended. */
export function readDraft(page: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY) ?? "null") as Draft | null;
    if (draft?.page === page) return draft;
    localStorage.removeItem(KEY);
  } catch {
    // Nothing can be read: the page works without drafts.
  }
  return null;
}

export function writeDraft(draft: Draft): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Full or refused: what is in the field is still there.
  }
}

export function deleteDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // It was never written then.
  }
}
