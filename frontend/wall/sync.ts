// What the wall tells the server: its changes, joined where they are about the same mark or card, and
// where it looks while it leads.
import { type MergeRules, Queue } from "../sync/queue.ts";
import { Sync } from "../sync/sync.ts";
import type { Change, Report, View } from "./protocol.ts";

const JOINING: MergeRules<Change> = {
  subject(change) {
    switch (change.do) {
      case "put":
        return `mark ${change.element.id}`;
      case "gone":
        return `mark ${change.mark}`;
      case "place":
        return `card ${change.card}`;
      default:
        return null;
    }
  },
  merge(before, after) {
    if (before.do === "place" && after.do === "place") {
      return { ...after, scale: before.scale * after.scale };
    }
    if (before.do === "put" && after.do === "put" && before.file && !after.file) {
      return { ...after, file: before.file };
    }
    return after;
  },
};

export interface Pending {
  marks: Set<string>;
  cards: Set<string>;
}

export class WallQueue extends Queue<Change> {
  constructor() {
    super(JOINING);
  }

  /** The marks and cards that a waiting change is about. */
  pending(): Pending {
    const pending: Pending = { marks: new Set(), cards: new Set() };
    for (const change of this.changes) {
      if (change.do === "put") pending.marks.add(change.element.id);
      if (change.do === "gone") pending.marks.add(change.mark);
      if (change.do === "place") pending.cards.add(change.card);
    }
    return pending;
  }
}

export type Look = Omit<View, "turn">;

export class WallSync extends Sync<Change, Report> {
  declare readonly queue: WallQueue;

  constructor(
    session: string,
    wall: string,
    report: (report: Report) => void,
    onLate: (waiting: number) => void,
  ) {
    super({ kind: "wall", documentId: session, windowId: wall }, new WallQueue(), report, onLate);
  }

  /** The leader's view; undefined when this wall does not lead. */
  look(view: Look | undefined): void {
    this.attach(view ? { view } : {});
  }
}
