// The changes that follow from what was typed and chosen in an editor. Pure.
import type { Item, Stage } from "../protocol.ts";
import type { ChangeWithoutId } from "../wall.ts";

/** What is typed and chosen in an editor. */
export interface Draft {
  text: string;
  by: string | null;
  stage: string;
  share: string;
  approved: boolean;
  /** The day of a commitment; empty if there is none. */
  by_when?: string;
  /** On a cloth: who helped to say it, and the line that it answers. */
  supported_by?: string | null;
  answers?: string | null;
}

export const DEFAULT_SHARE = "circle";

/** The changes for a new voice: its words and position, and what differs from the defaults. */
export function newVoiceChanges(record: string, draft: Draft, point: readonly [number, number] | null): ChangeWithoutId[] {
  const text = draft.text.trim();
  if (text === "") return [];
  // The server finds the stage of a position better than the boxes of the stages could.
  const position = point === null ? { stage: draft.stage } : { x: point[0], y: point[1] };
  const changes: ChangeWithoutId[] = [{ do: "write", record, text, by: draft.by, ...position }];
  const fields: Record<string, unknown> = {};
  if (draft.share !== DEFAULT_SHARE) fields["share"] = draft.share;
  if (draft.approved) fields["approved"] = true;
  if (Object.keys(fields).length > 0) changes.push({ do: "amend", collection: "voices", record, fields });
  return changes;
}

/** The change for new words on a tablecloth: all that is known of them goes at once, as it is never changed. */
export function newWordsOnCloth(record: string, draft: Draft, point: readonly [number, number] | null): ChangeWithoutId[] {
  const text = draft.text.trim();
  if (text === "") return [];
  const { by, share, supported_by = null, answers = null } = draft;
  const position = point === null ? {} : { x: point[0], y: point[1] };
  return [{ do: "write", record, text, by, share, supported_by, answers, ...position }];
}

/** The changes for a new step: what, who, by when. */
export function newCommitmentChanges(record: string, draft: Draft): ChangeWithoutId[] {
  const text = draft.text.trim();
  if (text === "") return [];
  const { by, stage, by_when = "" } = draft;
  return [{ do: "write", collection: "commitments", record, text, stage, by, by_when: by_when || null }];
}

/**
 * The changes for what was edited, and nothing else: other fields may have changed elsewhere. They
 * name the revision that the editor showed when it was opened.
 */
export function itemChanges(item: Item, original: Draft, draft: Draft, base: number | null = null): ChangeWithoutId[] {
  const changes = fieldChanges(item, original, draft);
  return base === null ? changes : changes.map((change) => ({ ...change, base }));
}

function fieldChanges(item: Item, original: Draft, draft: Draft): ChangeWithoutId[] {
  const changes: ChangeWithoutId[] = [];
  const text = draft.text.trim();
  const fields: Record<string, unknown> = {};
  if (text !== original.text.trim() && (text !== "" || item.collection === "marks")) {
    if (item.collection === "marks") fields["words"] = text;
    else changes.push({ do: "write", record: item.id, text });
  }
  if (draft.stage !== original.stage) fields["stage"] = draft.stage;
  if (draft.by !== original.by) fields["by"] = draft.by;
  if (draft.by_when !== original.by_when) fields["by_when"] = draft.by_when || null;
  if (item.kind === "voice") {
    if (draft.share !== original.share) fields["share"] = draft.share;
    // New words have not been read back, unless somebody ticks that after writing them.
    const reworded = changes.length > 0;
    if (draft.approved !== original.approved || (reworded && draft.approved)) fields["approved"] = draft.approved;
  }
  if (Object.keys(fields).length > 0) {
    changes.push({ do: "amend", collection: item.collection, record: item.id, fields });
  }
  return changes;
}

/** An item as an editor opens it. */
export function draftOf(item: Item): Draft {
  return {
    text: item.text,
    by: item.by,
    stage: item.stage,
    share: item.share ?? DEFAULT_SHARE,
    approved: item.approved ?? false,
    ...(item.kind === "commitment" ? { by_when: item.by_when ?? "" } : {}),
  };
}

/** The draft after an edit: new words have not been read back. */
export function editDraft(draft: Draft, edit: Partial<Draft>): Draft {
  const isReworded = edit.text !== undefined && edit.text.trim() !== draft.text.trim();
  return { ...draft, ...(isReworded ? { approved: false } : {}), ...edit };
}

/** The id of the stage around a point, else of the nearest one. */
export function nearestStage(stages: readonly Stage[], point: readonly [number, number]): string {
  const distance = ({ box: [x, y, width, height] }: Stage) =>
    Math.hypot(Math.max(x - point[0], 0, point[0] - x - width), Math.max(y - point[1], 0, point[1] - y - height));
  const centreDistance = ({ box: [x, y, width, height] }: Stage) => Math.hypot(x + width / 2 - point[0], y + height / 2 - point[1]);
  const nearestFirst = [...stages].sort((a, b) => distance(a) - distance(b) || centreDistance(a) - centreDistance(b));
  return nearestFirst[0]?.id ?? "";
}
