// What waits on the wall, and how changes about the same mark or card are joined. Pure.
import { Queue, type Joining } from "../sync/queue.ts";
import type { Change } from "./protocol.ts";

const JOINING: Joining<Change> = {
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
  joined(before, after) {
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
