// What the parts around the board get: the wall as one thing that can be asked and told.
// Types only. The store makes it; the panels and tests need nothing else.
import type { WithoutId } from "../sync/sync.ts";
import type { Placeholders } from "../shared/i18n.ts";
import type { Change, Item, Setting } from "./protocol.ts";

export type Panel =
  | "outline"
  | "stamps"
  | "photo"
  | "sign"
  | "stages"
  | "speaker"
  /** `id` null: a new card, at `at` or in the stage that is looked at. `stage` and `by` go before. */
  | { card: string | null; at?: readonly [number, number]; stage?: string; by?: string | null }
  /** Somebody signs for a commitment that is there already. */
  | { sign: string }
  /** The records of the cards that somebody asked to delete, and the marks chosen with them. */
  | { remove: readonly string[]; marks?: readonly string[] };

export type ChangeWithoutId = WithoutId<Change>;

/** A stamp to be put on the wall; the store makes the element and its file. */
export interface NewStamp {
  /** The id of the stamp in the box. */
  stamp: string;
  /** Its name: the words for those who do not see it. */
  words: string;
  colour: string;
  /** The drawing, ready to be shown. */
  svg: string;
  at?: readonly [number, number];
}

/** A picture to be put on the wall: already made smaller and free of place data. */
export interface NewImage {
  dataURL: string;
  mimeType: string;
  width: number;
  height: number;
  words: string;
  /** Laid beneath the regions and locked there. */
  under: boolean;
  at?: readonly [number, number];
}

export interface WallState {
  readonly setting: Setting | null;
  readonly items: ReadonlyMap<string, Item>;
  /** How many changes wait for the server. */
  readonly waiting: number;
  readonly speaker: string | null;
  readonly panel: Panel | null;
  /** The stage that is looked at. */
  readonly stage: string | null;
  /** What could not be kept, in words; empty if all is well. */
  readonly unsaved: string;
  readonly tool: string;
  readonly colour: string;
  readonly projector: boolean;
  /** No movement, plain and strong colours. */
  readonly calm: boolean;
  readonly following: boolean;
  /** The records that are selected on the board: cards and marks. */
  readonly selected: readonly string[];
  /** Where the board was tapped last, in wall units, while that place is still seen. */
  readonly tapped: readonly [number, number] | null;
}

export interface Wall {
  /** The same object until something changes. */
  state(): WallState;
  subscribe(listener: () => void): () => void;
  /** Keeps a change, shows it at once and sends it. */
  send(change: ChangeWithoutId): void;
  /** The sentence of this key in the language of the room, its blanks filled in. */
  say(key: string, facts?: Placeholders): string;
  goTo(stage: string | "whole"): void;
  /** Zooms to a record and selects it. */
  show(record: string): void;
  open(panel: Panel | null): void;
  tool(name: string): void;
  speak(person: string | null): void;
  focusWall(): void;
  /** The middle of what is seen, in wall units. */
  centre(): [number, number];
  addStamp(stamp: NewStamp): void;
  addImage(image: NewImage): Promise<void>;
  /** Takes marks off the board; undo brings them back. */
  rubOut(marks: readonly string[]): void;
  /** Gives selected stamps another colour; `svg` draws a stamp anew. */
  recolour(marks: readonly string[], colour: string, svg: (stamp: string) => string): void;
}
