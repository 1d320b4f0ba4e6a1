// A field for one line after another. It is empty again the moment Enter is pressed (Shift+Enter
// and pasted text keep their line breaks). A line waits until the server has kept it, in the queue
// that the boards have; a line that is refused stays in sight, to be put right.
import { freshId } from "../sync/ids.ts";
import { translate } from "../shared/i18n.ts";
import type { MountedBoard } from "../sync/mount.ts";
import { announceWindow } from "../sync/presence.ts";
import { Queue, type MergeRules } from "../sync/queue.ts";
import { Sync } from "../sync/sync.ts";
import { attributed } from "../shared/attribution.ts";
import { Choices } from "./choices.ts";
import { build, type Elements } from "./elements.ts";
import { linesOf } from "../shared/pasted.ts";
import type { Component, Line } from "./protocol.ts";
import { recall, remember, type Remembered } from "./remembered.ts";

const KIND = "line";

const NEVER_MERGED: MergeRules<Line> = { subject: () => null, merge: (_, later) => later };

export class LineInput implements MountedBoard<Component> {
  readonly #elements: Elements;
  readonly #sync: Sync<Line>;
  readonly #endPresence: () => void;
  #component: Component;
  #refused: Remembered["refused"];
  #late = false;
  #choices: Choices | null = null;
  /** The text in the field that stays as it is typed, though it starts with a name. */
  #asTyped = false;
  /** Whether what was pasted is to be asked about. */
  #isPasted = false;

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
    this.#buildChoices(element.ownerDocument);
    this.#listen();
    // A field shows no document: it needs no news of one.
    this.#sync.acknowledge(0, true);
    void this.#sync.start().then(() => this.#show());
  }

  receive(component: Component): void {
    this.#component = component;
    const { done, refused } = component.data;
    const why = new Map(refused.map((line) => [line.id, line.why]));
    for (const { id, text, person, chosen } of this.#sync.settle({ done, refused })) {
      const words = person ?? text;
      if (why.has(id)) this.#refused = [...this.#refused, { text: words, why: why.get(id) ?? "", by: chosen?.by }];
    }
    if (component.data.people) this.#choices?.show(component.data.people);
    this.#remember();
    this.#show();
  }

  unmount(): void {
    this.#elements.form.ownerDocument.removeEventListener("keydown", this.#onKey);
    this.#sync.stop();
    this.#endPresence();
  }

  #buildChoices(page: Document): void {
    const { people } = this.#component.data;
    if (!people) return;
    const { form, row, label, park } = this.#elements;
    this.#choices = new Choices(page, people, (name) => this.#add(name), (goesOn) => {
      this.#ask();
      if (goesOn) this.#elements.input.focus();
    });
    form.insertBefore(this.#choices.root, row);
    row.append(this.#choices.extras);
    row.append(park, this.#elements.button);
    label.classList.add("for-readers");
    park.hidden = people.park === "";
    park.addEventListener("click", () => this.#enter(true));
    page.addEventListener("keydown", this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // On a page with two fields the key means the one in which people write.
    const { form } = this.#elements;
    const written = form.ownerDocument.activeElement?.closest(".next-line");
    if (written && written !== form) return;
    if (!event.defaultPrevented && this.#choices?.chooseByKey(event)) event.preventDefault();
  };

  #listen(): void {
    const { form, input } = this.#elements;
    input.addEventListener("input", () => {
      if (input.value === "") this.#asTyped = this.#isPasted = false;
      this.#remember();
      this.#ask();
    });
    input.addEventListener("paste", () => (this.#isPasted = true));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter();
    });
  }

  /** Adds somebody to the people; returns their id, which is that of the change. */
  #add(name: string): string {
    const { id } = this.#sync.send({ text: "", person: name });
    this.#sync.sendNow();
    return id;
  }

  #enter(parked = false): void {
    const { input } = this.#elements;
    const text = input.value.trim();
    input.focus();
    if (!text) return;
    this.#send([text], parked);
  }

  /** Sends lines, each as whose it is, and empties the field. */
  #send(lines: readonly string[], parked = false): void {
    for (const text of lines) {
      if (!this.#choices) this.#sync.send({ text });
      else {
        const named = this.#asTyped ? null : attributed(text, this.#choices.people);
        const chosen = this.#choices.chosenFor(named?.person.id ?? this.#choices.by);
        this.#sync.send({ text: named?.words ?? text, chosen, ...(parked ? { parked } : {}) });
      }
    }
    this.#elements.input.value = "";
    this.#asTyped = this.#isPasted = false;
    this.#choices?.afterLine();
    // Somebody may go to another page in the next moment.
    this.#sync.sendNow();
    this.#remember();
    this.#ask();
    this.#show();
  }

  /** Asks about what stands in the field: whose line it is, and whether it is a list. */
  #ask(): void {
    const { people } = this.#component.data;
    const { input, ask, whose } = this.#elements;
    if (!people || !this.#choices) return;
    const lines = this.#isPasted ? linesOf(input.value) : [];
    const named = this.#asTyped || lines.length > 1 ? null : attributed(input.value, people.people);
    this.#choices.chooseForLine(named?.person.id ?? null);
    whose.hidden = !people.chips;
    whose.textContent = `${this.#choices.nameOf(this.#choices.by)}:`;
    if (lines.length > 1) {
      const count = lines.length;
      const { pasted, each, language } = people;
      const sentences = { words: { each }, counted: { pasted }, language };
      ask(translate(sentences, "pasted", { count }), [
        { label: translate(sentences, "each", { count }), onPress: () => this.#send(lines) },
        { label: people.one, onPress: () => this.#leave(() => (this.#isPasted = false)) },
      ]);
    } else if (named) {
      ask(people.says.replace("{name}", named.person.name), [
        { label: people.keep, onPress: () => this.#leave(() => (this.#asTyped = true)) },
      ]);
    } else ask("", []);
  }

  #leave(decide: () => void): void {
    decide();
    this.#ask();
    this.#elements.input.focus();
  }

  /** Puts a refused line back into the field, before what stands there. */
  #putBack(index: number): void {
    const { input } = this.#elements;
    const line = this.#refused[index];
    this.#refused = this.#refused.filter((_, at) => at !== index);
    input.value = [line?.text, input.value].filter(Boolean).join("\n");
    if (line?.by !== undefined) this.#choices?.choose(line.by);
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
    this.#elements.park.textContent = data.people?.park ?? "";
    input.placeholder = data.placeholder;
    input.maxLength = data.most;
    const sentence = this.#late ? data.unsaved : (this.#refused.at(-1)?.why ?? "");
    if (note.textContent !== sentence) note.textContent = sentence;
    this.#ask();
    list(
      waiting.map((line) => ({
        text: line.person ?? line.text,
        whose: data.people?.chips && line.chosen ? (this.#choices?.nameOf(line.chosen.by ?? "") ?? "") : "",
        mark: data.waiting,
      })),
      this.#refused.map(({ text }, index) => ({ text, label: data.back, onPutBack: () => this.#putBack(index) })),
    );
  }
}
