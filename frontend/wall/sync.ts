// What the wall sends: its changes, merged where they are about the same mark or card, and its view
// while it leads.
import { Queue, type MergeRules } from "../sync/queue.ts";
import type { SetAside } from "../sync/set_aside.ts";
import { Sync } from "../sync/sync.ts";
import { holdsWork } from "./aside_file.ts";
import type { Change, ClientMessage, View } from "./protocol.ts";

const MERGE_RULES: MergeRules<Change> = {
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
  merge(earlier, later) {
    if (earlier.do === "place" && later.do === "place") {
      return { ...later, scale: earlier.scale * later.scale };
    }
    if (earlier.do === "put" && later.do === "put") {
      const { file = earlier.file, base: _, ...rest } = later;
      return { ...rest, ...(file && { file }), ...(earlier.base !== undefined && { base: earlier.base }) };
    }
    return later;
  },
};

/** What must not be overwritten: changes of it wait. */
export interface PendingIds {
  marks: Set<string>;
  cards: Set<string>;
}

/** The waiting changes of a wall. */
export class WallQueue extends Queue<Change> {
  constructor() {
    super(MERGE_RULES);
  }

  /** The ids of the marks and cards that waiting changes are about. */
  pending(): PendingIds {
    const pending: PendingIds = { marks: new Set(), cards: new Set() };
    for (const change of this.changes) {
      if (change.do === "put") pending.marks.add(change.element.id);
      if (change.do === "gone") pending.marks.add(change.mark);
      if (change.do === "place") pending.cards.add(change.card);
    }
    return pending;
  }
}

export type LeaderView = Omit<View, "turn">;

/** Keeps one window of a wall in step with the server. */
export class WallSync extends Sync<Change, ClientMessage> {
  declare readonly queue: WallQueue;

  constructor(
    sessionId: string,
    windowId: string,
    post: (message: ClientMessage) => void,
    onLate: (waiting: number) => void,
    onSetAside: (setAside: readonly SetAside<Change>[]) => void,
  ) {
    const target = { kind: "wall", documentId: sessionId, windowId };
    super(target, new WallQueue(), post, onLate, { holdsWork, onChange: onSetAside });
  }

  /** Tells the server which browser this is, and asks for everything as it is for that browser. */
  setOwner(owner: string): void {
    this.attach({ owner });
    this.requestAll();
  }

  /** Sends the view along; undefined when this window does not lead. */
  setLeaderView(view: LeaderView | undefined): void {
    this.attach(view ? { view } : {});
  }
}
