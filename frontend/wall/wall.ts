// The interface of the wall to its panels: what they can read and do. Types only; the controller
// implements it.
import type { Placeholders } from "../shared/i18n.ts";
import type { WithoutId } from "../sync/sync.ts";
import type { Change, Item, Setting } from "./protocol.ts";

/** The panel that is open. */
export type Panel =
  | "outline"
  | "stamps"
  | "photo"
  | "sign"
  | "stages"
  | "speaker"
  /** `card` null: a new card, at `at` or in the stage in view, unless `stage` and `by` say otherwise; `answers` a line of a cloth. */
  | { card: string | null; at?: readonly [number, number]; stage?: string; by?: string | null; text?: string; answers?: string }
  /** A picture that came to the wall, as if it had been chosen. */
  | { photo: File; at?: readonly [number, number] }
  /** A drawing that came to the wall: its file, which may as well be added as a picture. */
  | { drawing: Blob; picture?: File; at?: readonly [number, number] }
  /** Lines that came to the wall. */
  | { lines: readonly string[]; at?: readonly [number, number] }
  /** Somebody signs for a commitment that is there already. */
  | { sign: string }
  /** The records of the cards that somebody asked to delete, and the marks chosen with them. */
  | { remove: readonly string[]; marks?: readonly string[] };

export type ChangeWithoutId = WithoutId<Change>;

/** A stamp to be put on the wall. */
export interface NewStamp {
  /** The id of the stamp in the library. */
  stamp: string;
  /** Its name, for those who cannot see it. */
  words: string;
  colour: string;
  /** The drawing as SVG. */
  svg: string;
  at?: readonly [number, number];
}

/** A photo to be put on the wall: already scaled down and without location data. */
export interface NewImage {
  dataURL: string;
  mimeType: string;
  width: number;
  height: number;
  words: string;
  /** Beneath the background, and locked there. */
  under: boolean;
  at?: readonly [number, number];
}

/** What the panels can read. */
export interface WallState {
  readonly setting: Setting | null;
  readonly items: ReadonlyMap<string, Item>;
  /** How many changes have waited for long. */
  readonly waiting: number;
  readonly speaker: string | null;
  readonly panel: Panel | null;
  /** The stage in view. */
  readonly stage: string | null;
  /** What could not be saved, as a sentence; empty if all is well. */
  readonly unsaved: string;
  readonly tool: string;
  readonly colour: string;
  readonly projector: boolean;
  /** No animation, plain and strong colours. */
  readonly calm: boolean;
  readonly following: boolean;
  /** The ids of the selected records: cards and marks. */
  readonly selected: readonly string[];
  /** The point that was tapped last, in wall units, while the view stays. */
  readonly tappedAt: readonly [number, number] | null;
}

/** What the panels can do. */
export interface Wall {
  /** The same object until something changes. */
  state(): WallState;
  subscribe(listener: () => void): () => void;
  /** The revision that this window shows; null before the first message. */
  revision(): number | null;
  /** Shows a change at once and sends it. */
  send(change: ChangeWithoutId): void;
  /** Shows and sends changes that are one step to undo. */
  sendAll(changes: readonly ChangeWithoutId[]): void;
  /** The translated sentence of a key, with its placeholders filled in. */
  t(key: string, placeholders?: Placeholders): string;
  goTo(stage: string | "whole"): void;
  /** Zooms to a record and selects it. */
  showRecord(record: string): void;
  open(panel: Panel | null): void;
  selectTool(name: string): void;
  setSpeaker(person: string | null): void;
  focusWall(): void;
  /** The centre of the view, in wall units. */
  centre(): [number, number];
  addStamp(stamp: NewStamp): void;
  addImage(image: NewImage): Promise<void>;
  /** Erases marks; undo brings them back. */
  eraseMarks(marks: readonly string[]): void;
  /** Gives stamps another colour; `svg` draws a stamp by its id. */
  recolour(marks: readonly string[], colour: string, svg: (stamp: string) => string): void;
}
