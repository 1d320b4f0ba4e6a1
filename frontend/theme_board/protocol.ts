// The messages between the theming board and the server: plain values that are sent as JSON.
//
// Down: the `data` of the component is a `ServerMessage`. It is either the whole board (`base` is null;
// then it comes as the bytes of its JSON, see `decode`) or a delta since revision `base`.
// Up: the trigger `board` of the component is a `ClientMessage`: all waiting changes, oldest first,
// until their ids come back in `done` or `refused`, and a request for suggestions.
import type { Translations } from "../shared/i18n.ts";
import type { QueuedChange } from "../sync/queue.ts";
import type { Acks, ClientMessage as BaseMessage, WithoutId } from "../sync/sync.ts";

/** One voice, as it may be seen while theming. */
export interface Card {
  id: string;
  text: string;
  /** The stakeholder group of its speaker: an id of `Setting.standings`. */
  standing: string;
  source: string;
  /** Who said it and where, as a sentence, without a name that was not agreed to. */
  about: string;
  /** The themes that it is in, and its position in each. */
  places: [theme: string, order: number][];
  /** It stands for itself, in no theme. */
  alone: boolean;
  order: number;
}

export interface Theme {
  id: string;
  name: string;
  statement: string;
  /** The members of the steering group who agreed to the statement. */
  agreed: string[];
  order: number;
  /** In how many PATHs and by how many people it was said, as a sentence. */
  counts: string;
  /** The same for each side, by its id. */
  side_counts: Record<string, string>;
}

/** All that seldom changes; sent with the whole board, or when it has changed. */
export interface Setting extends Translations {
  standings: { id: string; words: string; side: string }[];
  /** The people whose lives it is about, and the professionals: never merged. */
  sides: [id: string, words: string][];
  sources: [id: string, words: string][];
  steering: [id: string, name: string][];
  right_to_left: boolean;
}

/** A request for suggestions: for a voice, for a theme (or like some voices), or clusters of the pile. */
export interface SuggestionRequest {
  id: string;
  about: "voice" | "theme" | "pile";
  voice?: string;
  theme?: string;
  like?: string[];
}

/** Voices in no theme that say the same words, and why they may belong in one. */
export interface OfferedLine {
  voices: string[];
  /** A key for each person who said it; one that ends in a stroke stands for all who were not noted. */
  people: string[];
  because: string;
  /** It is above the line from which the computer is less sure. */
  sure: boolean;
}

export interface SimilarVoice {
  voice: string;
  because: string;
}

export interface Suggestions {
  /** The id of the request. */
  id: string;
  alike: SimilarVoice[];
  themes: { theme: string; because: string }[];
  /** Clusters of the pile, as lines of voices that say the same words; how many more are like them; a title that people gave them, or none. */
  seeds: { id: string; lines: string[][]; because: string; reach: string; name: string }[];
  offers: OfferedLine[];
  /** The voices in the middle of the theme that was asked about. */
  middle: string[];
  /** A note, such as that the language is not supported. */
  note: string;
}

export interface ServerMessage extends Acks {
  vision: string;
  base: number | null;
  revision: number;
  cards: Card[];
  cards_gone: string[];
  themes: Theme[];
  themes_gone: string[];
  setting?: Setting;
  answer?: Suggestions;
  /** The progress of the suggestions, as a sentence. */
  busy?: string;
  /** Why nothing can be saved at the moment, as a sentence; what waits is tried again. */
  trouble?: string;
  calm: boolean;
}

export interface ClientMessage extends BaseMessage<Change> {
  ask?: SuggestionRequest;
}

export type ThemeAssignment = [voice: string, theme: string];

export interface Side {
  words: string;
  voices: string[];
}

export type Change =
  /** Voices are put into themes, taken out of themes, or stand alone: one step to undo. */
  | (QueuedChange & { do: "place"; put: ThemeAssignment[]; take: ThemeAssignment[]; alone: [voice: string, yes: boolean][] })
  /** People said that voices are not in a theme: it is not offered for them again. */
  | (QueuedChange & { do: "refuse"; theme: string; voices: string[] })
  /** A new theme with its first voices, which may be taken out of others. */
  | (QueuedChange & { do: "make"; theme: string; name: string; voices: string[]; take: ThemeAssignment[] })
  | (QueuedChange & { do: "rename"; theme: string; name: string })
  /** An "I" or "we" statement, and the members of the steering group who agreed to it. */
  | (QueuedChange & { do: "state"; theme: string; statement: string; agreed: string[] })
  /** All voices of a theme are put into another one, and the theme is deleted. */
  | (QueuedChange & { do: "merge"; theme: string; into: string })
  /** Some voices of a theme become a theme of their own. */
  | (QueuedChange & { do: "split"; theme: string; as: string; name: string; voices: string[] })
  /** Up (below zero) or down among the themes. */
  | (QueuedChange & { do: "order"; theme: string; steps: number })
  /** A theme is deleted: its voices leave it. */
  | (QueuedChange & { do: "apart"; theme: string })
  | (QueuedChange & {
      do: "disagree";
      about: string;
      theme: string | null;
      one: Side;
      other: Side;
      what_next: string;
    })
  /** The last change of this window is undone. */
  | (QueuedChange & { do: "undo" });

export type ChangeWithoutId = WithoutId<Change>;
