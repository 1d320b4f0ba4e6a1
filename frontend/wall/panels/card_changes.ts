// From what was typed and chosen to the changes that are sent: pure, so that Node can test it.
import type { Item, Stage } from "../protocol.ts";
import type { ChangeWithoutId } from "../wall.ts";

export interface Draft {
  text: string;
  by: string | null;
  stage: string;
  share: string;
  approved: boolean;
  /** The day of a commitment; empty if there is none. */
  by_when?: string;
}

export const FIRST_SHARE = "circle";

/** A new voice: its words, where it stands, and what is not as it is at first. */
export function written(record: string, draft: Draft, at: readonly [number, number] | null): ChangeWithoutId[] {
  const text = draft.text.trim();
  if (text === "") return [];
  // A place decides the stage better than a box around the stage could.
  const where = at === null ? { stage: draft.stage } : { x: at[0], y: at[1] };
  const changes: ChangeWithoutId[] = [{ do: "write", record, text, by: draft.by, ...where }];
  const fields: Record<string, unknown> = {};
  if (draft.share !== FIRST_SHARE) fields["share"] = draft.share;
  if (draft.approved) fields["approved"] = true;
  if (Object.keys(fields).length > 0) changes.push({ do: "amend", collection: "voices", record, fields });
  return changes;
}

/** A new step: what, who, by when. */
export function promised(record: string, draft: Draft): ChangeWithoutId[] {
  const text = draft.text.trim();
  if (text === "") return [];
  const { by, stage, by_when = "" } = draft;
  return [{ do: "write", collection: "commitments", record, text, stage, by, by_when: by_when || null }];
}

/** What of an item was altered since it was opened, and nothing else: the rest may have moved on. */
export function altered(item: Item, opened: Draft, draft: Draft): ChangeWithoutId[] {
  const changes: ChangeWithoutId[] = [];
  const text = draft.text.trim();
  const fields: Record<string, unknown> = {};
  if (text !== opened.text.trim() && (text !== "" || item.collection === "marks")) {
    if (item.collection === "marks") fields["words"] = text;
    else changes.push({ do: "write", record: item.id, text });
  }
  if (draft.stage !== opened.stage) fields["stage"] = draft.stage;
  if (draft.by !== opened.by) fields["by"] = draft.by;
  if (draft.by_when !== opened.by_when) fields["by_when"] = draft.by_when || null;
  if (item.kind === "voice") {
    if (draft.share !== opened.share) fields["share"] = draft.share;
    // New words have not been read back, unless somebody says so after writing them.
    const reworded = changes.length > 0;
    if (draft.approved !== opened.approved || (reworded && draft.approved)) fields["approved"] = draft.approved;
  }
  if (Object.keys(fields).length > 0) {
    changes.push({ do: "amend", collection: item.collection, record: item.id, fields });
  }
  return changes;
}

export function draftOf(item: Item): Draft {
  return {
    text: item.text,
    by: item.by,
    stage: item.stage,
    share: item.share ?? FIRST_SHARE,
    approved: item.approved ?? false,
    ...(item.kind === "commitment" ? { by_when: item.by_when ?? "" } : {}),
  };
}

/** What is typed and chosen, after a part of it changed: new words wait to be read back. */
export function changed(before: Draft, part: Partial<Draft>): Draft {
  const other = part.text !== undefined && part.text.trim() !== before.text.trim();
  return { ...before, ...(other ? { approved: false } : {}), ...part };
}

/** The stage around a place, else the nearest one. */
export function stageNear(stages: readonly Stage[], at: readonly [number, number]): string {
  const away = ({ box: [x, y, width, height] }: Stage) =>
    Math.hypot(Math.max(x - at[0], 0, at[0] - x - width), Math.max(y - at[1], 0, at[1] - y - height));
  const middle = ({ box: [x, y, width, height] }: Stage) => Math.hypot(x + width / 2 - at[0], y + height / 2 - at[1]);
  const near = [...stages].sort((one, other) => away(one) - away(other) || middle(one) - middle(other));
  return near[0]?.id ?? "";
}
