// A field for one line after another. It is empty again the moment Enter is pressed (Shift+Enter
// and pasted text keep their line breaks). A line waits until the server has kept it, in the queue
// that the boards have; a line that is refused stays in sight, to be put right.
import { freshId } from "../sync/ids.ts";
import type { MountedBoard } from "../sync/mount.ts";
import { announceWindow } from "../sync/presence.ts";
import { Queue, type MergeRules, type QueuedChange } from "../sync/queue.ts";
import { Sync, type Acks, type ClientMessage } from "../sync/sync.ts";
import { build, type Elements } from "./elements.ts";
import { recall, remember, type Remembered } from "./remembered.ts";

const KIND = "line";

export interface Line extends QueuedChange {
  text: string;
}

export interface FieldData extends Acks {
  /** The document and the field: a line of one never comes into another. */
  name: string;
  label: string;
  button: string;
  placeholder: string;
  /** The most characters of a line. */
  most: number;
  /** The sentence while a line waits for long. */
  unsaved: string;
  /** The label of the button that puts a refused line back into the field. */
  back: string;
}

export interface Component {
  data: FieldData;
  setTriggerValue(name: "line", message: ClientMessage<Line>): void;
}

const NEVER_MERGED: MergeRules<Line> = { subject: () => null, merge: (_, later) => later };

export class LineInput implements MountedBoard<Component> {
  readonly #elements: Elements;
  readonly #sync: Sync<Line>;
  readonly #endPresence: () => void;
  #component: Component;
  #refused: Remembered["refused"];
  #late = false;

  constructor(element: HTMLElement, component: Component) {
    const { name } = component.data;
    const windowId = freshId();
    this.#component = component;
    this.#elements = build(element, name);
    this.#sync = new Sync<Line>(
      { kind: KIND, documentId: name, windowId },
      new Queue(NEVER_MERGED),
      (message) => this.#component.setTriggerValue("line", message),
      (waiting) => this.#showDelay(waiting > 0),
    );
    this.#endPresence = announceWindow(KIND, windowId);
    const { draft, refused } = recall(name);
    this.#elements.input.value = draft;
    this.#refused = refused;
    this.#listen();
    // A field shows no document: it needs no news of one.
    this.#sync.acknowledge(0, true);
    void this.#sync.start().then(() => this.#show());
  }

  receive(component: Component): void {
    this.#component = component;
    const { done, refused } = component.data;
    const why = new Map(refused.map((line) => [line.id, line.why]));
    for (const { id, text } of this.#sync.settle({ done, refused })) {
      if (why.has(id)) this.#refused = [...this.#refused, { text, why: why.get(id) ?? "" }];
    }
    this.#remember();
    this.#show();
  }

  unmount(): void {
    this.#sync.stop();
    this.#endPresence();
  }

  #listen(): void {
    const { form, input } = this.#elements;
    input.addEventListener("input", () => this.#remember());
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter(input.value.trim());
    });
  }

  #enter(text: string): void {
    this.#elements.input.focus();
    if (!text) return;
    this.#elements.input.value = "";
    this.#sync.send({ text });
    // Somebody may go to another page in the next moment.
    this.#sync.sendNow();
    this.#remember();
    this.#show();
  }

  /** Puts a refused line back into the field, before what stands there. */
  #putBack(index: number): void {
    const { input } = this.#elements;
    const line = this.#refused[index];
    this.#refused = this.#refused.filter((_, at) => at !== index);
    input.value = [line?.text, input.value].filter(Boolean).join("\n");
    input.focus();
    this.#remember();
    this.#show();
  }

  #showDelay(late: boolean): void {
    this.#late = late;
    this.#show();
  }

  #remember(): void {
    const { name } = this.#component.data;
    remember(name, { draft: this.#elements.input.value, refused: this.#refused });
  }

  #show(): void {
    const { data } = this.#component;
    const { input, label, button, note, list } = this.#elements;
    const waiting = this.#sync.queue.changes;
    label.textContent = data.label;
    button.textContent = data.button;
    input.placeholder = data.placeholder;
    input.maxLength = data.most;
    const sentence = this.#late ? data.unsaved : (this.#refused.at(-1)?.why ?? "");
    if (note.textContent !== sentence) note.textContent = sentence;
    list(
      waiting.map(({ text }) => text),
      this.#refused.map(({ text }, index) => ({ text, label: data.back, onPutBack: () => this.#putBack(index) })),
    );
  }
}
