// What the wall tells the server: its changes, and where it looks while it leads.
import { Sync } from "../sync/sync.ts";
import type { Change, Report, View } from "./protocol.ts";
import { WallQueue } from "./queue.ts";

export type Look = Omit<View, "turn">;

export class WallSync extends Sync<Change, Report> {
  declare readonly queue: WallQueue;

  constructor(
    session: string,
    wall: string,
    report: (report: Report) => void,
    onLate: (waiting: number) => void,
  ) {
    super({ kind: "wall", document: session, window: wall }, new WallQueue(), report, onLate);
  }

  /** The leader's view; undefined when this wall does not lead. */
  look(view: Look | undefined): void {
    this.along(view ? { view } : {});
  }
}
