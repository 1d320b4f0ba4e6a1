// What the server and a field for the next line tell each other.
import type { QueuedChange } from "../sync/queue.ts";
import type { Acks, ClientMessage } from "../sync/sync.ts";
import type { ChoicesData, Chosen } from "./choices.ts";

/** A line, with what was chosen beside the field; or somebody new, by name, with the id of the change. */
export interface Line extends QueuedChange {
  text: string;
  chosen?: Chosen;
  /** It does not belong here now. */
  parked?: true;
  person?: string;
}

/** What a field asks that knows the people here. */
export interface PeopleData extends ChoicesData {
  /** Before a line that starts with a name: "{name} says this." */
  says: string;
  keep: string;
  /** The plural forms of the question whether each pasted line is added separately. */
  pasted: Record<string, string>;
  language: string;
  each: string;
  one: string;
  /** The label of the button that parks a line; "" for none. */
  park: string;
}

export interface FieldData extends Acks {
  /** The document and the field: a line of one never comes into another. */
  name: string;
  label: string;
  button: string;
  placeholder: string;
  /** The most characters of a line. */
  most: number;
  /** The mark of a line that is not kept yet. */
  waiting: string;
  /** The sentence while a line waits for long. */
  unsaved: string;
  /** The label of the button that puts a refused line back into the field. */
  back: string;
  /** Only where people are chosen. */
  people?: PeopleData;
}

export interface Component {
  data: FieldData;
  setTriggerValue(name: "line", message: ClientMessage<Line>): void;
}
