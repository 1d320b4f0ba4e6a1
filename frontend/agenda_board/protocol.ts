// The messages between the agenda wall and the server: plain values that are sent as JSON.
//
// Down: the `data` of the component is the whole wall: a day has some dozens of topics.
// Up: the trigger `agenda` is all waiting changes, oldest first, until their ids come back.
import type { Translations } from "../shared/i18n.ts";
import type { QueuedChange } from "../sync/queue.ts";
import type { Acks, ClientMessage as BaseMessage, WithoutId } from "../sync/sync.ts";

export interface Topic {
  id: string;
  number: number;
  title: string;
  convenor: string;
  needs: string[];
  slot: string | null;
  room: string | null;
  parked: boolean;
  /** The topic in which it is now; a merged topic stands nowhere itself. */
  merged_into: string | null;
  interest: number;
}

export interface Slot {
  id: string;
  /** Such as 10:30. */
  begins: string;
  title: string;
  /** Whether topics are talked about then. */
  talks: boolean;
  /** When it is, beside the time: "now, until 11:30". */
  when: string;
  now: boolean;
}

export interface Room {
  id: string;
  name: string;
  /** Seats and what it offers, as words. */
  facts: string;
  offers: string[];
}

export interface ServerMessage extends Acks, Translations {
  event: string;
  revision: number;
  topics: Topic[];
  slots: Slot[];
  rooms: Room[];
  /** What rooms offer and topics need: the words by their code. */
  offers: Record<string, string>;
  told?: { id: string; words: string }[];
  trouble?: string;
  right_to_left: boolean;
  calm: boolean;
}

export type ClientMessage = BaseMessage<Change>;

export type Change =
  /** To a time and a room; without them it waits for a place. */
  | (QueuedChange & { do: "place"; topic: string; slot?: string; room?: string })
  /** Into another topic; without one it stands by itself again. */
  | (QueuedChange & { do: "merge"; topic: string; into?: string })
  | (QueuedChange & { do: "split"; topic: string; as: string; title: string })
  | (QueuedChange & { do: "reword"; topic: string; title: string; convenor: string })
  | (QueuedChange & { do: "park"; topic: string; parked: boolean })
  | (QueuedChange & { do: "count"; topic: string; count: number })
  /** `counted` is the change that counted. */
  | (QueuedChange & { do: "uncount"; topic: string; counted?: string });

export type ChangeWithoutId = WithoutId<Change>;
