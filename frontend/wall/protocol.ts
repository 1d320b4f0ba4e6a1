// What the wall and the server say to each other: plain values that travel as JSON.
//
// Down: `Told` is the component's `data`. It is either everything (`base` is null; then it comes as
// the bytes of its JSON: `wire.ts`) or what changed since revision `base`; a wall that does not stand
// at `base` or later ignores it and asks for all.
// Up: the component's trigger `wall` is a `Report`: all changes that wait, oldest first, until their
// ids come back in `done` or `refused`. Telling the same change twice does no harm. A trigger, because
// a state value would travel again with every later run of the page.
import type { QueuedChange } from "../sync/queue.ts";
import type { ClientMessage as Telling, Acks } from "../sync/sync.ts";
import type { Translations } from "../shared/i18n.ts";

/** An Excalidraw element as it travels; `customData` says what it belongs to. */
export interface Element {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  isDeleted?: boolean;
  locked?: boolean;
  customData?: Belongs;
  [more: string]: unknown;
}

/** What an element is part of: the locked ground, a card, or a mark of its own. */
export type Belongs =
  | { part: "ground"; piece: string; stage?: string }
  | { part: "card"; card: string; holds: Collection; stage: string; paper?: boolean }
  | {
      part: "mark";
      mark: string;
      stage?: string;
      by?: string | null;
      stamp?: string;
      words?: string;
      signs?: string;
      picture?: string;
      under?: boolean;
    };

export type Collection = "voices" | "commitments" | "marks";

/** The bytes of an image element, as Excalidraw wants them. */
export interface Picture {
  id: string;
  mimeType: string;
  dataURL: string;
  created: number;
}

export interface Stage {
  id: string;
  title: string;
  question: string;
  prompts: string[];
  /** x, y, width, height on the wall. */
  box: [number, number, number, number];
  ink: string;
  gathers: "voices" | "enrolments" | "steps";
}

export interface Person {
  id: string;
  name: string;
  role: string;
  present: boolean;
}

/** One line of the outline: a voice, a commitment, a sketch, or a mark with or without words. */
export interface Item {
  id: string;
  collection: Collection;
  kind: "voice" | "commitment" | "sketch" | "stroke" | "shape" | "label" | "stamp" | "photo";
  stage: string;
  order: number;
  text: string;
  by: string | null;
  /** Who said it, who supported, how it stands: already in words. */
  about: string;
  share?: string;
  approved?: boolean;
  /** The day of a commitment, as year-month-day. */
  by_when?: string | null;
  /** A voice that is not shown as a card. */
  hidden?: boolean;
  /** How many strokes stand behind one line: loose strokes of a stage are one item. */
  count?: number;
}

export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Grows with each change of the leader's view. */
  turn: number;
}

/** All that seldom changes; only in a message that holds everything, or when it changed. */
export interface Setting extends Translations {
  title: string;
  stages: Stage[];
  people: Person[];
  shares: [value: string, words: string][];
  width: number;
  height: number;
  right_to_left: boolean;
  pens: string[];
  calm: boolean;
}

export interface Told extends Acks {
  session: string;
  base: number | null;
  revision: number;
  elements: Element[];
  gone: string[];
  files: Picture[];
  items: Item[];
  items_gone: string[];
  setting?: Setting;
  view?: View;
  /** Set when another window leads; the wall follows if the room asked it to. */
  leader?: string;
  /** Why nothing can be kept at the moment, in words; what waits is tried again. */
  trouble?: string;
  /** Calm mode is on now, whatever the setting said when it was told. */
  calm?: boolean;
}

export interface Report extends Telling<Change> {
  /** Where the leader looks, while this wall leads. */
  view?: Omit<View, "turn">;
}

export type Change =
  /** A mark was drawn, moved or altered; `file` comes with a photo's first telling. */
  | (QueuedChange & { do: "put"; element: Element; file?: Picture })
  | (QueuedChange & { do: "gone"; mark: string })
  /** A card was moved, or made larger: its upper left corner, and how much it grew. */
  | (QueuedChange & { do: "place"; card: string; x: number; y: number; scale: number })
  /**
   * Words: a new voice (with its stage, or a place that decides it), a new commitment (with its
   * stage, who and by when), or new words for a record.
   */
  | (QueuedChange & {
      do: "write";
      record: string;
      text: string;
      collection?: "voices" | "commitments";
      stage?: string;
      by?: string | null;
      by_when?: string | null;
      x?: number;
      y?: number;
    })
  /** Something about a record: stage, by, share, approved, words, hidden, colour. */
  | (QueuedChange & { do: "amend"; collection: Collection; record: string; fields: Record<string, unknown> })
  /** Up (below zero) or down among its stage. */
  | (QueuedChange & { do: "move"; collection: Collection; record: string; steps: number })
  /** Take a record out of the plan; the history keeps it. */
  | (QueuedChange & { do: "drop"; collection: Collection; record: string })
  /** Bring back what an own drop took out, as it was. */
  | (QueuedChange & { do: "restore"; collection: Collection; record: string })
  /** Somebody enrols by signing: who, what for, and the ink of the signature. */
  | (QueuedChange & {
      do: "sign";
      commitment: string;
      who: string;
      what: string;
      stage: string;
      elements: Element[];
    })
  /** Lay all cards of a stage out anew. */
  | (QueuedChange & { do: "tidy"; stage: string });
