// What the theming board and the server say to each other: plain values that travel as JSON.
//
// Down: `Told` is the component's `data`. It is either everything (`base` is null; then it comes as
// the bytes of its JSON) or what changed since revision `base`.
// Up: the component's trigger `board` is a `Report`: all changes that wait, oldest first, until their
// ids come back in `done` or `refused`, and what the group asks the machine to suggest.
import type { Translations } from "../shared/i18n.ts";
import type { QueuedChange } from "../sync/queue.ts";
import type { Acks, ClientMessage as Telling, WithoutId } from "../sync/sync.ts";

/** One voice, as it may be seen while theming. */
export interface Card {
  id: string;
  text: string;
  /** From where its speaker speaks: an id of `Setting.standings`. */
  standing: string;
  source: string;
  /** Who said it and where, already in words, without a name that was not agreed. */
  about: string;
  /** The themes it is in, and its place there. */
  places: [theme: string, order: number][];
  /** It stands for itself: the voice of one. */
  alone: boolean;
  order: number;
}

export interface Theme {
  id: string;
  name: string;
  statement: string;
  /** Who of the steering group agreed to the statement. */
  agreed: string[];
  order: number;
  /** In how many PATHs and by how many people it was said: already in words. */
  counts: string;
  /** The same for each side, by its id. */
  side_counts: Record<string, string>;
}

/** All that seldom changes. */
export interface Setting extends Translations {
  standings: { id: string; words: string; side: string }[];
  /** Those whose lives it is, and those who are paid to be there: never merged. */
  sides: [id: string, words: string][];
  sources: [id: string, words: string][];
  steering: [id: string, name: string][];
  right_to_left: boolean;
}

/** What the group wants to be shown: voices like one and themes for it, or seeds for the pile. */
export interface Ask {
  id: string;
  about: "voice" | "pile";
  voice?: string;
}

export interface Alike {
  voice: string;
  because: string;
}

export interface Answer {
  /** The id of what was asked. */
  id: string;
  alike: Alike[];
  themes: { theme: string; because: string }[];
  seeds: { id: string; voices: string[]; because: string }[];
  /** Something to be known about it, such as a language that the machine does not know. */
  note: string;
}

export interface Told extends Acks {
  vision: string;
  base: number | null;
  revision: number;
  cards: Card[];
  cards_gone: string[];
  themes: Theme[];
  themes_gone: string[];
  setting?: Setting;
  answer?: Answer;
  /** How far the answer is, in words. */
  busy?: string;
  /** Why nothing can be kept at the moment, in words; what waits is tried again. */
  trouble?: string;
  calm: boolean;
}

export interface Report extends Telling<Change> {
  ask?: Ask;
}

export type Placed = [voice: string, theme: string];

export interface Side {
  words: string;
  voices: string[];
}

export type Change =
  /** Voices go into themes, come out of themes, or stand alone: all at once, one step to undo. */
  | (QueuedChange & { do: "place"; put: Placed[]; take: Placed[]; alone: [voice: string, yes: boolean][] })
  /** A new theme with its first voices, which may come out of others. */
  | (QueuedChange & { do: "make"; theme: string; name: string; voices: string[]; take: Placed[] })
  | (QueuedChange & { do: "rename"; theme: string; name: string })
  /** An "I" or "we" statement, and who of the steering group agreed to it. */
  | (QueuedChange & { do: "state"; theme: string; statement: string; agreed: string[] })
  /** All voices of a theme go into another one, and the theme is gone. */
  | (QueuedChange & { do: "merge"; theme: string; into: string })
  /** Some voices of a theme become a theme of their own. */
  | (QueuedChange & { do: "split"; theme: string; as: string; name: string; voices: string[] })
  /** Up (below zero) or down among the themes. */
  | (QueuedChange & { do: "order"; theme: string; steps: number })
  /** Take a theme apart: its voices go back. */
  | (QueuedChange & { do: "apart"; theme: string })
  | (QueuedChange & {
      do: "disagree";
      about: string;
      theme: string | null;
      one: Side;
      other: Side;
      what_next: string;
    })
  /** Take back the last thing that this window did. */
  | (QueuedChange & { do: "undo" });

export type ChangeWithoutId = WithoutId<Change>;
