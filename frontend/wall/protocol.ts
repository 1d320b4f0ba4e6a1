// The messages between the wall and the server: plain values that are sent as JSON.
//
// Down: the `data` of the component is a `ServerMessage`. It is either the whole wall (`base` is null;
// then it comes as the bytes of its JSON, see `decode`) or a delta since revision `base`; a wall that
// is not at `base` or later ignores it and asks for everything.
// Up: the trigger `wall` of the component is a `ClientMessage`: all waiting changes, oldest first, until
// their ids come back in `done` or `refused`; refused work is set aside in the browser. Sending the same change twice does no harm. A trigger,
// because a state value would be sent again with every later run of the page.
import type { Translations } from "../shared/i18n.ts";
import type { QueuedChange } from "../sync/queue.ts";
import type { Acks, ClientMessage as BaseMessage } from "../sync/sync.ts";

/** An Excalidraw element as it is sent; `customData` holds its role. */
export interface Element {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  isDeleted?: boolean;
  locked?: boolean;
  customData?: ElementRole;
  [more: string]: unknown;
}

/** What an element is: part of the locked ground, part of a card, or a mark of its own. */
export type ElementRole =
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

/** The bytes of an image element, in the form of Excalidraw's binary files. */
export interface ImageFile {
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

/** An item of the outline: a voice, a commitment, a sketch, or a mark with or without words. */
export interface Item {
  id: string;
  collection: Collection;
  kind: "voice" | "commitment" | "sketch" | "stroke" | "shape" | "label" | "stamp" | "photo";
  stage: string;
  order: number;
  text: string;
  by: string | null;
  /** Who said it, who supports it, its status: as a sentence. */
  about: string;
  share?: string;
  approved?: boolean;
  /** The day of a commitment, as year-month-day. */
  by_when?: string | null;
  /** Of a commitment: whether the person agreed. */
  said_yes?: boolean;
  /** A voice that is not shown as a card. */
  hidden?: boolean;
  /** The number of strokes in the item: the loose strokes of a stage are one. */
  count?: number;
  /** On a cloth: whether this window may take it back. */
  own?: boolean;
}

export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Grows with each change of the leader's view. */
  turn: number;
}

/** All that seldom changes; sent with the whole wall, or when it has changed. */
export interface Setting extends Translations {
  title: string;
  stages: Stage[];
  people: Person[];
  /** What does not belong on the wall now. */
  parked: { id: string; text: string; about: string }[];
  shares: [value: string, words: string][];
  width: number;
  height: number;
  right_to_left: boolean;
  pens: string[];
  calm: boolean;
  /** Set if this is a tablecloth: everybody adds, and takes back only what is their own. */
  cloth?: Cloth;
}

export interface Cloth {
  /** The stage of the round that is written in now; the others are locked. */
  open: string;
  /** Who may have supported somebody: id and name. */
  helpers: [id: string, name: string][];
}

export interface ServerMessage extends Acks {
  session: string;
  base: number | null;
  revision: number;
  elements: Element[];
  gone: string[];
  files: ImageFile[];
  items: Item[];
  items_gone: string[];
  setting?: Setting;
  view?: View;
  /** Sentences about changes that were kept, by their ids. */
  told?: { id: string; words: string }[];
  /** How many things lie off the paper. */
  off_paper?: number;
  /** Set when another window leads; this one follows if people asked it to. */
  leader?: string;
  /** Why nothing can be saved at the moment, as a sentence; what waits is tried again. */
  trouble?: string;
  /** Whether calm mode is on now, whatever the last setting said. */
  calm?: boolean;
}

export interface ClientMessage extends BaseMessage<Change> {
  /** The view of this window, while it leads. */
  view?: Omit<View, "turn">;
  /** Of a cloth: a secret by which the server knows this browser again after a reload. */
  owner?: string;
}

export type Change =
  /** A mark was drawn, moved or changed; `file` comes with a photo when it is first sent. */
  | (QueuedChange & { do: "put"; element: Element; file?: ImageFile })
  | (QueuedChange & { do: "gone"; mark: string })
  /** A card was moved, or made larger: its upper left corner, and how much it grew. */
  | (QueuedChange & { do: "place"; card: string; x: number; y: number; scale: number })
  /**
   * A new voice (with its stage, or a position that decides it), a new commitment (with its stage,
   * who and by when), or new words for a record.
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
      /** On a cloth: who helped, how far it may be shared, and the line that it answers. */
      supported_by?: string | null;
      share?: string;
      answers?: string | null;
    })
  /** New values of fields of a record: stage, by, share, approved, words, hidden, colour. */
  | (QueuedChange & { do: "amend"; collection: Collection; record: string; fields: Record<string, unknown> })
  /** Up (below zero) or down within its stage. */
  | (QueuedChange & { do: "move"; collection: Collection; record: string; steps: number })
  /** A record is deleted; the history keeps it. */
  | (QueuedChange & { do: "drop"; collection: Collection; record: string })
  /** A record that this window deleted comes back as it was. */
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
  /** A file with a drawing, in base64: it is added in a stage, or (null) where it was drawn. */
  | (QueuedChange & { do: "import"; content: string; stage: string | null })
  /** All that lies off the paper is moved onto it. */
  | (QueuedChange & { do: "bring_in" })
  /** What the change with this id did to marks is undone. */
  | (QueuedChange & { do: "take_back"; step: string })
  /** All cards of a stage are laid out anew. */
  | (QueuedChange & { do: "tidy"; stage: string });
